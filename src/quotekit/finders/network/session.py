"""The network at run time: ONNX Runtime over windows, back to one row for each piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import onnxruntime as ort
from attrs import frozen

from quotekit.finders.network.chain import Floats
from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.pieces import FIRST_PIECE, LAST_PIECE, Pieces
from quotekit.finders.network.windows import Window, batches, pack_windows

__all__ = ["Reading", "open_session", "read"]

WINDOW: Final = 192
OVERLAP: Final = 32
BATCH: Final = 256
"""The most pieces of a batch: what a core's cache holds; larger ones are slower."""


@frozen(eq=False)
class Reading:
    """What the network says of each piece: scores of labels, and a vector to link spans by."""

    emissions: Floats
    vectors: Floats


def open_session(weights: bytes, threads: int) -> ort.InferenceSession:
    """An inference session over the bytes of an ONNX file."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def read(session: ort.InferenceSession, pieces: Pieces) -> Reading:
    """Run the network over all of *pieces*."""
    size, told = session.get_outputs()[1].shape[-1], session.get_inputs()[1].shape[-1]
    emissions = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
    vectors = np.zeros((len(pieces), size), dtype=np.float16)
    windows = pack_windows(pieces.paragraph_bounds(), WINDOW, OVERLAP) if len(pieces) else []
    for batch in batches(windows, BATCH):
        scores, links = session.run(None, _inputs(pieces, batch, told))
        for row, window in enumerate(batch):
            core = slice(*window.core)
            inside = slice(window.core[0] - window.start + 1, window.core[1] - window.start + 1)
            emissions[core] = scores[row, inside]
            vectors[core] = links[row, inside]
    return Reading(emissions, vectors)


def _inputs(pieces: Pieces, batch: Sequence[Window], told: int) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of a batch, the encoder's own pieces around each window; *told* features of each piece."""
    length = max(window.end - window.start for window in batch) + 2
    ids = np.zeros((len(batch), length), dtype=np.int64)
    features = np.zeros((len(batch), length, told), dtype=np.int64)
    present = np.zeros((len(batch), length), dtype=np.int64)
    for row, window in enumerate(batch):
        cut, stop = slice(window.start, window.end), window.end - window.start
        ids[row, 0], ids[row, 1 : stop + 1], ids[row, stop + 1] = FIRST_PIECE, pieces.ids[cut], LAST_PIECE
        features[row, 1 : stop + 1] = pieces.features[cut, :told]
        present[row, : stop + 2] = 1
    return {"ids": ids, "features": features, "present": present}
