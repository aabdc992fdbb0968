"""JSON-LD of schema.org: each quote as a ``Quotation``, spoken by somebody, part of its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotekit.export.documents import QuotedText, readable, write_pieces
from quotekit.records import Quote, Speaker

__all__ = ["pieces", "write"]


def pieces(documents: Iterable[QuotedText]) -> Iterator[str]:
    """One JSON-LD document, piece by piece: a graph with a node for each quote.

    Each node has the quote's ``text``, the work that it ``isPartOf``, and, where the speaker is
    known, ``spokenByCharacter`` and ``creator``, a person or an organisation.
    """
    yield '{"@context": "https://schema.org", "@graph": ['
    separator = "\n"
    for document in documents:
        for number, quote in enumerate(document.quotes, 1):
            yield separator + readable(json.dumps(_node(document.id, number, quote), ensure_ascii=False))
            separator = ",\n"
    yield "\n]}\n"


def write(documents: Iterable[QuotedText], path: Path) -> None:
    """Write a JSON-LD file.

    Raises:
        OSError: The file cannot be written.
    """
    write_pieces(pieces(documents), path)


def _node(work: str, number: int, quote: Quote) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Quotation",
        "identifier": f"{work}#quote-{number}",
        "text": quote.text,
        "isPartOf": {"@type": "CreativeWork", "identifier": work},
    }
    if quote.speaker is not None:
        node["spokenByCharacter"] = _agent(quote.speaker)
        node["creator"] = _agent(quote.speaker)
    return node


def _agent(speaker: Speaker) -> dict[str, str]:
    return {"@type": "Person" if speaker.label == "PERSON" else "Organization", "name": speaker.name}
