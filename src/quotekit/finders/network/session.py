"""The network at run time: ONNX Runtime over windows, back to one row for each piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from attrs import frozen

from quotekit.finders.network.chain import Floats
from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.linker import LINK_SIZE
from quotekit.finders.network.pieces import FEATURES, Ints, Pieces
from quotekit.finders.network.windows import Window, batches, pack_windows
from quotekit.finders.network.words import WordTable
from quotekit.text.ranges import Range

__all__ = ["WINDOW", "NetworkInputs", "NetworkOutput", "Runner", "open_session", "read"]

WINDOW: Final = 192
"""Pieces that the network reads at once; shipped networks are trained with it."""

OVERLAP: Final = 32
"""Pieces that neighbouring windows of a long paragraph share, so that each has some text around it; chosen by
hand."""

BATCH: Final = 256
"""The most pieces of a batch: what a core's cache holds; larger ones are slower."""

_ERRORS_ONLY: Final = 3
"""What ONNX Runtime calls the level of its log that warns of nothing."""


@frozen(eq=False)
class NetworkOutput:
    """What the network says of each piece: scores of labels, and a vector to link spans by."""

    emissions: Floats
    vectors: npt.NDArray[np.float16]


class Runner(Protocol):
    """Runs the network over a batch of windows."""

    def __call__(self, inputs: NetworkInputs) -> tuple[Floats, Floats]:
        """Scores of labels (batch, length, labels) and link vectors (batch, length, size)."""
        ...


@frozen(eq=False)
class NetworkInputs:
    """The pieces of a batch of windows, the encoder's own pieces around each window.

    Attributes:
        ids: Their ids (batch, length).
        features: Their features (batch, length, features).
        present: 1 where a piece stands, 0 where the batch is padded (batch, length).
    """

    ids: Ints
    features: Ints
    present: Ints


def open_session(weights: bytes, words: WordTable, threads: int) -> Runner:
    """A runner of the network in the bytes of an ONNX file, whose pieces have the embeddings *words*."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = ort.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def run(inputs: NetworkInputs) -> tuple[Floats, Floats]:
        given = {
            "words": words.at(inputs.ids),
            "features": inputs.features,
            "present": inputs.present,
        }
        emissions, vectors = session.run(None, given)
        return emissions, vectors

    return run


def read(run: Runner, pieces: Pieces, special: Range) -> NetworkOutput:
    """Run the network over all of *pieces*, with the *special* pieces of its encoder around each window."""
    emissions = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
    vectors = np.zeros((len(pieces), LINK_SIZE), dtype=np.float16)
    windows = pack_windows(pieces.paragraph_bounds(), WINDOW, OVERLAP) if len(pieces) else []
    for batch in batches(windows, BATCH):
        scores, links = run(_inputs(pieces, batch, special))
        for row, window in enumerate(batch):
            core = slice(*window.core)
            inside = slice(window.core[0] - window.start + 1, window.core[1] - window.start + 1)
            emissions[core] = scores[row, inside]
            vectors[core] = links[row, inside]
    return NetworkOutput(emissions, vectors)


def _inputs(pieces: Pieces, batch: Sequence[Window], special: Range) -> NetworkInputs:
    length = max(window.end - window.start for window in batch) + 2
    ids = np.zeros((len(batch), length), dtype=np.int64)
    features = np.zeros((len(batch), length, FEATURES), dtype=np.int64)
    present = np.zeros((len(batch), length), dtype=np.int64)
    for row, window in enumerate(batch):
        cut, stop = slice(window.start, window.end), window.end - window.start
        ids[row, 0], ids[row, 1 : stop + 1], ids[row, stop + 1] = special[0], pieces.ids[cut], special[1]
        features[row, 1 : stop + 1] = pieces.features[cut]
        present[row, : stop + 2] = 1
    return NetworkInputs(ids, features, present)
