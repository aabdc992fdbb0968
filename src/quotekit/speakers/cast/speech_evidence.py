"""What it tells of a name that its bearer speaks: whoever says "I", or goes on as "he", is a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile

from attrs import frozen

from quotekit.language import Language
from quotekit.speakers.cast.name_evidence import FIRM, PERSON
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention

__all__ = ["SpeakingTokens", "evidence_of_speech", "is_determined"]

NAMES_AROUND = 8
"""Names on either side of one that are looked through, so that each takes the same time; chosen by hand."""

SPEECH_TOKENS = 200
"""Tokens behind a name, quotations included, in which the next source takes it up; chosen by hand."""


@frozen
class SpeakingTokens:
    """The tokens of those who speak, which tell what a name there is.

    Attributes:
        sources: All of them. A surname there is more than a word of some other name.
        voices: Those of turns of dialogue, where a first name is more than that too.
        selves: Those who say "I" in their own words, as no organisation does.
    """

    sources: Set[int] = frozenset()
    voices: Set[int] = frozenset()
    selves: Set[int] = frozenset()


def evidence_of_speech(
    text: Discourse, names: Sequence[Mention], at: int, language: Language, speaking: SpeakingTokens
) -> Iterator[tuple[str, float]]:
    """What it says of the name at *at*, a subject, that its bearer says "I" or speaks next as "he"."""
    mention = names[at]
    if text.deps[mention.head] != "nsubj" or is_determined(text, mention) or text.quoted[mention.head]:
        return
    if mention.head in speaking.selves:
        yield PERSON, FIRM
    named = mention.name is not None and mention.name.is_full  # "Lufthansa" and "Moscow" speak too
    if named and not is_near_person(names, at) and takes_up_speaker(text, names, at, language, speaking):
        yield PERSON, FIRM


def is_near_person(names: Sequence[Mention], at: int) -> bool:
    """Whether somebody else is named shortly before a name, whom a pronoun behind it can mean."""
    near = names[max(0, at - NAMES_AROUND) : at]
    return any(one.label == PERSON and one.name != names[at].name for one in near)


def takes_up_speaker(
    text: Discourse, names: Sequence[Mention], at: int, language: Language, speaking: SpeakingTokens
) -> bool:
    """Whether the next paragraph has "he" or "she" for a source, before anybody else is named."""
    last, after = names[at].last, text.paragraphs[names[at].head] + 1
    others = (one.first for one in names[at + 1 : at + NAMES_AROUND] if not text.quoted[one.head])
    behind = range(last, min(next(others, len(text)), last + SPEECH_TOKENS, len(text)))
    apart = dropwhile(speaking.sources.__contains__, behind)  # not the rest of its own source
    spoken = (index for index in apart if index in speaking.sources and not text.quoted[index])
    index = next(spoken, last)
    pronoun = language.pronouns.get(text.lower_at(index))
    is_personal = pronoun is not None and pronoun.is_third_singular and pronoun.gender in {"m", "f"}
    return is_personal and text.paragraphs[index] == after


def is_determined(text: Discourse, mention: Mention) -> bool:
    """Whether an article, a possessive or an adjective stands before a name."""
    before = text.previous_word(mention.first)
    return before >= 0 and text.tags[before] in {"DT", "PRP$", "POS", "JJ", "IN"}
