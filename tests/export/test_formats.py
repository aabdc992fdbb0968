"""The table of formats, and what holds for each of its rows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from quoted_texts import EMPTY, NEWS

from quotekit.errors import FileError, SettingsError
from quotekit.export.formats import FORMATS, ExportFormat, format_by_ending, format_named

ROWS = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)


def test_names_and_endings_are_told_apart() -> None:
    """No two formats have a name or an ending in common."""
    names = [row.name for row in FORMATS]
    endings = [ending for row in FORMATS for ending in row.endings]
    assert (len(set(names)), len(set(endings))) == (len(names), len(endings))


@ROWS
def test_format_is_found(row: ExportFormat) -> None:
    """A format is found by its name, and by every ending of a file's name, in capitals too."""
    assert format_named(row.name) is row
    for ending in row.endings:
        assert format_by_ending(f"news{ending}") is row
        assert format_by_ending(Path("folder", f"NEWS{ending.upper()}")) is row


@ROWS
def test_written_and_read_back(row: ExportFormat, tmp_path: Path) -> None:
    """Every format writes; what it can read has the same words by the same speakers."""
    if row.needs:
        pytest.importorskip("pyarrow")
    path = tmp_path / f"out{''.join(row.endings[:1])}"
    row.write([NEWS, EMPTY], path)
    assert path.exists()
    if row.read is not None:
        found = row.read(path)[0]
        told = [(quote.text, quote.speaker, quote.act, quote.modality) for quote in NEWS.quotes]
        assert [(quote.text, quote.speaker, quote.act, quote.modality) for quote in found.quotes] == told


@ROWS
def test_pieces_are_what_is_written(row: ExportFormat, tmp_path: Path) -> None:
    """A format that comes in pieces writes just these."""
    if row.pieces is None:
        pytest.skip("it does not come in pieces")
    row.write([NEWS], tmp_path / "out")
    assert "".join(row.pieces([NEWS])) == (tmp_path / "out").read_bytes().decode("utf-8-sig")


def test_unknown_format() -> None:
    """A format that there is not is refused with those that there are; an unknown ending is none."""
    with pytest.raises(SettingsError, match="allowed is jsonl or json or csv or tei or brat"):
        format_named("docx")
    assert format_by_ending("news.docx") is None
    assert format_by_ending("csv") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
@pytest.mark.parametrize("form", ["sqlite", "parquet"])
def test_what_is_no_regular_file_is_never_replaced(form: str, tmp_path: Path) -> None:
    """A database cannot go down a pipe, and does not take its place."""
    if form == "parquet":
        pytest.importorskip("pyarrow")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="no regular file"):
        format_named(form).write([NEWS], pipe)
    assert pipe.is_fifo()
