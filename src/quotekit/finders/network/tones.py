"""Speech or thought, asserted or not: what the network makes of a content and its cue.

A small perceptron over the link vectors of four pieces: the first and the last of the content and of
the cue. It learns where act and modality are annotated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

from quotekit.finders.finding import Tone
from quotekit.finders.network.chain import Floats
from quotekit.finders.network.roles import Found
from quotekit.records import Act, Modality

__all__ = ["ACTS", "MODALITIES", "TONES", "TONE_HIDDEN", "ToneWeights", "tone_edges"]

ACTS: Final[tuple[Act, ...]] = ("speech", "thought")
MODALITIES: Final[tuple[Modality, ...]] = ("asserted", "negated", "hypothetical")
TONES: Final = (*ACTS, *MODALITIES)
"""What each score of the perceptron is for."""

TONE_HIDDEN: Final = 64
"""Numbers between the two halves of the perceptron; chosen by hand."""

_CUBIC: Final = 0.044715
"""What the cube counts in the approximation of the activation, by Hendrycks & Gimpel (2016)."""


@frozen(eq=False)
class ToneWeights:
    """The weights of the perceptron, as the training leaves them."""

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, Floats]) -> ToneWeights:
        """The weights among named arrays."""
        return cls(*(arrays[f"tone.{name}"] for name in ("hidden", "hidden_bias", "out", "out_bias")))

    def read(self, vectors: npt.NDArray[np.float16], found: Sequence[Found]) -> list[Tone]:
        """The tone of each of *found*, by the link *vectors* of all pieces."""
        if not found:
            return []
        padded = np.concatenate([vectors, np.zeros_like(vectors[:1])]).astype(np.float32)
        edges = np.array([tone_edges(one, len(vectors)) for one in found])
        inner = padded[edges].reshape(len(found), -1) @ self.hidden.T + self.hidden_bias
        scores = _gelu(inner) @ self.out.T + self.out_bias
        acts, modalities = _shares(scores[:, : len(ACTS)]), _shares(scores[:, len(ACTS) :])
        return [_tone(act, modality) for act, modality in zip(acts, modalities, strict=True)]


def tone_edges(found: Found, nothing: int) -> tuple[int, int, int, int]:
    """The pieces that tell the tone of *found*; *nothing* is the row that stands for a missing cue."""
    cue = (found.cue[0][0], found.cue[-1][1] - 1) if found.cue else (nothing, nothing)
    return found.content[0][0], found.content[-1][1] - 1, *cue


def _tone(act: Floats, modality: Floats) -> Tone:
    first, second = int(act.argmax()), int(modality.argmax())
    return Tone(ACTS[first], float(act[first]), MODALITIES[second], float(modality[second]))


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit by its hyperbolic tangent (Hendrycks & Gimpel 2016)."""
    found: Floats = 0.5 * values * (1.0 + np.tanh(np.sqrt(2 / np.pi) * (values + _CUBIC * values**3)))
    return found


def _shares(scores: Floats) -> Floats:
    weights = np.exp(scores - scores.max(1, keepdims=True))
    found: Floats = weights / weights.sum(1, keepdims=True)
    return found
