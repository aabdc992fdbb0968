"""Verbs of reporting and the clauses and phrases that they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.page_memory import kept_with_page
from quotekit.finders.rules.frames import Frame, frames
from quotekit.finders.rules.insertions.inversions import breaks_in
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sources import addressee_of, source_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    agent,
    child,
    function_words_for,
    is_deep,
    is_passive,
    is_reduced_passive,
    is_verb_part,
    labels_for,
    passive_subject,
    ranges,
    runs_of_tokens,
    verb_group,
)
from quotekit.parse.reporting import ReportingVerb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["report_in_frame", "reported_clauses", "reports_in_frames"]

CLAUSES = frozenset({"clause", "gerund", "insert", "small", "that", "to", "wh"})

FEWEST = 3
"""Tokens of a phrase that tells what was said; a shorter one only names what it was about."""

LONGEST_GROUP = 6
"""Tokens of a cue of two verbs, at most, with all that stands between them ("was widely quoted as saying"); a
guess."""


def reported_clauses(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of reporting that stands in a construction in which it reports."""
    for token, frame in reports_in_frames(parsed):
        yield report_in_frame(parsed, token, frame)


@kept_with_page
def reports_in_frames(parsed: ParsedPage) -> Sequence[tuple[Token, Frame]]:
    """Each verb of reporting with the construction in which it reports; two rules ask."""
    return tuple(verbs_with_frames(parsed))


def verbs_with_frames(parsed: ParsedPage) -> Iterator[tuple[Token, Frame]]:
    """The verbs of reporting on a page with their constructions, one by one."""
    for token in parsed.tokens:
        verb = parsed.verb(token)
        if verb is None or is_verb_part(token) or is_deep(token) or breaks_in(token):
            continue
        frame = next((frame for frame in constructions(token) if reports_frame(token, verb, frame)), None)
        if frame is not None and frame.content:
            yield token, frame


def constructions(token: Token) -> Iterator[Frame]:
    """The constructions of *token*, and the clauses around a verb that carries it."""
    yield from frames(token)
    above = carrier(token)
    if above is not None:
        yield from (frame for frame in frames(above, carried=token) if frame.name == "clause")


def reports_frame(token: Token, verb: ReportingVerb, frame: Frame) -> bool:
    """Whether *token*, a form of *verb*, reports what stands in *frame*."""
    if frame.name not in verb.frames and not (frame.name == "to" and is_raised(token, verb)):
        return False
    labels = labels_for(token)
    if (token.tag_ in labels.bare_tags and is_example(token)) or says_what_something_is(token):
        return False
    participle = token.tag_ in labels.participle_tags and token.dep_ in labels.adverbial_clauses
    if frame.name not in CLAUSES and (participle or is_topic(frame)):
        return False
    if frame.name == "insert" and is_passive(token):
        return agent(token) is not None or is_impersonal(token)
    return (
        source_of(token) != ()
        or is_passive(token)
        or is_reduced_passive(token)
        or token.tag_ in labels.gerund_tags
        or frame.name == "insert"
    )


def is_impersonal(token: Token) -> bool:
    """Whether nobody does what a passive tells ("…, it is feared, …"; not "…, it must be said, …")."""
    subject, modals = passive_subject(token), labels_for(token).modal_tags
    modal = any(word.tag_ in modals for word in dependents(token))
    return subject is not None and subject.lower_ in function_words_for(token).impersonal and not modal


def is_raised(token: Token, verb: ReportingVerb) -> bool:
    """Whether a passive lends its subject to the clause that it reports ("is believed to be empty")."""
    return is_passive(token) and "that" in verb.frames


def is_topic(frame: Frame) -> bool:
    """Whether a phrase is too short to be more than the topic ("asked about it", "reported a leak")."""
    return sum(last - first for first, last in frame.content) < FEWEST


def says_what_something_is(token: Token) -> bool:
    """Whether an infinitive says what something is, not what somebody does ("the goal is to warn")."""
    return (
        token.dep_ in labels_for(token).open_complements
        and token.head.lemma_ in function_words_for(token).equating
    )


def is_example(token: Token) -> bool:
    """Whether a bare verb stands for itself or commands ("say, a copper pipe"; "say what you will")."""
    labels = labels_for(token)
    governed = labels.conjuncts | labels.clausal_complements | labels.open_complements
    return not any(map(is_verb_part, dependents(token))) and token.dep_ not in governed


def report_in_frame(parsed: ParsedPage, token: Token, frame: Frame) -> Finding:
    """The attribution of what stands in *frame* to the source of *token*."""
    doc = parsed.doc
    return Finding(
        content=ranges(doc, frame.content),
        cue=ranges(doc, runs_of_tokens(cue_group(token))),
        source=ranges(doc, source_of(token)),
        addressee=ranges(doc, addressee_of(token, frame.content)),
    )


def cue_group(token: Token) -> list[int]:
    """The cue's words: the verb group, in "went on to say" and "was quoted as saying" with the one above."""
    group = verb_group(token)
    above = carrier(token)
    if above is None:
        return group
    start = min(verb_group(above))
    return list(range(start, token.i + 1)) if 0 <= token.i - start < LONGEST_GROUP else group


def carrier(token: Token) -> Token | None:
    """The verb that merely carries *token*, an infinitive or a participle on it."""
    labels = labels_for(token)
    if (
        token.dep_ in labels.prepositional_clauses
        and token.head.lower_ in function_words_for(token).carrying
        and is_passive(token.head.head)
    ):
        return token.head.head
    if token.dep_ in labels.open_complements and child(token.head, labels.particles) is not None:
        return token.head
    return None
