"""What somebody is said to have done, by others wherever the parse hangs it ("Ode accused the board of hiding
the leak"), or by whoever denies or admits it ("Ode denied hiding the leak")."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import report_in_frame
from quotekit.finders.rules.frames import Frame, frames
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import child, function_words_for, is_passive, labels_for, phrase
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["told_deeds"]


def told_deeds(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb with a subject that accuses somebody of something, or owns up to it."""
    yield from accusations(parsed)
    yield from own_deeds(parsed)


def accusations(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each active verb of accusing with its subject, whoever is accused, and of what."""
    for token in parsed.tokens:
        words = function_words_for(token)
        verb = parsed.verb(token) if lemma(token) in words.accusing else None
        if verb is None or is_passive(token):
            continue
        opening = opening_of_charge(token, words.reporting_preposition & verb.frames)
        if opening is not None:
            finding = report_in_frame(parsed, token, Frame(opening.lower_, (phrase(opening),)))
            if finding.source:
                yield evolve(finding, addressee=())


def own_deeds(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each active verb of denying or admitting, with its subject and the deed."""
    for token in parsed.tokens:
        verb = parsed.verb(token)
        if verb is None or "deed" not in verb.frames or is_passive(token):
            continue
        bare = (frame for frame in frames(token) if frame.name == "gerund")
        deed = next(bare, deed_behind_preposition(token))
        finding = None if deed is None else report_in_frame(parsed, token, deed)
        if finding is not None and finding.source:
            yield finding


def deed_behind_preposition(verb: Token) -> Frame | None:
    """The gerund that a *verb* of admitting has behind a preposition ("confessed to hiding it")."""
    labels, openings = labels_for(verb), function_words_for(verb).infinitive
    for word in dependents(verb):
        deed = child(word, labels.prepositional_clauses) if word.dep_ in labels.prepositions else None
        if deed is not None and word.lower_ in openings and deed.tag_ in labels.gerund_tags:
            return Frame(word.lower_, (phrase(word),))
    return None


def opening_of_charge(verb: Token, openings: Set[str]) -> Token | None:
    """That one of *openings* by which a *verb* tells what it accuses somebody of.

    Parsers take it for a part of whoever is accused, whose name may hold the same word: an act or a quotation
    behind it decides there.
    """
    accused = child(verb, labels_for(verb).direct_objects)
    if accused is None:
        return None
    behind = (word for word in verb.subtree if word.i > accused.i and word.lower_ in openings)
    found = [word for word in behind if word.dep_ in labels_for(word).prepositions]
    own = [word for word in found if word.head == verb]
    return next(filter(is_before_words_or_act, found), next(iter(own or found), None))


def is_before_words_or_act(opening: Token) -> bool:
    """Whether a preposition stands before a participle or an opening quotation mark."""
    act = child(opening, labels_for(opening).prepositional_clauses)
    return act is not None or any(word.is_quote for word in opening.doc[opening.i + 1 : opening.i + 2])
