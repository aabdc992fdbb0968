"""How many words each speaker is quoted with, in one document or in many.

A word counts once, for the innermost quote that holds it: in “Ann told me ‘go away’,” said by Bob,
the last two words are Ann's. A word is a run of letters and digits, with the apostrophes and
hyphens inside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from quotekit.errors import InputTypeError
from quotekit.given import checked_items, checked_value
from quotekit.records import Quote, Span

__all__ = ["Share", "outlet_shares", "speaker_shares", "word_count"]

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")

_QUOTES = "quotes, as quotekit.extract_quotes gives"
_DOCUMENTS = "the quotes of each document; of a single one, [quotes]"
_OUTLETS = "pairs of an outlet and the quotes of one document of it"

Speakers = Counter[str | None]


@frozen
class Share:
    """What one speaker has of the quoted words.

    Attributes:
        speaker: The speaker's name, or None for the quotes that the texts give to nobody.
        quotes: How many quotes are the speaker's.
        words: How many words these quotes hold, those of quotes inside them left out.
        share: These words by all quoted words, 0 to 1.
    """

    speaker: str | None
    quotes: int
    words: int
    share: float


def speaker_shares(documents: Iterable[Iterable[Quote]]) -> list[Share]:
    """Who is quoted with how many words, over any number of documents.

    Args:
        documents: The quotes of each document; of a single one, ``[quotes]``. They are read once,
            one after the other. Speakers of the same name are counted as one.

    Returns:
        One share a speaker, the largest first.

    Raises:
        InputTypeError: These are no quotes, or those of one document that stand in no list.
    """
    quotes, words = Speakers(), Speakers()
    for document in checked_items(documents, Iterable, _DOCUMENTS):  # type: ignore[type-abstract]
        _add_quoted_words(document, quotes, words)
    return _as_shares(quotes, words)


def outlet_shares(documents: Iterable[tuple[str, Iterable[Quote]]]) -> dict[str, list[Share]]:
    """Who is quoted with how many words, in each outlet.

    Args:
        documents: The outlet and the quotes of each document, in any order, as pairs.

    Returns:
        The shares of each outlet's speakers, largest first, by outlet in the order of first sight.

    Raises:
        InputTypeError: These are no such pairs.
    """
    counts: dict[str, tuple[Speakers, Speakers]] = {}
    pairs = documents.items() if isinstance(documents, Mapping) else documents
    for pair in checked_items(pairs, tuple, _OUTLETS):
        if len(pair) != 2:
            raise InputTypeError(f"a tuple of {len(pair)}", _OUTLETS)
        outlet, document = pair
        _add_quoted_words(document, *counts.setdefault(outlet, (Speakers(), Speakers())))
    return {outlet: _as_shares(quotes, words) for outlet, (quotes, words) in counts.items()}


def word_count(text: str) -> int:
    """How many words *text* has.

    Raises:
        InputTypeError: It is no str.
    """
    return sum(1 for _ in _WORD.finditer(checked_value(text, str, "a str")))


def _as_shares(quotes: Mapping[str | None, int], words: Mapping[str | None, int]) -> list[Share]:
    total = sum(words.values()) or 1
    found = [Share(name, count, words[name], words[name] / total) for name, count in quotes.items()]
    return sorted(found, key=lambda share: (-share.words, -share.quotes, share.speaker or ""))


def _add_quoted_words(document: Iterable[Quote], quotes: Speakers, words: Speakers) -> None:
    """Add the quotes of a document, and their words, to those of their speakers."""
    spans: list[tuple[Span, str | None]] = []
    for quote in checked_items(document, Quote, _QUOTES):
        name = quote.speaker_name
        quotes[name] += 1
        spans.extend((span, name) for span in quote.content)
    for piece, name in _words_of_innermost(spans):
        words[name] += word_count(piece)


def _words_of_innermost(spans: list[tuple[Span, str | None]]) -> Iterator[tuple[str, str | None]]:
    """The stretches of text that the spans cover, each with the speaker of the span that opened last."""
    spans.sort(key=lambda item: (item[0].start, -item[0].end))
    opened: list[tuple[Span, str | None]] = []
    position = 0
    for span, name in spans:
        yield from _closed_stretches(opened, position, span.start)
        position = max(position, span.start)
        opened.append((span, name))
    if spans:
        yield from _closed_stretches(opened, position, max(span.end for span, _ in spans))


def _closed_stretches(
    opened: list[tuple[Span, str | None]], position: int, limit: int
) -> Iterator[tuple[str, str | None]]:
    """The stretches from *position* up to *limit*; what ends before it is taken from *opened*."""
    while opened and position < limit:
        span, name = opened[-1]
        end = min(span.end, limit)
        if position < end:
            yield span.text[position - span.start : end - span.start], name
            position = end
        if span.end <= limit:
            opened.pop()
