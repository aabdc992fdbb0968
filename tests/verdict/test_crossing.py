"""Which contents may stand in others, and which of two that cross stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.finders.finding import Finding, Range
from quotekit.verdict import without_crossing


def item(*content: Range, cue: Range | None = None, fixed: str | None = None) -> Finding:
    """An attribution of a content, perhaps with a cue, perhaps shown by the layout."""
    return Finding(content, (cue,) if cue else (), fixed=fixed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_items", "stay"),
    [
        ([item((0, 10)), item((10, 20))], [0, 1]),
        ([item((0, 10)), item((9, 20))], [0]),
        ([item((0, 10)), item((0, 12))], [1]),
        ([item((0, 20)), item((5, 10), cue=(11, 14))], [0, 1]),
        ([item((0, 20)), item((5, 10))], [0]),
        ([item((0, 20)), item((5, 10), cue=(21, 24))], [0]),
        ([item((0, 20)), item((5, 20), cue=(0, 4))], [0, 1]),
        ([item((0, 5), (15, 20)), item((6, 10))], [0, 1]),
        ([item((0, 5), (15, 20)), item((5, 15))], [0, 1]),
        ([item((0, 5), (15, 20)), item((4, 10))], [0]),
        ([item((0, 40)), item((5, 30), cue=(31, 33)), item((10, 20), cue=(21, 23))], [0, 1, 2]),
        ([item((0, 10)), item((20, 30)), item((25, 35))], [0, 1]),
    ],
    ids=[
        "apart",
        "crossing by one character",
        "the longer of two that begin together",
        "inside, with its cue",
        "inside, without a cue",
        "inside, its cue outside",
        "inside up to the edges",
        "in a gap",
        "filling a gap",
        "half in a gap",
        "three deep",
        "what lies behind is not forgotten",
    ],
)
def test_what_stays(given_items: list[Finding], stay: list[int]) -> None:
    """Contents lie apart or one wholly in the other, with its cue."""
    expected = [given_items[at] for at in stay]
    assert without_crossing(given_items) == expected
    assert without_crossing(reversed(given_items)) == expected


def test_of_two_alike_the_first_stays() -> None:
    """A content that is there already is not told twice."""
    first, second = item((0, 20)), item((0, 20), cue=(3, 4))
    assert without_crossing([first, second]) == [first]
    assert without_crossing([second, first]) == [second]


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        (item((0, 5)), True),
        (item((0, 12)), False),
        (item((5, 40), cue=(41, 44)), True),
        (item((8, 40), cue=(41, 44)), False),
        (item((12, 18), cue=(18, 19)), True),
        (item((30, 40)), True),
        (item((29, 40)), False),
        (item((0, 5), (31, 40), cue=(41, 44)), True),
        (item((0, 5), (31, 40), cue=(7, 9)), False),
    ],
    ids=[
        "before",
        "into it",
        "around it and its cue",
        "around it without its cue",
        "inside it",
        "right behind",
        "out of it",
        "on both sides",
        "on both sides, with the same cue",
    ],
)
def test_the_layout_has_the_word(other: Finding, stays: bool) -> None:
    """Of two that cross, the one whose kind the layout shows stays, be it the shorter or the later one."""
    shown = item((10, 30), cue=(7, 9), fixed="direct")
    found = without_crossing([other, shown])
    assert shown in found
    assert (other in found) == stays


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8), st.booleans()), max_size=8))
def test_nothing_crosses(places: list[tuple[int, int, bool]]) -> None:
    """Whatever was found, what stays lies apart or nested."""
    items = [
        item((start, start + length), cue=(start, start + 1), fixed="direct" if shown else None)
        for start, length, shown in places
    ]
    kept = [one.content[0] for one in without_crossing(items)]
    assert not [(a, b) for a in kept for b in kept if a[0] < b[0] < a[1] < b[1]]
    assert not items or kept
