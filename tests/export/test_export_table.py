"""Tables of quotes, read back by Python's csv module, pandas, Polars and pyarrow."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from quoted_texts import EMPTY, NEWS, quoted_texts

from quotekit.errors import CorpusError, ExtraMissingError
from quotekit.export import table
from quotekit.export.documents import QuotedText

LATER = {"speaker_role", "speaker_role_at", "speaker_pronoun", "speaker_confidence", "speaker_rule"}


def test_round_trip(tmp_path: Path) -> None:
    """Quotes are read back, all of them and whole, without their texts."""
    path = tmp_path / "a.csv"
    table.write([NEWS, EMPTY], path)
    assert table.read(path) == [evolve(NEWS, text=None)]


@given(document=quoted_texts())
def test_any_text(document: QuotedText, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Quotes of any characters are read back."""
    path = tmp_path_factory.mktemp("table") / "a.csv"
    table.write([document], path)
    expected = [evolve(document, text=None)] if document.quotes else []
    assert table.read(path) == expected


def test_header_and_cells() -> None:
    """There is a header, and a row for each quote; what a quote lacks is an empty cell."""
    rows = list(csv.DictReader(io.StringIO("".join(table.csv_lines([NEWS])), newline="")))
    assert list(rows[0]) == list(table.COLUMNS)
    assert [row["speaker"] for row in rows] == ["Helen Brandt", "Omar Reyes", "Helen Brandt", ""]
    assert rows[0]["text"] == NEWS.quotes[0].text
    assert rows[0]["content_at"] == "33-46;60-84"


def test_unwritable_characters() -> None:
    """Lone surrogates and null characters are stand-ins of the same length."""
    assert "".join(table.csv_lines([QuotedText("\ud800\0", "", NEWS.quotes)])).count("\ufffd\ufffd,") == 4


def test_frames_agree() -> None:
    """pandas, Polars and Arrow hold the same rows."""
    expected = list(table.quote_rows([NEWS, EMPTY]))
    frame = table.to_pandas([NEWS, EMPTY])
    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    assert records == expected
    assert table.to_polars([NEWS, EMPTY]).to_dicts() == expected
    assert table.to_arrow([NEWS, EMPTY]).to_pylist() == expected


def test_frames_of_nothing() -> None:
    """Without quotes, the columns and their types are the same."""
    assert list(table.to_pandas([]).dtypes) == list(table.to_pandas([NEWS]).dtypes)
    assert table.to_polars([]).schema == table.to_polars([NEWS]).schema
    assert table.to_arrow([]).schema == table.to_arrow([NEWS]).schema


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_library_missing(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library is not installed, the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, library, None)
    convert = {"pandas": table.to_pandas, "polars": table.to_polars, "pyarrow": table.to_arrow}[library]
    with pytest.raises(ExtraMissingError, match=rf"{library} is not installed.*quotekit-nlp\[table\]"):
        convert([NEWS])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("33-46;60-84", "33-46;60-99"),
        ("33-46;60-84", "46-33"),
        ("33-46;60-84", "x"),
        ("33-46;60-84", ""),
        (",direct,", ",odd,"),
        ("0.9", "sure"),
        ("partial", "nearly"),
        ("content_at", "somewhere"),
    ],
)
def test_broken_file(old: str, new: str, tmp_path: Path) -> None:
    """A line that holds no quote is an error that names file and line."""
    path = tmp_path / "a.csv"
    path.write_text("".join(table.csv_lines([NEWS])).replace(old, new, 1), encoding="utf-8", newline="")
    with pytest.raises(CorpusError, match=r"a\.csv, line \d"):
        table.read(path)


@pytest.mark.parametrize("frame", ["pandas", "polars", "arrow"])
def test_quotes_alone(frame: str) -> None:
    """Quotes that stand in no text with an id make the same table, whose document has no name."""
    pytest.importorskip({"arrow": "pyarrow"}.get(frame, frame))
    make = {"pandas": table.to_pandas, "polars": table.to_polars, "arrow": table.to_arrow}[frame]
    found = make(list(NEWS.quotes))
    assert list(getattr(found, "column_names", found.columns)) == list(table.COLUMNS)
    starts = found["start"].to_pylist() if frame == "arrow" else found["start"].to_list()
    assert starts == [quote.start for quote in NEWS.quotes]
    assert [row["number"] for row in table.quote_rows(NEWS.quotes)] == [0, 1, 2, 3]
    assert {row["document"] for row in table.quote_rows(NEWS.quotes)} == {""}


def test_what_the_first_version_wrote(tmp_path: Path) -> None:
    """A file without numbers, roles and confidences of speakers, whose words are called content, is read."""
    table.write([NEWS], tmp_path / "new.csv")
    with (tmp_path / "new.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    later = ("number", "start", "end", "sentence", *(name for name in table.COLUMNS if name in LATER))
    old = [{name: row[name] for name in row if name not in later} for row in rows]
    old = [{"content" if name == "text" else name: value for name, value in row.items()} for row in old]
    with (tmp_path / "old.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(old[0]))
        writer.writeheader()
        writer.writerows(old)
    [document] = table.read(tmp_path / "old.csv")
    assert [(quote.text, quote.speaker_name) for quote in document.quotes] == [
        (quote.text, quote.speaker_name) for quote in NEWS.quotes
    ]


def test_sentence_around() -> None:
    """Each row has what stands around the quote; quotes without their text have none."""
    rows = list(table.quote_rows([NEWS]))
    assert rows[0]["sentence"] == "“The bridge,” said Brandt, “is <not> safe & sound.”"
    assert rows[1]["sentence"] == "Omar Reyes said that she told him “it will ‘fall’ soon”."
    assert {row["sentence"] for row in table.quote_rows(NEWS.quotes)} == {None}


def test_documents_of_one_id(tmp_path: Path) -> None:
    """Documents of one id stay several, in their order; rows in any order stay those of their document."""
    other = evolve(NEWS, id="other")
    table.write([NEWS, other, EMPTY, NEWS], tmp_path / "a.csv")
    assert table.read(tmp_path / "a.csv") == [evolve(text, text=None) for text in (NEWS, other, NEWS)]
    lines = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines(keepends=True)
    (tmp_path / "b.csv").write_text("".join([lines[0], *reversed(lines[1:9])]), encoding="utf-8")
    assert [len(document.quotes) for document in table.read(tmp_path / "b.csv")] == [4, 4]
