"""Which corpus a folder holds shows in its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.corpora import read_corpus
from quotekit.errors import CorpusError

RAIN = "“Rain,” said Ada."


@pytest.mark.parametrize(
    ("files", "quotes"),
    [
        (
            {"text/a.txt": RAIN, "attributions/a_1.ann": "T1\tCue 8 12\tsaid\nE1\tAttribution:T1 Content:T1"},
            1,
        ),
        ({"a.txt": RAIN, "a.ann": "T1\tQuotation 0 7\t“Rain,”"}, 1),
        ({"a.txt": "“ Rain , ” said Ada .", "a.ann": "QUOTE\tQ1\t0\t0\t0\t3\t“ Rain , ”"}, 1),
        (
            {
                "n/novel_text.txt": RAIN,
                "n/quotation_info.csv": 'quoteByteSpans,speaker,quoteType\n"[[0, 7]]",Ada,Explicit\n',
            },
            1,
        ),
        ({"a.jsonl": '{"id": "a", "text": "Rain", "quotes": [{"content": [[0, 4]]}]}'}, 1),
    ],
    ids=["polnear", "riqua", "litbank", "pdnc", "jsonl"],
)
def test_finds_the_form(files: dict[str, str], quotes: int, tmp_path: Path) -> None:
    """Each corpus is read in its own form."""
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    jsonl = tmp_path / "a.jsonl"
    [document] = read_corpus(jsonl if jsonl.exists() else tmp_path)
    assert len(document.quotes) == quotes


def test_given_a_folder_of_something_else(tmp_path: Path) -> None:
    """The error names what would have been found."""
    (tmp_path / "a.txt").write_text(RAIN, encoding="utf-8")
    with pytest.raises(CorpusError, match="the folder holds no corpus"):
        read_corpus(tmp_path)
