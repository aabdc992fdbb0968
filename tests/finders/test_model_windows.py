"""Windows answer for every word piece exactly once, whatever the paragraphs' lengths."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quotekit.finders.network.windows import Window, batches, pack_windows

LENGTHS = st.lists(st.integers(min_value=1, max_value=90), min_size=1, max_size=12)


def bounds_of(lengths: list[int]) -> np.ndarray:
    """Paragraph bounds, as `Pieces.paragraph_bounds` gives them."""
    return np.cumsum([0, *lengths])


@given(LENGTHS)
def test_every_piece_is_answered_for_once(lengths: list[int]) -> None:
    """The cores of the windows are all pieces, in order, without gaps."""
    windows = pack_windows(bounds_of(lengths), size=24, overlap=4)
    answered = [piece for window in windows for piece in range(*window.core)]
    assert answered == list(range(sum(lengths)))


@given(LENGTHS)
def test_no_window_is_too_large(lengths: list[int]) -> None:
    """A window holds at most its size, and its core stands inside of it."""
    for window in pack_windows(bounds_of(lengths), size=24, overlap=4):
        assert window.end - window.start <= 24
        assert window.start <= window.core[0] < window.core[1] <= window.end


def test_packs_short_paragraphs_together() -> None:
    """Whole paragraphs share a window as long as they fit."""
    found = pack_windows(bounds_of([5, 5, 8, 3]), size=12, overlap=2)
    assert found == [Window(0, 10, (0, 10)), Window(10, 21, (10, 21))]


def test_long_paragraphs_overlap() -> None:
    """Windows over one long paragraph see beyond what they answer for."""
    first, second, *_ = pack_windows(bounds_of([40]), size=16, overlap=4)
    assert first.end - first.core[1] >= 4
    assert second.core[0] - second.start >= 4


def test_the_first_window_can_be_shorter() -> None:
    """Another first size shifts the cuts."""
    found = pack_windows(bounds_of([5, 5, 5]), size=12, overlap=2, first_size=6)
    assert [window.core for window in found] == [(0, 5), (5, 15)]


@given(LENGTHS)
def test_batches_lose_no_window(lengths: list[int]) -> None:
    """Batching reorders windows and keeps each of them."""
    windows = pack_windows(bounds_of(lengths), size=24, overlap=4)
    batched = [window for batch in batches(windows, 60) for window in batch]
    assert sorted(batched, key=lambda window: window.start) == windows


def test_batches_stay_small() -> None:
    """A batch is bounded with its padding and the encoder's own pieces."""
    windows = pack_windows(bounds_of([20] * 10), size=24, overlap=4)
    assert [len(batch) for batch in batches(windows, 66)] == [3, 3, 3, 1]
