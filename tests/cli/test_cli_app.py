"""The command itself: its subcommands, version and help."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import quotekit
from quotekit.cli import app, main

Capture = pytest.CaptureFixture[str]


def test_version(capsys: Capture) -> None:
    """``--version`` prints the name and the version."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"quotekit {quotekit.__version__}\n"


@pytest.mark.parametrize("args", [["--help"], *([name, "--help"] for name in app.COMMANDS)])
def test_help(args: list[str], capsys: Capture) -> None:
    """``--help`` prints the usage and ends with status 0."""
    assert main(args) == 0
    assert "Usage: quotekit" in capsys.readouterr().out


@pytest.mark.parametrize("name", app.COMMANDS)
def test_help_teaches(name: str, capsys: Capture) -> None:
    """The help of each subcommand shows examples of it, each on its line."""
    main([name, "--help"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "Examples" in lines
    assert any(line.startswith(f"quotekit {name} ") for line in lines)


@pytest.mark.parametrize("name", app.COMMANDS)
def test_nothing_asked(name: str, capsys: Capture) -> None:
    """A subcommand without arguments shows its help."""
    assert main([name]) == 2
    out, err = capsys.readouterr()
    assert f"Usage: quotekit {name}" in out + err


def test_file_alone(tmp_path: Path, capsys: Capture) -> None:
    """``quotekit FILE`` does what ``quotekit extract FILE`` does."""
    path = tmp_path / "a.txt"
    path.write_text("“We leave on Monday,” said Ann Lee.", encoding="utf-8")
    main(["extract", str(path), "--format", "jsonl"])
    expected = capsys.readouterr().out
    assert main([str(path), "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == expected != ""


@pytest.mark.parametrize("word", ["extrcat", "nothing.txt", "a\0b", "x" * 5000])
def test_unknown_command(word: str, capsys: Capture) -> None:
    """A word that is neither a subcommand nor a file is an error."""
    assert main([word]) == 2
    assert "No such command" in capsys.readouterr().err


def test_help_is_light() -> None:
    """``--help`` loads neither spaCy nor textacy nor torch."""
    code = (
        "import sys; from quotekit.cli import main; main(['extract', '--help']);"
        "print([name for name in ('spacy', 'textacy', 'torch', 'onnxruntime') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_progress_on_a_terminal(tmp_path: Path) -> None:
    """A bar is drawn on standard error where that is a terminal, and the output stays clean."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "quotekit", "extract", "-f", "jsonl", str(tmp_path)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, env=environment)
    os.close(theirs)
    assert b"texts" in os.read(ours, 100_000)
    os.close(ours)
    assert run.stdout.count(b"\n") == 2
    assert b"\x1b" not in run.stdout
