"""Windows: the stretches of word pieces that the network reads at once.

A window holds whole paragraphs. A paragraph that is longer than a window is read through
several that overlap, and each of its pieces takes what the window says in which it stands
furthest from an edge; so nothing depends on where a window happens to end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from attrs import frozen

from quotekit.finders.network.pieces import Ints
from quotekit.text.ranges import Range

__all__ = ["Window", "batches", "pack_windows"]


@frozen
class Window:
    """Pieces read together.

    Attributes:
        start: Its first piece.
        end: The piece behind its last.
        core: The half-open range of pieces that it answers for; the others are context.
    """

    start: int
    end: int
    core: Range


def pack_windows(bounds: Ints, size: int, overlap: int, first_size: int | None = None) -> list[Window]:
    """Windows of at most *size* pieces that together answer for every piece once.

    Args:
        bounds: The first piece of each paragraph, and the number of pieces.
        size: The most pieces that a window holds.
        overlap: How many pieces of context a window of a long paragraph has at least on each
            side inside the paragraph.
        first_size: Another size for the first window, which shifts all the others.
    """
    windows: list[Window] = []
    start, room = None, first_size or size
    for begin, end in pairwise(bounds.tolist()):
        if start is not None and end - start > room:
            windows.append(Window(start, begin, (start, begin)))
            start, room = None, size
        if end - begin > size:
            windows.extend(_long(begin, end, size, overlap))
        elif start is None:
            start = begin
    if start is not None:
        end = int(bounds[-1])
        windows.append(Window(start, end, (start, end)))
    return windows


def _long(begin: int, end: int, size: int, overlap: int) -> Iterator[Window]:
    """Overlapping windows over one paragraph that is longer than a window."""
    count = -(-(end - begin) // (size - 2 * overlap))
    edges = np.linspace(begin, end, count + 1).round().astype(int).tolist()
    for core in pairwise(edges):
        centred = core[0] - (size - (core[1] - core[0])) // 2
        start = max(begin, min(centred, end - size))
        yield Window(start, start + size, core)


def batches(windows: Sequence[Window], most_pieces: int) -> Iterator[list[Window]]:
    """Windows of similar length together, each batch at most *most_pieces* with its padding."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda window: window.end - window.start):
        if batch and (len(batch) + 1) * (window.end - window.start + 2) > most_pieces:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
