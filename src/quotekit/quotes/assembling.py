"""From findings and quotation marks to quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding, Tone
from quotekit.parse.reporting import ReportingVerb, reporting_verbs
from quotekit.quotes.act import act_of, construction_of, cue_head, is_bare_object, is_measured, points_back
from quotekit.quotes.addressee import with_addressee
from quotekit.quotes.asides import without_aside
from quotekit.quotes.beats import without_source_of_other
from quotekit.quotes.continuation import with_parted_quotations
from quotekit.quotes.cut_clauses import without_cut_clause
from quotekit.quotes.edges import (
    behind_styling,
    fitted_to_marks,
    has_words,
    within_paragraph,
    without_blank_edges,
    without_lead,
    without_loose_edges,
    without_loose_tie,
)
from quotekit.quotes.gapped import parted_where_verb_is_left_out
from quotekit.quotes.gaps import without_gaps
from quotekit.quotes.kind import kind_of
from quotekit.quotes.modality import (
    did_not_happen,
    is_conditional,
    is_present,
    is_unreal,
    modality_of,
    says_nobody,
)
from quotekit.quotes.nesting import JudgedQuote, with_depths
from quotekit.quotes.next_verb import without_loose_auxiliary, without_next_verb
from quotekit.quotes.quoted_alone import without_words_beside_quotation
from quotekit.quotes.reach import in_paragraph_of_cue
from quotekit.quotes.relayed import with_relayed_source
from quotekit.quotes.seams import without_source_across_seam
from quotekit.quotes.silent_cues import without_silent_cue
from quotekit.quotes.succession import (
    cut_at_sentence_ends,
    joined_where_broken_off,
    utterances_without_cue,
)
from quotekit.records import Modality, Quote, Settings, Span
from quotekit.text.citations import without_closing_citation
from quotekit.text.markup import past_filler
from quotekit.text.page import Page
from quotekit.text.ranges import Range, merged, without
from quotekit.text.words import with_whole_words
from quotekit.verdict import without_crossing, without_repeated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["assemble_quotes", "judged_quotes"]

SURE: Final = 0.93
"""How sure the network must be that a report is asserted to be believed against "if"; a guess."""


def assemble_quotes(page: Page, doc: Doc, findings: Sequence[Finding], *, settings: Settings) -> list[Quote]:
    """Quotes of the findings and of the quotation marks that none of them covers.

    Args:
        page: The text.
        doc: Its parse.
        findings: What finders found in it.
        settings: Its extra cues tell the act of their quotes.

    Returns:
        The quotes by their place in the text, without speakers; of every act and modality.
    """
    return [item.quote for item in judged_quotes(page, doc, findings, settings=settings)]


def judged_quotes(
    page: Page, doc: Doc, findings: Sequence[Finding], *, settings: Settings
) -> list[JudgedQuote]:
    """What `assemble_quotes` gives, each quote with the rows of the verdict that kept it."""
    page = with_parted_quotations(page, doc, findings)
    verbs = reporting_verbs(doc.lang_, settings)
    edged = joined_where_broken_off(page, with_own_edges(page, with_own_words(page, doc, findings)))
    alone = (without_words_beside_quotation(page, doc, item) for item in edged)
    spoken = (without_silent_cue(page, doc, item, verbs) for item in alone)
    fitted = list(with_own_sources(page, doc, spoken))
    kept = without_crossing(item for item in fitted if not is_mere_utterance(item))
    uttered = {start for item in fitted if is_mere_utterance(item) for start, _ in item.content}
    kept.extend(utterances_without_cue(page, kept, uttered))
    quotes = [
        JudgedQuote(quote_of(page, doc, item, verbs), item.verdicts)
        for item in without_repeated(page.text, kept)
        if reports_words(page, doc, item, verbs)
    ]
    return with_depths(sorted(quotes, key=lambda item: (item.quote.start, -item.quote.end)), doc.lang_)


def with_own_words(page: Page, doc: Doc, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, each of one report: of its source's words alone, and of all of them in its sentence."""
    labels = merged(span for item in findings if item.fixed is not None for span in item.source)
    addressed = (item if item.finder == "layout" else with_parties(doc, item) for item in findings)
    reports = (item for item in without_labels(addressed, labels) if item.content)
    single = (piece for item in reports for piece in parted_where_verb_is_left_out(doc, item))
    told = (without_aside(page, doc, item) for item in single)
    bare = (without_loose_auxiliary(doc, without_next_verb(doc, item)) for item in told)
    return without_gaps(page, bare)


def with_own_edges(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with their contents fitted to the marks and the paragraphs of the page."""
    return (piece for item in findings for piece in with_edges(page, item))


def with_own_sources(page: Page, doc: Doc, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without the sources that quotations beside them have."""
    own = (without_source_across_seam(page.text, item) for item in findings)
    return (without_source_of_other(page, doc, item) for item in own)


def reports_words(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether the finding tells of somebody's words, and not only of a topic or a measure."""
    if is_measured(page, doc, item) or points_back(doc, item):
        return False
    return kind_of(page, item.content) != "indirect" or not is_bare_object(doc, item, verbs)


def with_parties(doc: Doc, item: Finding) -> Finding:
    """The finding with who speaks and who is spoken to as its cue has them."""
    return without_cut_clause(doc, with_relayed_source(doc, with_addressee(doc, item)))


def is_mere_utterance(item: Finding) -> bool:
    """Whether a finder says no more of a quotation than that somebody uttered it."""
    return not (item.cue or item.source or item.fixed)


def without_labels(findings: Iterable[Finding], labels: Sequence[Range]) -> Iterator[Finding]:
    """The findings, none with the *labels* of turns in what a parser took for its content."""
    ends = [end for _, end in labels]
    for item in findings:
        if item.fixed is not None or not labels:
            yield item
            continue
        low, high = item.start, item.end
        near = labels[bisect_right(ends, low) : bisect_right(ends, high)]
        yield evolve(item, content=tuple(without(item.content, near)))


def with_edges(page: Page, item: Finding) -> Iterator[Finding]:
    """The finding with its content fitted to the marks, and cut where a new quotation begins."""
    text = page.text
    whole = (without_lead(page, span) for span in item.content)
    content = fitted_to_marks(page, tuple(whole), item)
    named = (without_blank_edges(text, span) for span in named_by(page, item))
    source = [with_whole_words(text, span, item.cue) for span in named]
    words = list(reported_words(page, item, without(content, (*item.cue, *source))))
    taken = [*item.cue, *source, *words]
    whole_words = (with_whole_words(text, span, taken) for span in words)
    content = without_loose_tie(text, [(start, past_filler(text, end)) for start, end in whole_words])
    if content:
        fitted = in_paragraph_of_cue(text, evolve(item, content=content, source=tuple(source)))
        yield from cut_at_sentence_ends(text, fitted)


def reported_words(page: Page, item: Finding, content: Iterable[Range]) -> Iterator[Range]:
    """What of *content* is words, without the marks at its edges and its author's citation behind it."""
    for span in content:
        start, end = without_loose_edges(page, span)
        if item.fixed is None:
            start = behind_styling(page, (start, end))
            end = without_closing_citation(page.text, start, end)
        if has_words(page.text, (start, end)):
            yield start, end


def named_by(page: Page, item: Finding) -> Iterable[Range]:
    """What names the source of the finding: all that the layout shows, else the words beside the cue."""
    own = (within_paragraph(page, span) for span in item.source)
    if item.fixed is not None:
        return own
    named = (without_lead(page, span) for span in own)
    return (span for span in without(named, item.cue) if has_words(page.text, span))


def quote_of(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Quote:
    """The quote that a finding makes."""
    head = cue_head(doc, item, verbs)
    kind = item.fixed or kind_of(page, item.content)
    construction = construction_of(doc, item.content, item.cue) if kind == "indirect" else "marks"
    return Quote(
        kind=kind,
        content=spans_at(page.given, item.content),
        cue=spans_at(page.given, item.cue),
        source=spans_at(page.given, item.source),
        act=act_of(head, verbs, construction, item.tone),
        modality=told_modality(head, item),
        addressee=spans_at(page.given, item.addressee),
        confidence=item.confidence,
        rule=item.rule.name,
    )


def told_modality(head: Token | None, item: Finding) -> Modality:
    """The modality of a report: what the network heard where it read it, else what the parse shows."""
    if item.tone is None:
        return modality_of(head, item.content)
    return heard_modality(head, item.tone, item.content)


def heard_modality(head: Token | None, tone: Tone, content: Sequence[Range] = ()) -> Modality:
    """The modality that the network heard, unless the grammar of the sentence says otherwise.

    A report is negated whose source names nobody ("no official said") or that a verb denies ("declined to
    say"). It is left open where it only could have happened ("could have told"), and where a conjunction
    tells of a condition that is still to come ("if she tells you") or of which the network is unsure.
    """
    if did_not_happen(head) or says_nobody(head, content):
        return "negated"
    if is_unreal(head):
        return "hypothetical"
    unsure = tone.act == "speech" and tone.modality == "asserted" and tone.modality_sure < SURE
    opened = is_conditional(head) and (unsure or is_present(head))
    return "hypothetical" if opened else tone.modality


def spans_at(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of *text* as spans."""
    return tuple(Span.of(text, start, end) for start, end in ranges)
