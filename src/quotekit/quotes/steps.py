"""What is done to the findings, one step after the other, before they are quotes: the table of the room.

First a finding gets the words that are its report, all of them and no others; then these are fitted to the
page; then it loses parts that belong to another; at last those that cross or repeat each other are settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.parse.reporting import ReportingVerb
from quotekit.quotes.contents.afterthoughts import with_afterthought
from quotekit.quotes.contents.announcing import parted_before_quotation
from quotekit.quotes.contents.asides import without_aside
from quotekit.quotes.contents.brackets import within_brackets
from quotekit.quotes.contents.broken_clauses import with_broken_clause
from quotekit.quotes.contents.fitting import fitted_to_page
from quotekit.quotes.contents.gapped import parted_where_verb_is_left_out
from quotekit.quotes.contents.gaps import without_gaps
from quotekit.quotes.contents.labels import without_labels
from quotekit.quotes.contents.lost_subjects import with_lost_subject, with_subject_from_source
from quotekit.quotes.contents.named_objects import with_named_object
from quotekit.quotes.contents.next_reports import without_next_reports
from quotekit.quotes.contents.next_sentences import without_next_sentences
from quotekit.quotes.contents.next_verb import (
    without_loose_auxiliary,
    without_next_verb,
    without_verb_of_noun,
)
from quotekit.quotes.contents.quoted_alone import (
    without_clause_behind_semicolon,
    without_words_beside_quotation,
)
from quotekit.quotes.contents.report_times import without_time_of_report
from quotekit.quotes.contents.time_clauses import without_time_clause
from quotekit.quotes.contents.works import without_work
from quotekit.quotes.parties.cited_sources import with_cited_source
from quotekit.quotes.parties.described_sources import with_calling_before_name
from quotekit.quotes.parties.noun_cues import with_verb_of_noun
from quotekit.quotes.parties.relative_pronouns import without_relative_pronoun
from quotekit.quotes.parties.table import with_parties
from quotekit.quotes.succession.beats import (
    without_source_of_asker,
    without_source_of_next,
    without_source_of_other,
)
from quotekit.quotes.succession.further_sentences import (
    cut_at_sentence_ends,
    joined_where_broken_off,
    without_mere_utterances,
)
from quotekit.quotes.succession.seams import without_source_across_seam
from quotekit.quotes.succession.silent_cues import without_silent_cue
from quotekit.text.page import Page
from quotekit.verdict import without_repeated

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["STEPS", "Sheet", "Step", "carried_out"]


@frozen(eq=False)
class Sheet:
    """What the steps know of the text.

    Attributes:
        page: The text.
        doc: Its parse.
        verbs: Its verbs of reporting, by their lemmas.
    """

    page: Page
    doc: Doc
    verbs: Mapping[str, ReportingVerb]


Change = Callable[[Sheet, Sequence[Finding]], Iterable[Finding]]
"""What a step makes of all findings."""


@frozen
class Step:
    """A step on the way from findings to quotes.

    Attributes:
        name: What is done.
        change: What does it.
        reason: Why, and why here.
    """

    name: str
    change: Change
    reason: str


def carried_out(sheet: Sheet, findings: Sequence[Finding]) -> list[Finding]:
    """The findings after all of `STEPS`."""
    items = list(findings)
    for step in STEPS:
        items = list(step.change(sheet, items))
    return items


def each(change: Callable[[Sheet, Finding], Finding]) -> Change:
    """The change of all findings by that of each, but for those whose edges the layout shows."""

    def change_all(sheet: Sheet, items: Sequence[Finding]) -> Iterator[Finding]:
        return (item if item.fixed is not None else change(sheet, item) for item in items)

    return change_all


def pieces_of_each(change: Callable[[Sheet, Finding], Iterable[Finding]]) -> Change:
    """The change of all findings by what becomes of each: itself, several, or nothing."""
    return lambda sheet, items: (piece for item in items for piece in change(sheet, item))


def without_source_elsewhere(on: Sheet, item: Finding) -> Finding:
    """The finding without a source that only another quotation has, by what is told between the two."""
    for change in (without_source_of_asker, without_source_of_other, without_source_of_next):
        item = change(on.page, on.doc, item)
    return item


STEPS: Final[tuple[Step, ...]] = (
    Step(
        "parties of the cue",
        pieces_of_each(lambda on, item: [with_parties(on.doc, with_verb_of_noun(on.doc, item, on.verbs))]),
        "Finders go by places; the grammar of the cue tells the speaker from whoever is spoken to.",
    ),
    Step(
        "clauses of time",
        pieces_of_each(lambda on, item: without_time_clause(on.doc, item)),
        "“As Ann told her story, it rained” reports no rain; all that follows can do without such findings.",
    ),
    Step(
        "citations of sources",
        each(lambda on, item: with_cited_source(on.page, item)),
        "“Ann et al. (2010)” is one name of whoever is cited; a parser sees the first word of it.",
    ),
    Step(
        "labels of turns",
        lambda on, items: without_labels(on.page, items),
        "A parser reads a label as a part of the sentence; no step after this meets one in a content.",
    ),
    Step(
        "a source for each clause",
        pieces_of_each(lambda on, item: parted_where_verb_is_left_out(on.doc, item)),
        "“Ann said the mill, and Bo the bridge, would close” is two reports; the next steps see each.",
    ),
    Step(
        "asides",
        each(lambda on, item: without_aside(on.page, on.doc, item)),
        "What the author puts between cue and report is nobody's; before the gaps, which it would fill.",
    ),
    Step(
        "brackets",
        each(lambda on, item: within_brackets(on.page.text, item)),
        "“It rose (by a third, Ann said)” is of what they hold; before the gaps, which a bracket is.",
    ),
    Step(
        "subjects",
        each(lambda on, item: with_subject_from_source(on.doc, with_lost_subject(on.doc, item))),
        "“… warned the bridge would close” begins at the bridge, wherever the parse puts that.",
    ),
    Step(
        "what a source is called",
        each(lambda on, item: with_calling_before_name(on.doc, item)),
        "“It rained, his aunt, Ann said”: no finder looks past the comma, and gaps would give it the rest.",
    ),
    Step(
        "the time of the report",
        each(lambda on, item: without_time_of_report(on.doc, item)),
        "“Ann said Monday the mill would close”: where a lost subject was found, a time in front shows.",
    ),
    Step(
        "what is called so",
        each(lambda on, item: with_named_object(on.page, on.doc, item, on.verbs)),
        "“… labelled the deal “a farce”” says so of the deal; the network often reads the marks alone.",
    ),
    Step(
        "afterthoughts",
        each(lambda on, item: with_afterthought(on.doc, item)),
        "“… say the road is open — for now” goes on behind the dash, at which the network stops.",
    ),
    Step(
        "the next report",
        lambda on, items: without_next_reports(on.doc, items, on.verbs),
        "“Ann said it was safe, but Bo replied that …” is two reports, wherever the parse hangs the second.",
    ),
    Step(
        "the author's next verb",
        each(lambda on, item: without_next_verb(on.doc, item)),
        "“… said it was safe and left” ends before what the speaker did.",
    ),
    Step(
        "the verb of the noun",
        each(lambda on, item: without_verb_of_noun(on.doc, item)),
        "“The claim that it leaked is old” ends before the author's verb, which takes the rest along.",
    ),
    Step(
        "a loose auxiliary",
        each(lambda on, item: without_loose_auxiliary(on.doc, item)),
        "The network reads a word too many where the main clause goes on (“Ann's claim that it leaked was”).",
    ),
    Step(
        "gaps",
        lambda on, items: without_gaps(on.page, items),
        "What the network left out of the middle of a sentence is the report's, once no aside is left in it.",
    ),
    Step(
        "relative pronouns",
        each(lambda on, item: without_relative_pronoun(on.doc, item)),
        "Of “the barn that Ann said was empty” “that” is the author's; by now no gap is closed with it.",
    ),
    Step(
        "a quotation behind the colon of a report",
        pieces_of_each(lambda on, item: parted_before_quotation(on.page, on.doc, item, on.verbs)),
        "“Ann said it was a lie: “I was at home.”” is two; edges keep what stands in marks alone.",
    ),
    Step(
        "edges",
        pieces_of_each(lambda on, item: fitted_to_page(on.page, item)),
        "Marks, words and paragraphs show where a content can begin and end, whatever a finder read.",
    ),
    Step(
        "titles of works",
        pieces_of_each(lambda on, item: without_work(on.page, on.doc, item, on.verbs)),
        "“Ann read “The Salt Road”” tells what she read; whether marks hold all of it the edges tell.",
    ),
    Step(
        "the next sentences",
        each(lambda on, item: without_next_sentences(on.page, on.doc, item)),
        "“She said that it rained. We went home.” ends with its sentence; marks hold several, as edges tell.",
    ),
    Step(
        "a clause behind a semicolon",
        each(lambda on, item: without_clause_behind_semicolon(on.page, item)),
        "Behind “Ann called it “a sneeze”;” the author goes on; the edges are those of the marks by now.",
    ),
    Step(
        "ends of sentences",
        pieces_of_each(lambda on, item: cut_at_sentence_ends(on.page.text, item)),
        "A quotation behind the sentence of a cue is a further one, without a cue of its own.",
    ),
    Step(
        "what was broken off",
        lambda on, items: joined_where_broken_off(on.page, items),
        "“It is,” Ann said, “late.” is one quotation where its halves were found apart.",
    ),
    Step(
        "words beside a quotation",
        each(lambda on, item: without_words_beside_quotation(on.page, on.doc, item)),
        "Beside a whole quotation the author tells the rest; which quotations are whole the edges tell.",
    ),
    Step(
        "clauses that a cue breaks off",
        each(lambda on, item: with_broken_clause(on.page, on.doc, item)),
        "“It was, in the words of Ann, “a mess”” is a clause; what marks alone held the edges tell by now.",
    ),
    Step(
        "cues of silence",
        each(lambda on, item: without_silent_cue(on.page, on.doc, item, on.verbs)),
        "“…?” Nobody answered: the quotation stays, its cue does not.",
    ),
    Step(
        "sources across a seam",
        each(lambda on, item: without_source_across_seam(on.page.text, item)),
        "Of two quotations side by side the cue behind them is the second one's (“Who?” “Not me!” said Ann).",
    ),
    Step(
        "crossings, and marks alone",
        lambda on, items: without_mere_utterances(on.page, items),
        "Only now are edges final, so that what crosses can be told, and which quotations nobody claimed.",
    ),
    Step(
        "sources of another",
        each(without_source_elsewhere),
        "Whoever acts between two quotations may have the second, one that goes on with a source among them.",
    ),
    Step(
        "repetitions",
        lambda on, items: without_repeated(on.page.text, items),
        "A pull quote repeats words that stand in the text as somebody's; all of these have to be known.",
    ),
)
"""The steps, in their order."""
