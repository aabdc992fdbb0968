"""From findings and quotation marks to quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding, Tone
from quotekit.parse.reporting import ReportingVerb, reporting_verbs
from quotekit.quotes.judgement.act import (
    act_of,
    construction_of,
    cue_head,
    is_bare_object,
    is_measured,
    points_back,
)
from quotekit.quotes.judgement.carriers import is_insisted
from quotekit.quotes.judgement.kind import kind_of
from quotekit.quotes.judgement.modality import (
    did_not_happen,
    is_asked_whether,
    is_conditional,
    is_only_arguable,
    is_only_possible,
    is_told_of_doer,
    modality_of,
    says_nobody,
)
from quotekit.quotes.judgement.orders import is_present
from quotekit.quotes.nesting import JudgedQuote, with_depths
from quotekit.quotes.steps import Sheet, carried_out
from quotekit.quotes.succession.continuation import with_parted_quotations
from quotekit.records import Modality, Quote, Settings, Span
from quotekit.text.page import Page
from quotekit.text.ranges import Range

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
    quotes = [
        JudgedQuote(quote_of(page, doc, item, verbs), item.verdicts)
        for item in carried_out(Sheet(page, doc, verbs), findings)
        if reports_words(page, doc, item, verbs)
    ]
    return with_depths(sorted(quotes, key=lambda item: (item.quote.start, -item.quote.end)), doc.lang_)


def reports_words(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether the finding tells of somebody's words, and not only of a topic or a measure."""
    if is_measured(page, doc, item) or points_back(doc, item):
        return False
    return kind_of(page, item.content) != "indirect" or not is_bare_object(doc, item, verbs)


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

    What somebody does not hesitate to say is asserted. A report is negated whose source names nobody ("no
    official said") or that a verb denies ("declined to say"). It is left open where it only could have been
    ("could have told"), where it is up to the reader ("tell him"), where a question asks for it ("Did she
    say …?"), and where a conjunction tells of what is still to come ("if she tells you"), or the network is
    unsure of a condition. What "can be argued" is left open or negated as the sentence says. What somebody
    "is understood to have said" was said.
    """
    if head is not None and is_insisted(head):
        return "asserted"
    if did_not_happen(head) or says_nobody(head, content):
        return "negated"
    if is_only_possible(head) or is_asked_whether(head):
        return "hypothetical"
    if is_only_arguable(head):
        return modality_of(head, content)
    if is_told_of_doer(head):
        return "asserted"
    unsure = tone.act == "speech" and tone.modality == "asserted" and tone.modality_sure < SURE
    opened = is_conditional(head) and (unsure or is_present(head))
    return "hypothetical" if opened else tone.modality


def spans_at(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of *text* as spans."""
    return tuple(Span.of(text, start, end) for start, end in ranges)
