"""The embeddings of word pieces, 8 bits a number, one scale a row.

They are most of a small network's weights, and only a few rows are looked up for a text: outside of the
network's graph they cost no time, and the training can use them exactly as they are shipped.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

__all__ = ["WordTable", "packed", "rounded"]

Floats = npt.NDArray[np.float32]

_LEAST: Final = 1e-12
"""What a row of zeros is scaled by instead of 0, which nothing can be divided by."""

_STEPS: Final = 127
"""The largest whole number that stands for a weight."""


@frozen(eq=False)
class WordTable:
    """A table of embeddings (pieces, width) as whole numbers and one scale for each piece."""

    rows: npt.NDArray[np.int8]
    scales: Floats

    def at(self, ids: npt.NDArray[np.int64]) -> Floats:
        """The embeddings of pieces, one more axis than *ids*."""
        found: Floats = self.rows[ids].astype(np.float32)
        found *= self.scales[ids][..., None]
        return found


def packed(table: Floats) -> WordTable:
    """*table* (pieces, width) in 8 bits."""
    scales = np.maximum(np.abs(table).max(1), _LEAST).astype(np.float32) / _STEPS
    return WordTable(np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32))


def rounded(table: Floats) -> Floats:
    """*table* as it is read from its packed form."""
    return packed(table).at(np.arange(len(table)))
