"""What the table of verdicts says of those who meet."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.verdict.row import Question, Row
from quotekit.verdict.table import TABLE

__all__ = ["decide", "kept_by"]

ROWS: Final = {question: tuple(rows) for question, rows in groupby(TABLE, key=lambda row: row.question)}


def decide(question: Question, *met: object) -> Row:
    """The first row of *question* that holds of those who *met*."""
    return next(row for row in ROWS[question] if row.holds(*met))


def kept_by(row: Row, item: Finding) -> Finding:
    """*item*, which says that *row* kept it."""
    return item if row.name in item.verdicts else evolve(item, verdicts=(*item.verdicts, row.name))
