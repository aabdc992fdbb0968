"""Fields of texts that are called like something of a format's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from quoted_texts import NEWS

from quotekit.export import jsonl, jsonld, table
from quotekit.export.field_names import field_from_name, name_of_field
from quotekit.export.formats import FORMATS

CLASHING = dict.fromkeys(
    [*table.COLUMNS, "content", "text_source", "text_text_id", "id", "quotes", "kicker"], "x"
)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("outlet", "outlet"),
        ("source", "text_source"),
        ("text_source", "text_text_source"),
        ("text_outlet", "text_outlet"),
        ("text_", "text_"),
    ],
)
def test_names(field: str, expected: str) -> None:
    """A name that is taken has the prefix, so has one that would be taken then; and all are turned back."""
    name = name_of_field(field, ("source", "text"))
    assert name == expected
    assert field_from_name(name, ("source", "text")) == field


@pytest.mark.parametrize("form", [row for row in FORMATS if row.read], ids=lambda row: row.name)
def test_every_field_is_read_back(form: object, tmp_path: Path) -> None:
    """Fields of any name come back by that name, and change nothing about the quotes."""
    document = evolve(NEWS, fields=CLASHING)
    form.write([document], tmp_path / "a")  # type: ignore[attr-defined]
    [found] = form.read(tmp_path / "a")  # type: ignore[attr-defined]
    assert found.fields == CLASHING
    assert [quote.text for quote in found.quotes] == [quote.text for quote in NEWS.quotes]


def test_rows_and_lines() -> None:
    """Tables and lines keep both, what is theirs by its own name."""
    document = evolve(NEWS, fields={"source": "BBC", "quotes": 3})
    row = next(table.quote_rows([document]))
    assert (row["source"], row["text_source"], row["quotes"]) == ("Brandt", "BBC", 3)
    assert '"text_quotes": 3' in next(jsonl.json_lines([document]))


def test_two_fields_of_one_term() -> None:
    """Of two fields that are one property of a work, the second keeps its name."""
    pieces = "".join(jsonld.jsonld_pieces([evolve(NEWS, fields={"title": "One", "headline": "Two"})]))
    assert '"headline": "One"' in pieces
    assert '{"@type": "PropertyValue", "name": "headline", "value": "Two"}' in pieces
