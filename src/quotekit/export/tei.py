"""TEI P5: quotes as ``<said>``, their speakers in a ``<listPerson>`` that ``@who`` points to.

Everything but a quote's ``rule`` can be read back, the fields of a text from notes in its header. How sure
a speaker is, and by which rule, stands in a ``<certainty>`` whose ``@target`` is the quote.
A content of several spans, or one that crosses another element, is several ``<said>`` with ``@next`` and
``@prev``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, get_args
from xml.sax.saxutils import escape, quoteattr

from quotekit.export.documents import QuotedText, checked_texts, write_pieces
from quotekit.export.elements import Element, Piece, crossing_parted
from quotekit.export.tei_reading import ALOUD_OF_ACT, DIRECT_OF_KIND, TEI, read
from quotekit.records import How, Modality, Quote, Span, Speaker
from quotekit.terms import QuotePart

__all__ = ["read", "tei_pieces", "write"]

_PARTS: tuple[QuotePart, ...] = get_args(QuotePart)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Person = tuple[str, str, Span, Span | None, str | None]
"""What makes speakers one person: name, label, mention, role and pronoun."""


def tei_pieces(documents: Iterable[QuotedText]) -> Iterator[str]:
    """A TEI corpus, piece by piece; characters that XML cannot hold are U+FFFD in it.

    Args:
        documents: Texts with their quotes.

    Raises:
        OffsetsError: A quote is not of its text.
    """
    terms = [*get_args(Modality), *(f"how-{how}" for how in get_args(How))]
    categories = "".join(f'<category xml:id="{term}"><catDesc>{term}</catDesc></category>' for term in terms)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{TEI}">\n'
    taxonomy = f"<classDecl><taxonomy>{categories}</taxonomy></classDecl>"
    yield _header("Quotations", f"<encodingDesc>{taxonomy}</encodingDesc>")
    for number, document in enumerate(checked_texts(documents), 1):
        yield from _tei_of(document, f"d{number}")
    yield "</teiCorpus>\n"


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a TEI file.

    Args:
        documents: Texts with their quotes.
        path: The file, which is replaced if it is there.

    Raises:
        OffsetsError: A quote is not of its text.
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    write_pieces(tei_pieces(documents), path)


def _header(title: str, more: str, notes: str = "") -> str:
    listed = f"<notesStmt>{notes}</notesStmt>" if notes else ""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{_xml_escaped(title)}</title></titleStmt>"
        f"<publicationStmt><p>Annotated by quotekit.</p></publicationStmt>{listed}"
        f"<sourceDesc><p>Digital text.</p></sourceDesc></fileDesc>{more}</teiHeader>\n"
    )


def _tei_of(document: QuotedText, key: str) -> Iterator[str]:
    text = document.checked()
    speakers = list(dict.fromkeys(_person_key(quote.speaker) for quote in document.quotes if quote.speaker))
    keys = {person: f"{key}s{number}" for number, person in enumerate(speakers, 1)}
    persons = "".join(_person_element(person, name) for person, name in keys.items())
    listed = f"<profileDesc><particDesc><listPerson>{persons}</listPerson></particDesc></profileDesc>"
    yield "<TEI>" + _header(document.id, listed if persons else "", "".join(_field_notes(document.fields)))
    if certainties := "".join(_certainty_elements(document.quotes, key)):
        yield f"<standOff>{certainties}</standOff>"
    yield '<text><body><ab xml:space="preserve">'
    yield from _text_with_elements(text, document.quotes, keys, key)
    yield "</ab></body></text></TEI>\n"


def _field_notes(fields: Mapping[str, Any]) -> Iterator[str]:
    """A note for each field of a text: words as they are, other values as JSON."""
    for name, value in fields.items():
        kind, words = ("field", value) if isinstance(value, str) else ("data", json.dumps(value, default=str))
        yield f'<note type="{kind}" n={quoteattr(_writable(name))}>{_xml_escaped(words)}</note>'


def _person_key(speaker: Speaker) -> Person:
    return speaker.name, speaker.label, speaker.mention, speaker.role, speaker.pronoun


def _person_element(person: Person, key: str) -> str:
    name, label, _, _, pronoun = person
    called = f"<persPronouns>{pronoun}</persPronouns>" if pronoun else ""
    return (
        f'<person xml:id="{key}" role={quoteattr(_writable(label))}>'
        f"<persName>{_xml_escaped(name)}</persName>{called}</person>"
    )


def _certainty_elements(quotes: Sequence[Quote], key: str) -> Iterator[str]:
    """How sure each quote's speaker is, and by which rule, where that is known."""
    for number, quote in enumerate(quotes, 1):
        speaker = quote.speaker
        if speaker is not None and (speaker.rule or speaker.confidence != 1.0):
            yield (
                f'<certainty target="#{key}q{number}.content.1" match="@who" locus="value"'
                f' degree="{speaker.confidence!r}"><desc>{_xml_escaped(speaker.rule)}</desc></certainty>'
            )


def _quote_elements(quotes: Sequence[Quote], key: str) -> Iterator[Element]:
    """The elements of the spans of quotes."""
    for number, quote in enumerate(quotes, 1):
        for rank, part in enumerate(_PARTS):
            for place, span in enumerate(getattr(quote, part), 1):
                yield Element(span.start, span.end, rank, f"{key}q{number}.{part}.{place}")


def _name_elements(persons: Mapping[Person, str]) -> Iterator[Element]:
    """The elements of what names persons, and of what says their roles."""
    for (_, _, mention, role, _), key in persons.items():
        for rank, (part, span) in enumerate((("mention", mention), ("role", role))):
            if span is not None:
                yield Element(span.start, span.end, len(_PARTS) + rank, f"{key}.{part}.1")


def _text_with_elements(
    text: str, quotes: Sequence[Quote], persons: dict[Person, str], key: str
) -> Iterator[str]:
    found = list(crossing_parted([*_quote_elements(quotes, key), *_name_elements(persons)]))
    said = {f"{key}q{number}": _said_attributes(quote, persons) for number, quote in enumerate(quotes, 1)}
    chains = _chains(found)
    at = 0
    closing: list[tuple[int, str]] = []
    for piece in [*found, None]:
        start = piece.start if piece else len(text)
        while closing and closing[-1][0] <= start:
            edge, tag = closing.pop()
            yield _xml_escaped(text[at:edge]) + tag
            at = edge
        yield _xml_escaped(text[at:start])
        at = start
        if piece:
            opened, tag = _element_tags(piece, said, chains)
            yield opened
            closing.append((piece.end, tag))


def _said_attributes(quote: Quote, persons: dict[Person, str]) -> str:
    """The attributes that all ``<said>`` of a quote have."""
    ana, who = f"#{quote.modality}", ""
    if quote.speaker is not None:
        who = f' who="#{persons[_person_key(quote.speaker)]}"'
        ana += f" #how-{quote.speaker.how}"
    return (
        f'{who} direct="{DIRECT_OF_KIND[quote.kind]}" aloud="{ALOUD_OF_ACT[quote.act]}" ana="{ana}"'
        f' cert="{quote.confidence!r}" n="{quote.depth}"'
    )


def _chains(found: Sequence[Piece]) -> dict[str, str]:
    """The ``@prev`` and ``@next`` of each piece of a content that has several."""
    contents: dict[str, list[tuple[int, int, str]]] = {}
    for piece in found:
        quote, part, place = piece.element.key.split(".")
        if part == "content":
            contents.setdefault(quote, []).append((int(place), piece.number, _piece_id(piece)))
    chains = {}
    for parts in contents.values():
        names = [name for _, _, name in sorted(parts)]
        for number, name in enumerate(names):
            before = f' prev="#{names[number - 1]}"' if number else ""
            behind = f' next="#{names[number + 1]}"' if number + 1 < len(names) else ""
            chains[name] = before + behind
    return chains


def _piece_id(piece: Piece) -> str:
    return piece.element.key if piece.number == 1 else f"{piece.element.key}.{piece.number}"


def _element_tags(piece: Piece, said: dict[str, str], chains: dict[str, str]) -> tuple[str, str]:
    quote, part, _ = piece.element.key.split(".")
    name = _piece_id(piece)
    if part == "content":
        return f'<said xml:id="{name}"{said[quote]}{chains[name]}>', "</said>"
    target = quote if part in ("mention", "role") else f"{quote}.content.1"
    return f'<seg xml:id="{name}" type="{part}" corresp="#{target}">', "</seg>"


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _xml_escaped(text: str) -> str:
    return escape(_writable(text), {"\r": "&#13;"})
