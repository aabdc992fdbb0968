"""Two sequences of words side by side: what they share, and what stands in only one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from quotekit.text.ranges import Range

__all__ = ["Op", "aligned", "closest", "neighbours_merged", "windows"]

_WIDE = 4_000_000
"""The most pairs of words that are compared at once; longer texts are parted first."""

_GRAM = 3
"""Words of the runs that a stretch of the source is scored by; chosen by hand: fewer stand anywhere, more
miss whatever is changed every few words."""

_ANCHOR = 6
"""Words of a run by which long texts are parted: enough that one seldom stands twice; chosen by hand."""

_TRIES = 50
"""Runs that are tried for that before a text is given up as different, so that time stays linear; chosen by
hand."""

_CANDIDATES = 3
"""Stretches of the source that are aligned, the best ones; chosen by hand."""

_PAD = 200
"""Words more, at both ends, that a stretch comes with, at most; chosen by hand."""

_MARGIN = 3
"""How many words more, at both ends, are read of the stretch that is most like a quotation."""


@frozen
class Op:
    """A stretch of words of the source, one of the quotation, and whether they are the same."""

    same: bool
    source: Range
    quote: Range


def neighbours_merged(ops: Iterable[Op]) -> list[Op]:
    """The *ops* with neighbours of one kind made one."""
    found: list[Op] = []
    for op in ops:
        if found and found[-1].same == op.same:
            last = found[-1]
            found[-1] = Op(op.same, (last.source[0], op.source[1]), (last.quote[0], op.quote[1]))
        else:
            found.append(op)
    return found


def windows(source: str, quote: str, width: int) -> list[Range]:
    """The stretches of *source* that most likely hold *quote*, the best first.

    A stretch of *width* words is as good as the number of different n-grams of the quotation that
    it holds; it comes with some more words at both ends. Linear in the length of both.
    """
    size, pad = min(_GRAM, len(quote)), min(len(quote), _PAD)
    # words that all stand together count where no run of them does, whatever stands elsewhere in the text
    looked_for = {size: width, 1: len(quote)}
    found = [
        window
        for grams, wide in looked_for.items()
        for window in _best_windows(_scored(_hits(source, quote, grams), wide), wide, pad, len(source))
    ]
    return list(dict.fromkeys(found))


def _scored(hits: Sequence[tuple[int, str]], width: int) -> list[tuple[int, int]]:
    """Each stretch of *width* words that ends in a hit, the best first: less its n-grams, and its start."""
    counts: Counter[str] = Counter()
    scored, first = [], 0
    for place, gram in hits:
        counts[gram] += 1
        while hits[first][0] <= place - width:
            counts[hits[first][1]] -= 1
            if not counts[hits[first][1]]:
                del counts[hits[first][1]]
            first += 1
        scored.append((-len(counts), hits[first][0]))
    return sorted(scored)


def _hits(source: str, quote: str, size: int) -> list[tuple[int, str]]:
    """Where n-grams of the quotation stand in the source, in runs of words that both have."""
    grams = {quote[at : at + size] for at in range(len(quote) - size + 1)}
    return [
        (at, source[at : at + size])
        for run in re.finditer("[^\0]+", source)
        for at in range(run.start(), run.end() - size + 1)
        if source[at : at + size] in grams
    ]


def _best_windows(scored: list[tuple[int, int]], width: int, pad: int, length: int) -> list[Range]:
    chosen: list[int] = []
    for _, start in scored:
        if all(abs(start - other) >= width for other in chosen):
            chosen.append(start)
        if len(chosen) == _CANDIDATES:
            break
    return [(max(0, start - pad), min(length, start + width + pad)) for start in chosen]


def closest(source: str, quote: str, window: Range) -> Range:
    """The stretch of a window that is as long as the quotation and most like it, with some words more.

    An alignment of the whole window may take words of the quotation from far apart.
    """
    start, end = window
    if (end - start) * len(quote) > _WIDE:
        return window
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - loads when it is needed

    found = partial_ratio_alignment(quote, source[start:end])
    if found is None:
        return window
    return max(start, start + found.dest_start - _MARGIN), min(end, start + found.dest_end + _MARGIN)


def aligned(source: str, quote: str, at: int = 0, quote_at: int = 0) -> Iterator[Op]:
    """Both sequences from end to end, with the fewest changed words (Levenshtein 1966).

    Sequences that are too long for that are parted where a run of words is the only one of its kind in
    both, as in patience diff; what cannot be parted so counts as different. The time is linear.
    """
    if len(source) * len(quote) <= _WIDE:
        from rapidfuzz.distance import Indel, Levenshtein  # noqa: PLC0415 - loads when it is needed

        # beside a quotation of its own length, as many of the same words as there are, not one for another
        distance = Indel if len(source) <= len(quote) + 2 * _MARGIN else Levenshtein
        for op in distance.opcodes(source, quote):
            yield Op(
                op.tag == "equal",
                (at + op.src_start, at + op.src_end),
                (quote_at + op.dest_start, quote_at + op.dest_end),
            )
        return
    anchor = _anchor(source, quote)
    if anchor is None:
        yield Op(False, (at, at + len(source)), (quote_at, quote_at + len(quote)))
        return
    here, there = anchor
    yield from aligned(source[:here], quote[:there], at, quote_at)
    yield from aligned(source[here:], quote[there:], at + here, quote_at + there)


def _anchor(source: str, quote: str) -> tuple[int, int] | None:
    """Where a run of words stands that both have just once, as near to the quotation's middle as may be."""
    middle, step = len(quote) // 2, len(quote) // (2 * _TRIES) | 1
    for number in range(_TRIES):
        there = middle + ((number + 1) // 2 * step + number) * (1 if number % 2 else -1)
        gram = quote[there : there + _ANCHOR]
        if there > 0 and len(gram) == _ANCHOR and "\0" not in gram:
            here = source.find(gram)
            if 0 < here == source.rfind(gram) and quote.find(gram) == there == quote.rfind(gram):
                return here, there
    return None
