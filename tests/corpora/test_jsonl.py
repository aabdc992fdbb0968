"""JSON lines of annotated documents are read, and what is wrong with one is said with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotekit.corpora import AnnotatedQuote, annotated, read_jsonl
from quotekit.errors import CorpusError
from quotekit.records import Quote, Span, Speaker

TEXT = '"Rain," said Ada.'
ROW = {"id": "b", "text": TEXT, "quotes": [{"content": [[0, 7]], "cue": [[8, 12]], "source": [[13, 16]]}]}


def written(folder: Path, *rows: object) -> Path:
    """A file of rows."""
    path = folder / "rows.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


def test_reads_spans_of_both_forms(tmp_path: Path) -> None:
    """Spans are pairs or objects; a quote without content is none."""
    quotes = [
        {"content": [[0, 7]], "cue": [{"start": 8, "end": 12}], "source": [[13, 16]]},
        {"content": [], "cue": [[8, 12]]},
    ]
    (document,) = read_jsonl(written(tmp_path, {**ROW, "quotes": quotes}))
    assert document.quotes == (AnnotatedQuote(((0, 7),), ((8, 12),), ((13, 16),)),)


def test_sorts_by_id(tmp_path: Path) -> None:
    """Documents come in the order of their ids, so that halves are always the same."""
    path = written(tmp_path, ROW, {**ROW, "id": "a"}, "")
    assert [document.id for document in read_jsonl(path)] == ["a", "b"]


def test_reads_what_a_quote_is_written_as(tmp_path: Path) -> None:
    """What was found and written comes back as it was."""
    speaker = Speaker("Ada", "PERSON", Span(13, 16, "Ada"), "name")
    quote = Quote("direct", (Span(0, 7, TEXT[:7]),), (Span(8, 12, "said"),), (speaker.mention,), speaker)
    (document,) = read_jsonl(written(tmp_path, {**ROW, "quotes": [quote.to_dict()]}))
    [read] = document.quotes
    expected = annotated(quote)
    assert (read.content, read.cue, read.source, read.speaker, read.kind, read.act) == (
        expected.content,
        expected.cue,
        expected.source,
        "Ada",
        "direct",
        "speech",
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{", "Expecting"),
        ("[]", "list indices"),
        ({"id": "a", "quotes": []}, "'text' is missing"),
        ({**ROW, "quotes": [{"content": [[0, 99]]}]}, "lies outside of the text"),
        ({**ROW, "quotes": [{"content": [[5, 2]]}]}, "lies outside of the text"),
        ({**ROW, "quotes": [{"content": [["a", 2]]}]}, "invalid literal"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_given_a_bad_line(row: object, problem: str, tmp_path: Path) -> None:
    """The error names the file, the line and what is wrong with it."""
    path = written(tmp_path, ROW, row)
    with pytest.raises(CorpusError, match=problem) as caught:
        read_jsonl(path)
    assert (caught.value.file, caught.value.line) == (str(path), 2)
