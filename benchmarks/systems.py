"""What is measured beside quotekit: each gives what it finds in a parsed document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from rapidfuzz.distance import Indel
from spacy.tokens import Doc, Span, Token

from quotekit.corpora import AnnotatedQuote
from quotekit.parse.pipelines import parse
from quotekit.text.ranges import Range

__all__ = ["SYSTEMS", "System", "installed_systems"]

System = Callable[[Doc], Iterable[AnnotatedQuote]]

_PAIRS = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_NAMED = {"PERSON", "ORG", "GPE", "NORP"}


def marks_and_entities(doc: Doc) -> Iterator[AnnotatedQuote]:
    """spaCy alone: text in double marks, said by the nearest named entity outside of it in its sentence."""
    for match in _PAIRS.finditer(doc.text):
        inside = doc.char_span(*match.span(), alignment_mode="expand")
        near = [] if inside is None else _entities_beside(inside)
        source = min(near, key=lambda entity: _distance(entity, match.span()), default=None)
        yield _quote([match.span()], (), [_range(source)] if source else (), source)


def _entities_beside(inside: Span) -> list[Span]:
    sentences = inside.doc[inside[0].sent.start : inside[-1].sent.end]
    named = [entity for entity in sentences.ents if entity.label_ in _NAMED]
    return [entity for entity in named if entity.end <= inside.start or entity.start >= inside.end]


def _distance(entity: Span, place: Range) -> int:
    return max(entity.start_char - place[1], place[0] - entity.end_char)


def textacy_quotations(doc: Doc) -> Iterator[AnnotatedQuote]:
    """textacy's `direct_quotations`."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - slow to import

    for found in direct_quotations(doc):
        content, cue, source = (_places(part) for part in (found.content, found.cue, found.speaker))
        name = " ".join(token.text for token in found.speaker) or None
        yield AnnotatedQuote(content, cue, source, speaker=name)


def sayswho_quotations(doc: Doc) -> Iterator[AnnotatedQuote]:
    """SaysWho without its coreference, whose model needs another spaCy, on its changed copy of the text."""
    from sayswho.helpers import prep_text_for_quote_detection  # noqa: PLC0415 - not everybody has it
    from sayswho.quote_finder import quote_finder  # noqa: PLC0415

    prepared = prep_text_for_quote_detection(doc.text)
    back = _places_before(doc.text, prepared)
    for found in quote_finder(parse(prepared)[1]):
        content, cue, source = (
            tuple((back[start], back[end - 1] + 1) for start, end in _places(part))
            for part in (found.content, found.cue, found.speaker)
        )
        name = " ".join(token.text for token in found.speaker) or None
        yield AnnotatedQuote(content, cue, source, speaker=name)


def _places_before(text: str, changed: str) -> list[int]:
    """Where in *text* each character of its *changed* form stood, or where it was put in."""
    found: list[int] = []
    for step in Indel.opcodes(text, changed):
        length = step.dest_end - step.dest_start
        same = step.tag == "equal"
        found += [step.src_start + (at if same else 0) for at in range(length)]
    return [min(place, len(text) - 1) for place in found]


def gender_gap(doc: Doc) -> Iterator[AnnotatedQuote]:
    """The rules that the Gender Gap Tracker publishes (Asr et al. 2021), written anew.

    A clausal complement of a reporting verb is a content, with the verb as its cue and the verb's
    subject as its source; "according to" gives the rest of its sentence to what follows it; a sentence
    that is one quotation belongs to the last source. The verbs are textacy's.
    """
    last: AnnotatedQuote | None = None
    verbs = _reporting_verbs()
    for sentence in doc.sents:
        found = [*_complements(sentence, verbs), *_according_to(sentence)]
        whole = _PAIRS.fullmatch(sentence.text.strip())
        if not found and whole and last is not None:
            yield AnnotatedQuote((_range(sentence),), source=last.source, speaker=last.speaker)
        yield from found
        last = found[-1] if found else last


def _complements(sentence: Span, verbs: frozenset[str]) -> Iterator[AnnotatedQuote]:
    for token in sentence:
        subjects = [child for child in token.head.children if child.dep_ == "nsubj"]
        if token.dep_ == "ccomp" and token.head.lemma_.lower() in verbs and subjects:
            source = _subtree(subjects[0])
            parts = _without(_subtree(token), (*_subtree_range(token.head, token), source))
            yield _quote(parts, [_range(token.head)], [_range(source)], source)


def _subtree_range(verb: Token, complement: Token) -> tuple[Span, ...]:
    """The verb itself where the parse puts it within its complement."""
    own = verb.doc[verb.i : verb.i + 1]
    return (own,) if complement.left_edge.i < verb.i < complement.right_edge.i else ()


def _according_to(sentence: Span) -> Iterator[AnnotatedQuote]:
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
            objects = [child for child in token.nbor().children if child.dep_ == "pobj"]
            if objects:
                source = _subtree(objects[0])
                cue = (token.idx, token.nbor().idx + 2)
                phrase = sentence.doc[token.i : source.end]
                yield _quote(_without(sentence, [phrase]), [cue], [_range(source)], source)


def _without(whole: Span, holes: Iterable[Span]) -> list[Range]:
    """What of a span stands outside of others."""
    gone = {place for hole in holes for place in range(hole.start, hole.end)}
    kept = [token for token in whole if token.i not in gone and not token.is_space]
    return list(_runs(kept))


def _runs(tokens: Iterable[Token]) -> Iterator[Range]:
    """The ranges of tokens that follow each other."""
    start, last = None, None
    for token in tokens:
        if start is None or last is None or token.i != last.i + 1:
            if start is not None and last is not None:
                yield start.idx, last.idx + len(last)
            start = token
        last = token
    if start is not None and last is not None:
        yield start.idx, last.idx + len(last)


def _subtree(token: Token) -> Span:
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def _range(span: Span | Token) -> Range:
    return (span.start_char, span.end_char) if isinstance(span, Span) else (span.idx, span.idx + len(span))


def _places(part: Any) -> tuple[Range, ...]:
    return (_range(part),) if isinstance(part, Span) else tuple(_runs(part))


def _quote(
    content: Iterable[Range], cue: Iterable[Range], source: Iterable[Range], name: Span | None
) -> AnnotatedQuote:
    return AnnotatedQuote(tuple(content), tuple(cue), tuple(source), speaker=name.text if name else None)


def _reporting_verbs() -> frozenset[str]:
    from textacy.constants import REPORTING_VERBS  # noqa: PLC0415 - slow to import

    return frozenset(REPORTING_VERBS["en"])


SYSTEMS: dict[str, System] = {
    "spaCy alone: marks and the nearest name": marks_and_entities,
    "textacy": textacy_quotations,
    "SaysWho, without coreference": sayswho_quotations,
    "rules of the Gender Gap Tracker": gender_gap,
}
_NEEDS = {"textacy": "textacy", "SaysWho, without coreference": "sayswho"}
"""The packages without which a system cannot be run."""


def installed_systems() -> dict[str, System]:
    """Those of the systems that can be run here."""
    return {name: system for name, system in SYSTEMS.items() if name not in _NEEDS or find_spec(_NEEDS[name])}
