"""``quotekit train-turns``: weights from texts with their speakers, and what it says when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quotekit.cli import main

Capture = pytest.CaptureFixture[str]

LINES = (
    ('"Is it late?" asked Ada Lund.', "Ada Lund"),
    ('"Not yet," said Tom Reed.', "Tom Reed"),
    ('"When do we sail?"', "Ada Lund"),
    ('"At nine."', "Tom Reed"),
    ('"Then we wait, Tom."', "Ada Lund"),
    ('"We do."', "Tom Reed"),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file with one dialogue, whose speakers are known."""
    text, quotes = "", []
    for line, speaker in LINES:
        content = [len(text), len(text) + line.rindex('"') + 1]
        quotes.append({"kind": "direct", "act": "speech", "content": [content], "speaker": speaker})
        text += line + "\n\n"
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "quotes": quotes}), encoding="utf-8")
    return path


def test_weights_are_written_and_read(corpus: Path, tmp_path: Path, capsys: Capture) -> None:
    """What was learned from a dialogue tells who speaks in it."""
    out, novel = tmp_path / "turns.json", tmp_path / "novel.txt"
    assert main(["train-turns", str(corpus), "-o", str(out)]) == 0
    assert f"The weights are in {out}." in capsys.readouterr().out
    novel.write_text(json.loads(corpus.read_text("utf-8"))["text"], encoding="utf-8")
    assert main(["extract", str(novel), "-f", "jsonl", "--turn-weights", str(out)]) == 0
    quotes = json.loads(capsys.readouterr().out)["quotes"]
    assert [quote["speaker"]["name"] for quote in quotes] == [speaker for _, speaker in LINES]


def test_no_extra_is_needed() -> None:
    """What learns the weights loads where nothing that trains a network is installed."""
    code = (
        "import sys; sys.modules |= dict.fromkeys(['torch', 'onnx', 'safetensors', 'scipy'])\n"
        "import quotekit.training.turns, quotekit.cli.train_turns"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_to_learn(tmp_path: Path, capsys: Capture) -> None:
    """Documents without dialogue teach nothing, and no file is written."""
    path, out = tmp_path / "gold.jsonl", tmp_path / "turns.json"
    path.write_text('{"id": "a", "text": "Nobody spoke.", "quotes": []}', encoding="utf-8")
    assert main(["train-turns", str(path), "-o", str(out)]) == 2
    assert "Cannot learn who speaks turns" in " ".join(capsys.readouterr().err.split())
    assert not out.exists()


def test_unwritable(corpus: Path, tmp_path: Path, capsys: Capture) -> None:
    """A file that cannot be written is named."""
    assert main(["train-turns", str(corpus), "-o", str(tmp_path / "none" / "turns.json")]) == 2
    assert "Cannot write" in capsys.readouterr().err


def test_wrong_weights(corpus: Path, tmp_path: Path, capsys: Capture) -> None:
    """A file that holds no weights is an error before any text is read."""
    novel = tmp_path / "novel.txt"
    novel.write_text(LINES[0][0], encoding="utf-8")
    assert main(["extract", str(novel), "--turn-weights", str(novel)]) == 2
    out, err = capsys.readouterr()
    assert (out, "does not hold the weights of turns" in " ".join(err.split())) == ("", True)
