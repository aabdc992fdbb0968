"""Every language is one whole record of named fields."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError

import quotekit
from quotekit.errors import LanguageError, TableError
from quotekit.language import (
    Elision,
    Language,
    Pronoun,
    ReportingVerb,
    Title,
    every_language,
    language_of,
    languages,
    read_language,
)
from quotekit.language.independent import vowels
from quotekit.language.rows import CONSTRUCTIONS

FOLDER = Path(quotekit.__file__).parent / "language"


def test_rows_have_names() -> None:
    """What a table says of a word is asked by name."""
    english = language_of("en")
    assert english.pronouns["she"] == Pronoun(form="she", gender="f", number="s", kind="person")
    assert english.titles["mrs"] == Title(form="mrs", gender="f", kind="courtesy")
    assert english.reporting_verbs["accuse"] == ReportingVerb("accuse", "speech", frozenset({"of"}))
    assert Elision("tis", "start") in english.elisions
    assert "dear" in english.function_words.endearment
    assert english.relatives["wife"] == ("mrs", "lady")
    assert english.hypocoristics["al"] >= {"albert"}


def test_the_apparatus_is_asked_by_part() -> None:
    """What notes and citations are set with, of all languages, longer texts first."""
    known = every_language()
    assert known.apparatus_texts("page")[-2:] == ("pp.", "p.")
    assert known.apparatus_texts("sic", "remark")[-1] == "sic"
    assert set(known.apparatus_texts("signal")) >= {"cf.", "e.g.,", "see"}


def test_vowels_are_capitals() -> None:
    """The letters of which an abbreviation has none are of no language, and in capitals."""
    assert set("AEIOUYÄÖÜ") == vowels()


def test_a_title_in_any_spelling() -> None:
    """A title is one in any case, with its full stop or without; other words are none."""
    english = language_of("en")
    assert english.title_of("MRS.") is english.titles["mrs"]
    assert all(map(english.is_title, ("Dr.", "dr", "DR")))
    assert english.title_of("wall") is None
    assert every_language().is_title("Mme.")


def test_a_language_is_read_once_and_stays() -> None:
    """The record is kept and nobody changes it."""
    assert language_of("fr") is language_of("fr")
    with pytest.raises(FrozenInstanceError):
        language_of("fr").code = "en"  # type: ignore[misc]


def test_an_unknown_language_is_an_error() -> None:
    """No other language's words take the place of those that are missing."""
    with pytest.raises(LanguageError, match=r"'xx'.*en, fr"):
        language_of("xx")


@pytest.mark.parametrize("lang", languages())
def test_no_table_is_left_unread(lang: str) -> None:
    """The files of a language's folder are the fields of the record, so none is there for nothing."""
    files = {path.stem for path in (FOLDER / lang).glob("*.tsv")}
    assert files == {field.name for field in fields(Language)} - {"code", "labels", "translation"}


@pytest.mark.parametrize("lang", languages())
def test_every_reporting_preposition_is_used(lang: str) -> None:
    """Constructions are those of the rules or prepositions of the language, each of which a verb has."""
    record = language_of(lang)
    frames = {frame for verb in record.reporting_verbs.values() for frame in verb.frames}
    assert frames - CONSTRUCTIONS == record.function_words.reporting_preposition


def test_an_unknown_construction_is_an_error(tmp_path: Path) -> None:
    """A construction that no rule looks for is named with its line, or else the verb would never report."""
    folder = shutil.copytree(FOLDER / "fr", tmp_path / "xx")
    table = folder / "reporting_verbs.tsv"
    table.write_text("# a comment\nlemma\tact\tconstructions\ndire\tspeech\tthat claus marks\n", "utf-8")
    with pytest.raises(
        TableError, match=r"reporting_verbs\.tsv, line 3: constructions is 'claus', allowed is"
    ):
        read_language("xx", folder)


def test_a_folder_anywhere_can_hold_a_language(tmp_path: Path) -> None:
    """The reader takes any folder with all the tables."""
    folder = shutil.copytree(FOLDER / "fr", tmp_path / "xx")
    assert read_language("xx", folder).roles == language_of("fr").roles


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    """The error names the file that a language lacks."""
    folder = shutil.copytree(FOLDER / "fr", tmp_path / "xx")
    (folder / "titles.tsv").unlink()
    with pytest.raises(LanguageError, match=r"language 'xx': its word lists lack titles\.tsv"):
        read_language("xx", folder)


def test_an_unknown_value_is_an_error(tmp_path: Path) -> None:
    """The error names the file and the line."""
    folder = shutil.copytree(FOLDER / "fr", tmp_path / "xx")
    (folder / "titles.tsv").write_text("title\tgender\tkind\nherr\tm\tpolite\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"titles\.tsv, line 2: kind is 'polite'"):
        read_language("xx", folder)


def test_words_of_all_languages() -> None:
    """What is read without a language looks into every language."""
    assert {"photo", "crédit", "caption"} <= every_language().heading_words
