"""A site to look at: two texts of one outlet, and one whose every word is an attack."""

from __future__ import annotations

from attrs import evolve

from chromium import ATTACKS
from html_pages import quote_of, span_of
from quotekit.export.documents import QuotedText
from quotekit.records import Quote, Speaker

FIRST = "“The bridge is closed,” said Helen Brandt.\n\nOmar Diaz added that a year’s wait is too long."
SECOND = "Brandt said that bridges cost money. “No,” a driver said. “Nothing but rain.”"
HOSTILE = f"{' '.join(ATTACKS)} said"


def said_by(name: str, text: str, words: str, *, how: str = "name", kind: str = "direct") -> Quote:
    """The first place of *words* in *text* as a quote of somebody whom the text names like this."""
    speaker = Speaker(name, "PERSON", span_of(text, name), how)  # type: ignore[arg-type]
    return evolve(quote_of(text, words, cue="said"), kind=kind, speaker=speaker)


def unsure(quote: Quote) -> Quote:
    """The quote, whose speaker is no more than likely."""
    assert quote.speaker is not None
    return evolve(quote, speaker=evolve(quote.speaker, confidence=0.75))


DOCUMENTS = [
    QuotedText(
        "a",
        FIRST,
        (
            said_by("Helen Brandt", FIRST, "“The bridge is closed,”"),
            evolve(said_by("Omar Diaz", FIRST, "a year’s wait is too long", kind="indirect"), confidence=0.6),
        ),
        {"title": "The old bridge", "outlet": "Post", "date": "2026-05-01"},
    ),
    QuotedText(
        "b",
        SECOND,
        (
            said_by("Brandt", SECOND, "bridges cost money", kind="indirect"),
            unsure(said_by("a driver", SECOND, "“No,”", how="unnamed")),
            quote_of(SECOND, "“Nothing but rain.”"),
        ),
        {"outlet": "Post"},
    ),
    QuotedText(
        HOSTILE,
        HOSTILE,
        (said_by(HOSTILE, HOSTILE, HOSTILE),),
        {"title": HOSTILE, "outlet": HOSTILE, "date": HOSTILE},
    ),
]
