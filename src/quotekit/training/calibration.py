"""Fitting how sure the tagger is, on documents that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from attrs import frozen

from quotekit.marks import find_marked_spans
from quotekit.ranges import Range
from quotekit.tagging.model.confidence import EVIDENCE, evidence
from quotekit.tagging.model.tagger import ModelTagger
from quotekit.training.documents import AnnotatedDocument

__all__ = ["Calibration", "calibrate", "calibration_error"]

Doubles = npt.NDArray[np.float64]

_PULL = 1.0
_STEPS = 30
_SAME = 0.5


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
    """Fit the confidence of *tagger* to how often it is right on *documents*."""
    rows: list[npt.NDArray[np.float32]] = []
    right: list[bool] = []
    gold = 0
    for document in documents:
        tagged = tagger.tag(document.text, find_marked_spans(document.text))
        rows += [evidence(found, tagged.decoded, tagged.pieces) for found in tagged.found]
        contents = [tuple(map(tagged.pieces.characters, found.content)) for found in tagged.found]
        right += _right(document.text, contents, [quote.content for quote in document.quotes])
        gold += len(document.quotes)
    evidence_rows, outcomes = np.array(rows, dtype=np.float64), np.array(right, dtype=np.float64)
    weights = _fit(evidence_rows, outcomes)
    sure = 1.0 / (1.0 + np.exp(-evidence_rows @ weights))
    named = {name: round(float(weight), 5) for name, weight in zip(EVIDENCE, weights, strict=True)}
    return Calibration(named, _least(sure, outcomes, gold), calibration_error(sure, outcomes), len(right))


def calibration_error(sure: Doubles, outcomes: Doubles, bins: int = 10) -> float:
    """The expected calibration error: how far confidence and share of right ones lie apart, on average."""
    places = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [
        abs(sure[places == place].mean() - outcomes[places == place].mean()) * (places == place).mean()
        for place in np.unique(places)
    ]
    return float(sum(gaps))


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


def _right(text: str, found: Sequence[tuple[Range, ...]], gold: Sequence[tuple[Range, ...]]) -> list[bool]:
    """For each found content, whether it and a gold content of its own share half of their letters."""
    wanted = [_letters(text, spans) for spans in gold]
    given = [_letters(text, spans) for spans in found]
    likeness = sorted(
        (
            (len(mine & theirs) / len(mine | theirs), i, j)
            for i, mine in enumerate(given)
            for j, theirs in enumerate(wanted)
            if mine & theirs
        ),
        reverse=True,
    )
    taken: set[int] = set()
    right = [False] * len(found)
    for share, i, j in likeness:
        if share >= _SAME and not right[i] and j not in taken:
            right[i] = True
            taken.add(j)
    return right


def _letters(text: str, spans: Sequence[Range]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end) if text[place].isalnum())
