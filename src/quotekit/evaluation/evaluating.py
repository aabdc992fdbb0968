"""All figures of annotated documents and what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import InputTypeError
from quotekit.evaluation.calibration import RiskPoint, calibration_error, confidences, risk_coverage
from quotekit.evaluation.comparison import compare
from quotekit.evaluation.scores import Scores, score
from quotekit.given import checked_items

__all__ = ["Evaluation", "evaluate"]

Finder = Callable[[AnnotatedDocument], Sequence[AnnotatedQuote]]


@frozen
class Evaluation:
    """How well quotes were found in some documents.

    Attributes:
        documents: How many documents there are.
        scores: How much was found, and how much of it is right.
        calibration_error: How far the quotes' confidence is from the share of right ones, 0 to 1.
        risk_coverage: What is gained and lost when unsure quotes are left out.
    """

    documents: int
    scores: Scores
    calibration_error: float
    risk_coverage: tuple[RiskPoint, ...]


def evaluate(
    documents: Iterable[AnnotatedDocument], find: Finder, *, speech: bool = False, fragments: bool = False
) -> Evaluation:
    """How well *find* finds the quotes of *documents*.

    Args:
        documents: Annotated documents.
        find: Gives the quotes that were found in a document.
        speech: Whether annotated thoughts are neither asked for nor held against the finder.
        fragments: Whether each span of a content counts as a quote of its own.

    Raises:
        InputTypeError: These are no annotated documents, or *find* cannot be called.
    """
    if not callable(find):
        raise InputTypeError(type(find).__name__, "a function that gives the quotes of a document")
    checked = checked_items(documents, AnnotatedDocument, "annotated documents, as read_corpus gives")
    comparisons = [
        compare(document, find(document), speech=speech, fragments=fragments) for document in checked
    ]
    return Evaluation(
        documents=len(comparisons),
        scores=score(comparisons),
        calibration_error=calibration_error(confidences(comparisons)),
        risk_coverage=tuple(risk_coverage(comparisons)),
    )
