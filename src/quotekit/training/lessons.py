"""What an annotated document teaches of its turns of dialogue: their candidates, and who is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.evaluation.names import same_speaker
from quotekit.extractor import unresolved
from quotekit.quotes import best_matches
from quotekit.records import Quote, Settings, Span
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.conversation import conversation
from quotekit.speakers.dialogue.introductions import hear_introductions
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.resolution import begin_work, read_all
from quotekit.speakers.sources.progress import Progress
from quotekit.text.page import read_page

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Lesson", "begin_lesson", "lesson_of"]

FORMS: Final = 50
"""Names and descriptions of a candidate that are compared with the annotated ones; bounds the time."""


@frozen(eq=False)
class Lesson:
    """The turns of a document with the speakers that are right.

    Attributes:
        turns: The turns, each with its candidates.
        right: The numbers of the entities that speak each turn; empty where nobody knows.
    """

    turns: list[Turn]
    right: list[frozenset[int]]


def begin_lesson(doc: Doc, document: AnnotatedDocument) -> Progress:
    """The parsed *document* after its first reading, with its quotes as found."""
    page = read_page(doc.text)
    work = begin_work(doc, unresolved(page, doc, Settings()), page.marks)
    read_all(work)
    hear_introductions(work)
    return work


def lesson_of(work: Progress, document: AnnotatedDocument) -> Lesson:
    """What *document* teaches as far as it was read: its turns, with the speakers as annotated."""
    turns = conversation(work)
    known = speakers_of(work.quotes, document)
    return Lesson(turns, [bearers(work, turn, known.get(turn.quote)) for turn in turns])


def speakers_of(quotes: Sequence[Quote], document: AnnotatedDocument) -> dict[int, AnnotatedQuote]:
    """The annotated quote that each found one is most like, by the place of the found one."""
    annotated = sorted(quotes_of_spans(document), key=lambda pair: pair[0].start)
    owner = {id(piece): quote for piece, quote in annotated}
    known: dict[int, AnnotatedQuote] = {}
    found = [
        (at, evolve(quote, content=(span,))) for at, quote in enumerate(quotes) for span in quote.content
    ]
    matches = best_matches([piece for _, piece in found], [piece for piece, _ in annotated])
    for (at, _), match in zip(found, matches, strict=True):
        if match is not None:
            known.setdefault(at, owner[id(match)])
    return known


def quotes_of_spans(document: AnnotatedDocument) -> Iterator[tuple[Quote, AnnotatedQuote]]:
    """Every span of every annotated content as a quote, with the annotation."""
    for quote in document.quotes:
        for start, end in quote.content:
            yield Quote("direct", (Span.of(document.text, start, end),)), quote


def bearers(work: Progress, turn: Turn, annotated: AnnotatedQuote | None) -> frozenset[int]:
    """The candidates of *turn* that the annotated speaker's names name."""
    if annotated is None or not annotated.speaker:
        return frozenset()
    return frozenset(entity.number for entity, _ in turn.choices if bears(work, entity, annotated))


def bears(work: Progress, entity: Entity, annotated: AnnotatedQuote) -> bool:
    """Whether the annotated speaker is called by a name or a description of *entity*."""
    forms = {words_of(work, mention) for mention in (*entity.names[:FORMS], *entity.nominals[:FORMS])}
    return any(same_speaker(form, annotated.speaker or "", annotated.spellings) for form in forms)


def words_of(work: Progress, mention: Mention) -> str:
    """The words of a mention."""
    return work.text.text[work.text.starts[mention.first] : work.text.ends[mention.last - 1]]
