"""The texts that a command is given."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from quotekit.cli.texts import Text, UnreadableText, count_texts, paths_of, read_texts


def write(path: Path, data: bytes) -> str:
    """A file with *data*, in folders that are made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def test_folder_and_folders_in_it(tmp_path: Path) -> None:
    """A folder stands for its .txt files at every depth, by name."""
    expected = [write(tmp_path / name, b"") for name in ("a/c.txt", "b.txt")]
    write(tmp_path / "b.md", b"")
    assert paths_of([str(tmp_path), "-", "x.txt"]) == [*expected, "-", "x.txt"]


def test_folder_without_texts(tmp_path: Path) -> None:
    """A folder without a .txt file is something that cannot be read."""
    [text] = read_texts(paths_of([str(tmp_path)]))
    assert text == UnreadableText(str(tmp_path), "Is a directory")


def test_line_ends_stay(tmp_path: Path) -> None:
    """Every character of a file is kept, so that offsets hold in the file."""
    path = write(tmp_path / "a.txt", b"a\r\nb\rc\xe2\x80\xa8\n")
    assert list(read_texts([path])) == [Text(path, "a\r\nb\rc\u2028\n")]


def test_undecodable_file(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are named with their place."""
    path = write(tmp_path / "latin.txt", "Déjà vu".encode("latin-1"))
    reason = "byte 0xe9 at offset 1 is not UTF-8; convert the file to UTF-8 first"
    assert list(read_texts([path])) == [UnreadableText(path, reason)]


def test_json_lines(tmp_path: Path) -> None:
    """Each object is a text with its id, or with its place where it has none; empty lines are none."""
    path = write(tmp_path / "a.jsonl", b'{"id": 1, "text": "One."}\n\n{"text": "Two."}\n')
    assert list(read_texts([path])) == [Text("1", "One."), Text(f"{path}:3", "Two.")]


@pytest.mark.parametrize("line", [b"{", b"[]", b"3", b'{"text": 3}', b"\xff", b"[" * 100_000])
def test_line_that_is_no_text(line: bytes, tmp_path: Path) -> None:
    """A line that holds no text is named, and those after it are read."""
    path = write(tmp_path / "a.jsonl", line + b'\n{"text": "Two."}\n')
    bad, good = read_texts([path])
    assert isinstance(bad, UnreadableText)
    assert (bad.id, good) == (f"{path}:1", Text(f"{path}:2", "Two."))


def test_json_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is JSON lines when it is said to be."""
    data = json.dumps({"text": "One."}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert list(read_texts(["-"], "jsonl")) == [Text("-:1", "One.")]


def test_json_file_as_text(tmp_path: Path) -> None:
    """A .jsonl file is one text when it is said to be."""
    path = write(tmp_path / "a.jsonl", b"{")
    assert list(read_texts([path], "text")) == [Text(path, "{")]


def test_count() -> None:
    """How many texts there are is known unless they are lines."""
    assert count_texts(["a.txt", "-"], "auto") == 2
    assert count_texts(["a.txt", "b.jsonl"], "auto") is None
    assert count_texts(["a.jsonl"], "text") == 1
