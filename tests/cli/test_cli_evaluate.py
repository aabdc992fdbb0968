"""``quotekit evaluate``: what it reads, what it prints, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotekit.cli import main

TEXT = "“We leave on Monday,” said Ann Lee. Bob Ray believes that nobody will come."
SPEECH = {
    "kind": "direct",
    "act": "speech",
    "content": [[0, 21]],
    "cue": [[22, 26]],
    "source": [[27, 34]],
    "speaker": "Ann Lee",
    "how": "name",
}
THOUGHT = {
    "kind": "indirect",
    "act": "thought",
    "content": [[53, 74]],
    "cue": [[44, 52]],
    "source": [[36, 43]],
}
DOCUMENT = {"id": "a", "text": TEXT, "quotes": [SPEECH, THOUGHT]}

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """A file with one annotated document."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return str(path)


def evaluate(*args: str) -> int:
    """The exit status of ``quotekit evaluate`` with these arguments."""
    return main(["evaluate", *args])


def test_table(corpus: str, capsys: Capture) -> None:
    """What the extractor finds is scored, thoughts too."""
    assert evaluate(corpus) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "content, exact 2 2 100.0 100.0 100.0" in rows
    assert any(row.startswith("found ones: speaker") for row in rows)


def test_speech_alone(corpus: str, capsys: Capture) -> None:
    """With --speech thoughts are neither looked for nor asked for."""
    assert evaluate("--speech", "-f", "json", corpus) == 0
    rate = json.loads(capsys.readouterr().out)[corpus]["content_exact"]
    assert (rate["right"], rate["found"], rate["gold"]) == (1, 1, 1)


def test_predictions(corpus: str, tmp_path: Path, capsys: Capture) -> None:
    """What something else has found is scored by the documents' ids; others are left out."""
    found = tmp_path / "found.jsonl"
    rows = [{"id": "a", "quotes": [SPEECH]}, {"id": "b", "quotes": [{"content": [[0, 999]]}]}]
    found.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert evaluate(corpus, "--predictions", str(found), "-f", "json") == 0
    scores = json.loads(capsys.readouterr().out)[corpus]
    assert (scores["content_exact"]["right"], scores["content_exact"]["gold"]) == (1, 2)


@pytest.mark.parametrize("rows", [[], [{"id": "b", "quotes": []}]])
def test_predictions_of_other_documents(
    rows: list[object], corpus: str, tmp_path: Path, capsys: Capture
) -> None:
    """Predictions that share no id with the documents are no score of 0, but an error."""
    found = tmp_path / "found.jsonl"
    found.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert evaluate(corpus, "--predictions", str(found)) == 2
    out, err = capsys.readouterr()
    assert (out, "no document has one of its ids" in " ".join(err.split())) == ("", True)


def test_predictions_of_some_documents(tmp_path: Path, capsys: Capture) -> None:
    """How many documents have none is said, and they are scored as without quotes."""
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text("\n".join(json.dumps({**DOCUMENT, "id": name}) for name in "ab"), encoding="utf-8")
    found.write_text(json.dumps({"id": "a", "quotes": [SPEECH]}), encoding="utf-8")
    assert evaluate(str(gold), "--predictions", str(found), "-f", "json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)[str(gold)]["content_exact"]["gold"] == 4
    assert "has no quotes of 1 document, such as 'b'" in " ".join(err.split())


def test_fragments(corpus: str, tmp_path: Path, capsys: Capture) -> None:
    """With --fragments each span of a content counts."""
    path = tmp_path / "parts.jsonl"
    parts = {**DOCUMENT, "quotes": [{**SPEECH, "content": [[0, 9], [10, 21]]}]}
    path.write_text(json.dumps(parts), encoding="utf-8")
    assert evaluate("--fragments", "-f", "json", str(path), corpus) == 0
    scores = json.loads(capsys.readouterr().out)
    assert [scores[name]["content_exact"]["gold"] for name in (str(path), corpus)] == [2, 2]


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "Cannot read"), ("", "it holds no document"), ("{}", "line 1"), ("\xff", "line 1")],
)
def test_given_no_corpus(content: str | None, problem: str, tmp_path: Path, capsys: Capture) -> None:
    """A file that is missing, empty or something else ends the command with a clear word."""
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_text(content, encoding="latin-1")
    assert evaluate(str(path)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert problem in " ".join(err.split())
