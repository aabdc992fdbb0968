"""``quotekit verify``: what it prints, and with which exit status."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from quotekit.cli import main

SOURCE = "“The bridge is not safe,” said Helen Brandt. Omar Reyes said that the ferry was ready.\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def source(tmp_path: Path) -> str:
    """A file with quotes of two speakers."""
    path = tmp_path / "source.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return str(path)


def rows(capsys: Capture) -> list[dict[str, object]]:
    """What was printed as JSON lines."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("quote", "verdict", "status"),
    [
        ("The bridge is not safe", "exact", 0),
        ("the bridge is not safe", "normalised", 0),
        ("The bridge is safe", "altered", 1),
        ("A tunnel costs too much money", "absent", 1),
        ("", "absent", 1),
    ],
)
def test_one_quote(quote: str, verdict: str, status: int, source: str, capsys: Capture) -> None:
    """The verdict is printed, and the status tells whether the words stand there."""
    assert main(["verify", quote, source, "-f", "jsonl"]) == status
    [row] = rows(capsys)
    assert (row["quote"], row["verdict"]) == (quote, verdict)


@pytest.mark.parametrize(
    ("speaker", "attribution", "status"), [("Brandt", "matches", 0), ("Reyes", "differs", 1)]
)
def test_speaker(speaker: str, attribution: str, status: int, source: str, capsys: Capture) -> None:
    """Words that are somebody else's end with status 1, too."""
    assert main(["verify", "The bridge is not safe", source, "-s", speaker, "-f", "jsonl"]) == status
    assert rows(capsys)[0]["attribution"] == attribution


def test_table(source: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table shows verdict, words, differences, place and speaker."""
    monkeypatch.setenv("COLUMNS", "140")
    assert main(["verify", "The bridge is very safe", source, "-s", "Omar Reyes"]) == 1
    row = " ".join(capsys.readouterr().out.splitlines()[2].split())
    assert row == "altered The bridge is very safe “very” for “not” 1-23 differs: Helen Brandt"


def test_file_of_quotes(source: str, tmp_path: Path, capsys: Capture) -> None:
    """Each line is checked; one that is none is named and does not end the others."""
    path = tmp_path / "quotes.jsonl"
    lines = [
        '{"quote": "the ferry was ready", "id": 7, "speaker": "Omar Reyes"}',
        "",
        "[]",
        '{"quote": 3}',
        "{",
    ]
    path.write_text("\n".join([*lines, '{"quote": "The bridge"}']), encoding="utf-8")
    assert main(["verify", str(path), source, "-f", "jsonl"]) == 1
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], row["verdict"], row["attribution"]) for row in found] == [
        ("7", "exact", "matches"),
        (f"{path}:6", "exact", None),
    ]
    bad = [line.split(": ")[1] for line in err.splitlines()]
    assert bad == [f"Cannot read {path}:{number}" for number in (3, 4, 5)]


def test_empty_speaker(source: str, tmp_path: Path, capsys: Capture) -> None:
    """An empty speaker is no speaker, in a line and as an option."""
    path = tmp_path / "quotes.jsonl"
    path.write_text('{"quote": "the ferry was ready", "speaker": ""}', encoding="utf-8")
    assert main(["verify", str(path), source, "-f", "jsonl"]) == 0
    assert main(["verify", "the ferry was ready", source, "-s", "", "-f", "jsonl"]) == 0
    assert [row["attribution"] for row in rows(capsys)] == [None, None]


@pytest.mark.parametrize("name", ["quotes.json", "quotes.json.gz", "QUOTES.JSON"])
def test_list_of_quotes(name: str, source: str, tmp_path: Path, capsys: Capture) -> None:
    """A JSON file holds a list of the same objects, or one of them, and may be compressed."""
    path = tmp_path / name
    data = json.dumps([{"quote": "the ferry was ready"}, 3, {"quote": "The bridge", "id": "b"}]).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert main(["verify", str(path), source, "-f", "jsonl"]) == 1
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], row["verdict"]) for row in found] == [(f"{path}:1", "exact"), ("b", "exact")]
    assert f"Cannot read {path}:2: it is no JSON object" in err


@pytest.mark.parametrize("name", ["quotes.ndjson", "quotes.jsonl.gz"])
def test_lines_of_quotes(name: str, source: str, tmp_path: Path, capsys: Capture) -> None:
    """JSON lines are known by each of the endings that they have."""
    path = tmp_path / name
    data = b'{"quote": "the ferry was ready"}\n{"quote": "The bridge"}\n'
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert main(["verify", str(path), source, "-f", "jsonl"]) == 0
    assert [row["verdict"] for row in rows(capsys)] == ["exact", "exact"]


def test_file_that_holds_no_quotes(source: str, capsys: Capture) -> None:
    """The name of another file is not taken for the words of a quotation."""
    assert main(["verify", source, source]) == 2
    assert "no .jsonl or .json file" in " ".join(capsys.readouterr().err.split())


def test_extracted_quotes(
    source: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ``quotekit extract`` writes can be checked against another text."""
    summary = tmp_path / "summary.txt"
    summary.write_text("Helen Brandt said: “The bridge is safe.”", encoding="utf-8")
    assert main(["extract", str(summary), "-f", "jsonl"]) == 0
    line = capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    assert main(["verify", "-", source, "-f", "jsonl"]) == 1
    [row] = rows(capsys)
    assert (row["verdict"], row["attribution"]) == ("altered", "matches")


def test_missing_source(tmp_path: Path, capsys: Capture) -> None:
    """Without a source nothing can be tried."""
    assert main(["verify", "a", str(tmp_path / "none.txt")]) == 2
    assert "Cannot read" in capsys.readouterr().err


def test_missing_quotes(source: str, capsys: Capture) -> None:
    """A file of quotations that is not there is named."""
    assert main(["verify", "none.jsonl", source]) == 1
    assert "Cannot read none.jsonl: No such file" in capsys.readouterr().err


def test_list_of_objects(source: str, capsys: Capture) -> None:
    """``-f json`` is one list."""
    main(["verify", "the ferry was ready", source, "-f", "json"])
    [row] = json.loads(capsys.readouterr().out)
    assert (row["quote"], row["verdict"]) == ("the ferry was ready", "exact")
