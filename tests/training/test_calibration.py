"""Calibration errors are measured, and what counts as right is."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.training.calibration import _fit, _least, _right, calibration_error


def test_no_error_when_confidence_is_the_share() -> None:
    """Seven of ten right at 0.7 is no error."""
    outcomes = np.array([1.0] * 7 + [0.0] * 3)
    assert calibration_error(np.full(10, 0.7), outcomes) == pytest.approx(0.0)


def test_error_is_the_distance() -> None:
    """All wrong at 0.8 is an error of 0.8."""
    assert calibration_error(np.full(4, 0.8), np.zeros(4)) == pytest.approx(0.8)


def test_fit_finds_the_direction() -> None:
    """Evidence that goes with being right gets a positive weight."""
    rows = np.array([[1.0, -2.0], [1.0, -1.0], [1.0, 1.0], [1.0, 2.0]])
    assert _fit(rows, np.array([0.0, 0.0, 1.0, 1.0]))[1] > 0.5


def test_least_leaves_out_what_is_mostly_wrong() -> None:
    """The threshold lies above attributions that are hardly ever right."""
    sure = np.array([0.1] * 10 + [0.9] * 10)
    outcomes = np.array([0.0] * 10 + [1.0] * 10)
    assert 0.1 < _least(sure, outcomes, gold=10) <= 0.9


def test_right_needs_a_gold_content_of_its_own() -> None:
    """Two contents cannot be right by the same gold content."""
    text = "one two three four"
    assert _right(text, [((0, 13),), ((4, 13),), ((14, 18),)], [((0, 13),)]) == [True, False, False]
