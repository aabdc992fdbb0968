"""PDNC's tables become quotes with their speaker's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.corpora.pdnc import read_pdnc
from quotekit.errors import CorpusError

TEXT = "“Rain,” said Ada, “more rain.”"
HEADER = "quoteID,quoteByteSpans,speaker,quoteType\n"
ROW = 'Q0,"[[18, 30], [0, 7]]",Ada Holm,Explicit\n'
CHARACTERS = 'Character ID,Main Name,Aliases\n0,Ada Holm,"{\'Ada\', ""Holm\'s Ada""}"\n'


def written(folder: Path, rows: str) -> Path:
    """A folder with one novel."""
    novel = folder / "Storm"
    novel.mkdir()
    (novel / "novel_text.txt").write_text(TEXT, encoding="utf-8")
    (novel / "quotation_info.csv").write_text(HEADER + rows, encoding="utf-8")
    (novel / "character_info.csv").write_text(CHARACTERS, encoding="utf-8")
    return folder


def test_reads_a_novel(tmp_path: Path) -> None:
    """Spans come in order; the speaker has all names of the character."""
    [document] = read_pdnc(written(tmp_path, ROW))
    [quote] = document.quotes
    assert document.id == "Storm"
    assert quote.content == ((0, 7), (18, 30))
    assert (quote.speaker, quote.spellings, quote.how) == ("Ada Holm", ("Ada", "Holm's Ada"), "explicit")


@pytest.mark.parametrize("row", ['Q1,"[[0, 99]]",Ada,Explicit', "Q1,oops,Ada,Explicit", "Q1"])
def test_given_a_bad_row(row: str, tmp_path: Path) -> None:
    """The error names file and line."""
    with pytest.raises(CorpusError, match=r"quotation_info\.csv, line 3"):
        read_pdnc(written(tmp_path, ROW + row))
