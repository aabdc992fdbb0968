"""``quotekit extract``: what it prints, where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotekit.batch import extraction
from quotekit.cli import main
from quotekit.export import jsonl, table, tei
from quotekit.parse import pipelines
from quotekit.records import Quote

TEXT = "“We leave on Monday,” said Ann Lee.\r\nBob Ray replied that nobody would come.\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file with two quotes by two speakers."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return str(path)


def give_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let *data* stand on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def extract(*args: str) -> int:
    """The exit status of ``quotekit extract`` with these arguments."""
    return main(["extract", *args])


def quotes_in(line: str) -> list[Quote]:
    """The quotes of a line of JSON."""
    return [Quote.from_dict(quote) for quote in json.loads(line)["quotes"]]


def test_table(article: str, capsys: Capture) -> None:
    """The table has a row for each quote, with speaker, cue, words and kind, and says how many there are."""
    assert extract(article) == 0
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
    assert extract(article, "--format", "table") == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= columns


def test_jsonl(article: str, capsys: Capture) -> None:
    """With ``--format jsonl`` each file is one line: its name, and its quotes with offsets into the file."""
    assert extract(article, article, "--format", "jsonl") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [article, article]
    quotes = quotes_in(lines[0])
    assert [quote.kind for quote in quotes] == ["direct", "indirect"]
    spans = [span for quote in quotes for span in (*quote.content, *quote.cue, *quote.source)]
    assert [TEXT[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads UTF-8 from standard input, whatever encoding the terminal has."""
    give_input(monkeypatch, TEXT.encode("utf-8"))
    assert extract("-", "-f", "jsonl") == 0
    line = capsys.readouterr().out
    assert json.loads(line)["id"] == "-"
    assert quotes_in(line)[0].text == "“We leave on Monday,”"


def test_no_quotes(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty text has no quotes, which is no error."""
    give_input(monkeypatch, b"")
    assert extract("-") == 0
    assert "0 quotes by 0 speakers" in capsys.readouterr().out


def test_all(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thoughts are found with ``--all`` only, and marked as such."""
    for options, count in (([], 0), (["--all"], 1)):
        give_input(monkeypatch, b"Ann Lee believes that nobody will come.")
        assert extract("-", *options) == 0
        assert capsys.readouterr().out.count("thought") == count


def test_markup_and_control_characters(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither brackets nor escape sequences in a text style the table."""
    give_input(monkeypatch, "“It is [red]hot[/red] \x1b[31m,” said Ann Lee.".encode())
    assert extract("-") == 0
    out = capsys.readouterr().out
    assert "[red]hot[/red]" in out
    assert "\x1b" not in out


def test_missing_file(tmp_path: Path, capsys: Capture) -> None:
    """A missing file is named on standard error, and the status is 1."""
    missing = str(tmp_path / "none.txt")
    assert extract(missing) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"quotekit: Cannot read {missing}: No such file or directory.\n"


def test_bad_file_among_good_ones(article: str, tmp_path: Path, capsys: Capture) -> None:
    """A file that cannot be read does not keep the others from being read."""
    assert extract(str(tmp_path / "none.txt"), article, "-f", "jsonl") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["id"] == article
    assert "none.txt" in err


def test_bad_text_among_good_ones(article: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that the extractor fails on, however, does not keep the others from being read."""
    outcomes = iter([RuntimeError("out of stack"), []])

    def find(*_: object, **__: object) -> list[Quote]:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(extraction, "quotes_in", find)
    assert extract(article, article, "-f", "jsonl") == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"id": article, "text": TEXT, "quotes": []}
    assert err == f"quotekit: Cannot find the quotes of {article}: RuntimeError: out of stack\n"


def test_folder(article: str, tmp_path: Path, capsys: Capture) -> None:
    """A folder stands for its .txt files."""
    assert extract(str(tmp_path), "-f", "jsonl") == 0
    assert json.loads(capsys.readouterr().out)["id"] == article


def test_json_lines(tmp_path: Path, capsys: Capture) -> None:
    """Texts in JSON lines keep their ids; a line that is none is named and does not end the others."""
    path = tmp_path / "news.jsonl"
    rows = [{"key": 7, "body": TEXT}, {"key": 8}, {"key": 9, "body": ""}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert extract(str(path), "-f", "jsonl", "--text-field", "body", "--id-field", "key") == 1
    out, err = capsys.readouterr()
    assert [(json.loads(line)["id"], len(quotes_in(line))) for line in out.splitlines()] == [
        ("7", 2),
        ("9", 0),
    ]
    assert f"Cannot read {path}:2: it is no object with a text in 'body' (--text-column)." in err


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 1),
        (["--act", "thought"], 1),
        (["--act", "thought", "--act", "speech"], 2),
        (["--modality", "negated"], 1),
        (["--all"], 3),
        (["--min-confidence", "1"], 0),
        (["--tagger", "rules", "--style", "double"], 1),
    ],
)
def test_settings(options: list[str], count: int, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The options choose what is found."""
    text = "Ann Lee believes that he left. Bob Ray did not say that he stayed. Cy Orr said that it rained."
    give_input(monkeypatch, text.encode())
    assert extract("-", "-f", "jsonl", *options) == 0
    assert len(quotes_in(capsys.readouterr().out)) == count


def test_weights(unsure: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tagger of one's own finds what its weights make it find."""
    found = []
    for options in ([], ["--weights", str(unsure)]):
        give_input(monkeypatch, b"Brandt was adamant that the ferry must sail.")
        assert extract("-", "-f", "jsonl", "--all", *options) == 0
        found.append(len(quotes_in(capsys.readouterr().out)))
    assert found == [1, 0]


@pytest.mark.parametrize(
    ("options", "problem"),
    [([], "manifest.json is missing"), (["--tagger", "rules"], "None beside tagger='rules'")],
)
def test_wrong_weights(
    options: list[str], problem: str, article: str, tmp_path: Path, capsys: Capture
) -> None:
    """Weights that cannot be used are an error before any text is read."""
    assert extract(article, "--weights", str(tmp_path), *options) == 2
    out, err = capsys.readouterr()
    assert (out, problem in err) == ("", True)


def test_all_and_act(article: str, capsys: Capture) -> None:
    """``--all`` beside a choice of acts is an error that says so."""
    assert extract(article, "--all", "--act", "speech") == 2
    assert "--all finds every act" in " ".join(capsys.readouterr().err.split())


def test_unknown_act(article: str, capsys: Capture) -> None:
    """An act that there is not is an error that names those that there are."""
    assert extract(article, "--act", "song") == 2
    assert "allowed is one or several of 'speech', 'thought'" in capsys.readouterr().err


def test_unknown_language(article: str, capsys: Capture) -> None:
    """A language that quotekit lacks is an error and no traceback."""
    assert extract(article, "--lang", "xx") == 2
    assert "Cannot find quotes in language 'xx'" in capsys.readouterr().err


@pytest.mark.parametrize("args", [["--format", "xml", "a.txt"], ["--nonsense", "a.txt"], ["--all"]])
def test_wrong_arguments(args: list[str], capsys: Capture) -> None:
    """Arguments that mean nothing end with status 2 and with the usage on standard error."""
    assert extract(*args) == 2
    out, err = capsys.readouterr()
    assert (out, "Usage: quotekit extract" in err) == ("", True)


def test_narrow_encoding(article: str) -> None:
    """On a terminal that lacks a character, a stand-in is printed, and nothing fails."""
    command = [sys.executable, "-m", "quotekit", "extract", article]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"?We leave on Monday,?" in run.stdout


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "tei", "jsonld"])
def test_output_file(form: str, article: str, tmp_path: Path, capsys: Capture) -> None:
    """A file gets what is otherwise printed."""
    assert extract(article, "-f", form) == 0
    printed = capsys.readouterr().out
    path = tmp_path / "out"
    assert extract(article, "-f", form, "-o", str(path)) == 0
    assert path.read_bytes().decode("utf-8-sig") == printed
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == (form == "csv")
    assert "We leave on Monday" in printed


def test_format_by_ending(article: str, tmp_path: Path) -> None:
    """The ending of the output's name tells the format; ``--format`` has the last word."""
    assert extract(article, "-o", str(tmp_path / "a.csv")) == 0
    assert (tmp_path / "a.csv").read_text("utf-8-sig").startswith("document,number,kind")
    assert extract(article, "-f", "jsonl", "-o", str(tmp_path / "b.csv")) == 0
    assert json.loads((tmp_path / "b.csv").read_text("utf-8"))["id"] == article


def test_formats_are_read_back(article: str, tmp_path: Path) -> None:
    """What is written for other programs is what Python's own functions read."""
    found = {}
    for form, module in (("jsonl", jsonl), ("csv", table), ("tei", tei)):
        path = tmp_path / form
        assert extract(article, "-f", form, "-o", str(path)) == 0
        [document] = module.read(path)
        found[form] = (document.id, [(quote.text, quote.speaker) for quote in document.quotes])
    assert found["csv"] == found["tei"] == found["jsonl"]


def test_brat(article: str, tmp_path: Path, capsys: Capture) -> None:
    """For brat a folder is written, which has to be named."""
    assert extract(article, "-f", "brat") == 2
    assert "name one with --output" in " ".join(capsys.readouterr().err.split())
    assert extract(article, "-f", "brat", "-o", str(tmp_path / "brat")) == 0
    assert {path.suffix for path in (tmp_path / "brat").iterdir()} == {".ann", ".txt", ".conf"}


def test_output_over_input(article: str, capsys: Capture) -> None:
    """A text is not overwritten by its quotes."""
    assert extract(article, "-o", article) == 2
    assert Path(article).read_bytes() == TEXT.encode()


def test_folder_over_input(article: str, capsys: Capture) -> None:
    """Nor is it by the copy of it in a folder for brat."""
    folder = str(Path(article).parent)
    for texts in (article, folder):
        assert extract(texts, "-f", "brat", "-o", folder) == 2
        assert "texts themselves" in " ".join(capsys.readouterr().err.replace("│", "").split())
    assert Path(article).read_bytes() == TEXT.encode()


def test_unwritable_output(article: str, tmp_path: Path, capsys: Capture) -> None:
    """An output that cannot be written is an error and no traceback."""
    assert extract(article, "-f", "csv", "-o", str(tmp_path / "none" / "a.csv")) == 1
    assert "Cannot write" in capsys.readouterr().err


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of four texts with other fields."""
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"n{number}", "text": TEXT, "outlet": "Post"} for number in range(4)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_fields_come_through(articles: Path, tmp_path: Path, capsys: Capture) -> None:
    """What else a record says of a text stands in the output: as keys of a line, as columns of a table."""
    assert extract(str(articles), "-f", "jsonl") == 0
    assert [json.loads(line)["outlet"] for line in capsys.readouterr().out.splitlines()] == ["Post"] * 4
    assert extract(str(articles), "-o", str(tmp_path / "out.csv")) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["outlet"] for row in rows} == {"Post"}
    assert [row["document"] for row in rows] == ["n0", "n0", "n1", "n1", "n2", "n2", "n3", "n3"]


def test_database(articles: Path, tmp_path: Path) -> None:
    """A SQLite file has documents, speakers and quotes, and finds words in quotes."""
    path = tmp_path / "out.sqlite"
    assert extract(str(articles), "-o", str(path)) == 0
    with closing(sqlite3.connect(path)) as database:
        count = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM quotes)"
        assert database.execute(count).fetchone() == (4, 8)
        assert database.execute("SELECT name FROM speakers ORDER BY name").fetchall() == [
            ("Ann Lee",),
            ("Bob Ray",),
        ]
        found = "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'monday'"
        assert database.execute(found).fetchone() == (4,)


def test_resumed_run_gives_the_same_file(articles: Path, tmp_path: Path) -> None:
    """A run that was broken off in the middle of a line goes on there, and nothing is there twice."""
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    assert extract(str(articles), "--resume", "-o", str(whole)) == 0
    lines = whole.read_bytes().splitlines(keepends=True)
    broken.write_bytes(lines[0] + lines[1] + lines[2][:40])
    assert extract(str(articles), "--resume", "-o", str(broken)) == 0
    assert broken.read_bytes() == whole.read_bytes()
    assert extract(str(articles), "-f", "jsonl", "-o", str(broken)) == 0
    assert broken.read_bytes() == whole.read_bytes()


def test_resume_needs_a_file_of_lines(articles: Path, tmp_path: Path, capsys: Capture) -> None:
    """Only JSON lines in a file can be gone on with, and only those that quotekit wrote."""
    for options in ([], ["-o", str(tmp_path / "a.csv")]):
        assert extract(str(articles), "--resume", *options) == 2
        assert "--resume goes on with a file of JSON lines" in " ".join(capsys.readouterr().err.split())
    other = tmp_path / "other.jsonl"
    other.write_text("{}\n", encoding="utf-8")
    assert extract(str(articles), "--resume", "-o", str(other)) == 2
    assert f"{other}, line 1: it is no line that quotekit wrote" in capsys.readouterr().err
    assert other.read_text("utf-8") == "{}\n"


def test_several_processes(articles: Path, tmp_path: Path) -> None:
    """Several processes give the same file as one."""
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert extract(str(articles), "-o", str(one)) == 0
    command = [sys.executable, "-m", "quotekit", "extract", "--jobs", "2", "-o", str(two), str(articles)]
    assert subprocess.run(command, check=False).returncode == 0
    assert two.read_bytes() == one.read_bytes()


def test_reader_that_has_seen_enough(articles: Path) -> None:
    """``| head`` ends the command quietly."""
    command = f"{sys.executable} -m quotekit extract -f jsonl {articles} {articles} | head -c 10"
    run = subprocess.run(["/bin/bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b'{"id": "n0', b"")


def test_missing_files_are_found_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file is there, nothing is loaded to find that out."""
    monkeypatch.setattr(pipelines, "load_pipeline", lambda lang: pytest.fail("it was loaded"))
    assert extract(str(tmp_path / "none.txt"), str(tmp_path / "no.csv")) == 1


def test_what_is_passed_over(article: str, tmp_path: Path, capsys: Capture) -> None:
    """Files of a folder that are not understood are named, unless quiet is asked for."""
    (tmp_path / "photo.png").write_bytes(b"")
    assert extract(str(tmp_path), "-f", "jsonl") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["id"] == article
    assert err == f"quotekit: Passing over what is not understood: {tmp_path / 'photo.png'}.\n"
    assert extract(str(tmp_path), "-f", "jsonl", "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_unknown_files_are_no_prose(tmp_path: Path, capsys: Capture) -> None:
    """A table without a column of texts, or a picture, is never read as prose."""
    for name, data in (("news.csv", b"body\nOne.\n"), ("a.json", b"[{}]"), ("a.png", b"\x89PNG")):
        (tmp_path / name).write_bytes(data)
        assert extract(str(tmp_path / name)) == 1
        out, err = capsys.readouterr()
        assert (out, f"Cannot read {tmp_path / name}" in err) == ("", True)


def test_pipes_devices_links_and_folders(article: str, tmp_path: Path, capsys: Capture) -> None:
    """What is no regular file is never replaced: written to, followed, or refused."""
    target, link, pipe = tmp_path / "target.csv", tmp_path / "link.csv", tmp_path / "pipe"
    link.symlink_to(target)
    assert extract(article, "-o", str(link)) == 0
    assert link.is_symlink()
    assert target.read_text("utf-8-sig").startswith("document")
    os.mkfifo(pipe)
    reader = subprocess.Popen(["/bin/cat", str(pipe)], stdout=subprocess.PIPE)
    assert extract(article, "-f", "jsonl", "-o", str(pipe)) == 0
    assert json.loads(reader.communicate()[0])["id"] == article
    assert pipe.is_fifo()
    assert extract(article, "-f", "jsonl", "-o", str(tmp_path)) == 1
    assert f"Cannot write {tmp_path}: Is a directory." in capsys.readouterr().err
    assert extract(article, "-f", "jsonl", "-o", os.devnull) == 0
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("args", [["-h"], ["extract", "-h"]])
def test_short_help(args: list[str], capsys: Capture) -> None:
    """``-h`` helps as ``--help`` does."""
    assert main(args) == 0
    assert "Usage: quotekit" in capsys.readouterr().out


def test_a_model_that_is_not_installed(
    article: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for the large reader without its package is told what to install, and the status is 2."""
    monkeypatch.setattr("quotekit.finders.installed.installed_weights", lambda name: None)
    assert extract(article, "--model", "large") == 2
    assert "quotekit-nlp[large]" in "".join(capsys.readouterr().err.split())
    assert extract(article, "--model", "small") == 0


def test_stopping_says_what_is_kept(
    articles: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is whole or as it was, and what was being written goes; with ``--resume`` the lines stay."""

    def stopped(*_: object, **__: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield  # an iterator that is stopped at its first item

    monkeypatch.setattr("quotekit.cli.extract.with_quotes", stopped)
    out = tmp_path / "quotes.jsonl"
    for option, told in (("--quiet", "is as it was"), ("--resume", "0 texts are in")):
        assert extract(str(articles), option, "-o", str(out)) == 130
        assert told in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.glob("quotes*")) == ["quotes.jsonl"]
