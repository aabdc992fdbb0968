"""The view of a notebook."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from spacy.language import Language

from html_pages import quote_of, read, readable, texts_with_quotes
from quotekit import show
from quotekit.errors import OffsetsError
from quotekit.export.documents import QuotedText
from quotekit.files import FileText
from quotekit.records import Quote

TEXT = "“We are late,” said Ann Lee."
QUOTES = [quote_of(TEXT, "“We are late,”", name="Ann Lee", cue="said", source="Ann Lee")]


def test_quote_is_marked() -> None:
    """Content, cue and source are styled, and the content says whose it is."""
    page = read(show(TEXT, QUOTES)._repr_html_())
    content = page.all("mark")[1]
    assert (content.text, content.attributes["title"]) == ("“We are late,”", "Ann Lee · said · direct")
    assert [span.text for span in page.all("span")] == ["said", "Ann Lee"]


def test_speakers_are_named() -> None:
    """The view begins with who speaks how much."""
    assert read(show(TEXT, QUOTES)._repr_html_()).all("p")[0].text == "Ann Lee 100% · 1 quote"


def test_quotes_are_found_when_none_are_given(nlp: Language) -> None:
    """Without quotes the view has those that are found, in a text or in a parse of it."""
    for given_text in (TEXT, nlp(TEXT)):
        view = show(given_text, nlp=nlp)
        assert (view.text, [quote.text for quote in view.quotes]) == (TEXT, ["“We are late,”"])


@settings(max_examples=50)
@given(texts_with_quotes())
def test_nothing_but_the_text(given: tuple[str, list[Quote]]) -> None:
    """Whatever text and names hold, the view has all of the text and no element but its own few."""
    page = read(show(*given)._repr_html_())
    assert {element.tag for element in page.elements} <= {"div", "p", "mark", "span", "bdi"}
    assert page.text.endswith(readable(given[0]))
    assert (page.badly_nested, page.open) == ([], [])


def test_same_value() -> None:
    """Views of the same text and quotes are equal."""
    assert show(TEXT, QUOTES) == show(TEXT, tuple(QUOTES))


def test_repr_is_short() -> None:
    """In a plain prompt a view, and what is to be exported, are one short line however long the text is."""
    long = TEXT + " It rained." * 1000
    assert repr(show(long, QUOTES)).endswith("…', quotes=<1 quote>)")
    assert len(repr(show(long, QUOTES))) < 120
    assert repr(QuotedText("a", None, ())) == "QuotedText(id='a', text=None, quotes=<0 quotes>, fields={})"
    assert len(repr([QuotedText("a", long, tuple(QUOTES)), FileText("a", long)])) < 300


def test_quotes_of_another_text() -> None:
    """Quotes that don't fit the text are an error at once, not when the notebook shows the view."""
    with pytest.raises(OffsetsError):
        show("Another text.", QUOTES)
