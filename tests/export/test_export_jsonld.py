"""Quotes as schema.org's JSON-LD, read by Python's own parser."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from quoted_texts import EMPTY, NEWS, quoted_texts

from quotekit.export import jsonld
from quotekit.export.documents import QuotedText

BRANDT = {"@type": "Person", "name": "Helen Brandt", "description": "the mayor", "pronouns": "she"}


def test_quotation() -> None:
    """Each quote is a Quotation with its words, its speaker and the work that it is part of."""
    data = json.loads("".join(jsonld.jsonld_pieces([EMPTY, NEWS])))
    assert data["@context"] == "https://schema.org"
    first, *_, last = data["@graph"]
    assert first == {
        "@type": "Quotation",
        "identifier": "news/a.txt#quote-0",
        "text": "“The bridge,” “is <not> safe & sound.”",
        "isPartOf": {"@type": "CreativeWork", "identifier": "news/a.txt"},
        "spokenByCharacter": BRANDT,
        "creator": BRANDT,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": "speakerConfidence", "value": 0.75},
            {"@type": "PropertyValue", "name": "speakerRule", "value": "names_alike"},
        ],
    }
    assert "spokenByCharacter" not in last


@given(document=quoted_texts())
def test_any_text(document: QuotedText) -> None:
    """Whatever the quotes are, there is a node for each."""
    data = json.loads("".join(jsonld.jsonld_pieces([document, document])))
    assert [node["text"] for node in data["@graph"]] == 2 * [quote.text for quote in document.quotes]


def test_file(tmp_path: Path) -> None:
    """The file holds what the pieces hold; a lone surrogate is a stand-in."""
    path = tmp_path / "a.jsonld"
    jsonld.write([NEWS, QuotedText("\ud800", "", NEWS.quotes[:1])], path)
    graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    assert graph[-1]["identifier"] == "\ufffd#quote-0"


def test_fields_of_a_text() -> None:
    """What is known of a text are properties of the work, in schema.org's words where it has some."""
    fields = {"title": "Old bridge", "date": "2026-05-01", "outlet": "The Port Daily", "section": 3}
    document = QuotedText("a", NEWS.text, NEWS.quotes[:1], fields)
    [node] = json.loads("".join(jsonld.jsonld_pieces([document])))["@graph"]
    assert node["isPartOf"] == {
        "@type": "CreativeWork",
        "identifier": "a",
        "headline": "Old bridge",
        "datePublished": "2026-05-01",
        "publisher": {"@type": "Organization", "name": "The Port Daily"},
        "additionalProperty": [{"@type": "PropertyValue", "name": "section", "value": 3}],
    }
