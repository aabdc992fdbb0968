"""Scores are shown in tables and given as data."""

from __future__ import annotations

import io
import json

from rich.console import Console

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.evaluation import as_data, as_tables, evaluate

QUOTE = AnnotatedQuote(((0, 4),), kind="direct", act="speech", speaker="Ada", how="name")
DOCUMENT = AnnotatedDocument("a", "Rain came.", (QUOTE, AnnotatedQuote(((5, 9),))))
EVALUATION = evaluate([DOCUMENT], lambda document: document.quotes[:1])


def test_data_holds_counts_and_figures() -> None:
    """What JSON gets can be recomputed from its counts."""
    data = json.loads(json.dumps(as_data(EVALUATION)))
    assert data["content_overlap"] == {
        "right": 1,
        "found": 1,
        "gold": 2,
        "precision": 1.0,
        "recall": 0.5,
        "f": 2 / 3,
    }
    assert data["speaker_by_how"] == {"name": {"right": 1, "of": 1, "share": 1.0}}
    assert data["by_kind"]["mixed"]["exact"]["share"] is None
    assert data["by_kind"]["direct"]["speaker"] == {"right": 1, "of": 1, "share": 1.0}
    assert (data["documents"], data["calibration_error"]) == (1, 0.0)
    assert data["risk_coverage"][0]["recall"] == 0.5


def test_tables_show_per_cent_and_leave_out_what_was_not_asked() -> None:
    """Every rate has a row, shares of nothing have none."""
    stream = io.StringIO()
    console = Console(file=stream, width=100)
    for table in as_tables(EVALUATION):
        console.print(table)
    shown = stream.getvalue()
    assert "66.7" in shown
    assert "direct: content exact" in shown
    assert "mixed" not in shown
