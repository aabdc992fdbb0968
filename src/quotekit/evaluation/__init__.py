"""How well quotes were found: found ones against annotated ones."""

from quotekit.evaluation.calibration import calibration_error, risk_coverage
from quotekit.evaluation.comparison import Comparison, compare
from quotekit.evaluation.evaluating import Evaluation, evaluate
from quotekit.evaluation.report import as_data, as_tables
from quotekit.evaluation.scores import Proportion, Rate, Scores, score

__all__ = [
    "Comparison",
    "Evaluation",
    "Proportion",
    "Rate",
    "Scores",
    "as_data",
    "as_tables",
    "calibration_error",
    "compare",
    "evaluate",
    "risk_coverage",
    "score",
]
