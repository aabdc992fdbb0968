"""Quotations that a sentence about a person's attitude announces: "Holm was not amused: “It leaks.”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.rules.cues_of_marks import cue_before
from quotekit.finders.rules.marks.likenings import is_person, is_uttered
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.finders.rules.sources import without_pauses
from quotekit.parse.grammar import (
    Words,
    child,
    function_words_for,
    is_finite,
    is_passive,
    labels_for,
    phrase,
    ranges,
)
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["quotations_of_attitude"]


def quotations_of_attitude(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each utterance in marks behind what somebody was like and a colon, which is its cue."""
    for site in sites(parsed):
        first, last = site.before
        if first == last or parsed.tokens[last - 1].text != ":" or not is_uttered(site):
            continue
        verb = next((word for word in parsed.tokens[first:last] if is_attitude(word, site.before)), None)
        named = subject_or_patient(verb) if verb is not None else None
        if named is not None and cue_before(parsed, site) is None and has_attitude(named):
            yield announced_by_colon(parsed, site, without_pauses(*phrase(named), named))


def announced_by_colon(parsed: ParsedPage, site: Site, source: Words) -> Finding:
    """What the marks at *site* hold, by the colon before them, of *source*."""
    colon = (site.before[1] - 1, site.before[1])
    return Finding(
        ((site.mark.start, site.mark.end),), ranges(parsed.doc, (colon,)), ranges(parsed.doc, (source,))
    )


def has_attitude(word: Token) -> bool:
    """Whether *word* names or describes a person, and is no pronoun for a thing or nothing."""
    words = function_words_for(word)
    return is_person(word) and word.lower_ not in words.impersonal | words.pointing


def subject_or_patient(verb: Token) -> Token | None:
    """The subject of *verb*, an active or a passive one."""
    labels = labels_for(verb)
    return child(verb, labels.active_subjects | labels.passive_subjects)


def is_attitude(verb: Token, room: Words) -> bool:
    """Whether *verb* heads the clause in *room* and says of its subject what it was like or how it felt.

    An adjective says so ("was blunt:"), or a participle right before the colon ("was not amused:").
    """
    words, labels = function_words_for(verb), labels_for(verb)
    heads = verb.head.i == verb.i or not room[0] <= verb.head.i < room[1]
    if not heads or not is_finite(verb):
        return False
    if lemma(verb) in words.equating | words.becoming:
        told = (word for word in verb.rights if word.dep_ not in labels.adverbs | labels.negations)
        return next((word.pos_ == "ADJ" for word in told), False)
    return is_passive(verb) and verb.i == room[1] - 2
