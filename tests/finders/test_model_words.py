"""Embeddings in 8 bits are the given ones but for a two hundred and fiftieth of each row's largest number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from quotekit.finders.network.words import packed, rounded

NUMBERS = st.floats(-50, 50, width=32)
TABLES = arrays(np.float32, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=NUMBERS)


@given(TABLES)
def test_rounding_is_small(table: np.ndarray) -> None:
    """No number is off by more than half a step of its row, whatever the rows beside it."""
    step = np.abs(table).max(1, keepdims=True) / 127
    assert (np.abs(rounded(table) - table) <= 0.51 * step + 1e-6).all()


@given(TABLES)
def test_packing_twice_changes_nothing(table: np.ndarray) -> None:
    """What is read from the packed form is packed into the same whole numbers."""
    once = packed(table)
    assert once.rows.dtype == np.int8
    assert (packed(once.at(np.arange(len(table)))).rows == once.rows).all()


def test_rows_of_several_texts() -> None:
    """Pieces are looked up in any shape, each with all of its numbers."""
    table = np.array([[1.0, -1.0], [0.5, 0.25], [0.0, 0.0]], dtype=np.float32)
    found = packed(table).at(np.array([[1, 0], [2, 2]]))
    assert found.shape == (2, 2, 2)
    assert found.dtype == np.float32
    assert found[0] == pytest.approx(table[[1, 0]], abs=0.01)
    assert not found[1].any()
