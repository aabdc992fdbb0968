"""Confidence is fitted to what turned out right."""

from __future__ import annotations

import numpy as np

from quotekit.training.calibration import _fit, _least


def test_fit_finds_the_direction() -> None:
    """Evidence that goes with being right gets a positive weight."""
    rows = np.array([[1.0, -2.0], [1.0, -1.0], [1.0, 1.0], [1.0, 2.0]])
    assert _fit(rows, np.array([0.0, 0.0, 1.0, 1.0]))[1] > 0.5


def test_least_leaves_out_what_is_mostly_wrong() -> None:
    """The threshold lies above attributions that are hardly ever right."""
    sure = np.array([0.1] * 10 + [0.9] * 10)
    outcomes = np.array([0.0] * 10 + [1.0] * 10)
    assert 0.1 < _least(sure, outcomes, gold=10) <= 0.9
