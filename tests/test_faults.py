"""The fuzz target that puts faults into pieces of real documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.faults import LONGEST, SHORTEST, documents_in, faulty_piece, main, outcome_of
from quotekit import Quote

DOCUMENTS = ["“It is late,” Helen Brandt said. " * 40]


def test_pieces_repeat_themselves() -> None:
    """A piece is known by its number and seed, so that what failed can be made again."""
    pieces = [faulty_piece(DOCUMENTS, number) for number in range(20)]
    assert pieces == [faulty_piece(DOCUMENTS, number) for number in range(20)]
    assert pieces != [faulty_piece(DOCUMENTS, number, seed=1) for number in range(20)]


def test_pieces_are_as_long_as_they_should_be() -> None:
    """Most pieces are a sentence to a few paragraphs long, whatever was put in or dropped."""
    lengths = [len(faulty_piece(DOCUMENTS, number)) for number in range(200)]
    assert sum(SHORTEST <= length <= LONGEST for length in lengths) > 180


def test_documents(tmp_path: Path) -> None:
    """The project's own documents are there, and those of a folder and of the folders in it."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "some.jsonl").write_text(json.dumps({"text": DOCUMENTS[0]}) + "\n{}\n", "utf-8")
    (tmp_path / "one.txt").write_text("It is late, Helen Brandt said on Monday.", "utf-8")
    own = documents_in(None)
    assert len(own) > 10
    assert len(documents_in(tmp_path)) == len(own) + 2


def test_what_fails_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An error is printed with the number of its piece, and the exit status says so."""

    def broken(*_: object, **__: object) -> list[Quote]:
        raise IndexError("no such token")

    monkeypatch.setattr("benchmarks.faults.extract_quotes", broken)
    assert "no such token" in outcome_of("It is late.", 0).problems[0]
    assert main(["--inputs", "2"]) == 1
    assert "piece 1:" in capsys.readouterr().out
