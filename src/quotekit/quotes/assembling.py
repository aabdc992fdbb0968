"""From attributions and quotation marks to quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Attribution
from quotekit.parse.reporting import reporting_verbs
from quotekit.quotes.acts import act_of, construction_of, cue_head, modality_of
from quotekit.quotes.edges import fitted, tidied, trimmed, worded
from quotekit.quotes.kinds import kind_of
from quotekit.quotes.leads import without_lead
from quotekit.quotes.nesting import nested, reconciled
from quotekit.quotes.succession import divided, floating, unrepeated
from quotekit.quotes.utterances import Marks, arrange
from quotekit.records import MarkedSpan, Quote, Settings, Span
from quotekit.text.markup import past_filler, without_markup
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range, merged, without

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["assemble_quotes"]


def assemble_quotes(
    doc: Doc,
    attributions: Sequence[Attribution],
    marks: Sequence[MarkedSpan],
    *,
    settings: Settings,
    text: str | None = None,
) -> list[Quote]:
    """Quotes of the attributions and of the quotation marks that none of them covers.

    Args:
        doc: The parsed document.
        attributions: What a tagger found in it.
        marks: Its quotation marks.
        settings: Its extra cues tell the act of their quotes.
        text: The text as it was given, when `doc` had to be parsed from a copy of it.

    Returns:
        The quotes by their place in the text, without speakers; of every act and modality.
    """
    text = doc.text if text is None else text
    plain = without_markup(text)
    arranged = arrange(plain, marks)
    pieces = paragraphs(plain)
    leads = {start: (start, end) for start, end in pieces}
    labels = merged(span for item in attributions if item.kind is not None for span in item.source)
    shaped = [
        piece for item in unlabelled(attributions, labels) for piece in shape(plain, item, arranged, leads)
    ]
    kept = reconciled(item for item in shaped if not is_bare(item))
    uttered = {start for item in shaped if is_bare(item) for start, _ in item.content}
    kept.extend(floating(plain, kept, arranged, pieces, uttered))
    quotes = [quote_of(doc, text, item, arranged, settings) for item in unrepeated(plain, kept)]
    return nested(sorted(quotes, key=lambda quote: (quote.start, -quote.end)), doc.lang_)


def is_bare(attribution: Attribution) -> bool:
    """Whether a tagger says no more of a quotation than that somebody uttered it."""
    return not (attribution.cue or attribution.source or attribution.kind)


def unlabelled(attributions: Iterable[Attribution], labels: Sequence[Range]) -> Iterator[Attribution]:
    """The attributions, none with the *labels* of turns in what a parser took for its content."""
    ends = [end for _, end in labels]
    for item in attributions:
        if item.kind is not None or not labels:
            yield item
            continue
        low, high = item.content[0][0], item.content[-1][1]
        near = labels[bisect_right(ends, low) : bisect_right(ends, high)]
        yield evolve(item, content=tuple(without(item.content, near)))


def shape(
    text: str, attribution: Attribution, marks: Marks, leads: Mapping[int, Range]
) -> Iterator[Attribution]:
    """The attribution with its content fitted to the marks, and cut where a new quotation begins.

    *leads* are the paragraphs by their start, whose datelines and labels stay out.
    """
    whole = (without_lead(text, span, leads.get(span[0], (-1, -1))) for span in attribution.content)
    content = fitted(text, tuple(whole), attribution, marks)
    named = (without_lead(text, span, leads.get(span[0], (-1, -1))) for span in attribution.source)
    source = attribution.source
    if attribution.kind is None:
        source = tuple(trimmed(text, span) for span in without(named, attribution.cue) if worded(text, span))
    rest = (tidied(text, span, marks) for span in without(content, (*attribution.cue, *source)))
    content = tuple((start, past_filler(text, end)) for start, end in rest if worded(text, (start, end)))
    if content:
        yield from divided(text, evolve(attribution, content=content, source=source))


def quote_of(doc: Doc, text: str, item: Attribution, marks: Marks, settings: Settings) -> Quote:
    """The quote that an attribution makes."""
    verbs = reporting_verbs(doc.lang_, settings)
    head = cue_head(doc, item, verbs)
    kind = item.kind or kind_of(text, item.content, marks)
    construction = construction_of(doc, item.content, item.cue) if kind == "indirect" else "marks"
    return Quote(
        kind=kind,
        content=spans(text, item.content),
        cue=spans(text, item.cue),
        source=spans(text, item.source),
        act=act_of(head, verbs, construction),
        modality=modality_of(head, item.content),
        addressee=spans(text, item.addressee),
        confidence=item.confidence,
        rule=item.rule,
    )


def spans(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of *text* as spans."""
    return tuple(Span.of(text, start, end) for start, end in ranges)
