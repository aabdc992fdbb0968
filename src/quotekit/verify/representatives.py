"""Whose representatives people are: a body speaks by its own, a person by nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache, cached_property
from itertools import pairwise, takewhile
from typing import Final

from attrs import frozen

from quotekit.language import Language
from quotekit.text.ranges import Range

__all__ = ["NamedPeople", "may_be_voice", "names_somebody_else"]

_WORD: Final = re.compile(r"\w+(?:-\w+)*")


@frozen(slots=False)
class NamedPeople:
    """The people whom a text names.

    Attributes:
        text: The text.
        language: Its language.
    """

    text: str
    language: Language

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The words with a capital letter behind a first name or a title."""
        pairs = pairwise(_WORD.findall(self.text))
        return frozenset(name.casefold() for front, name in pairs if self._opens_name(front, name))

    def _opens_name(self, front: str, name: str) -> bool:
        both = front[:1].isupper() and name[:1].isupper() and not name.isupper()
        return both and (front.casefold() in self.language.first_names or self.language.is_title(front))

    def has(self, asked: str) -> bool:
        """Whether who is *asked* about is a person by a first name, by a title or by what the text has."""
        words = _WORD.findall(asked.casefold())
        if not words or self._is_body(asked, words):
            return False
        titled = len(words) > 1 and self.language.is_title(words[0])
        if (titled or len(words) == 1) and words[-1] in self._surnames:
            return True
        return words[0] in self.language.first_names and asked not in self._headed

    def _is_body(self, asked: str, words: Sequence[str]) -> bool:
        """Whether words have a noun for a body, or name a body or a country that texts take for granted."""
        language = self.language
        known = asked.casefold() in language.known_bodies or asked in language.affiliations
        return known or not language.organisations.keys().isdisjoint(words)

    @cached_property
    def _headed(self) -> frozenset[str]:
        """The words before those that a body alone has (“the Chelsea | captain”)."""
        voices = self.language.body_voices - self.language.unnamed_roles
        pairs = pairwise(_WORD.findall(self.text))
        return frozenset(front for front, behind in pairs if _is_any_of(behind, voices))


def names_somebody_else(phrase: str, asked: str, language: Language, *, is_person: bool) -> bool:
    """Whether a *phrase* for somebody has *asked*, a name, for whom they do not speak (“a rival of Orbin”).

    A body speaks by its people (“Orbin's chief”), a person by nobody else (“a spokesman for Ann”).
    """
    words = _WORD.findall(phrase)
    run = _run_of(_WORD.findall(asked), words, language)
    if run is None or not any(word[:1].isupper() for word in words[slice(*run)]):
        return False
    told = _words_for_relation(words, run, language, is_person=is_person)
    if told is None:
        return False
    return is_person or not _speak_for_body(told, language)


def _run_of(asked: Sequence[str], words: Sequence[str], language: Language) -> Range | None:
    """Where the words that are *asked* stand together among *words*, an article before them left out."""
    wanted = [word.casefold() for word in asked]
    wanted = wanted[1:] if wanted and wanted[0] in language.function_words.article else wanted
    plain = [word.casefold() for word in words]
    size = len(wanted)
    found = (first for first in range(len(plain) - size + 1) if plain[first : first + size] == wanted)
    first = next(found, None) if wanted else None
    return None if first is None else (first, first + size)


def _words_for_relation(
    words: Sequence[str], run: Range, language: Language, *, is_person: bool
) -> Sequence[str] | None:
    """The words that tell what somebody is to the name at *run*; None if it is their own."""
    first, last = run
    links = language.function_words.link
    behind = list(takewhile(lambda word: word not in links, words[last:]))
    titled = any(_is_any_of(word, language.body_voices) for word in behind) and not is_person
    if titled or any(word in _people_nouns(language) for word in behind):
        return [*words[:first], *behind]
    at = first - (first > 0 and words[first - 1].casefold() in language.function_words.article)
    before = words[at - 1] if at else ""
    linked = before in links or (not is_person and before in language.body_voices)
    governs = at == first and _is_other_word(before, language)
    return words[:at] if linked or governs else None


def _is_other_word(word: str, language: Language) -> bool:
    """Whether a small word before a name is neither what its bearer is nor what gives the name to them."""
    known = word in _people_nouns(language) or language.is_title(word)
    return word.islower() and not known and word not in language.function_words.styling


@cache
def _people_nouns(language: Language) -> Set[str]:
    """The nouns for what people are, small."""
    return language.roles.keys() | language.either_roles | language.body_voices | language.unnamed_roles


def _speak_for_body(told: Sequence[str], language: Language) -> bool:
    """Whether what is told of somebody says that they speak for the body beside it, and still do.

    What a voice is of stands right behind it, and is no group apart (“head of the union at Orbin”). A title
    of two words may end in another calling (“Secretary General”).
    """
    words = language.function_words
    if any(not words.past.isdisjoint({word, word.partition("-")[0]}) for word in map(str.casefold, told)):
        return False
    people = _people_nouns(language)
    nearest = next((at for at in reversed(range(len(told))) if _is_any_of(told[at], people)), -1)
    between = {word.casefold() for word in told[nearest + 1 :]}
    known = words.link | words.article | language.body_voices
    governed = bool(told) and told[-1].islower() and told[-1] not in known
    if nearest < 0:
        return not governed
    title = told[max(0, nearest - 1) : nearest + 1]
    voiced = any(_is_any_of(word, language.body_voices) for word in title)
    return voiced and between.isdisjoint(words.siding)


def _is_any_of(word: str, nouns: Set[str]) -> bool:
    """Whether a word, or its last part, is one of some *nouns* (“vice-president”)."""
    plain = word.casefold()
    return plain in nouns or plain.rpartition("-")[2] in nouns


def may_be_voice(phrase: str, asked: str, language: Language) -> bool:
    """Whether a *phrase* has a voice of a body without its name, and a body, or a voice, is *asked* about.

    So “a spokesman” and “a company spokeswoman” may be those of a firm that the text names elsewhere.
    """
    bodies = language.organisations.keys() | language.trade_words.keys() | language.group_nouns
    told, wanted = (_WORD.findall(one) for one in (phrase, asked))
    plain = language.roles.keys() | bodies | language.function_words.article
    if any(word[:1].isupper() and word.casefold() not in plain for word in told):
        return False
    voices = language.body_voices & language.unnamed_roles & set(map(str.casefold, told))
    small = {word.casefold() for word in wanted}
    named = any(word[:1].isupper() and word.casefold() not in plain for word in wanted)
    return (
        bool(voices) and (named or not bodies.isdisjoint(small)) and language.roles.keys() & small <= voices
    )
