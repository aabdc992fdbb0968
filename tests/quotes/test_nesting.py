"""Which quotes stand inside others, and how deep."""

from __future__ import annotations

import pytest
from attrs import evolve

from quotekit.quotes.nesting import JudgedQuote, with_depths
from quotekit.records import Quote, Span


def nested(quotes: list[Quote], lang: str) -> list[Quote]:
    """Those of *quotes* that stay, with their depths."""
    return [found.quote for found in with_depths([JudgedQuote(quote) for quote in quotes], lang)]


def quote(start: int, end: int, source: str = "", **parts: str) -> Quote:
    """A quote of some characters, with its source."""
    sources = (Span(0, len(source), source),) if source else ()
    whole = Quote("indirect", (Span(start, end, "x" * (end - start)),), (), sources)
    return evolve(whole, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inner", "kind", "stays"),
    [
        (quote(5, 10, "Bo"), "indirect", True),
        (quote(5, 10, "She"), "indirect", False),
        (quote(5, 10, "she"), "direct", True),
        (quote(5, 10, "I"), "direct", False),
        (quote(5, 10, "you"), "direct", False),
        (quote(5, 10, "who"), "indirect", True),
        (quote(5, 10), "direct", False),
        (quote(5, 10, kind="direct"), "indirect", True),
        (quote(5, 10, "Bo", act="thought"), "indirect", False),
    ],
)
def test_inner_speech_is_of_another(inner: Quote, kind: str, stays: bool) -> None:
    """What stands in a quote is one when somebody else than its source has said it."""
    outer = quote(0, 20, "Ann", kind=kind)
    found = nested([outer, inner], "en")
    assert found == ([outer, evolve(inner, depth=1)] if stays else [outer])


def test_depth_ends_with_the_outer_quote() -> None:
    """A quote behind another one is as deep as if the other were not there."""
    quotes = [quote(0, 20, "Ann"), quote(5, 20, "Bo"), quote(20, 30, "Bo"), quote(22, 26, "Cy")]
    assert [found.depth for found in nested(quotes, "en")] == [0, 1, 0, 1]
    crossing = [quote(0, 20, "Ann"), quote(10, 25, "she")]
    assert [found.depth for found in nested(crossing, "en")] == [0, 0]
