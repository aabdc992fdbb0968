"""``quotekit speakers``: who is quoted over a corpus, as a table and as data."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from quotekit.cli import main
from quotekit.export import jsonl
from quotekit.export.documents import QuotedText
from quotekit.records import Quote, Span, Speaker

Capture = pytest.CaptureFixture[str]


def quote(name: str | None, words: str, start: int = 0) -> Quote:
    """A quote of these words by a person of this name."""
    speaker = Speaker(name, "PERSON", Span(0, len(name), name), "name") if name else None
    return Quote("direct", (Span(start, start + len(words), words),), speaker=speaker)


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """Two texts of an outlet, as extract writes them."""
    path = tmp_path / "quotes.jsonl"
    documents = [
        QuotedText(
            "a", None, (quote("Helen Brandt", "one two three"), quote(None, "four", 20)), {"outlet": "P"}
        ),
        QuotedText(
            "b", None, (quote("Brandt", "five"), quote("Omar Diaz", "six seven", 20)), {"outlet": "P"}
        ),
    ]
    jsonl.write(documents, path)
    return str(path)


def speakers(*args: str) -> int:
    """The exit status of ``quotekit speakers`` with these arguments."""
    return main(["speakers", *args])


def test_table(corpus: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table says who, how often and how much, by which names and why; nobody named comes last."""
    monkeypatch.setenv("COLUMNS", "120")
    assert speakers(corpus) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == "Who Texts Quotes Words Share Also as"
    assert rows[2:] == [
        "Helen Brandt 2 2 4 57.1% Brandt (only one of this surname)",
        "Omar Diaz 1 1 2 28.6%",
        "nobody named 1 1 1 14.3%",
    ]


def test_data(corpus: str, capsys: Capture) -> None:
    """JSON holds all that is known of each person, CSV a row for each."""
    assert speakers(corpus, "-f", "json") == 0
    first, *_ = json.loads(capsys.readouterr().out)
    assert (first["name"], [use["name"] for use in first["names"]]) == (
        "Helen Brandt",
        ["Brandt", "Helen Brandt"],
    )
    assert speakers(corpus, "-f", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["name"], row["words"]) for row in rows] == [
        ("Helen Brandt", "4"),
        ("Omar Diaz", "2"),
        ("", "1"),
    ]


def test_table_of_people(corpus: str, tmp_path: Path, capsys: Capture) -> None:
    """A table of people says who is one person, and what they are called."""
    people = tmp_path / "people.csv"
    people.write_text("id,name\nQ1,The Mayor\nQ1,Helen Brandt\nQ1,Omar Diaz\n", encoding="utf-8-sig")
    assert speakers(corpus, "--people", str(people), "-f", "json") == 0
    [first, _] = json.loads(capsys.readouterr().out)
    assert (first["name"], first["id"], first["words"]) == ("The Mayor", "Q1", 6)


def test_one_speaker(corpus: str, capsys: Capture) -> None:
    """A part of any of their names chooses people."""
    assert speakers(corpus, "--speaker", "brandt", "-f", "json") == 0
    assert [person["name"] for person in json.loads(capsys.readouterr().out)] == ["Helen Brandt"]


def test_what_is_no_corpus(tmp_path: Path, capsys: Capture) -> None:
    """Texts without quotes, and tables without their columns, are errors that say what to do."""
    text = tmp_path / "a.txt"
    text.write_text("“No,” said Ann.", encoding="utf-8")
    assert speakers(str(text)) == 2
    assert "run quotekit extract first" in capsys.readouterr().err
    people = tmp_path / "people.csv"
    people.write_text("wikidata,name\n", encoding="utf-8")
    lines = tmp_path / "a.jsonl"
    lines.write_text("", encoding="utf-8")
    assert speakers(str(lines), "--people", str(people)) == 0
    people.write_text("wikidata,name\nQ1,Ann\n", encoding="utf-8")
    assert speakers(str(lines), "--people", str(people)) == 2
    assert "the column 'id' is missing" in capsys.readouterr().err
    people.write_text("id,name\nQ1,Ann\nQ2,\n", encoding="utf-8")
    assert speakers(str(lines), "--people", str(people)) == 2
    assert "line 3: the column 'name' is empty" in capsys.readouterr().err
