"""From attributions and quotation marks to quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.assembly.acts import act_of, cue_head, is_uttered, modality_of
from quotekit.assembly.edges import fitted
from quotekit.assembly.kinds import kind_of
from quotekit.assembly.leads import without_lead
from quotekit.assembly.nesting import nested, reconciled
from quotekit.assembly.succession import divided, floating
from quotekit.assembly.utterances import Marks, arrange
from quotekit.attribution import Attribution
from quotekit.lexicon.reporting import reporting_verbs
from quotekit.markup import without_markup
from quotekit.paragraphs import paragraphs
from quotekit.ranges import Range, without
from quotekit.records import MarkedSpan, Quote, Settings, Span

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
    shaped = [piece for item in attributions for piece in shape(plain, item, arranged, leads)]
    kept = reconciled(shaped)
    kept.extend(floating(plain, kept, arranged, pieces))
    quotes = [quote_of(doc, text, item, arranged, settings) for item in kept]
    return nested(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def shape(
    text: str, attribution: Attribution, marks: Marks, leads: Mapping[int, Range]
) -> Iterator[Attribution]:
    """The attribution with its content fitted to the marks, and cut where a new quotation begins.

    *leads* are the paragraphs by their start, whose datelines and labels stay out.
    """
    whole = (without_lead(text, span, leads.get(span[0], (-1, -1))) for span in attribution.content)
    content = fitted(text, tuple(whole), attribution, marks)
    source = tuple(without(attribution.source, attribution.cue))
    content = tuple(without(content, (*attribution.cue, *source)))
    content = tuple(span for span in content if any(map(str.isalnum, text[slice(*span)])))
    if content:
        yield from divided(text, evolve(attribution, content=content, source=source))


def quote_of(doc: Doc, text: str, item: Attribution, marks: Marks, settings: Settings) -> Quote:
    """The quote that an attribution makes."""
    verbs = reporting_verbs(doc.lang_, settings)
    head = cue_head(doc, item, verbs)
    kind = item.kind or kind_of(text, item.content, marks)
    uttered = kind != "indirect" or is_uttered(doc, item.content)
    return Quote(
        kind=kind,
        content=spans(text, item.content),
        cue=spans(text, item.cue),
        source=spans(text, item.source),
        act=act_of(head, verbs, uttered=uttered),
        modality=modality_of(head, item.content),
        addressee=spans(text, item.addressee),
        confidence=item.confidence,
        rule=item.rule,
    )


def spans(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of *text* as spans."""
    return tuple(Span.of(text, start, end) for start, end in ranges)
