"""Texts with quotes as JSON lines, read back by Python's own parser and by quotekit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from quoted_texts import EMPTY, NEWS, quoted_texts

from quotekit.corpora import read_jsonl
from quotekit.errors import CorpusError
from quotekit.export import json_list, jsonl
from quotekit.export.documents import QuotedText


def test_round_trip(tmp_path: Path) -> None:
    """What was written is read back, all of it and in its order."""
    path = tmp_path / "a.jsonl"
    documents = [NEWS, EMPTY, QuotedText("no text", None, NEWS.quotes), QuotedText("\ud800", "\ud800", ())]
    jsonl.write(documents, path)
    assert jsonl.read(path) == documents


@given(document=quoted_texts())
def test_any_text(document: QuotedText) -> None:
    """Every text is one line that holds it."""
    [line] = jsonl.json_lines([document])
    assert line.count("\n") == 1
    data = json.loads(line)
    assert (data["id"], data["text"]) == (document.id, document.text)
    assert data["quotes"] == [quote.to_dict() for quote in document.quotes]


def test_readable_as_corpus(tmp_path: Path) -> None:
    """The lines are annotated documents, too."""
    path = tmp_path / "a.jsonl"
    jsonl.write([NEWS], path)
    [document] = read_jsonl(path)
    assert [quote.speaker for quote in document.quotes] == [
        "Helen Brandt",
        "Omar Reyes",
        "Helen Brandt",
        None,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        '{"id": "a"}',
        '{"id": "a", "quotes": [{}]}',
        '{"id": "a", "text": 1, "quotes": []}',
        "[" * 99_999,
    ],
)
def test_broken_line(line: str, tmp_path: Path) -> None:
    """A line that holds no text with quotes is an error that names file and line."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "quotes": []}\n' + line, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.jsonl, line 2: "):
        jsonl.read(path)


@pytest.mark.parametrize("documents", [[], [NEWS], [NEWS, EMPTY]])
def test_one_list(documents: list[QuotedText]) -> None:
    """As one JSON document, the texts are the list of their lines."""
    lines = [json.loads(line) for line in jsonl.json_lines(documents)]
    assert json.loads("".join(json_list.json_pieces(documents))) == lines
