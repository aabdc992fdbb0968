"""Scores as a table to read, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import asdict
from rich import box
from rich.table import Table

from quotekit.evaluation.scores import KindScores, Rate, Scores, Share

__all__ = ["as_data", "as_tables"]

_RATES = {
    "content_exact": "content, exact",
    "content_overlap": "content, overlap",
    "content_letters": "content, letters",
    "source_exact": "source, exact",
    "cue_exact": "cue, exact",
    "who": "who said what",
}


def as_data(scores: Scores) -> dict[str, Any]:
    """The scores as plain data: counts, and the figures that follow from them, from 0 to 1."""
    return {name: _plain(value) for name, value in asdict(scores, recurse=False).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, KindScores):
        return {"exact": _plain(value.exact), "overlap": _plain(value.overlap)}
    if isinstance(value, Rate):
        return {**asdict(value), "precision": value.precision, "recall": value.recall, "f": value.f}
    return {**asdict(value), "share": value.share}


def as_tables(scores: Scores) -> Iterator[Table]:
    """The scores in per cent: one table of rates, one of shares."""
    rates = _table("", "found", "annotated", "P", "R", "F")
    for name, title in _RATES.items():
        rate: Rate = getattr(scores, name)
        figures = (rate.precision, rate.recall, rate.f)
        rates.add_row(title, str(rate.found), str(rate.gold), *(f"{100 * figure:.1f}" for figure in figures))
    yield rates
    shares = _table("of the annotated quotes", "number", "right")
    for title, share in _shares(scores):
        if share.share is not None:
            shares.add_row(title, str(share.of), f"{100 * share.share:.1f}")
    yield shares


def _shares(scores: Scores) -> Iterator[tuple[str, Share]]:
    for kind, found in scores.by_kind.items():
        yield f"{kind}: content exact", found.exact
        yield f"{kind}: content overlap", found.overlap
    yield "found ones: act", scores.act
    yield "found ones: speaker", scores.speaker
    for how, share in scores.speaker_by_how.items():
        yield f"found ones: speaker, {how}", share


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    return table
