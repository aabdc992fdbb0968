"""Where in a source a quotation's words stand: in one place, or piece by piece in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise

from attrs import evolve, frozen

from quotekit.text.ranges import Range
from quotekit.verify.alignment import Op, aligned, closest, neighbours_merged, windows
from quotekit.verify.differences import OMISSION, SourceText, excuse
from quotekit.verify.fragments import (
    fragments_apart,
    fragments_around_brackets,
    fragments_in_order,
    interrupted_letters_placed,
    is_changed,
    letters_placed,
)
from quotekit.verify.joints import words_lost
from quotekit.verify.words import Claim, Words, encoded

__all__ = ["place", "places_by_letters"]

LIKE_ENOUGH = 0.6
"""The share of the same words from which on a stretch of the source is what a quotation means."""

_PIECE = 4
"""The fewest words that are looked for in a place of their own."""

_TRIES = 12
"""Pieces of a quotation that are looked for, at most; chosen by hand, so that time stays linear."""

_SLACK = 20
"""Words that a stretch of the source may be longer than twice the quotation; chosen by hand."""

_GAPS = 5
"""Omissions that it may be longer for, at most; chosen by hand."""

_EXCUSED_COST = 0.5
"""What a difference that is none of words costs, in words that are the same; chosen by hand."""

_CHANGED_COST = 0.5
"""What each changed word costs, in words that are the same: a place that is half the same is worth as much as
it costs; chosen by hand."""


@frozen(eq=False)
class _Texts:
    """Both texts, their words as characters, and what else is known of them."""

    source: SourceText
    claim: Claim
    theirs: str
    ours: str


def place(source: SourceText, claim: Claim) -> list[list[Op]]:
    """The quotation's words beside the source's, a list for each place that they are from.

    Places come in the quotation's order. Each list begins and ends with words of the quotation, and
    leaves none in between out; words before, between or behind the lists stand nowhere. No place at
    all means that nothing in the source is like enough.
    """
    texts = _Texts(source, claim, *encoded(source.words, claim.words))
    found = (
        next(places_by_letters(source, claim), None)
        or fragments_in_order(texts.theirs, texts.ours, source, claim)
        or _placed_around_brackets(texts)
        or fragments_apart(texts.theirs, texts.ours, source, claim)
        or _pieces_placed(texts)
    )
    return [list(_told_apart(texts, _letters_apart(texts, ops))) for ops in found]


def places_by_letters(source: SourceText, claim: Claim) -> Iterator[list[list[Op]]]:
    """Each place where all letters of the quotation follow each other, those with a narrator between last."""
    found = chain(letters_placed(source, claim.words), interrupted_letters_placed(source, claim))
    yield from ([ops] for ops in found)


def _letters_apart(texts: _Texts, ops: Sequence[Op]) -> Iterator[Op]:
    """The *ops*, changes parted where their letters begin or end alike, in words parted otherwise.

    One with words in brackets stays whole: these stand for as many words as the source has there.
    """
    for op in ops:
        if op.same or not texts.claim.bracketed.isdisjoint(range(*op.quote)):
            yield op
            continue
        theirs, ours = (
            words.forms[slice(*stretch)]
            for words, stretch in ((texts.source.words, op.source), (texts.claim.words, op.quote))
        )
        here, there = _letters_alike(theirs, ours)
        back, tail = _letters_alike(
            [form[::-1] for form in theirs[here:][::-1]], [form[::-1] for form in ours[there:][::-1]]
        )
        cuts = ((op.source[0] + here, op.quote[0] + there), (op.source[1] - back, op.quote[1] - tail))
        edges = [(op.source[0], op.quote[0]), *cuts, (op.source[1], op.quote[1])]
        yield from (
            Op(False, (left[0], right[0]), (left[1], right[1]))
            for left, right in pairwise(edges)
            if left != right
        )


def _letters_alike(theirs: Sequence[str], ours: Sequence[str]) -> Range:
    """How many words of two stretches the longest run of the same letters takes that both begin with."""
    ends = {length: count for count, length in enumerate(accumulate(map(len, ours)), 1)}
    best, whole = (0, 0), ("".join(theirs), "".join(ours))
    for count, length in enumerate(accumulate(map(len, theirs)), 1):
        if whole[0][:length] != whole[1][:length]:
            break
        if length in ends:
            best = (count, ends[length])
    return best


def _told_apart(texts: _Texts, ops: Iterable[Op]) -> Iterator[Op]:
    """The *ops*, those of the same keys parted where the words differ."""
    for op in ops:
        shift = op.source[0] - op.quote[0]
        alike = [
            not op.same or texts.source.words.forms[here + shift] == texts.claim.words.forms[here]
            for here in range(*op.quote)
        ]
        if all(alike):
            yield op
            continue
        each = (
            Op(same, (here + shift, here + shift + 1), (here, here + 1))
            for same, here in zip(alike, range(*op.quote), strict=True)
        )
        yield from neighbours_merged(each)


def _placed_around_brackets(texts: _Texts) -> list[list[Op]]:
    """The place where nothing differs but what stands in square brackets."""
    chains = fragments_around_brackets(texts.theirs, texts.ours, texts.claim)
    whole = (_completed(texts, ops, ()) for ops in chains)
    found = (ops for ops in whole if not is_changed(ops, texts.source, texts.claim))
    return list(islice(found, 1))


def _pieces_placed(texts: _Texts) -> list[list[Op]]:
    """The quotation in as many places as it takes, what is like it most first."""
    found: list[list[Op]] = []
    todo = [(0, len(texts.ours))]
    for _ in range(_TRIES):
        if not todo:
            break
        low, high = todo.pop(0)
        ops = _place_of_fragments(texts, low, high)
        if _is_like_enough(texts.claim.words, ops, (low, high)):
            found.append(ops)
            todo += [
                stretch for stretch in _missing(texts, ops, low, high) if stretch[1] - stretch[0] >= _PIECE
            ]
    whole = [_completed(texts, ops, found) for ops in found]
    return sorted(whole, key=lambda ops: ops[0].quote)


def _is_like_enough(quote: Words, ops: Sequence[Op], wanted: Range) -> bool:
    if not ops:
        return False
    same, found = _same(quote, ops), quote.count((ops[0].quote[0], ops[-1].quote[1]))
    return same >= min(_PIECE, LIKE_ENOUGH * quote.count(wanted)) and same >= LIKE_ENOUGH * found


def _same(quote: Words, ops: Sequence[Op]) -> int:
    return sum(quote.count(op.quote) for op in ops if op.same)


def _missing(texts: _Texts, ops: Sequence[Op], low: int, high: int) -> Iterator[Range]:
    """The words of the quotation from *low* to *high* that these *ops* do not find."""
    yield low, ops[0].quote[0]
    yield from (op.quote for op in ops if not op.same and not excuse(op, texts.source, texts.claim))
    yield ops[-1].quote[1], high


def _place_of_fragments(texts: _Texts, low: int, high: int) -> list[Op]:
    """The best place for the words from *low* to *high*."""
    quote = texts.ours[low:high]
    at = texts.theirs.find(quote)
    if at >= 0:
        return [Op(True, (at, at + len(quote)), (low, high))]
    gaps = sum(low < gap < high for gap in texts.claim.gaps)
    width = 2 * len(quote) + _SLACK + OMISSION * min(gaps, _GAPS)
    places = [
        _cut_to_matches(texts, _in_window(texts, window, low, high), low, high)
        for wide in windows(texts.theirs, quote, width)
        for window in (wide, closest(texts.theirs, quote, wide))
    ]
    return max(
        places,
        key=lambda ops: (_same(texts.claim.words, ops), sum(_worth(texts, op) for op in ops)),
        default=[],
    )


def _in_window(texts: _Texts, window: Range, low: int, high: int) -> list[Op]:
    start, end = window
    ops = neighbours_merged(aligned(texts.theirs[start:end], texts.ours[low:high], start, low))
    for number in range(1, len(ops) - 1):
        _slide(texts, ops, number)
    return [op for op in ops if op.source[0] < op.source[1] or op.quote[0] < op.quote[1]]


def _slide(texts: _Texts, ops: list[Op], number: int) -> None:
    """Move an omission to where the quotation says that it is, if the same words are then left."""
    before, op, behind = ops[number - 1 : number + 2]
    place, (start, end) = op.quote[0], op.source
    gaps = texts.claim.gaps
    if op.same or op.quote[0] != op.quote[1] or place in gaps:
        return
    left, right = 0, 0
    while before.quote[0] < place - left and texts.theirs[start - left - 1] == texts.theirs[end - left - 1]:
        left += 1
    while place + right < behind.quote[1] and texts.theirs[start + right] == texts.theirs[end + right]:
        right += 1
    moves = [move for move in range(-left, right + 1) if place + move in gaps]
    if moves:
        step = moves[0]
        ops[number - 1] = _ending(before, step)
        ops[number] = Op(False, (start + step, end + step), (place + step, place + step))
        ops[number + 1] = Op(True, (end + step, behind.source[1]), (place + step, behind.quote[1]))


def _ending(op: Op, step: int) -> Op:
    return evolve(op, source=(op.source[0], op.source[1] + step), quote=(op.quote[0], op.quote[1] + step))


def _cut_to_matches(texts: _Texts, ops: list[Op], low: int, high: int) -> list[Op]:
    """The run of *ops* that has the most of the same words for the fewest others (Kadane's algorithm)."""
    best, most = (0, 0), 0.0
    start, score = 0, 0.0
    for number, op in enumerate(ops):
        if score <= 0 and op.same:
            start, score = number, 0.0
        score += _worth(texts, op)
        if score > most:
            best, most = (start, number + 1), score
    chosen = ops[slice(*best)]
    return _widened(texts, chosen, low, high) if chosen else []


def _worth(texts: _Texts, op: Op) -> float:
    ours = texts.claim.words.count(op.quote)
    if op.same:
        return ours
    size = max(words_lost(op, texts.source.words), ours)
    marked = op.quote[0] == op.quote[1] and op.quote[0] in texts.claim.gaps
    excused = marked or excuse(op, texts.source, texts.claim)
    return -_EXCUSED_COST if excused else -_CHANGED_COST * size


def _widened(texts: _Texts, ops: list[Op], low: int, high: int) -> list[Op]:
    """The *ops* with the same words just before and behind them."""
    start, end, first, last = ops[0].source[0], ops[-1].source[1], ops[0].quote[0], ops[-1].quote[1]
    left = _alike(texts.theirs[max(0, start - (first - low)) : start][::-1], texts.ours[low:first][::-1])
    right = _alike(texts.theirs[end : end + high - last], texts.ours[last:high])
    ops[0] = evolve(ops[0], source=(start - left, ops[0].source[1]), quote=(first - left, ops[0].quote[1]))
    ops[-1] = _ending(ops[-1], right)
    return ops


def _alike(theirs: str, ours: str) -> int:
    """How many words two stretches begin with alike."""
    pairs = enumerate(zip(theirs, ours, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(theirs), len(ours)))


def _completed(texts: _Texts, ops: list[Op], places: Sequence[list[Op]]) -> list[Op]:
    """The *ops* with the words before and behind them that no other place has, as changes of this one."""
    taken = [(other[0].quote[0], other[-1].quote[1]) for other in places if other is not ops]
    first, last = ops[0].quote[0], ops[-1].quote[1]
    low = max((end for _, end in taken if end <= first), default=0)
    # A place that follows takes the words before it for its own.
    high = last if any(first >= last for first, _ in taken) else len(texts.ours)
    start, end = ops[0].source[0], ops[-1].source[1]
    before = _source_words_at_edge(texts, start, first - low, -1)
    behind = _source_words_at_edge(texts, end, high - last, 1)
    head = [Op(False, (start - before, start), (low, first))] if low < first else []
    tail = [Op(False, (end, end + behind), (last, high))] if last < high else []
    return [*head, *ops, *tail]


def _source_words_at_edge(texts: _Texts, edge: int, most: int, way: int) -> int:
    """How many words of the source, at most three, stand beside an edge where others are quoted."""
    words, count = texts.source.words, 0
    while count < min(most, _PIECE - 1):
        here = edge + way * count
        if not (here > 0 if way < 0 else here < len(words.ranges)):
            break
        if words.is_sentence_start(here):
            break
        count += 1
    return count
