"""Quotations whose letters or fragments all stand in the source: found whole, without a likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, pairwise

from quotekit.text.ranges import Range
from quotekit.verify.alignment import Op, neighbours_merged
from quotekit.verify.differences import (
    OMISSION,
    SourceText,
    excuse,
    whole_sentence_omitted,
)
from quotekit.verify.joints import is_rest_of_word
from quotekit.verify.words import Claim, Words

__all__ = ["fragments_apart", "letters_placed"]

_FRAGMENT = 2
"""The fewest words of a fragment that is sure enough to stand for itself: one word stands anywhere."""

_OCCURRENCES = 20
"""The most places at which letters are held against the edges of the source's words."""


def letters_placed(source: SourceText, quote: Words) -> list[list[Op]]:
    """The place where all letters of the quotation follow each other, blanks lost or added aside.

    The first one that cuts no word in two, or else the first.
    """
    letters, starts = source.letters
    wanted = "".join(quote.forms)
    found: list[Range] = []
    at = letters.find(wanted)
    for _ in range(_OCCURRENCES):
        if at < 0:
            break
        first, last = bisect_left(starts, at), bisect_left(starts, at + len(wanted))
        if starts[first] == at and starts[last] == at + len(wanted):
            found.append((first, last))
        at = letters.find(wanted, at + 1)
    best = min(found, key=lambda place: is_rest_of_word(source.words, place), default=None)
    return [list(_words_beside(source.words, quote, *best))] if best else []


def _words_beside(source: Words, quote: Words, first: int, last: int) -> Iterator[Op]:
    """Both stretches of the same letters, parted wherever words of both end: the same words, or others."""
    theirs = list(accumulate(map(len, source.forms[first:last]), initial=0))
    ours = list(accumulate(map(len, quote.forms), initial=0))
    common = sorted(set(theirs) & set(ours))
    stretches = [
        (
            (first + bisect_left(theirs, start), first + bisect_left(theirs, end)),
            (bisect_left(ours, start), bisect_left(ours, end)),
        )
        for start, end in pairwise(common)
    ]
    yield from neighbours_merged(
        Op(here[1] - here[0] == 1 == there[1] - there[0], here, there) for here, there in stretches
    )


def fragments_in_order(theirs: str, ours: str, source: SourceText, claim: Claim) -> list[list[Op]]:
    """The place where all fragments follow each other, with no more left out than ellipses stand for.

    Of several such places it is one where all that is left out may be, and of those the shortest.
    """
    fragments = _parted(claim, claim.gaps)
    if len(fragments) < 2:
        return []
    found = [list(_one_place(ops)) for ops in _fragment_chains(theirs, ours, fragments, OMISSION)]
    found.sort(key=lambda ops: (_is_changed(ops, source, claim), _width(ops)))
    return found[:1]


def _fragment_chains(theirs: str, ours: str, fragments: Sequence[Range], most: int) -> Iterator[list[Op]]:
    """The fragments in order, around each place of the longest, each as near to the next as can be."""
    longest = max(range(len(fragments)), key=lambda number: fragments[number][1] - fragments[number][0])
    start, end = fragments[longest]
    at = theirs.find(ours[start:end])
    for _ in range(_OCCURRENCES):
        if at < 0:
            break
        middle = Op(True, (at, at + end - start), (start, end))
        before = list(_before(theirs, ours, at, fragments[:longest], most))
        behind = list(_fragments_after(theirs, ours, middle.source[1], fragments[longest + 1 :], most))
        if len(before) + 1 + len(behind) == len(fragments):
            yield [*reversed(before), middle, *behind]
        at = theirs.find(ours[start:end], at + 1)


def _before(theirs: str, ours: str, at: int, fragments: Sequence[Range], most: int) -> Iterator[Op]:
    """The fragments that end before *at*, from the last to the first, as far as they are there."""
    for start, end in reversed(fragments):
        here = theirs.rfind(ours[start:end], max(0, at - most - (end - start)), at)
        if here < 0:
            return
        yield Op(True, (here, here + end - start), (start, end))
        at = here


def _fragments_after(theirs: str, ours: str, at: int, fragments: Sequence[Range], most: int) -> Iterator[Op]:
    """The fragments that begin at *at* or behind it, as far as they are there."""
    for start, end in fragments:
        here = theirs.find(ours[start:end], at, at + most + end - start)
        if here < 0:
            return
        at = here + end - start
        yield Op(True, (here, at), (start, end))


def _one_place(ops: Sequence[Op]) -> Iterator[Op]:
    """The *ops* with what is left out between them."""
    yield ops[0]
    for before, op in pairwise(ops):
        if before.source[1] < op.source[0]:
            yield Op(False, (before.source[1], op.source[0]), (op.quote[0], op.quote[0]))
        yield op


def _width(ops: Sequence[Op]) -> int:
    return ops[-1].source[1] - ops[0].source[0]


def _is_changed(ops: Sequence[Op], source: SourceText, claim: Claim) -> bool:
    return any(not op.same and excuse(op, source, claim) is None for op in ops)


def fragments_apart(theirs: str, ours: str, source: SourceText, claim: Claim) -> list[list[Op]]:
    """A place for each fragment, if all stand in the source and whole sentences or their order part them.

    Fragments end at an ellipsis, at the end of a sentence, and where a narrator interrupts. Words are
    one character each, as `encoded` gives them.
    """
    fragments = _parted(claim, claim.gaps | _sentence_starts(claim.words))
    if len(fragments) < 2 or any(end - start < _FRAGMENT for start, end in fragments):
        return []
    chain = min(_fragment_chains(theirs, ours, fragments, len(theirs)), key=_width, default=[])
    if chain:
        gaps = [op for op in _one_place(chain) if not op.same]
        return [[op] for op in chain] if any(whole_sentence_omitted(op, source) for op in gaps) else []
    places = [theirs.find(ours[start:end]) for start, end in fragments]
    if min(places) < 0:
        return []
    return [
        [Op(True, (here, here + end - start), (start, end))]
        for here, (start, end) in zip(places, fragments, strict=True)
    ]


def _parted(claim: Claim, places: Set[int]) -> list[Range]:
    """The words of a quotation, parted at some *places*."""
    return list(pairwise(sorted({0, len(claim.words.forms)} | places)))


def _sentence_starts(words: Words) -> set[int]:
    """The words that another sentence begins with."""
    return set(filter(words.is_sentence_start, range(1, len(words.forms))))
