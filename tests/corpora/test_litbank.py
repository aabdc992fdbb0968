"""LitBank's token rows become character spans."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.corpora import AnnotatedQuote
from quotekit.corpora.litbank import read_litbank
from quotekit.errors import CorpusError

TEXT = "Rain fell .\n“ More rain , ” said Ada . “ And wind . ”\n"
ROWS = (
    "QUOTE\tQ1\t1\t0\t1\t4\t“ More rain , ”\nQUOTE\tQ2\t1\t8\t1\t12\t“ And wind . ”\nATTRIB\tQ1\tAda_Holm-3\n"
)


def written(folder: Path, rows: str) -> Path:
    """A folder with one text."""
    (folder / "storm.txt").write_text(TEXT, encoding="utf-8")
    (folder / "storm.ann").write_text(rows, encoding="utf-8")
    return folder


def test_tokens_become_characters(tmp_path: Path) -> None:
    """A quote covers its tokens, and its speaker's key becomes a name."""
    [document] = read_litbank(written(tmp_path, ROWS))
    first, second = document.quotes
    assert [TEXT[start:end] for start, end in (*first.content, *second.content)] == [
        "“ More rain , ”",
        "“ And wind . ”",
    ]
    assert (first.speaker, second.speaker) == ("Ada Holm", None)
    assert not document.complete
    assert isinstance(first, AnnotatedQuote)


@pytest.mark.parametrize(
    "row", ["QUOTE\tQ1\t1", "QUOTE\tQ1\t9\t0\t9\t1\tx", "QUOTE\tQ1\ta\t0\t0\t1\tx", "QUOTE\tQ1\t-1\t0\t0\t1"]
)
def test_given_a_bad_row(row: str, tmp_path: Path) -> None:
    """The error names file and line."""
    with pytest.raises(CorpusError, match=r"storm\.ann, line 4") as caught:
        read_litbank(written(tmp_path, ROWS + row))
    assert caught.value.line == 4
