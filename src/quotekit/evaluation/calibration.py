"""Whether confidence is the share of what is right, and what leaving the unsure out gains."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.evaluation.comparison import COMPARISONS, Comparison
from quotekit.given import checked_items, checked_value

__all__ = ["RiskPoint", "calibration_error", "confidences", "risk_coverage"]

Outcome = tuple[float, bool]
"""A confidence, and whether what it was said of is right."""


@frozen
class RiskPoint:
    """What is found when everything below a confidence is left out.

    Attributes:
        confidence: The lowest confidence that is kept.
        coverage: The share of the found quotes that is kept.
        precision: The share of the kept ones that is right.
        recall: The share of the annotated quotes that is found.
    """

    confidence: float
    coverage: float
    precision: float
    recall: float


def confidences(comparisons: Sequence[Comparison]) -> list[Outcome]:
    """The confidence of each found quote, and whether it belongs to an annotated one.

    Raises:
        InputTypeError: These are no comparisons.
    """
    outcomes: list[Outcome] = []
    for one in checked_items(comparisons, Comparison, COMPARISONS):
        right = {found for _, found in one.pairs}
        outcomes += [(quote.confidence, number in right) for number, quote in enumerate(one.found)]
    return outcomes


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """The expected calibration error (Naeini et al. 2015), 0 to 1.

    How far confidence and share of right ones lie apart, on average over all *outcomes*, in *bins*
    of equal width; 0 without outcomes.

    Args:
        outcomes: Confidences, each with whether what it was said of is right.
        bins: How many bins the confidences are sorted into.

    Raises:
        InputTypeError: These are no pairs, or *bins* is no number.
    """
    outcomes = list(checked_items(outcomes, tuple, "pairs, as quotekit.evaluation.confidences gives"))
    checked_value(bins, int, "a whole number of bins")
    filled: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        filled.setdefault(min(int(outcome[0] * bins), bins - 1), []).append(outcome)
    gaps = [abs(sum(sure for sure, _ in part) - sum(right for _, right in part)) for part in filled.values()]
    return sum(gaps) / len(outcomes) if outcomes else 0.0


def risk_coverage(comparisons: Sequence[Comparison], steps: int = 20) -> list[RiskPoint]:
    """The curve from keeping every found quote to keeping the surest (El-Yaniv & Wiener 2010).

    Args:
        comparisons: The documents.
        steps: Into how many parts of equal size the found quotes are cut, by their confidence.

    Raises:
        InputTypeError: These are no comparisons, or *steps* is no number.
    """
    checked_value(steps, int, "a whole number of steps")
    outcomes = sorted(confidences(comparisons))
    gold = sum(len(one.gold) for one in comparisons)
    points = []
    for step in range(steps if outcomes else 0):
        kept = outcomes[len(outcomes) * step // steps :]
        right = sum(one for _, one in kept)
        points.append(
            RiskPoint(kept[0][0], len(kept) / len(outcomes), right / len(kept), right / gold if gold else 0.0)
        )
    return points
