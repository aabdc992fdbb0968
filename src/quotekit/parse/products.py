"""The matrix products of spaCy's models, by the BLAS that NumPy comes with.

spaCy's own, BLIS, has no kernels for newer processors and multiplies in plain C there, which takes a quarter
of a parse's time. NumPy's has kernels for all of them. It would also take every core for products that are
too small for that, which slows down whatever else runs, so it is kept on one thread.
"""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import Any, Final

from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

__all__ = ["numpy_products"]

ONE_AT_A_TIME: Final = Lock()
"""Held while the number of threads, which belongs to the whole process, is another than it was."""


def numpy_products() -> NumpyOps:
    """What spaCy's models calculate with on a processor, with matrix products by NumPy."""
    return _NumpyProducts()


class _NumpyProducts(NumpyOps):  # type: ignore[misc] # thinc compiles it without types
    """What spaCy's models calculate with on a processor, but for their matrix products."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, x: Any, y: Any, **options: Any) -> Any:
        """The product of two matrices, either of them transposed on request."""
        if has_one_thread():
            return super().gemm(x, y, **options)
        with ONE_AT_A_TIME, blas().limit(limits=1):
            return super().gemm(x, y, **options)


def has_one_thread() -> bool:
    """Whether NumPy's products are made on one thread, because a variable of the environment says so."""
    return all(library.get_num_threads() == 1 for library in blas().lib_controllers)


@cache
def blas() -> ThreadpoolController:
    """The loaded libraries of matrix products; none where they are the system's own, as on macOS."""
    return ThreadpoolController().select(user_api="blas")
