"""Annotated documents are read as they are, and brought to one convention."""

from __future__ import annotations

import json
from pathlib import Path

from quotekit.corpora import read_jsonl
from quotekit.training.corpora import Corpus, documents_of
from quotekit.training.documents import with_marks, without_distant_cues

TEXT = '"Rain," said Ada. "More rain." Bo nodded.'
ROW = {
    "id": "b",
    "text": TEXT,
    "quotes": [
        {"content": [[0, 7]], "cue": [[8, 12]], "source": [{"start": 13, "end": 16}]},
        {"content": [[18, 30]], "cue": [[8, 12]], "source": [[13, 16]]},
        {"content": [], "cue": [[34, 40]], "source": [[31, 33]]},
    ],
}


def written(folder: Path, rows: list[dict[str, object]]) -> Path:
    """A file of rows."""
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_following_quote_has_no_cue(tmp_path: Path) -> None:
    """A cue belongs to what its own sentence holds."""
    (document,) = read_jsonl(written(tmp_path, [ROW]))
    assert [quote.cue for quote in without_distant_cues(document).quotes] == [((8, 12),), ()]


def test_marks_belong_to_contents(tmp_path: Path) -> None:
    """Contents that were annotated without their marks get them."""
    bare = {**ROW, "quotes": [{"content": [[1, 6]]}, {"content": [[18, 30]]}]}
    (document,) = read_jsonl(written(tmp_path, [bare]))
    assert [quote.content for quote in with_marks(document).quotes] == [((0, 7),), ((18, 30),)]


def test_a_corpus_is_halved_and_keeps_some_back(tmp_path: Path) -> None:
    """Halves alternate, and what is kept back is never learned from."""
    path = written(tmp_path, [{**ROW, "id": str(number)} for number in range(8)])
    corpus = Corpus(path, part="odd", keep_back=2)
    assert [document.id for document in documents_of(corpus)] == ["3", "7"]
    assert [document.id for document in documents_of(corpus, kept_back=True)] == ["1", "5"]
