"""Whether a name that is asked about can be that of the speaker whom a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from quotekit.evaluation.names import same_speaker
from quotekit.language import Language
from quotekit.language.independent import name_fillers
from quotekit.records import Quote, Speaker
from quotekit.speakers.ground.first_names import is_initial
from quotekit.speakers.ground.personal_names import Name, are_compatible, parse_name
from quotekit.verify.representatives import NamedPeople, names_somebody_else

__all__ = ["may_be_speaker"]

_WORD = re.compile(r"\w+")

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
"""The end of a possessive, which tells no names apart."""

_ELIDED = re.compile(r"(?<=\b[a-z]['’])(?=\w)")
"""Behind a small letter with its apostrophe, which is a word of its own (“d’ | Emmanuel”)."""

_POSSESSOR = re.compile(r"^.*['’]s?\s+(?=[^\W\d_])")
"""Whose relative or helper somebody is, before that word (“Helen Brandt’s | lawyer”)."""


def may_be_speaker(asked: str, quote: Quote, spellings: Sequence[str], people: NamedPeople) -> bool:
    """Whether the speaker of *quote* can be the one *asked* about, who is in *spellings* under other names.

    The fullest name that the text gives is compared. What stands beside the quote may be a part of
    it (“Brandt”), and tells no more of who that is. *people* are those whom the text names.
    """
    speaker, language = quote.speaker, people.language
    if speaker is None:
        return False
    written = " ".join(span.text for span in quote.source)
    names = (speaker.name, speaker.mention.text)
    own = _without_others(asked, speaker.name, people)
    links = language.function_words.link
    if any(_says(own, name) or _words(asked) - links == _words(name) - links for name in names):
        return True
    roles = [speaker.role.text] if speaker.role else []
    told = [_without_others(name, asked, people) for name in (*names, written, *spellings, *roles)]
    own_names = [name for name in told if not _tells_of_other(name, asked, speaker, people)]
    if any(_says(name, asked) for name in own_names):
        return True
    if any(_is_same_description(asked, role, language) for role in roles):
        return True
    if told[0] not in own_names:
        return False
    one, other = _name_asked(own, speaker, language), parse_name(told[0].split(), language)
    return one is not None and other is not None and are_compatible(one, other, language)


def _tells_of_other(phrase: str, asked: str, speaker: Speaker, people: NamedPeople) -> bool:
    """Whether a *phrase* for a person has *asked* for somebody for whom they do not speak."""
    if speaker.label != "PERSON":
        return False
    is_person = people.has(asked)
    parts = _beside_name(phrase, speaker).split(",")
    if any(_is_for_officer(part, asked, people.language) for part in parts):
        return True
    return any(names_somebody_else(part, asked, people.language, is_person=is_person) for part in parts)


def _is_for_officer(phrase: str, asked: str, language: Language) -> bool:
    """Whether a phrase tells of somebody by an officer without a name (“a spokesman for | the mayor”)."""
    front, found, _ = phrase.casefold().rpartition(f" {asked}")
    office, before = asked.rpartition(" ")[2], front.rpartition(" ")[2]
    return bool(found) and office in language.roles and before in language.function_words.link


def _beside_name(phrase: str, speaker: Speaker) -> str:
    """A phrase without the name in it, whose words may be callings too (“Orbin chief | Tim Cook”)."""
    beside = phrase
    for name in (speaker.name, speaker.mention.text):
        beside = beside.replace(name, "")
    return beside if beside.strip(" ,") else phrase


def _says(name: str, other: str) -> bool:
    """Whether a name is the *other* one, or says it with more words."""
    if same_speaker(name, other):
        return True
    words, others = _words(name), _words(other)
    return bool(others) and others <= words


def _words(name: str) -> Set[str]:
    """The words by which a name is told from others."""
    return set(_WORD.findall(_POSSESSIVE.sub("", name.casefold()))) - name_fillers("check")


def _without_others(phrase: str, name: str, people: NamedPeople) -> str:
    """A phrase without whom its person belongs to or speaks for (“Ana’s mother”, “a spokesman for Ana”).

    The *name* that it is compared with may be that of the other one; a body speaks by its people. One
    of a single word before a possessive may be a surname, and one may have a possessive of its own (“the
    teachers’ union”).
    """
    is_person, links = people.has(name), people.language.function_words.link
    is_short = sum(word[:1].isupper() for word in name.split()) <= 1
    belongs = (is_person or is_short) and _POSSESSIVE.search(name) is None
    parts = (_POSSESSOR.sub("", part) if belongs else part for part in phrase.split(","))
    return ",".join(_before_link(part, links) if is_person else part for part in parts)


def _before_link(part: str, links: Set[str]) -> str:
    words = _ELIDED.sub(" ", part).split()
    return " ".join(words[: next((at for at, word in enumerate(words) if at and word in links), len(words))])


def _is_same_description(asked: str, role: str, language: Language) -> bool:
    """Whether what is asked is what somebody is said to be, or all but what a phrase adds: “the pilot”."""
    short, full = (_words_of_description(each, language) for each in (asked, role))
    added = full[len(short) : len(short) + 1]
    return bool(short) and full[: len(short)] == short and set(added) <= language.function_words.link


def _words_of_description(phrase: str, language: Language) -> list[str]:
    """The words of a phrase without its article."""
    words = _WORD.findall(phrase.casefold())
    return words[1:] if words and words[0] in language.function_words.article else words


def _name_asked(asked: str, speaker: Speaker, language: Language) -> Name | None:
    """The name in what is asked, without what the speaker is: “the engineer Brandt”, “Brandt, the mayor”."""
    front, _, behind = asked.partition(",")
    words = (front if behind.strip()[:1].islower() else asked).replace(",", " ").split()
    words[:1] = _given_for_initial(words[:1], speaker.name.split())
    role = _own_words(speaker.role.text, language) if speaker.role else []
    count = 0
    while count < len(words) - 1 and _says_what_somebody_is(words[count], role, language):
        count += 1
    titles = filter(language.is_title, words[:count])
    return parse_name([*titles, *words[count:]], language)


def _own_words(role: str, language: Language) -> list[str]:
    """The words for what somebody is, without whom they are it to (“the mother | of Tom Doe”)."""
    return _before_link(_POSSESSOR.sub("", role).casefold(), language.function_words.link).split()


def _given_for_initial(opening: list[str], named: list[str]) -> list[str]:
    """The first word of the name in the text for its initial, which is no title then (“M. Brandt”)."""
    is_short = bool(opening) and is_initial(opening[0]) and len(named) > 1
    return named[:1] if is_short and named[0].startswith(opening[0][0]) else opening


def _says_what_somebody_is(word: str, role: Sequence[str], language: Language) -> bool:
    lower = word.casefold()
    if word.islower() or lower in role or language.is_title(word):
        return lower not in language.name_particles
    return lower in language.roles and lower not in language.first_names
