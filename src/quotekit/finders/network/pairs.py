"""What the linker is told about two spans besides their words: how far apart, what is between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from quotekit.finders.network.pieces import Ints
from quotekit.text.ranges import Range

__all__ = ["PAIR_ROWS", "pair_rows"]

_DISTANCES: Final = 13
"""Classes of distance between two spans, on either side; networks are trained with all of these numbers."""

_STEP: Final = 1.4
"""Classes of distance for each doubling of the pieces in between: the last one begins at some 380."""

_BETWEEN: Final = 4
"""Classes of how many other targets stand in between, on either side: none, one, two, more."""

_APART: Final = 3
"""Classes of how many paragraphs two spans stand apart: none, one, more."""

_BETWEEN_ROW: Final = 2 * _DISTANCES
"""The first row of the table for targets in between."""

_PARAGRAPH_ROW: Final = _BETWEEN_ROW + 2 * _BETWEEN
"""The first row for paragraphs."""

PAIR_ROWS: Final = _PARAGRAPH_ROW + _APART
"""How many rows the table of biases has for each kind of link."""


def pair_rows(paragraph: Ints, sources: Sequence[Range], targets: Sequence[Range]) -> Ints:
    """The rows of the bias table that hold for each pair of spans.

    Args:
        paragraph: The number of the paragraph of each piece.
        sources: The spans that the links start from.
        targets: The spans that the links may lead to, in order.

    Returns:
        An array (sources, targets, 3): rows for distance and side, for the number of other
        targets in between, and for the paragraph.
    """
    start, end = np.asarray(sources).reshape(-1, 2).T[:, :, None]
    to_start, to_end = np.asarray(targets).reshape(-1, 2).T[:, None, :]
    after = (to_start >= end).astype(np.int64)
    gap = np.maximum(np.where(after, to_start - end, start - to_end), 0)
    distance = np.minimum((np.log2(gap + 1.0) * _STEP).astype(np.int64), _DISTANCES - 1)
    rank = np.searchsorted(to_start[0], start[:, 0], side="left")[:, None]
    place = np.arange(to_start.shape[1])[None, :]
    between = np.clip(np.where(after, place - rank, rank - 1 - place), 0, _BETWEEN - 1)
    apart = np.clip(np.abs(paragraph[to_start] - paragraph[start]), 0, _APART - 1)
    return np.stack(
        [distance + _DISTANCES * after, _BETWEEN_ROW + between + _BETWEEN * after, _PARAGRAPH_ROW + apart],
        axis=-1,
    )
