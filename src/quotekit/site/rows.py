"""The quotes of a site as the rows that its index searches, one list a quote, so that they stay small."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from quotekit.casting import Person
from quotekit.export.documents import QuotedText, without_surrogates
from quotekit.export.html.escaping import shortened
from quotekit.export.html.labels import kind_words, name_or_nobody
from quotekit.records import Quote
from quotekit.site.listed import ListedText

__all__ = ["index_data"]

_LONGEST = 1000
"""Characters of a quote that the index shows and searches, chosen; the page of its text has all of them."""
_LONGEST_PART = 80
"""Characters of a name or a cue."""

_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Escapes by which JSON can stand inside HTML, where a ``<`` could end it."""


def index_data(texts: Sequence[QuotedText], listed: Sequence[ListedText], people: Sequence[Person]) -> str:
    """All that the script of the index knows, as JSON that can stand inside HTML.

    Each row of ``quotes`` is: the number of its text, its number in it, the number of its person, its
    speaker as the text has them, its kind (with act and modality where they are unusual), how sure it is,
    how sure its speaker is, its cue, its words.
    """
    data = {
        "people": [_person_row(person) for person in people],
        "texts": [[text.title, text.address] for text in listed],
        "quotes": list(_rows(texts, people)),
    }
    plain = without_surrogates(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return plain.translate(_MARKUP)


def _person_row(person: Person) -> list[Any]:
    """What somebody is called, their other names, and whether this is a name at all."""
    others = dict.fromkeys(use.name for use in person.names if use.name != person.name)
    return [
        name_or_nobody(person.name),
        [shortened(name, _LONGEST_PART) for name in others],
        int(person.name is not None),
    ]


def _rows(texts: Sequence[QuotedText], people: Sequence[Person]) -> Iterator[list[Any]]:
    numbers = {(use.name, use.outlet): number for number, person in enumerate(people) for use in person.names}
    nobody = len(people) - 1
    for place, text in enumerate(texts):
        outlet = str(text.fields.get("outlet") or "")
        for number, quote in enumerate(text.quotes):
            person = numbers.get((quote.speaker_name or "", outlet), nobody)
            yield [place, number, person, *_quote_row(quote)]


def _quote_row(quote: Quote) -> list[Any]:
    return [
        shortened(quote.speaker_name or "", _LONGEST_PART),
        kind_words(quote),
        round(quote.confidence, 2),
        round(quote.speaker.confidence, 2) if quote.speaker else 1,
        shortened(" ".join(span.text for span in quote.cue), _LONGEST_PART),
        shortened(quote.text, _LONGEST),
    ]
