"""An evaluation as tables to read, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import asdict
from rich import box
from rich.table import Table

from quotekit.evaluation.evaluating import Evaluation
from quotekit.evaluation.scores import KindScores, Proportion, Rate, Scores
from quotekit.given import checked_value

__all__ = ["as_data", "as_tables"]

_EVALUATION = "what quotekit.evaluation.evaluate gives"
_RATES = {
    "content_exact": "content, exact",
    "content_overlap": "content, overlap",
    "content_letters": "content, letters",
    "source_exact": "source, exact",
    "cue_exact": "cue, exact",
    "who": "who said what",
}
_SHARES = {"act": "act", "source": "source", "source_any": "source, some of it", "speaker": "speaker"}


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """All figures as plain data: counts, and what follows from them, from 0 to 1.

    Raises:
        InputTypeError: It is no evaluation.
    """
    checked_value(evaluation, Evaluation, _EVALUATION)
    scores = asdict(evaluation.scores, recurse=False)
    return {
        "documents": evaluation.documents,
        **{name: _as_numbers(value) for name, value in scores.items()},
        "calibration_error": evaluation.calibration_error,
        "risk_coverage": [asdict(point) for point in evaluation.risk_coverage],
    }


def _as_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_numbers(part) for name, part in value.items()}
    if isinstance(value, KindScores):
        return {name: _as_numbers(part) for name, part in asdict(value, recurse=False).items()}
    if isinstance(value, Rate):
        return {**asdict(value), "precision": value.precision, "recall": value.recall, "f": value.f}
    return {**asdict(value), "share": value.share}


def as_tables(evaluation: Evaluation) -> Iterator[Table]:
    """The scores in per cent: one table of rates, one of shares.

    Raises:
        InputTypeError: It is no evaluation.
    """
    scores = checked_value(evaluation, Evaluation, _EVALUATION).scores
    rates = _rate_table("", "found", "annotated", "P", "R", "F")
    named = [(title, getattr(scores, name)) for name, title in _RATES.items()]
    spans = [(f"{part}, each span exact", rate) for part, rate in scores.spans_exact.items()]
    for title, rate in (*named, *spans):
        rates.add_row(title, str(rate.found), str(rate.gold), *map(_per_cent, _figures(rate)))
    yield rates
    shares = _rate_table("of the annotated quotes", "number", "right")
    for title, share in _share_table(scores):
        if share.share is not None:
            shares.add_row(title, str(share.of), _per_cent(share.share))
    shares.add_row("expected calibration error", "", _per_cent(evaluation.calibration_error))
    yield shares


def _figures(rate: Rate) -> tuple[float, float, float]:
    return rate.precision, rate.recall, rate.f


def _per_cent(figure: float) -> str:
    return f"{100 * figure:.1f}"


def _share_table(scores: Scores) -> Iterator[tuple[str, Proportion]]:
    for kind, found in scores.by_kind.items():
        yield f"{kind}: content exact", found.exact
        yield f"{kind}: content overlap", found.overlap
        for part in ("source", "cue", "speaker"):
            yield f"{kind}, found ones: {part}", getattr(found, part)
    for part, title in _SHARES.items():
        yield f"found ones: {title}", getattr(scores, part)
    for how, share in scores.speaker_by_how.items():
        yield f"found ones: speaker, {how}", share


def _rate_table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    return table
