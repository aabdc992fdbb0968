"""A text as the index of a site lists it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.export.documents import QuotedText
from quotekit.export.html.escaping import shortened

__all__ = ["ListedText", "listed_texts"]

_FACTS = ("outlet", "date")
"""The fields of a text that stand under its title."""
_LONGEST = 160
"""Characters of a title, chosen: two lines of the list."""


@frozen
class ListedText:
    """A text of a site.

    Attributes:
        title: Its title, or its id, on one line.
        address: Where its page lies, seen from the index.
        facts: Its outlet and its date, as far as they are known.
    """

    title: str
    address: str
    facts: str


def listed_texts(texts: Sequence[QuotedText]) -> list[ListedText]:
    """The *texts* as they are listed; their pages are numbered, whatever the ids are."""
    digits = len(str(len(texts)))
    return [_listed(text, f"texts/{number:0{digits}}.html") for number, text in enumerate(texts, 1)]


def _listed(text: QuotedText, address: str) -> ListedText:
    title = text.fields.get("title")
    facts = (text.fields.get(name) for name in _FACTS)
    return ListedText(
        title=shortened(title if isinstance(title, str) and title.strip() else text.id, _LONGEST),
        address=address,
        facts=shortened(" · ".join(str(fact) for fact in facts if fact), _LONGEST),
    )
