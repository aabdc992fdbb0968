"""Matrix products by NumPy's BLAS: the same numbers, on one thread."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps

from quotekit.parse.products import blas, has_one_thread, numpy_products

X = np.arange(6, dtype=np.float32).reshape(2, 3)
Y = np.arange(12, dtype=np.float32).reshape(3, 4)


def threads() -> list[int]:
    """How many threads each library of matrix products would take now."""
    return [library.get_num_threads() for library in blas().lib_controllers]


@pytest.mark.parametrize(("turn_x", "turn_y"), [(False, False), (True, False), (False, True), (True, True)])
def test_products(turn_x: bool, turn_y: bool) -> None:
    """Each matrix can come transposed, and the result can be written to a given place."""
    x, y = (X.T.copy() if turn_x else X), (Y.T.copy() if turn_y else Y)
    out = np.zeros((2, 4), dtype=np.float32)
    assert (numpy_products().gemm(x, y, trans1=turn_x, trans2=turn_y) == X @ Y).all()
    numpy_products().gemm(x, y, out=out, trans1=turn_x, trans2=turn_y)
    assert (out == X @ Y).all()


def test_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A product is made on one thread, whatever the process has otherwise; an error leaves that as it was."""
    during: list[bool] = []

    def seen(*_: Any, **__: Any) -> None:
        during.append(has_one_thread())
        raise ZeroDivisionError

    monkeypatch.setattr(NumpyOps, "gemm", seen)
    with blas().limit(limits=2):
        before = threads()
        with pytest.raises(ZeroDivisionError):
            numpy_products().gemm(X, Y)
        assert threads() == before
    assert during == [True]


def test_several_threads_of_the_program() -> None:
    """Products that are asked for at the same time are right, and leave as many threads as there were."""
    with blas().limit(limits=2):
        before = threads()
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: numpy_products().gemm(X, Y), range(200)))
        assert threads() == before
    assert all((one == X @ Y).all() for one in found)
