"""How likely an attribution is right, by a logistic regression on what the field thought of it.

Guo et al. (2017), "On Calibration of Modern Neural Networks", scale a network's scores by one
temperature; here a temperature for each kind of evidence is fitted, on documents that were kept
back from training.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from quotekit.finders.network.chain import Decoded, Floats
from quotekit.finders.network.pieces import Pieces
from quotekit.finders.network.roles import Found
from quotekit.text.ranges import Range

__all__ = ["EVIDENCE", "confidence", "evidence"]

EVIDENCE: Final = (
    "one",
    "start",
    "end",
    "mean",
    "cue",
    "link",
    "cueless",
    "bare",
    "length",
    "marked",
    "parts",
)

_SURE: Final = 1e-4
"""The least doubt in a probability, so that no log-odds are infinite; the weights were learned with it."""

_STEEPEST: Final = 30.0
"""The highest sum, either way, that is raised to a power of e: beyond it the share is 0 or 1 anyway."""


def evidence(found: Found, decoded: Decoded, pieces: Pieces) -> Floats:
    """The numbers that speak for and against *found*, in the order of `EVIDENCE`."""
    contents = [_label_shares(decoded, span) for span in found.content]
    content = np.concatenate(contents)
    cue = np.concatenate(
        [_label_shares(decoded, span) for span in found.cue] or [np.ones(1, dtype=np.float32)]
    )
    marked = pieces.opens(found.content[0][0])
    return np.array(
        [
            1.0,
            min(_odds(shares[0]) for shares in contents),
            min(_odds(shares[-1]) for shares in contents),
            _odds(content.mean()),
            _odds(cue.min()),
            _odds(found.linked),
            not found.cue,
            not found.cue and not marked,
            np.log(len(content)),
            marked,
            len(found.content) > 1,
        ],
        dtype=np.float32,
    )


def _label_shares(decoded: Decoded, span: Range) -> Floats:
    """The probabilities of the labels that the pieces of a span were given."""
    start, end = span
    shares: Floats = decoded.posteriors[np.arange(start, end), decoded.labels[start:end]]
    return shares


def _odds(probability: float) -> float:
    bounded = min(max(float(probability), _SURE), 1.0 - _SURE)
    return float(np.log(bounded / (1.0 - bounded)))


def confidence(numbers: Floats, calibration: Mapping[str, Any]) -> float:
    """The probability that the attribution with this evidence is right."""
    weights = np.array([calibration[name] for name in EVIDENCE], dtype=np.float32)
    return float(1.0 / (1.0 + np.exp(-np.clip(numbers @ weights, -_STEEPEST, _STEEPEST))))
