"""``quotekit train``: what it takes, and what it says when it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from quotekit.cli import main

Capture = pytest.CaptureFixture[str]


def config(folder: Path, data: object) -> str:
    """A recipe's file, beside a corpus of one document without quotes."""
    (folder / "gold.jsonl").write_text(
        '{"id": "a", "text": "Nobody spoke.", "quotes": []}\n', encoding="utf-8"
    )
    path = folder / "recipe.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return str(path)


def test_extra_missing(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without torch the error names the extra that brings it, and the status is 2."""
    monkeypatch.setattr("quotekit.cli.train.find_spec", lambda name: None)
    assert main(["train", config(tmp_path, {}), "--out", str(tmp_path / "run")]) == 2
    assert (
        'torch is not installed. Install it with: pip install "quotekit-nlp[train]"'
        in capsys.readouterr().err
    )


def test_missing_config(tmp_path: Path, capsys: Capture) -> None:
    """A recipe that is not there is a wrong argument."""
    assert main(["train", str(tmp_path / "none.json"), "--out", str(tmp_path)]) == 2
    assert "none.json" in "".join(capsys.readouterr().err.split())


def test_out_is_asked_for(tmp_path: Path, capsys: Capture) -> None:
    """Where to work has to be said."""
    assert main(["train", config(tmp_path, {})]) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("{", "line 1"),
        ("[]", "no recipe"),
        ({}, "no 'corpora'"),
        ({"corpora": [{"path": "gold.jsonl"}], "encodre": "x"}, "encodre"),
        ({"corpora": [{"path": "none.jsonl"}]}, "none.jsonl is not there"),
        ({"corpora": [{"file": "gold.jsonl"}]}, "path"),
        ({"corpora": [{"path": "gold.jsonl"}], "start": "none.pt"}, "none.pt is not there"),
        ({"corpora": [{"path": "gold.jsonl", "part": "half"}]}, "part"),
        ({"corpora": [{"path": "gold.jsonl"}], "options": {"round": 3}}, "round"),
    ],
)
def test_wrong_config(data: object, problem: str, tmp_path: Path, capsys: Capture) -> None:
    """A recipe that means nothing is named with what is wrong in it."""
    pytest.importorskip("torch")
    assert main(["train", config(tmp_path, data), "--out", str(tmp_path / "run")]) == 2
    assert problem in capsys.readouterr().err


def test_recipe(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The training gets the corpora, the encoder and the options of the file, and the folder."""
    pytest.importorskip("torch")
    calls = []

    def build(recipe: object, out: Path) -> SimpleNamespace:
        calls.append((recipe, out))
        return SimpleNamespace(count=7, error=0.0123)

    monkeypatch.setattr("quotekit.training.build", build)
    data = {
        "corpora": [{"path": "gold.jsonl", "keep_back": 5}],
        "encoder": "encoder",
        "start": "checkpoint.pt",
        "options": {"rounds": 1, "settle": [[0.5, 2]]},
    }
    (tmp_path / "encoder").mkdir()
    (tmp_path / "checkpoint.pt").touch()
    assert main(["train", config(tmp_path, data), "--out", str(tmp_path / "run")]) == 0
    [(recipe, out)] = calls
    assert [(corpus.path, corpus.keep_back) for corpus in recipe.corpora] == [(tmp_path / "gold.jsonl", 5)]
    assert (recipe.encoder, recipe.start) == (tmp_path / "encoder", tmp_path / "checkpoint.pt")
    assert (recipe.options.rounds, recipe.options.settle) == (1, ((0.5, 2),))
    assert out == tmp_path / "run"
    assert "7 attributions; expected calibration error 0.012" in capsys.readouterr().out
