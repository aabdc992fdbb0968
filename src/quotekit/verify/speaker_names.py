"""Whether a name that is asked about can be that of the speaker whom a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from quotekit.evaluation.names import same_speaker
from quotekit.language import Language
from quotekit.language.independent import name_fillers
from quotekit.records import Quote, Speaker
from quotekit.speakers.names.personal_names import Name, are_compatible, is_initial, parse_name

__all__ = ["may_be_speaker"]

_WORD = re.compile(r"\w+")

_POSSESSOR = re.compile(r"^.*['’]s?\s+(?=[^\W\d_])")
"""Whose relative or helper somebody is, before that word (“Helen Brandt’s | lawyer”)."""


def may_be_speaker(asked: str, quote: Quote, spellings: Sequence[str], language: Language) -> bool:
    """Whether the speaker of *quote* can be the one *asked* about, who is in *spellings* under other names.

    The fullest name that the text gives is compared. What stands beside the quote may be a part of
    it (“Brandt”), and tells no more of who that is.
    """
    speaker = quote.speaker
    if speaker is None:
        return False
    written = " ".join(span.text for span in quote.source)
    names = (speaker.name, speaker.mention.text)
    own = _without_others(asked, speaker.name, language)
    if any(_says(own, name) or _words(asked) == _words(name) for name in names):
        return True
    told = [_without_others(name, asked, language) for name in (*names, written, *spellings)]
    if any(_says(name, asked) for name in told):
        return True
    if speaker.role is not None and _is_same_description(asked, speaker.role.text, language):
        return True
    one, other = _name_asked(own, speaker, language), parse_name(told[0].split(), language)
    return one is not None and other is not None and are_compatible(one, other, language)


def _says(name: str, other: str) -> bool:
    """Whether a name is the *other* one, or says it with more words."""
    if same_speaker(name, other):
        return True
    words, others = _words(name), _words(other)
    return bool(others) and others <= words


def _words(name: str) -> Set[str]:
    """The words by which a name is told from others."""
    return set(_WORD.findall(name.casefold())) - name_fillers("check")


def _without_others(phrase: str, name: str, language: Language) -> str:
    """A phrase without whom its person belongs to or speaks for (“Ana’s mother”, “a spokesman for Ana”).

    The *name* that it is compared with may be that of the other one; a body speaks by its people.
    """
    given = any(word.casefold() in language.first_names for word in name.split()[:1])
    parts = (_POSSESSOR.sub("", part) for part in phrase.split(","))
    links = language.function_words.link
    return ",".join(_before_link(part, links) if given else part for part in parts)


def _before_link(part: str, links: Set[str]) -> str:
    words = part.split()
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
    role = speaker.role.text.casefold().split() if speaker.role else []
    count = 0
    while count < len(words) - 1 and _says_what_somebody_is(words[count], role, language):
        count += 1
    titles = filter(language.is_title, words[:count])
    return parse_name([*titles, *words[count:]], language)


def _given_for_initial(opening: list[str], named: list[str]) -> list[str]:
    """The first word of the name in the text for its initial, which is no title then (“M. Brandt”)."""
    is_short = bool(opening) and is_initial(opening[0]) and len(named) > 1
    return named[:1] if is_short and named[0].startswith(opening[0][0]) else opening


def _says_what_somebody_is(word: str, role: Sequence[str], language: Language) -> bool:
    lower = word.casefold()
    if word.islower() or lower in role or language.is_title(word):
        return lower not in language.name_particles
    return lower in language.roles and lower not in language.first_names
