"""The rules, in the order in which they are believed, and the tagger that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Attribution
from quotekit.finders.rules.adverbs import evidential_adverbs
from quotekit.finders.rules.announced import announced_blocks, announced_items
from quotekit.finders.rules.beside import quoted_words, whole_quotations
from quotekit.finders.rules.clauses import reported_clauses
from quotekit.finders.rules.insertions import inserted_reports
from quotekit.finders.rules.inversions import inverted_reports
from quotekit.finders.rules.nouns import announced_marks, nominal_reports
from quotekit.finders.rules.prepositions import possessive_cues, prepositional_cues
from quotekit.finders.rules.reading import Reading, read
from quotekit.records import MarkedSpan, Settings
from quotekit.text.ranges import Range, clipped, merged, overlap, without

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["RULES", "tag_by_rules"]

Rule = Callable[[Reading], Iterator[Attribution]]

RULES: tuple[tuple[str, Rule, float], ...] = (
    ("item of a list", announced_items, 0.9),
    ("block behind a colon", announced_blocks, 0.9),
    ("verb before its subject", inverted_reports, 0.9),
    ("quotation beside cue", whole_quotations, 0.95),
    ("words in marks beside cue", quoted_words, 0.64),
    ("noun before quotation", announced_marks, 0.92),
    ("inserted report", inserted_reports, 0.9),
    ("reported clause", reported_clauses, 0.78),
    ("cue phrase", prepositional_cues, 0.81),
    ("possessive phrase", possessive_cues, 0.81),
    ("reporting noun", nominal_reports, 0.74),
    ("evidential adverb", evidential_adverbs, 0.39),
)
"""Every rule with its name and the share of what it finds that is right.

The shares are those of the training part of PolNeAR (Newell et al. 2018) by overlap of at least
half, outside of other quotes; those of lists, of blocks and of other languages are guesses. Where
two rules find the same cue, the first one's source stands.
"""


def tag_by_rules(doc: Doc, marks: Sequence[MarkedSpan], settings: Settings) -> list[Attribution]:
    """The attributions that rules over the parse of *doc* find.

    Args:
        doc: A document with a dependency parse.
        marks: Its quotation marks.
        settings: Its `extra_cues` are reporting verbs beside those of the lexicon.

    Returns:
        One attribution for each cue, in the order of the cues.

    Raises:
        LanguageError: There are no word lists for the document's language.
    """
    reading = read(doc, marks, settings)
    found = [
        evolve(item if item.kind else confined(reading, item), rule=name, confidence=sure)
        for name, rule, sure in RULES
        for item in rule(reading)
    ]
    found = [item for item in found if item.content]
    return sorted(by_cue(found), key=lambda item: item.cue)


def confined(reading: Reading, item: Attribution) -> Attribution:
    """The attribution less what lies outside the paragraph or the quotation marks that its cue is in.

    Parsers read on through both; nobody reports across them.
    """
    low, high = reading.room(item.cue[0][0])
    return evolve(
        item,
        content=tuple(without(clipped(item.content, low, high), (*item.cue, *item.source))),
        source=tuple(clipped(item.source, low, high)),
        addressee=tuple(clipped(item.addressee, low, high)),
    )


def by_cue(attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions with those of one and the same cue made one, unless the layout sets them apart."""
    groups: dict[tuple[Range, ...], list[Attribution]] = {}
    for item in attributions:
        if item.kind is not None:
            yield item
        else:
            groups.setdefault(item.cue[-1:], []).append(item)
    for same in groups.values():
        yield united(same)


def united(same: Sequence[Attribution]) -> Attribution:
    """One attribution of several that share their cue.

    What stands in quotation marks is believed first; a clause that the parse finds adds to it
    only what overlaps it, such as the words before the marks in a mixed quotation.
    """
    best = same[0]
    content = sorted({span for item in same if item.rule == best.rule for span in item.content})
    for item in same:
        if item.rule != best.rule and any(overlap(span, other) for span in item.content for other in content):
            content = merged([*content, *item.content])
    source = next((item.source for item in same if item.source), ())
    addressees = (item.addressee for item in same if without(item.addressee, source) == [*item.addressee])
    return evolve(
        best,
        content=tuple(content),
        cue=max((item.cue for item in same), key=len),
        source=source,
        addressee=next(filter(None, addressees), ()),
    )
