"""TEI P5: quotes as ``<said>``, their speakers in a ``<listPerson>`` that ``@who`` points to.

Everything but a quote's ``rule`` can be read back. A content of several spans, or one that crosses
another element, is several ``<said>`` with ``@next`` and ``@prev``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from xml.sax.saxutils import escape, quoteattr

from quotekit.errors import CorpusError, ExtraMissingError
from quotekit.export.documents import QuotedText, write_pieces
from quotekit.export.elements import Element, Piece, nested
from quotekit.records import How, Modality, Quote, Speaker

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["pieces", "read", "write"]

_TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARTS = ("content", "cue", "source", "addressee")
_DIRECT = {"direct": "true", "indirect": "false", "mixed": "unknown"}
_ALOUD = {"speech": "true", "thought": "false"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Parts = dict[str, list[dict[str, Any]]]
Spans = dict[str, Parts]
"""The spans of each part, by the id of the quote or person that they belong to."""

_KEY = re.compile(r"(.+)\.(content|cue|source|addressee|mention)\.(\d+)(?:\.\d+)?")


def pieces(documents: Iterable[QuotedText]) -> Iterator[str]:
    """A TEI corpus, piece by piece; characters that XML cannot hold are U+FFFD in it.

    Raises:
        OffsetsError: A quote is not of its text.
    """
    terms = [*get_args(Modality), *(f"how-{how}" for how in get_args(How))]
    categories = "".join(f'<category xml:id="{term}"><catDesc>{term}</catDesc></category>' for term in terms)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{_TEI}">\n'
    taxonomy = f"<classDecl><taxonomy>{categories}</taxonomy></classDecl>"
    yield _header("Quotations", f"<encodingDesc>{taxonomy}</encodingDesc>")
    for number, document in enumerate(documents, 1):
        yield from _text(document, f"d{number}")
    yield "</teiCorpus>\n"


def write(documents: Iterable[QuotedText], path: Path) -> None:
    """Write a TEI file.

    Raises:
        OffsetsError: A quote is not of its text.
        OSError: The file cannot be written.
    """
    write_pieces(pieces(documents), path)


def _header(title: str, more: str) -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{_escaped(title)}</title></titleStmt>"
        "<publicationStmt><p>Annotated by quotekit.</p></publicationStmt>"
        f"<sourceDesc><p>Digital text.</p></sourceDesc></fileDesc>{more}</teiHeader>\n"
    )


def _text(document: QuotedText, key: str) -> Iterator[str]:
    text = document.checked()
    speakers = list(dict.fromkeys(_person(quote.speaker) for quote in document.quotes if quote.speaker))
    keys = {person: f"{key}s{number}" for number, person in enumerate(speakers, 1)}
    persons = "".join(
        f'<person xml:id="{keys[name, label, mention]}" role={quoteattr(_plain(label))}>'
        f"<persName>{_escaped(name)}</persName></person>"
        for name, label, mention in speakers
    )
    listed = f"<profileDesc><particDesc><listPerson>{persons}</listPerson></particDesc></profileDesc>"
    yield "<TEI>" + _header(document.id, listed if persons else "")
    yield '<text><body><ab xml:space="preserve">'
    yield from _marked_up(text, document.quotes, keys, key)
    yield "</ab></body></text></TEI>\n"


def _person(speaker: Speaker) -> tuple[str, str, Any]:
    return speaker.name, speaker.label, speaker.mention


def _marked_up(
    text: str, quotes: Sequence[Quote], persons: dict[tuple[str, str, Any], str], key: str
) -> Iterator[str]:
    elements = [
        Element(span.start, span.end, rank, f"{key}q{number}.{part}.{place}")
        for number, quote in enumerate(quotes, 1)
        for rank, part in enumerate(_PARTS)
        for place, span in enumerate(getattr(quote, part), 1)
    ]
    elements += [
        Element(mention.start, mention.end, len(_PARTS), f"{person}.mention.1")
        for (_, _, mention), person in persons.items()
    ]
    found = list(nested(elements))
    said = {f"{key}q{number}": _said(quote, persons) for number, quote in enumerate(quotes, 1)}
    chains = _chains(found)
    at = 0
    closing: list[tuple[int, str]] = []
    for piece in [*found, None]:
        start = piece.start if piece else len(text)
        while closing and closing[-1][0] <= start:
            edge, tag = closing.pop()
            yield _escaped(text[at:edge]) + tag
            at = edge
        yield _escaped(text[at:start])
        at = start
        if piece:
            opened, tag = _tags(piece, said, chains)
            yield opened
            closing.append((piece.end, tag))


def _said(quote: Quote, persons: dict[tuple[str, str, Any], str]) -> str:
    """The attributes that all ``<said>`` of a quote have."""
    ana, who = f"#{quote.modality}", ""
    if quote.speaker is not None:
        who = f' who="#{persons[_person(quote.speaker)]}"'
        ana += f" #how-{quote.speaker.how}"
    return (
        f'{who} direct="{_DIRECT[quote.kind]}" aloud="{_ALOUD[quote.act]}" ana="{ana}"'
        f' cert="{quote.confidence!r}" n="{quote.depth}"'
    )


def _chains(found: Sequence[Piece]) -> dict[str, str]:
    """The ``@prev`` and ``@next`` of each piece of a content that has several."""
    contents: dict[str, list[tuple[int, int, str]]] = {}
    for piece in found:
        quote, part, place = piece.element.key.split(".")
        if part == "content":
            contents.setdefault(quote, []).append((int(place), piece.number, _name(piece)))
    chains = {}
    for parts in contents.values():
        names = [name for _, _, name in sorted(parts)]
        for number, name in enumerate(names):
            before = f' prev="#{names[number - 1]}"' if number else ""
            behind = f' next="#{names[number + 1]}"' if number + 1 < len(names) else ""
            chains[name] = before + behind
    return chains


def _name(piece: Piece) -> str:
    return piece.element.key if piece.number == 1 else f"{piece.element.key}.{piece.number}"


def _tags(piece: Piece, said: dict[str, str], chains: dict[str, str]) -> tuple[str, str]:
    quote, part, _ = piece.element.key.split(".")
    name = _name(piece)
    if part == "content":
        return f'<said xml:id="{name}"{said[quote]}{chains[name]}>', "</said>"
    target = quote if part == "mention" else f"{quote}.content.1"
    return f'<seg xml:id="{name}" type="{part}" corresp="#{target}">', "</seg>"


def _plain(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _escaped(text: str) -> str:
    return escape(_plain(text), {"\r": "&#13;"})


def read(path: Path) -> list[QuotedText]:
    """The texts of a TEI file that `write` wrote, with their quotes, whose rule is ``tei``.

    Entities and document types are refused, nothing is loaded from elsewhere.

    Raises:
        CorpusError: The file is no XML, or not of this form.
        ExtraMissingError: lxml is not installed.
        OSError: The file cannot be read.
    """
    try:
        from lxml import etree  # noqa: PLC0415 - only for whoever reads TEI
    except ImportError:
        raise ExtraMissingError("lxml", "tei") from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(path.read_bytes(), parser).getroottree()
    except etree.XMLSyntaxError as error:
        raise CorpusError(str(path), error.lineno or 0, f"it is no XML ({error.msg})") from None
    if tree.docinfo.doctype:
        raise CorpusError(str(path), 1, "it has a document type, which could hold entities; take it out")
    return [_document(path, element) for element in tree.getroot().iter(f"{{{_TEI}}}TEI")]


def _document(path: Path, tei: _Element) -> QuotedText:
    try:
        [body] = tei.iter(f"{{{_TEI}}}ab")
        text, spans, firsts = _spans(body)
        persons = {person.get(_ID): person for person in tei.iter(f"{{{_TEI}}}person")}
        order = sorted(firsts, key=lambda key: int(key.rpartition("q")[2]))
        quotes = tuple(_quote(firsts[key], spans[key], spans, persons) for key in order)
        return QuotedText(tei.findtext(f".//{{{_TEI}}}title") or "", text, quotes)
    except (KeyError, ValueError, TypeError) as error:
        raise CorpusError(str(path), tei.sourceline or 0, f"it is not of quotekit's form ({error})") from None


def _spans(body: _Element) -> tuple[str, Spans, dict[str, _Element]]:
    """The text, the spans of each quote and person, and the first ``<said>`` of each quote."""
    from lxml import etree  # noqa: PLC0415 - only for whoever reads TEI

    texts: list[str] = []
    starts: list[int] = []
    found: dict[tuple[str, str, int], tuple[int, int]] = {}
    firsts, at = {}, 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        match = _KEY.fullmatch(element.get(_ID) or "")
        if event == "start":
            starts.append(at)
            added = element.text or ""
            if match and match[2] == "content" and not element.get("prev"):
                firsts[match[1]] = element
        else:
            start = starts.pop()
            added = (element.tail or "") if element is not body else ""
            if match:
                key = match[1], match[2], int(match[3])
                low, high = found.get(key, (start, at))
                found[key] = min(low, start), max(high, at)
        texts.append(added)
        at += len(added)
    text = "".join(texts)
    spans: Spans = {}
    for (owner, part, _), (start, end) in sorted(found.items()):
        spans.setdefault(owner, {}).setdefault(part, []).append(
            {"start": start, "end": end, "text": text[start:end]}
        )
    return text, spans, firsts


def _quote(said: _Element, parts: Parts, spans: Spans, persons: dict[str | None, _Element]) -> Quote:
    kinds = {value: kind for kind, value in _DIRECT.items()}
    acts = {value: act for act, value in _ALOUD.items()}
    modality, *how = (said.get("ana") or "").replace("#", "").split()
    data: dict[str, Any] = {
        **parts,
        "kind": kinds[said.get("direct") or ""],
        "act": acts[said.get("aloud") or ""],
        "modality": modality,
        "confidence": float(said.get("cert") or 1),
        "depth": int(said.get("n") or 0),
        "rule": "tei",
    }
    if said.get("who"):
        who = (said.get("who") or "").removeprefix("#")
        person = persons[who]
        data["speaker"] = {
            "name": person.findtext(f"{{{_TEI}}}persName") or "",
            "label": person.get("role"),
            "mention": spans[who]["mention"][0],
            "how": how[0].removeprefix("how-"),
        }
    return Quote.from_dict(data)
