"""What is so about a quotation, told by the operations from its places in the source to its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from quotekit.records import Span
from quotekit.verify.alignment import Op, neighbours_merged
from quotekit.verify.denials import with_denials
from quotekit.verify.differences import (
    SourceText,
    differs_in_key_alone,
    excuse,
    whole_sentence_omitted,
)
from quotekit.verify.joints import with_rests_of_words, words_lost
from quotekit.verify.placing import LIKE_ENOUGH
from quotekit.verify.respellings import edge_respellings, respellings
from quotekit.verify.verification import Change, ChangeKind, Normalisation, Verdict, Verification
from quotekit.verify.words import Claim

__all__ = ["judged"]

_SAME_KEY = 0.8
"""What a word counts that differs from the source's only in its accents or its contraction: nearly as the
same; chosen by hand."""


def judged(places: Sequence[Sequence[Op]], source: SourceText, claim: Claim) -> Verification:
    """The verdict on a *claim* that stands at *places* of *source*, with what differs and what is excused."""
    cut = [with_rests_of_words(one, source.words, claim.words) for one in places]
    whole = [with_denials(one, source.words, claim) for one in cut]
    ops = [op for one in whole for op in _of_this_place(one, whole)]
    changed = [op for op in ops if not op.same and not excuse(op, source, claim)]
    similarity = _similarity(ops, changed, source, claim)
    if similarity < LIKE_ENOUGH:
        return Verification("absent", (), similarity)
    excused = {excuse(op, source, claim) for op in ops if not op.same}
    spellings = {name for op in ops if op.same for name in respellings(op, source.words, claim)}
    edges = set(_outer_edges(ops, source, claim)) if ops else set()
    names = excused | spellings | edges
    if claim.breaks and not claim.ellipses:
        names -= {"interruption"} if _only_breaks(ops, claim) else set()
    normalisations = tuple(name for name in get_args(Normalisation) if name in names)
    spliced = len(places) > 1 or any(whole_sentence_omitted(op, source) for op in changed)
    return Verification(
        _verdict(spliced, changed, normalisations),
        _spans_in_source(ops, source, claim),
        similarity,
        normalisations,
        tuple(_change_of(op, source, claim) for op in _adjoining_as_one(changed)),
    )


def _verdict(spliced: bool, changed: Sequence[Op], normalisations: Sequence[Normalisation]) -> Verdict:
    if spliced:
        return "spliced"
    if changed:
        return "altered"
    return "normalised" if normalisations else "exact"


def _of_this_place(ops: Sequence[Op], places: Sequence[Sequence[Op]]) -> Iterator[Op]:
    """The *ops* of a place without the changes whose words another place has."""
    others = [(one[0].quote[0], one[-1].quote[1]) for one in places if one is not ops]
    for op in ops:
        start, end = op.quote
        if op.same or not any(start <= first < last <= end for first, last in others):
            yield op


def _only_breaks(ops: Sequence[Op], claim: Claim) -> bool:
    gaps = [op for op in ops if not op.same and op.quote[0] == op.quote[1]]
    return all(op.quote[0] in claim.breaks for op in gaps)


def _similarity(ops: Sequence[Op], changed: Sequence[Op], source: SourceText, claim: Claim) -> float:
    """The share of words in common (Dice coefficient), those left aside that are excused."""
    if ops and not changed:
        return 1.0
    same = 2 * sum(claim.words.count(op.quote) for op in ops if op.same)
    other = [(_words_changed(op, source, claim), differs_in_key_alone(op, source, claim)) for op in changed]
    alike = sum(size for size, is_alike in other if is_alike)
    return (same + _SAME_KEY * alike) / (same + sum(size for size, _ in other)) if same or alike else 0.0


def _words_changed(op: Op, source: SourceText, claim: Claim) -> int:
    """The words of both texts in a change; of what an ellipsis stands for, only the denial counts."""
    if op.quote[0] == op.quote[1] and op.quote[0] in claim.gaps:
        return 1
    return words_lost(op, source.words) + claim.words.count(op.quote)


def _outer_edges(ops: Sequence[Op], source: SourceText, claim: Claim) -> Iterator[Normalisation]:
    first, last = ops[0], ops[-1]
    if first.same:
        theirs = source.words.between(first.source[0] - 1, first.source[0])
        yield from edge_respellings(theirs, claim.words.between(-1, first.quote[0]), at_end=False)
    if last.same:
        theirs = source.words.between(last.source[1] - 1, last.source[1])
        yield from edge_respellings(
            theirs, claim.words.between(last.quote[1] - 1, last.quote[1]), at_end=True
        )


def _spans_in_source(ops: Sequence[Op], source: SourceText, claim: Claim) -> tuple[Span, ...]:
    """The stretches of the source, parted where something is left out or another place begins."""
    if not ops:
        return ()
    stretches = [list(ops[0].source)]
    for before, op in pairwise(ops):
        apart = op.source[0] != before.source[1]
        if apart or _parts_spans(before, source, claim):
            stretches.append(list(op.source))
        elif not _parts_spans(op, source, claim):
            stretches[-1][1] = op.source[1]
    ranges = [source.words.range(start, end) for start, end in stretches if start < end]
    return tuple(Span.of(source.text, start, end) for start, end in ranges)


def _parts_spans(op: Op, source: SourceText, claim: Claim) -> bool:
    left_out = excuse(op, source, claim) in ("ellipsis", "interruption")
    return not op.same and (left_out or whole_sentence_omitted(op, source))


def _adjoining_as_one(changed: Sequence[Op]) -> Iterator[Op]:
    """The changes, those made one between which nothing stands: “won't” is one word for “will”."""
    runs: list[list[Op]] = []
    for op in changed:
        last = runs[-1][-1] if runs else None
        if last and (last.source[1], last.quote[1]) == (op.source[0], op.quote[0]):
            runs[-1].append(op)
        else:
            runs.append([op])
    for run in runs:
        yield from neighbours_merged(run)


def _change_of(op: Op, source: SourceText, claim: Claim) -> Change:
    theirs = Span.of(source.text, *source.words.range(*op.source))
    ours = Span.of(claim.words.text, *claim.words.range(*op.quote))
    kind: ChangeKind = "replaced" if theirs.text and ours.text else "omitted" if theirs.text else "added"
    return Change(kind, theirs, ours)
