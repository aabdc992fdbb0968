"""The labels that the tagger gives each word piece: which role it plays, and whether it begins one."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
import numpy.typing as npt

__all__ = [
    "BEGIN",
    "INSIDE",
    "LABELS",
    "OUTSIDE",
    "ROLES",
    "Role",
    "legal_inside_words",
    "legal_starts",
    "legal_steps",
]

Role = Literal["source", "cue", "content"]

ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
OUTSIDE: Final = 0
"""The label of pieces that play no role: its place among `LABELS`, as the next ones are."""
BEGIN: Final[dict[Role, int]] = {"source": 1, "cue": 3, "content": 5}
"""The label of the piece that begins each role."""
INSIDE: Final[dict[Role, int]] = {"source": 2, "cue": 4, "content": 6}
"""The label of the pieces behind it; networks are trained with this order."""

LABELS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def legal_steps() -> npt.NDArray[np.bool_]:
    """Which label (column) may follow which (row): an inside label only its own role's labels."""
    legal = np.ones((len(LABELS), len(LABELS)), dtype=bool)
    for role in ROLES:
        legal[:, INSIDE[role]] = False
        legal[[BEGIN[role], INSIDE[role]], INSIDE[role]] = True
    return legal


def legal_starts() -> npt.NDArray[np.bool_]:
    """Which labels a paragraph's first word piece may have: all but the inside labels."""
    legal = np.ones(len(LABELS), dtype=bool)
    legal[list(INSIDE.values())] = False
    return legal


def legal_inside_words() -> npt.NDArray[np.bool_]:
    """Which label (column) may follow which (row) inside a word, where no content begins or ends."""
    legal = legal_steps()
    legal[:, BEGIN["content"]] = False
    for row in (BEGIN["content"], INSIDE["content"]):
        legal[row] = False
        legal[row, INSIDE["content"]] = True
    return legal
