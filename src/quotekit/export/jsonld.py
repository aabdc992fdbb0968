"""JSON-LD of schema.org: each quote as a ``Quotation``, spoken by somebody, part of its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Any

from quotekit.export.documents import QuotedText, checked_texts, without_surrogates, write_pieces
from quotekit.records import Quote, Speaker

__all__ = ["jsonld_pieces", "write"]

_TERMS: dict[str, tuple[str, str | None]] = {
    "title": ("headline", None),
    "headline": ("headline", None),
    "date": ("datePublished", None),
    "url": ("url", None),
    "language": ("inLanguage", None),
    "author": ("author", "Person"),
    "creator": ("author", "Person"),
    "outlet": ("publisher", "Organization"),
    "publisher": ("publisher", "Organization"),
}
"""The property of a creative work that a field of a text is, and the type of what it names."""


def jsonld_pieces(documents: Iterable[QuotedText]) -> Iterator[str]:
    """One JSON-LD document, piece by piece: a graph with a node for each quote.

    Each node has the quote's ``text``, the work that it ``isPartOf``, and, where the speaker is
    known, ``spokenByCharacter`` and ``creator``, a person or an organisation, with how sure that is
    and the rule that decided it as ``additionalProperty``.
    """
    yield '{"@context": "https://schema.org", "@graph": ['
    separator = "\n"
    for document in checked_texts(documents):
        for number, quote in enumerate(document.quotes):
            yield separator + without_surrogates(
                json.dumps(_node(document, number, quote), ensure_ascii=False, default=str)
            )
            separator = ",\n"
    yield "\n]}\n"


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a JSON-LD file.

    Args:
        documents: Texts with their quotes.
        path: The file, which is replaced if it is there.

    Raises:
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    write_pieces(jsonld_pieces(documents), path)


def _node(document: QuotedText, number: int, quote: Quote) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Quotation",
        "identifier": f"{document.id}#quote-{number}",
        "text": quote.text,
        "isPartOf": _work(document),
    }
    if quote.speaker is not None:
        node["spokenByCharacter"] = _person_or_organisation(quote.speaker)
        node["creator"] = _person_or_organisation(quote.speaker)
        node["additionalProperty"] = [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in (
                ("speakerConfidence", quote.speaker.confidence),
                ("speakerRule", quote.speaker.rule),
            )
        ]
    return node


def _work(document: QuotedText) -> dict[str, Any]:
    """The text that a quote is from, its fields as properties of schema.org where there is one for them."""
    work: dict[str, Any] = {"@type": "CreativeWork", "identifier": document.id}
    others = []
    for name, value in document.fields.items():
        term, kind = _TERMS.get(name.casefold(), (None, None))
        if term is None or term in work:  # a second one of its kind keeps its own name
            others.append({"@type": "PropertyValue", "name": name, "value": value})
        else:
            work[term] = {"@type": kind, "name": value} if kind else value
    return {**work, "additionalProperty": others} if others else work


def _person_or_organisation(speaker: Speaker) -> dict[str, str]:
    """The speaker, with the role that the text gives as description, and what it calls a person."""
    person = speaker.label == "PERSON"
    agent = {"@type": "Person" if person else "Organization", "name": speaker.name}
    if speaker.role is not None:
        agent["description"] = speaker.role.text
    if speaker.pronoun is not None and person:
        agent["pronouns"] = speaker.pronoun
    return agent
