"""The command: what it prints, where, and with which exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import quotekit
from quotekit import pipelines
from quotekit.cli import main
from quotekit.records import Quote

if TYPE_CHECKING:
    pass

TEXT = "“We leave on Monday,” said Ann Lee.\r\nBob Ray replied that nobody would come.\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def packaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds the packaged pipeline, whatever else is installed, on a terminal of 80 columns."""
    monkeypatch.setitem(pipelines.PACKAGES, "en", pipelines.PACKAGES["en"][-1:])
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file with two quotes by two speakers."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return str(path)


def give_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let *data* stand on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def quotes_in(line: str) -> list[Quote]:
    """The quotes of a line of JSON."""
    return [Quote.from_dict(quote) for quote in json.loads(line)["quotes"]]


def test_table(article: str, capsys: Capture) -> None:
    """The table has a row for each quote, with speaker, cue, words and kind, and says how many there are."""
    assert main([article]) == 0
    out, err = capsys.readouterr()
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert "Who Cue Quote Kind" in rows
    assert "Ann Lee said “We leave on Monday,” direct" in rows
    assert "Bob Ray replied that nobody would come indirect" in rows
    assert rows[-1] == "2 quotes by 2 speakers"
    assert err == ""


@pytest.mark.parametrize("columns", [20, 80, 200])
def test_table_fits(columns: int, article: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line of the table is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([article, "--format", "table"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= columns


def test_short_form(article: str, capsys: Capture) -> None:
    """``quotekit FILE`` does what ``quotekit extract FILE`` does, wherever the options stand."""
    main(["extract", article, "--format", "jsonl"])
    expected = capsys.readouterr().out
    main(["-f", "jsonl", article])
    assert capsys.readouterr().out == expected != ""


def test_jsonl(article: str, capsys: Capture) -> None:
    """With ``--format jsonl`` each file is one line: its name, and its quotes with offsets into the file."""
    assert main([article, article, "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [article, article]
    quotes = quotes_in(lines[0])
    assert [quote.kind for quote in quotes] == ["direct", "indirect"]
    spans = [span for quote in quotes for span in (*quote.content, *quote.cue, *quote.source)]
    assert [TEXT[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads UTF-8 from standard input, whatever encoding the terminal has."""
    give_input(monkeypatch, TEXT.encode("utf-8"))
    assert main(["-", "-f", "jsonl"]) == 0
    line = capsys.readouterr().out
    assert json.loads(line)["id"] == "-"
    assert quotes_in(line)[0].text == "“We leave on Monday,”"


def test_no_quotes(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty text has no quotes, which is no error."""
    give_input(monkeypatch, b"")
    assert main(["-"]) == 0
    assert "0 quotes by 0 speakers" in capsys.readouterr().out


def test_all(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thoughts are found with ``--all`` only, and marked as such."""
    for options, count in (([], 0), (["--all"], 1)):
        give_input(monkeypatch, b"Ann Lee believes that nobody will come.")
        assert main(["-", *options]) == 0
        assert capsys.readouterr().out.count("thought") == count


def test_markup_and_control_characters(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither brackets nor escape sequences in a text style the table."""
    give_input(monkeypatch, "“It is [red]hot[/red] \x1b[31m,” said Ann Lee.".encode())
    assert main(["-"]) == 0
    out = capsys.readouterr().out
    assert "[red]hot[/red]" in out
    assert "\x1b" not in out


def test_missing_file(tmp_path: Path, capsys: Capture) -> None:
    """A missing file is named on standard error, and the status is 2."""
    missing = str(tmp_path / "none.txt")
    assert main([missing]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"quotekit: Cannot read {missing}: No such file or directory.\n"


def test_folder_for_file(tmp_path: Path, capsys: Capture) -> None:
    """A folder is no file, which is an error and no traceback."""
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"quotekit: Cannot read {tmp_path}: ")


def test_undecodable_file(tmp_path: Path, capsys: Capture) -> None:
    """Bytes that are not UTF-8 are named with their place."""
    path = tmp_path / "latin.txt"
    path.write_bytes("Déjà vu".encode("latin-1"))
    assert main([str(path)]) == 2
    assert "byte 0xe9 at offset 1 is not UTF-8" in capsys.readouterr().err


def test_bad_file_among_good_ones(article: str, tmp_path: Path, capsys: Capture) -> None:
    """A file that cannot be read does not keep the others from being read."""
    assert main([str(tmp_path / "none.txt"), article, "-f", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["id"] == article
    assert "none.txt" in err


def test_unknown_language(article: str, capsys: Capture) -> None:
    """A language that quotekit lacks is an error and no traceback."""
    assert main([article, "--lang", "xx"]) == 2
    assert "Cannot find quotes in language 'xx'" in capsys.readouterr().err


@pytest.mark.parametrize("args", [["--format", "xml", "a.txt"], ["--nonsense", "a.txt"], ["extract"]])
def test_wrong_arguments(args: list[str], capsys: Capture) -> None:
    """Arguments that mean nothing end with status 2 and with the usage on standard error."""
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert (out, "Usage: quotekit extract" in err) == ("", True)


def test_version(capsys: Capture) -> None:
    """``--version`` prints the name and the version."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"quotekit {quotekit.__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["extract", "--help"], ["--format", "jsonl", "--help"]])
def test_help(args: list[str], capsys: Capture) -> None:
    """``--help`` prints the usage and ends with status 0."""
    assert main(args) == 0
    assert "Usage: quotekit" in capsys.readouterr().out


def test_narrow_encoding(article: str) -> None:
    """On a terminal that lacks a character, a stand-in is printed, and nothing fails."""
    command = [sys.executable, "-m", "quotekit", article]
    run = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"?We leave on Monday,?" in run.stdout
