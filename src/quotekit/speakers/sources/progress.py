"""How far the speakers of a document are known while it is read: what changes, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import Factory, define, evolve, frozen

from quotekit.records import How, Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.sources.source import Source

__all__ = [
    "NO_ANSWER",
    "Answer",
    "PlacedQuote",
    "Progress",
    "source_tokens",
]

QUOTES_BACK = 8
"""Quotes before one that are looked back at; chosen by hand."""


PREPOSITIONS = frozenset({"IN", "TO"})
"""Tags of prepositions."""


@frozen(eq=False)
class PlacedQuote:
    """A quote with where it stands and what its source is, which never changes.

    Attributes:
        number: Its place among the quotes.
        quote: The quote.
        tokens: Where its content stands.
        paragraph: The number of its paragraph.
        source_tokens: Where the first piece of its source stands.
        source: What that names, or None without a source.
        told: Whom its cue says it to.
        called: The names that its own words call out.
    """

    number: int
    quote: Quote
    tokens: range
    paragraph: int
    source_tokens: range = range(0)
    source: Source | None = None
    told: range = range(0)
    called: tuple[Mention, ...] = ()

    @property
    def source_start(self) -> int:
        """The index of the first word that its source names somebody by, or -1."""
        if self.source is None:
            return -1
        return self.source.tokens.start if self.source.tokens else self.source_tokens.start

    @property
    def source_place(self) -> int:
        """The place of what its source names somebody by, as of a mention, or -1."""
        if self.source is not None and self.source.kind == "nominal":
            return self.source.noun
        return self.source_start


@frozen(eq=False)
class Answer:
    """Who a rule finds a speaker to be, and what it learned on the way.

    Attributes:
        entity: The entity, which later pronouns can stand for; None when only the gender is known.
        how: How the source names it.
        rule: The row of the table that decided.
        tokens: The words to call it by, when its own names are not to be used.
        members: Of several speakers with names who each of them is.
        names: The names of these, where they are not those of the source.
        pronoun: The gender that a pronoun or a description in the source tells, or an empty string.
        ranked: Whom the pronoun can stand for, with scores, the best first.
        described: Whoever a description stands for when nobody at hand is meant.
        certain: Whether a name or a description says so, so that no turn of dialogue changes it.
    """

    entity: Entity | None
    how: How
    rule: str = ""
    tokens: range | None = None
    members: tuple[Entity, ...] = ()
    names: tuple[Mention, ...] = ()
    pronoun: str = ""
    ranked: tuple[tuple[float, Entity], ...] = ()
    described: Entity | None = None
    certain: bool = False


NO_ANSWER = Answer(None, "turn")
"""What is known of a quote that no rule found a speaker of."""


@define(eq=False)
class Progress:
    """The work on one document.

    Its methods below `known_before` are the only places that change it; whom the mentions mean is
    changed in `Reading`, and who there is in `Cast`.

    Attributes:
        reading: Its mentions and entities, as far as they are read.
        placed: Its quotes with their places.
        is_dialogue: Whether it is told in turns of dialogue.
        answers: What the rules found, by the number of the quote.
        history: The numbers of the quotes that were read, in that order.
        issuers: Who issued the documents that are called by each noun, the last one at the end.
    """

    reading: Reading
    placed: Sequence[PlacedQuote]
    is_dialogue: bool
    answers: dict[int, Answer] = Factory(dict)
    history: list[int] = Factory(list)
    issuers: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))

    @property
    def text(self) -> Discourse:
        """The document."""
        return self.reading.text

    @property
    def quotes(self) -> list[Quote]:
        """Its quotes."""
        return [placed.quote for placed in self.placed]

    def speaker(self, number: int) -> Entity | None:
        """Who speaks the quote with this number, as far as is known."""
        answer = self.answers.get(number)
        return answer.entity if answer is not None else None

    def known_before(self, number: int) -> list[PlacedQuote]:
        """The last quotes that were read before the one with this number and have a speaker.

        What others report of them, farther in, tells nothing of whose turn it is ("Ada said Bo refused").
        """
        depth = self.placed[number].quote.depth
        recent = (
            at for at in self.history[-QUOTES_BACK:] if at < number and not self.is_told_inside(at, depth)
        )
        return [self.placed[at] for at in recent if self.speaker(at) is not None]

    def is_told_inside(self, number: int, depth: int) -> bool:
        """Whether a quote stands farther in than *depth*, in what somebody says.

        What is only cited ("According to the Post, Bo refused") leaves the word to whoever speaks in it.
        """
        inner = self.placed[number]
        before = self.placed[max(0, number - QUOTES_BACK) : number]
        outer = next((one for one in before if inner.tokens.start in one.tokens), None)
        return inner.quote.depth > depth and not (outer is not None and self.is_only_cited(outer))

    def is_only_cited(self, placed: PlacedQuote) -> bool:
        """Whether a preposition ends the cue of a quote, so that no verb says it."""
        ends = (self.text.token_at(span.end - 1) for span in placed.quote.cue[-1:])
        return any(self.text.tags[at] in PREPOSITIONS for at in ends)

    def take_answer(self, placed: PlacedQuote, answer: Answer | None) -> None:
        """Take in what was found about a quote, and that it was read."""
        if answer is not None:
            self.answers[placed.number] = answer
            if answer.entity is not None:
                self._see_speaker(placed, answer.entity)
        self.history.append(placed.number)

    def revise(self, number: int, answer: Answer) -> None:
        """Put another answer in the place of one that was found while the text was read."""
        self.answers[number] = answer

    def take_issuer(self, noun: str, entity: Entity) -> None:
        """Take in who issued the document that was called by a noun."""
        self.issuers[noun].append(entity)

    def begin_again(self) -> None:
        """Go back to the first word, with the answers that were found."""
        self.reading.begin_again()
        self.history.clear()

    def unite(self, same: Mapping[int, Entity]) -> None:
        """Put the entities of *same* in the place of those by these numbers, wherever these were found."""

        def united(entity: Entity) -> Entity:
            return same.get(entity.number, entity)

        self.reading.unite(same)
        for number, answer in self.answers.items():
            ranked = tuple((score, united(entity)) for score, entity in answer.ranked)
            entity, described = (one and united(one) for one in (answer.entity, answer.described))
            members = tuple(map(united, answer.members))
            self.answers[number] = evolve(
                answer, entity=entity, described=described, members=members, ranked=ranked
            )

    def _see_speaker(self, placed: PlacedQuote, entity: Entity) -> None:
        """Take in that the source of a quote mentions *entity*, if it has one."""
        if placed.source is not None:
            self.reading.refer(placed.source_place, entity)
            self.reading.see(entity, placed.source_start, "subject")


def source_tokens(text: Discourse, quote: Quote) -> range:
    """Where the source of *quote* stands; its first piece when there are several."""
    return text.tokens(quote.source[0].start, quote.source[0].end) if quote.source else range(0)
