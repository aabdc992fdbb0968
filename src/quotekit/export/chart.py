"""matplotlib's figure, which a notebook shows although no window and no global state belong to it."""

from __future__ import annotations

from io import BytesIO

from matplotlib.figure import Figure

__all__ = ["Chart"]

_DPI = 144
"""Dots per inch in a notebook: one and a half of what screens are counted with, for sharp letters."""


class Chart(Figure):
    """A figure that shows itself as the last value of a notebook's cell."""

    def _repr_png_(self) -> bytes:
        """The chart as a picture."""
        picture = BytesIO()
        self.savefig(picture, format="png", dpi=_DPI)
        return picture.getvalue()
