"""The snapshot of quotes: which texts it reads, what it writes, and how it compares."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import quotekit
from quotekit import Quote, Settings, Span
from tools import snapshot

Texts = Iterable[str]


def quote_of(text: str) -> Quote:
    """A quote of the whole of *text*."""
    return Quote(kind="direct", content=(Span(0, len(text), text),))


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small tree with an article, a document and a case, in which every text is one quote."""

    def pipe(texts: Texts, settings: Settings, n_process: int) -> Iterable[list[Quote]]:
        assert (settings, n_process) == (snapshot.EVERYTHING, 1)
        return [[quote_of(text)] for text in texts]

    for name, content in {
        "seeds/article.txt": "One",
        "data/written/dev.jsonl": '{"id": "w1", "text": "Two"}\n{"note": "no text"}\n',
        "tests/cases/quotes.jsonl": '{"text": "Three"}\n',
        "given/gold/news.jsonl": '{"id": "g1", "text": "Four"}\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr(snapshot, "ROOT", tmp_path)
    monkeypatch.setattr(quotekit, "pipe", pipe)
    return tmp_path


def written(tree: Path, name: str, *options: str) -> list[dict[str, object]]:
    """The rows of a snapshot that the command writes."""
    assert snapshot.main(["write", str(tree / name), *options]) == 0
    return [json.loads(line) for line in (tree / name).read_text(encoding="utf-8").splitlines()]


def test_every_text_is_read(tree: Path) -> None:
    """Article, written documents, cases and annotated documents, each by the name of its file and its id."""
    rows = written(tree, "all.jsonl", "--annotated", str(tree / "given"))
    assert [row["name"] for row in rows] == ["article.txt", "dev.jsonl w1", "quotes.jsonl 0", "news.jsonl g1"]
    assert rows[0]["quotes"] == [quote_of("One").to_dict()]


def test_some_texts_are_read(tree: Path) -> None:
    """Every second text, and no annotated documents where none are given."""
    assert [row["name"] for row in written(tree, "some.jsonl", "--every", "2")] == [
        "article.txt",
        "quotes.jsonl 0",
    ]


def test_equal_snapshots(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files that are the same to the byte differ in no text."""
    assert written(tree, "a.jsonl") == written(tree, "b.jsonl")
    assert snapshot.main(["compare", str(tree / "a.jsonl"), str(tree / "b.jsonl")]) == 0
    assert "0 texts differ" in capsys.readouterr().out


def test_differing_snapshots(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed quote is shown as it was and as it is, and a text that is missing counts as well."""
    first, *rows = written(tree, "a.jsonl")
    changed = {**first, "quotes": [quote_of("Eins").to_dict()]}
    lines = [json.dumps(row, sort_keys=True) for row in (changed, *rows[:-1])]
    (tree / "b.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert snapshot.main(["compare", str(tree / "a.jsonl"), str(tree / "b.jsonl")]) == 1
    printed = capsys.readouterr().out
    assert "- " in printed
    assert '+ {"' in printed
    assert "Eins" in printed
    assert "2 texts differ" in printed
