"""Annotations and texts are brought together only where they belong together."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tools.annotations import joined, main

ROOT = Path(__file__).parent.parent
TEXT = "“It leaks,” Ode said."
ROW = {"id": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "quotes": [{"content": [[0, 11]]}]}


def test_text_and_quotes_come_together() -> None:
    """A document whose text is the annotated one gets its quotes."""
    assert joined([ROW], {"a": TEXT}) == ([{"id": "a", "text": TEXT, "quotes": ROW["quotes"]}], [])


@pytest.mark.parametrize(("texts", "said"), [({}, "no corpus"), ({"a": TEXT + " "}, "not the one")])
def test_other_texts_are_refused(texts: dict[str, str], said: str) -> None:
    """A text that is missing or was changed is said, and its quotes are left out."""
    found, wrong = joined([ROW], texts)
    assert found == []
    assert said in wrong[0]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files go in and a file comes out; the status tells whether all is there."""
    annotations, corpus, out = (tmp_path / name for name in ("annotations", "corpus", "out"))
    annotations.write_text(json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": "b"}) + "\n", encoding="utf-8")
    corpus.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    assert main(["join", str(annotations), str(corpus), str(out)]) == 1
    assert json.loads(out.read_text("utf-8"))["text"] == TEXT
    captured = capsys.readouterr()
    assert "b: no corpus" in captured.err
    assert "1 documents, 1 quotes" in captured.out


@pytest.mark.parametrize(("part", "ids"), [("learned", ["a"]), ("scored", ["b"])])
def test_one_part(part: str, ids: list[str], tmp_path: Path) -> None:
    """Those that the networks learned from and those that they are scored on can be had apart."""
    annotations, corpus, out = (tmp_path / name for name in ("annotations", "corpus", "out"))
    rows = [{**ROW, "part": "learned"}, {**ROW, "id": "b", "part": "scored"}]
    annotations.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    texts = [{"id": name, "text": TEXT} for name in "ab"]
    corpus.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    assert main(["join", "--part", part, str(annotations), str(corpus), str(out)]) == 0
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == ids


@pytest.mark.parametrize("name", ["polnear", "gum"])
def test_the_annotations_here_hold_no_text(name: str) -> None:
    """What the project annotated of other people's texts is offsets, speakers' names and labels alone."""
    rows = [
        json.loads(line) for line in (ROOT / f"data/annotated/{name}.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(rows) == {"polnear": 60, "gum": 40}[name]
    assert all(set(row) == {"id", "sha256", "part", "quotes"} for row in rows)
    assert {row["part"] for row in rows} == {"learned", "scored"}
