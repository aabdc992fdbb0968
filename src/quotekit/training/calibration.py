"""Fitting how sure the tagger is, on documents that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from attrs import frozen

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import LearningError
from quotekit.evaluation import calibration_error, compare
from quotekit.finders.network.confidence import EVIDENCE, evidence
from quotekit.finders.network.tagger import ModelTagger
from quotekit.text.marks import find_marked_spans

__all__ = ["Calibration", "calibrate"]

Doubles = npt.NDArray[np.float64]

_PULL = 1.0
_STEPS = 30


@frozen
class Calibration:
    """What the fitting found.

    Attributes:
        weights: The weight of each kind of evidence.
        least: The confidence below which leaving an attribution out gains more than it loses.
        error: The expected calibration error on the same documents.
        count: How many attributions it was fitted on.
    """

    weights: dict[str, float]
    least: float
    error: float
    count: int


def calibrate(tagger: ModelTagger, documents: Sequence[AnnotatedDocument]) -> Calibration:
    """Fit the confidence of *tagger* to how often it is right on *documents*.

    Raises:
        LearningError: The tagger finds nothing in them.
    """
    rows: list[npt.NDArray[np.float32]] = []
    right: list[bool] = []
    gold = 0
    for document in documents:
        tagged = tagger.tag(document.text, find_marked_spans(document.text))
        rows += [evidence(found, tagged.decoded, tagged.pieces) for found in tagged.found]
        contents = [tuple(map(tagged.pieces.characters, found.content)) for found in tagged.found]
        compared = compare(document, [AnnotatedQuote(content) for content in contents])
        paired = {number for _, number in compared.pairs}
        right += [number in paired for number in range(len(contents))]
        gold += len(document.quotes)
    if not rows:
        raise LearningError("how sure the tagger is", "quote that it finds in what was kept back")
    evidence_rows, outcomes = np.array(rows, dtype=np.float64), np.array(right, dtype=np.float64)
    weights = _fit(evidence_rows, outcomes)
    sure = 1.0 / (1.0 + np.exp(-evidence_rows @ weights))
    named = {name: round(float(weight), 5) for name, weight in zip(EVIDENCE, weights, strict=True)}
    error = calibration_error(list(zip(sure.tolist(), right, strict=True)))
    return Calibration(named, _least(sure, outcomes, gold), error, len(right))


def _fit(rows: Doubles, outcomes: Doubles) -> Doubles:
    """The weights of a logistic regression, pulled a little towards zero; Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        sure = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (outcomes - sure) - _PULL * weights
        curvature = (rows * (sure * (1 - sure))[:, None]).T @ rows + _PULL * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def _least(sure: Doubles, outcomes: Doubles, gold: int) -> float:
    """The threshold from 0 to 0.5 with the highest F."""

    def f_score(threshold: float) -> float:
        kept = sure >= threshold
        return float(2 * outcomes[kept].sum() / (kept.sum() + gold))

    return float(max(np.arange(0.0, 0.5, 0.02), key=f_score))
