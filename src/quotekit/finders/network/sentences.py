"""Where sentences end outside of quotation marks, which few reports reach across.

The network learned with the ends that are told here; those of `quotekit.text.sentences`, which knows titles,
are others, and would need another network.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from quotekit.finders.network.pieces import Ints, Pieces
from quotekit.records import MarkedSpan

__all__ = ["divided", "sentence_ends"]

_END = re.compile(r"[.!?…](?=[\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z0-9])")
_SHORT = re.compile(r"(?:^|[^\w.])(?:[A-Z]|[A-Z][a-z]{1,3}|[A-Z](?:\.[A-Z])+)$")
_LONGEST_SHORT = 8
"""Characters before a full stop that are looked at for one that it shortens; chosen by hand: enough for four
initials."""


def sentence_ends(text: str, marks: Sequence[MarkedSpan], pieces: Pieces) -> Ints:
    """The pieces that end a sentence of *text* outside of its quotation *marks*, in order.

    A full stop behind an initial or a short capitalised word, such as a title, ends none.
    """
    inside = np.zeros(len(text) + 1, dtype=bool)
    for mark in marks:
        inside[mark.start : mark.end] = True
    places = [
        match.start()
        for match in _END.finditer(text)
        if not inside[match.start()]
        and not (
            match.group() == "."
            and _SHORT.search(text, max(0, match.start() - _LONGEST_SHORT), match.start())
        )
    ]
    found = np.searchsorted(pieces.starts, np.asarray(places, dtype=np.int64), side="right") - 1
    ends: Ints = found[found >= 0]
    return ends


def divided(ends: Ints, spans: npt.ArrayLike, others: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Whether a sentence ends between each of *spans* (row) and each of *others* (column)."""
    start, end = np.asarray(spans, dtype=np.int64).reshape(-1, 2).T[:, :, None]
    to_start, to_end = np.asarray(others, dtype=np.int64).reshape(-1, 2).T[:, None, :]
    low, high = np.minimum(end, to_end), np.maximum(start, to_start)
    between: npt.NDArray[np.bool_] = np.searchsorted(ends, high) > np.searchsorted(ends, low)
    return between
