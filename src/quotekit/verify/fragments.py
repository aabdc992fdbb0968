"""Quotations whose letters or fragments all stand in the source: found whole, without a likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, groupby, pairwise

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

__all__ = [
    "fragments_apart",
    "fragments_around_brackets",
    "fragments_in_order",
    "interrupted_letters_placed",
    "is_changed",
    "letters_placed",
]

_FRAGMENT = 2
"""The fewest words of a fragment that is sure enough to stand for itself: one word stands anywhere."""

_REST = 4
"""The fewest words of a sentence's rest that are more than some words left out; chosen by hand."""

_OCCURRENCES = 20
"""The most places at which letters are held against the edges of the source's words."""


def letters_placed(source: SourceText, quote: Words) -> list[list[Op]]:
    """The places where all letters of the quotation follow each other, blanks lost or added aside.

    Those that cut no word in two come first.
    """
    found = _places_of_letters(*source.letters, quote)
    best = sorted(found, key=lambda place: is_rest_of_word(source.words, place))
    return [list(_words_beside(source.words, quote, place, (0, len(quote.forms)))) for place in best]


def _places_of_letters(letters: str, starts: Sequence[int], quote: Words) -> Iterator[Range]:
    """The words of which the letters are those of the quotation, at the first few places of them."""
    wanted = "".join(quote.forms)
    at = letters.find(wanted)
    for _ in range(_OCCURRENCES):
        if at < 0:
            break
        first, last = bisect_left(starts, at), bisect_left(starts, at + len(wanted))
        if starts[first] == at and starts[last] == at + len(wanted):
            yield first, last
        at = letters.find(wanted, at + 1)


def _words_beside(source: Words, quote: Words, here: Range, there: Range) -> Iterator[Op]:
    """Both stretches of the same letters, parted wherever words of both end: the same words, or others."""
    theirs = list(accumulate(map(len, source.forms[slice(*here)]), initial=0))
    ours = list(accumulate(map(len, quote.forms[slice(*there)]), initial=0))
    common = sorted(set(theirs) & set(ours))
    stretches = [
        (
            (here[0] + bisect_left(theirs, start), here[0] + bisect_left(theirs, end)),
            (there[0] + bisect_left(ours, start), there[0] + bisect_left(ours, end)),
        )
        for start, end in pairwise(common)
    ]
    yield from neighbours_merged(
        Op(here[1] - here[0] == 1 == there[1] - there[0], here, there) for here, there in stretches
    )


def interrupted_letters_placed(source: SourceText, claim: Claim) -> Iterator[list[Op]]:
    """The places where they follow each other within quotation marks, the narrator's words left out."""
    for first, last in _places_of_letters(*source.spoken_letters, claim.words):
        runs = list(_runs_beside(source, claim.words, (first, last)))
        ops = list(_one_place(runs)) if len(runs) > 1 else []
        if ops and not is_changed(ops, source, claim):
            yield ops


def _runs_beside(source: SourceText, quote: Words, place: Range) -> Iterator[Op]:
    """Each run of words of the source that follow each other among spoken ones, beside the quotation's."""
    ends = list(accumulate(map(len, quote.forms), initial=0))
    words, at = source.spoken[slice(*place)], 0
    for _, run in groupby(enumerate(words), key=lambda pair: pair[1] - pair[0]):
        here = [word for _, word in run]
        size = sum(len(source.words.forms[word]) for word in here)
        first, last = bisect_left(ends, at), bisect_left(ends, at + size)
        at += size
        if (ends[first], ends[last]) != (at - size, at):
            return
        yield from _words_beside(source.words, quote, (here[0], here[-1] + 1), (first, last))


def fragments_in_order(theirs: str, ours: str, source: SourceText, claim: Claim) -> list[list[Op]]:
    """The place where all fragments follow each other, with no more left out than ellipses stand for.

    Of several such places it is one where all that is left out may be, and of those the shortest.
    """
    fragments = _parted(claim, claim.gaps)
    if len(fragments) < 2:
        return []
    found = [list(_one_place(ops)) for ops in _fragment_chains(theirs, ours, fragments, OMISSION)]
    found.sort(key=lambda ops: (is_changed(ops, source, claim), _width(ops)))
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
    """The *ops* with what is left out between them, or stands there in brackets."""
    yield ops[0]
    for before, op in pairwise(ops):
        between = Op(False, (before.source[1], op.source[0]), (before.quote[1], op.quote[0]))
        if between.source[0] < between.source[1] or between.quote[0] < between.quote[1]:
            yield between
        yield op


def _width(ops: Sequence[Op]) -> int:
    return ops[-1].source[1] - ops[0].source[0]


def is_changed(ops: Sequence[Op], source: SourceText, claim: Claim) -> bool:
    """Whether the quotation has other words at a place than the source, or lacks some without a sign."""
    return any(not op.same and excuse(op, source, claim) is None for op in ops)


def fragments_around_brackets(theirs: str, ours: str, claim: Claim) -> list[list[Op]]:
    """The places where all that stands outside square brackets follows, the shortest first."""
    inside, edges = claim.bracketed, {place + 1 for place in claim.bracketed} | claim.bracketed
    fragments = [stretch for stretch in _parted(claim, claim.gaps | edges) if stretch[0] not in inside]
    if not inside or not fragments:
        return []
    chains = map(list, map(_one_place, _fragment_chains(theirs, ours, fragments, OMISSION)))
    return sorted(chains, key=_width)


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
        return [[op] for op in chain] if any(_parts_places(op, source, claim) for op in gaps) else []
    places = [theirs.find(ours[start:end]) for start, end in fragments]
    if min(places) < 0:
        return []
    return [
        [Op(True, (here, here + end - start), (start, end))]
        for here, (start, end) in zip(places, fragments, strict=True)
    ]


def _parts_places(op: Op, source: SourceText, claim: Claim) -> bool:
    """Whether what is left out between two fragments makes them two places, and no sign says so.

    That is a whole sentence, or the long rest of one where the quotation ends a sentence too.
    """
    if whole_sentence_omitted(op, source):
        return True
    ends = any(map(source.words.is_sentence_start, range(op.source[0] + _REST, op.source[1] + 1)))
    begins = claim.words.is_sentence_start(op.quote[0])
    return ends and begins and excuse(op, source, claim) is None


def _parted(claim: Claim, places: Set[int]) -> list[Range]:
    """The words of a quotation, parted at some *places*."""
    return list(pairwise(sorted({0, len(claim.words.forms)} | places)))


def _sentence_starts(words: Words) -> set[int]:
    """The words that another sentence begins with."""
    return set(filter(words.is_sentence_start, range(1, len(words.forms))))
