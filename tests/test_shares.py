"""Shares of the quoted words: what counts as a word, whose it is, and over many documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from html_pages import quote_of, texts_with_quotes
from quotekit.records import Quote
from quotekit.shares import Share, outlet_shares, speaker_shares, word_count

TEXT = "“We aren't late,” said Ann. She told me that Bob had said “never again” and left."
ANN = quote_of(TEXT, "“We aren't late,”", name="Ann")
NESTING = quote_of(TEXT, "that Bob had said “never again” and left", name="Ann")
BOB = quote_of(TEXT, "“never again”", name="Bob")


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("— “…”", 0), ("We aren't late", 3), ("a well-known 3.5", 4), ("déjà-vu’s end", 2)],
)
def test_word_count(text: str, count: int) -> None:
    """Words are runs of letters and digits with the apostrophes and hyphens inside them."""
    assert word_count(text) == count


def test_shares() -> None:
    """Speakers come with their quotes, words and share, the one with most words first."""
    assert speaker_shares([[BOB, ANN]]) == [Share("Ann", 1, 3, 0.6), Share("Bob", 1, 2, 0.4)]


def test_nested_words_count_once() -> None:
    """Words of a quote inside another are the inner speaker's alone, in whatever order the quotes come."""
    expected = [Share("Ann", 1, 6, 0.75), Share("Bob", 1, 2, 0.25)]
    assert speaker_shares([[NESTING, BOB]]) == expected
    assert speaker_shares([[BOB, NESTING]]) == expected


def test_nobody() -> None:
    """Quotes without a speaker have a share of their own."""
    assert speaker_shares([[quote_of(TEXT, "“never again”"), ANN]])[1] == Share(None, 1, 2, 0.4)


def test_no_words() -> None:
    """Quotes without words are counted, and divide nothing by nothing."""
    assert speaker_shares([]) == []
    assert speaker_shares([[quote_of(TEXT, "“", name="Ann")]]) == [Share("Ann", 1, 0, 0.0)]


def test_many_documents() -> None:
    """Documents are counted apart, since offsets of one mean nothing in another, and then added up."""
    assert speaker_shares(iter([iter([NESTING]), [BOB]])) == [
        Share("Ann", 1, 8, 0.8),
        Share("Bob", 1, 2, 0.2),
    ]


def test_outlets() -> None:
    """Each outlet has shares of its own, in the order in which the outlets appear."""
    shares = outlet_shares([("Post", [ANN]), ("Herald", [BOB]), ("Post", [BOB])])
    assert list(shares) == ["Post", "Herald"]
    assert shares["Post"] == speaker_shares([[ANN], [BOB]])
    assert shares["Herald"] == [Share("Bob", 1, 2, 1.0)]


@settings(max_examples=50)
@given(texts_with_quotes())
def test_every_covered_word_counts(given: tuple[str, list[Quote]]) -> None:
    """Shares add up to one where there are words, and every quote is counted."""
    _, quotes = given
    shares = speaker_shares([quotes])
    assert sum(share.quotes for share in shares) == len(quotes)
    assert sum(share.share for share in shares) == pytest.approx(1.0 if any(s.words for s in shares) else 0.0)
    assert all(share.words >= 0 for share in shares)
