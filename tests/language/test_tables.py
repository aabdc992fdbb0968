"""The word lists: every language has what the rules look up."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotekit
from quotekit.language import languages, load_any_words, load_rows
from quotekit.parse.reporting import SAYING

FOLDER = Path(quotekit.__file__).parent / "language"
OF_ENGLISH_ALONE = {"elisions", "claim_verbs"}
"""Tables that are read whatever the language of a text is, so that one language may do without."""

CONSTRUCTIONS = SAYING | {"to", "small", "object", "inverted"}
CLASSES = {"clause_openers": {"that", "wh", "to"}, "modalities": {"negation", "modal", "condition"}}


def tables(lang: str) -> set[str]:
    """The names of the tables of a language."""
    return {path.stem for path in (FOLDER / lang).glob("*.tsv")}


@pytest.mark.parametrize("lang", languages())
def test_no_table_is_missing(lang: str) -> None:
    """Every language has every table, but for those that only English needs."""
    assert tables("en") - OF_ENGLISH_ALONE <= tables(lang)


@pytest.mark.parametrize("lang", languages())
def test_rows_are_whole(lang: str) -> None:
    """Rows of one table have the same number of columns, and none is empty."""
    for table in tables(lang):
        rows = load_rows(lang, table)
        assert len({len(row) for row in rows}) <= 1, table
        assert all(column.strip() == column != "" for row in rows for column in row), table


@pytest.mark.parametrize("lang", languages())
def test_reporting_verbs_name_their_constructions(lang: str) -> None:
    """The act is one of two, and constructions are those of the rules or prepositions of the language."""
    for lemma, act, frames in load_rows(lang, "reporting_verbs"):
        assert act in {"speech", "thought"}, lemma
        assert all(frame in CONSTRUCTIONS or frame.isalpha() for frame in frames.split()), lemma


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("table", CLASSES)
def test_classes_are_known(lang: str, table: str) -> None:
    """The second column of tables of little words is one of the classes that the rules ask for."""
    assert {row[1] for row in load_rows(lang, table)} <= CLASSES[table]


def test_words_of_all_languages() -> None:
    """What is read without a language looks into every language."""
    assert {"photo", "crédit", "caption"} <= load_any_words("labels")
