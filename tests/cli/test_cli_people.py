"""``--aliases``, ``--speaker``, ``--lang auto`` and ``--verbose`` of ``quotekit extract``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotekit.cli import languages, main
from quotekit.cli.people import read_alias_table
from quotekit.errors import CorpusError
from quotekit.files import telling

Capture = pytest.CaptureFixture[str]


def speakers(args: list[str], capsys: Capture) -> list[list[str | None]]:
    """The speakers of each line that ``quotekit extract`` prints."""
    assert main(["extract", "-f", "jsonl", *args]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return [[(quote["speaker"] or {}).get("name") for quote in line["quotes"]] for line in lines]


@pytest.mark.parametrize(("name", "comma"), [("people.tsv", "\t"), ("people.csv", ",")])
def test_aliases_from_a_file(name: str, comma: str, tmp_path: Path, capsys: Capture) -> None:
    """A table says which names are one person's."""
    text = "“We sail,” said Tove Brandt. “It is late,” said Mother Carey."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows = [("name", "alias"), ("Tove Brandt", "Mother Carey"), ("Tove Brandt", "Skip")]
    (tmp_path / name).write_text("\n".join(map(comma.join, rows)), encoding="utf-8")
    assert read_alias_table(tmp_path / name) == {"Tove Brandt": ["Mother Carey", "Skip"]}
    args = [str(tmp_path / "a.txt"), "--aliases", str(tmp_path / name)]
    assert speakers(args, capsys) == [["Tove Brandt", "Tove Brandt"]]


@pytest.mark.parametrize(
    ("table", "problem"),
    [("name\tother\nA\tB\n", "line 2: the column 'alias' is missing"), ("name\talias\nA\t\n", "is empty")],
)
def test_broken_aliases(table: str, problem: str, tmp_path: Path) -> None:
    """What is wrong with the table is said with its line."""
    (tmp_path / "people.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(CorpusError, match=problem):
        read_alias_table(tmp_path / "people.tsv")


def test_quotes_of_one_speaker(tmp_path: Path, capsys: Capture) -> None:
    """Only the quotes of speakers of that name are given; each text stays."""
    (tmp_path / "a.txt").write_text("“We sail,” said Tove Brandt. “No,” said Omar Reyes.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("“No,” said Omar Reyes.", encoding="utf-8")
    assert speakers(["--speaker", "BRANDT", str(tmp_path)], capsys) == [["Tove Brandt"], []]


def test_verbose(tmp_path: Path, capsys: Capture) -> None:
    """It says what reads, and what each text gave."""
    (tmp_path / "a.txt").write_text("“We sail,” said Tove Brandt.", encoding="utf-8")
    assert main(["extract", "-v", str(tmp_path / "a.txt")]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("quotekit: Reading 'en' with core_web_sm")
    assert second.endswith("a.txt: 28 characters in 'en', 1 quotes.")


def test_each_text_in_its_own_language(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are read in the language that each is in; where there is none for it, that is said."""
    told = {"The": "en", "Der": "de", "Ann.": None, "Le": "fr"}
    monkeypatch.setattr(telling, "told_language", lambda text: told[text.split()[0]])
    monkeypatch.setattr(languages, "why_unread", lambda lang: "" if lang == "en" else f"no {lang}")
    for name, text in (("a", "The end."), ("b", "Der Rat."), ("c", "Ann."), ("d", "Le pont.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert speakers(["--lang", "auto", str(tmp_path)], capsys) == [[], [], [], []]
    main(["extract", "--lang", "auto", "-f", "jsonl", str(tmp_path)])
    err = [line.rpartition("/")[2] for line in capsys.readouterr().err.splitlines()]
    assert err == [
        "b.txt seems to be in 'de' and is read as 'en': no de",
        "d.txt seems to be in 'fr' and is read as 'en': no fr",
    ]


def test_unread_languages() -> None:
    """A language that quotekit has no pipelines for is said; one that it has is read."""
    languages.why_unread.cache_clear()
    assert languages.why_unread("en") == ""
    assert "'xx'" in languages.why_unread("xx")
