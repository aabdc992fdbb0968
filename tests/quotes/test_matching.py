"""Which of the quotes found are those that somebody asks about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.quotes.matching import best_matches
from quotekit.records import Quote, Span

TEXT = "abcdefghijklmnopqrstuvwxyz" * 2


def quote(*ranges: tuple[int, int]) -> Quote:
    """A quote with these spans."""
    return Quote("indirect", tuple(Span.of(TEXT, start, end) for start, end in ranges))


def places(draw_from: st.SearchStrategy[int]) -> st.SearchStrategy[Quote]:
    """Quotes of one span somewhere in the text."""
    pairs = st.tuples(draw_from, draw_from).filter(lambda pair: pair[0] < pair[1])
    return pairs.map(quote)


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        (quote((0, 4)), [quote((0, 8))], 0),
        (quote((0, 4)), [quote((0, 9))], None),
        (quote((2, 6)), [quote((0, 2)), quote((6, 8))], None),
        (quote((0, 4), (8, 12)), [quote((0, 4)), quote((0, 4), (8, 11))], 1),
        (quote((4, 8)), [quote((0, 20)), quote((4, 9))], 1),
        (quote((4, 8)), [quote((4, 7)), quote((4, 8)), quote((5, 8))], 1),
        (quote((10, 14)), [quote((0, 30)), quote((2, 3)), quote((4, 5))], None),
        (quote((10, 30)), [quote((0, 30)), quote((2, 3)), quote((40, 41))], 0),
        (quote((4, 8)), [], None),
    ],
    ids=[
        "half is enough",
        "less than half is not",
        "what touches shares nothing",
        "all spans count",
        "the likest wins",
        "the same wins",
        "all around is unlike",
        "looked for behind shorter ones",
        "nothing there",
    ],
)
def test_match(asked: Quote, found: list[Quote], expected: int | None) -> None:
    """The match is the quote that shares the largest part of both contents, at least half of it."""
    [match] = best_matches([asked], found)
    assert match is (None if expected is None else found[expected])


@given(places(st.integers(0, 30)), st.lists(places(st.integers(0, 30)), max_size=6))
def test_as_by_comparing_all(asked: Quote, found: list[Quote]) -> None:
    """No quote that is farther away than the lookup reaches would have been a better match."""
    found.sort(key=lambda quote: (quote.start, -quote.end))

    def likeness(other: Quote) -> float:
        mine, theirs = set(range(asked.start, asked.end)), set(range(other.start, other.end))
        return len(mine & theirs) / len(mine | theirs)

    [match] = best_matches([asked], found)
    best = max(map(likeness, found), default=0.0)
    assert (match is None) == (best < 0.5)
    assert match is None or likeness(match) == best
