"""TEI that `quotekit.export.tei` wrote, read back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotekit.errors import CorpusError, ExtraMissingError
from quotekit.export.documents import QuotedText
from quotekit.given import file_errors, path_from
from quotekit.records import Quote

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ALOUD_OF_ACT", "DIRECT_OF_KIND", "TEI", "read"]

TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"

DIRECT_OF_KIND = {"direct": "true", "indirect": "false", "mixed": "unknown"}
ALOUD_OF_ACT = {"speech": "true", "thought": "false"}

Parts = dict[str, list[dict[str, Any]]]
Spans = dict[str, Parts]
"""The spans of each part, by the id of the quote or person that they belong to."""
SpanKey = tuple[str, str, int]
"""That id, the part and the number of one of its spans."""

_KEY = re.compile(r"(.+)\.(content|cue|source|addressee|mention|role)\.(\d+)(?:\.\d+)?")


def read(path: str | PathLike[str]) -> list[QuotedText]:
    """The texts of a TEI file that `write` wrote, with their quotes, whose rule is ``tei``.

    Entities and document types are refused, nothing is loaded from elsewhere.

    Raises:
        CorpusError: The file is no XML, or not of this form.
        ExtraMissingError: lxml is not installed.
        FileError: The file cannot be read.
    """
    source = path_from(path)
    try:
        from lxml import etree  # noqa: PLC0415 - only for whoever reads TEI
    except ImportError:
        raise ExtraMissingError("lxml", "tei") from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with file_errors(source):
        data = source.read_bytes()
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        raise CorpusError(str(source), error.lineno or 0, f"it is no XML ({error.msg})") from None
    if tree.docinfo.doctype:
        raise CorpusError(str(source), 1, "it has a document type, which could hold entities; take it out")
    return [_read_tei(source, element) for element in tree.getroot().iter(f"{{{TEI}}}TEI")]


def _read_tei(path: Path, tei: _Element) -> QuotedText:
    try:
        [body] = tei.iter(f"{{{TEI}}}ab")
        text, spans, firsts = _read_elements(body)
        persons = {person.get(_ID): person for person in tei.iter(f"{{{TEI}}}person")}
        sure = {element.get("target"): element for element in tei.iter(f"{{{TEI}}}certainty")}
        order = sorted(firsts, key=lambda key: int(key.rpartition("q")[2]))
        quotes = tuple(
            _read_quote(firsts[key], spans, persons, sure.get(f"#{firsts[key].get(_ID)}")) for key in order
        )
        return QuotedText(tei.findtext(f".//{{{TEI}}}title") or "", text, quotes, _read_fields(tei))
    except (KeyError, ValueError, TypeError) as error:
        raise CorpusError(str(path), tei.sourceline or 0, f"it is not of quotekit's form ({error})") from None


def _read_fields(tei: _Element) -> dict[str, Any]:
    notes = tei.iterfind(f".//{{{TEI}}}notesStmt/{{{TEI}}}note")
    return {
        note.get("n") or "": json.loads(note.text or "") if note.get("type") == "data" else note.text or ""
        for note in notes
    }


def _read_elements(body: _Element) -> tuple[str, Spans, dict[str, _Element]]:
    """The text, the spans of each quote and person, and the first ``<said>`` of each quote."""
    from lxml import etree  # noqa: PLC0415 - only for whoever reads TEI

    texts: list[str] = []
    starts: list[int] = []
    found: dict[SpanKey, tuple[int, int]] = {}
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
    return text, _spans_by_owner(text, found), firsts


def _spans_by_owner(text: str, found: Mapping[SpanKey, tuple[int, int]]) -> Spans:
    """The spans of each quote and person, from where each numbered one stands."""
    spans: Spans = {}
    for (owner, part, _), (start, end) in sorted(found.items()):
        span = {"start": start, "end": end, "text": text[start:end]}
        spans.setdefault(owner, {}).setdefault(part, []).append(span)
    return spans


def _read_quote(
    said: _Element, spans: Spans, persons: dict[str | None, _Element], sure: _Element | None
) -> Quote:
    kinds = {value: kind for kind, value in DIRECT_OF_KIND.items()}
    acts = {value: act for act, value in ALOUD_OF_ACT.items()}
    modality, *how = (said.get("ana") or "").replace("#", "").split()
    data: dict[str, Any] = {
        **spans[(said.get(_ID) or "").partition(".")[0]],
        "kind": kinds[said.get("direct") or ""],
        "act": acts[said.get("aloud") or ""],
        "modality": modality,
        "confidence": float(said.get("cert") or 1),
        "depth": int(said.get("n") or 0),
        "rule": "tei",
    }
    if said.get("who"):
        who = (said.get("who") or "").removeprefix("#")
        speaker = _read_person(persons[who], spans[who])
        if sure is not None:
            speaker["confidence"] = float(sure.get("degree") or 1)
            speaker["rule"] = sure.findtext(f"{{{TEI}}}desc") or ""
        data["speaker"] = {**speaker, "how": how[0].removeprefix("how-")}
    return Quote.from_dict(data)


def _read_person(person: _Element, parts: Parts) -> dict[str, Any]:
    return {
        "name": person.findtext(f"{{{TEI}}}persName") or "",
        "label": person.get("role"),
        "mention": parts["mention"][0],
        "role": parts.get("role", [None])[0],
        "pronoun": person.findtext(f"{{{TEI}}}persPronouns"),
    }
