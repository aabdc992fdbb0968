"""Confidence follows the evidence."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.finders.network.chain import Decoded
from quotekit.finders.network.confidence import EVIDENCE, confidence, evidence
from quotekit.finders.network.pieces import FEATURES, Pieces
from quotekit.finders.network.roles import Found


def decoded(sure: float) -> Decoded:
    """Three pieces labelled outside, each with the same posterior."""
    posteriors = np.full((3, 7), (1 - sure) / 6, dtype=np.float32)
    posteriors[:, 0] = sure
    return Decoded(np.zeros(3, dtype=np.int64), posteriors)


@pytest.fixture
def pieces() -> Pieces:
    """Three pieces of one paragraph."""
    numbers = np.arange(3)
    return Pieces(
        numbers, np.zeros((3, FEATURES), dtype=np.int64), numbers, numbers + 1, np.zeros(3, dtype=np.int64)
    )


def test_surer_labels_are_more_evidence(pieces: Pieces) -> None:
    """Higher posteriors never speak against an attribution."""
    found = Found(((0, 2),), ((2, 3),))
    low, high = (evidence(found, decoded(sure), pieces) for sure in (0.4, 0.9))
    assert len(low) == len(EVIDENCE)
    assert (high >= low).all()
    assert (high > low).any()


def test_confidence_is_a_probability(pieces: Pieces) -> None:
    """Without weights it is one half, and it rises with evidence that counts."""
    numbers = evidence(Found(((0, 2),)), decoded(0.9), pieces)
    nothing = dict.fromkeys(EVIDENCE, 0.0)
    assert confidence(numbers, nothing) == 0.5
    assert 0.5 < confidence(numbers, {**nothing, "start": 1.0}) < 1.0
