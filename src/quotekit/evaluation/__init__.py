"""How well quotes were found: found ones against annotated ones."""

from quotekit.evaluation.calibration import calibration_error, risk_coverage
from quotekit.evaluation.comparison import Comparison, compare
from quotekit.evaluation.scores import Rate, Scores, Share, score

__all__ = [
    "Comparison",
    "Rate",
    "Scores",
    "Share",
    "calibration_error",
    "compare",
    "risk_coverage",
    "score",
]
