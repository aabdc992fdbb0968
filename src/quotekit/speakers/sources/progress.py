"""How far the speakers of a document are known while it is read: what changes, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, define, evolve, frozen

from quotekit.records import How, Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import Situation, rank_antecedents
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.nominal_labels import opens_question
from quotekit.speakers.scheme import MODIFYING, PLURALS, SUBJECTS
from quotekit.speakers.sources.source import Source

__all__ = [
    "NO_ANSWER",
    "SPEAKER_PARAGRAPHS",
    "Answer",
    "PlacedQuote",
    "Progress",
    "hearers_of",
    "is_question",
    "persons_called",
    "persons_told",
    "situation_of",
    "source_tokens",
]

QUOTES_BACK = 8
"""Quotes before one that are looked back at; chosen by hand."""

APPOSED_TOKENS = 4
"""Tokens behind whom a quote is said to in which their name begins; chosen by hand."""

OBJECT_TOKENS = 6
"""Tokens behind a cue in which the name of its object ends; chosen by hand."""

INTRODUCING = frozenset({"ROOT", "appos", "attr"})
"""Relations of a name by which somebody can tell their own ("I am Lund", "Lund here")."""

SPEAKER_PARAGRAPHS = 3
"""Paragraphs over which somebody is still the one who spoke last, and can speak again; chosen by hand."""


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
        """The last quotes that were read before the one with this number and have a speaker."""
        recent = self.history[-QUOTES_BACK:]
        return [self.placed[at] for at in recent if at < number and self.speaker(at) is not None]

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

    def recall(self, placed: PlacedQuote) -> None:
        """Take in again who was found to speak a quote, and whom its pronoun can stand for."""
        answer = self.answers.get(placed.number)
        if answer is not None and answer.entity is not None and placed.source is not None:
            if answer.ranked:
                mention = pronoun_at(self.text, placed.source_start, self.reading.language)
                situation = situation_of(self, placed)
                ranked = rank_antecedents(self.text, self.reading.focus, mention, situation)
                self.answers[placed.number] = evolve(answer, ranked=tuple(ranked))
            self._see_speaker(placed, answer.entity)
        self.history.append(placed.number)

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


def situation_of(work: Progress, placed: PlacedQuote) -> Situation:
    """Where the source of a quote stands among the quotes before it."""
    before = work.known_before(placed.number)
    last = before[-1] if before and placed.paragraph - before[-1].paragraph <= SPEAKER_PARAGRAPHS else None
    speaker = work.speaker(last.number) if last is not None else None
    speakers = [work.speaker(past.number) for past in reversed(before)]
    earlier = next((entity for entity in speakers if entity is not speaker), None)
    same = last is not None and last.paragraph == placed.paragraph
    if last is not None and same:
        speaker = last_actor(work, last, placed) or speaker
    hearers = {entity.number for entity in hearers_of(work, placed)}
    named = frozenset(one.number for one in named_in_speech(work, placed))
    in_front = {entity.number for entity in persons_in_front(work, placed)}
    heard = hearers - in_front
    return Situation(True, not same, speaker, same, earlier, work.is_dialogue, heard, named, in_front)


def named_in_speech(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom speech in no dialogue tells of; “Brandt voters” and “I am Brandt” do not."""
    text, told = work.text, placed.quote
    for span in told.content if told.kind == "direct" and not work.is_dialogue else ():
        for name in work.reading.names_in(text.tokens(span.start, span.end)):
            entity = work.reading.cast.by_mention[name.first]
            if entity.is_person and text.deps[name.head] not in MODIFYING | INTRODUCING:
                yield entity


def last_actor(work: Progress, last: PlacedQuote, placed: PlacedQuote) -> Entity | None:
    """The person who last acted in the narration between a quote and the next one of its paragraph."""
    first, end = max(last.tokens.stop, last.source_tokens.stop), placed.tokens.start
    for sighting in reversed(work.reading.sightings):
        if sighting.index < first:
            return None
        acts = sighting.role == "subject" and sighting.leads and not sighting.quoted
        if sighting.index < end and acts and sighting.entity.is_person:
            return sighting.entity
    return None


def hearers_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom a quote is said to or of, by its cue and its question, and by its words but in dialogue.

    There a weight counts who is called.
    """
    yield from persons_told(work, placed)
    yield from persons_told_of(work, placed)
    yield from asker_of(work, placed)
    if not work.is_dialogue:
        yield from persons_called(work, placed)
        yield from persons_named(work, placed)


def persons_named(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom a report names, for nobody is reported to tell of themselves by name."""
    for span in placed.quote.content if placed.quote.kind != "direct" else ():
        for name in work.reading.names_in(work.text.tokens(span.start, span.end)):
            entity = work.reading.cast.by_mention[name.first]
            if entity.is_person:
                yield entity


def persons_in_front(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whoever a report, all in front of its pronoun, tells of first ("Lund was at home, he said")."""
    text, source = work.text, placed.source
    if placed.quote.kind == "direct" or source is None or source.kind != "pronoun":
        return
    ahead = placed.tokens if placed.tokens.stop <= placed.source_start else range(0)
    for subject in [at for at in ahead if text.deps[at] in SUBJECTS and text.heads[at] in ahead][:1]:
        named = work.reading.names_in(range(subject, subject + 1))
        yield from (work.reading.cast.by_mention[name.first] for name in named)


def asker_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Who asked in the same sentence what a quote answers ("Asked by Lund whether it leaked, she said")."""
    text, before = work.text, work.placed[max(0, placed.number - 1) : placed.number]
    here = text.sentence_at(placed.source_start)
    for last in before:
        entity = work.speaker(last.number) if last.source_tokens else None
        if entity is not None and text.sentence_at(last.source_start) == here and asks_before(work, last):
            yield entity


def is_question(work: Progress, placed: PlacedQuote) -> bool:
    """Whether a quote is a question, in somebody's own words or reported."""
    if placed.quote.text.rstrip("\"'”’»").endswith("?"):
        return True
    if placed.quote.kind == "direct" or not placed.tokens:
        return False
    first, text = placed.tokens[0], work.text
    word, language = text.lower[first], work.reading.language
    is_asking = text.tags[first].startswith("W") and word not in language.clause_openers
    return is_asking or opens_question(word, language)


def asks_before(work: Progress, placed: PlacedQuote) -> bool:
    """Whether somebody says a quote as a participle's agent, or in a clause of time ("When Lund asked …")."""
    text, verbs = work.text, [work.text.token_at(span.start) for span in placed.quote.cue]
    link = text.previous_word(placed.source_tokens.start)
    is_agent = text.lower_at(link) in work.reading.language.function_words.authorship
    in_time = any(text.deps[verb] == "advcl" and verb > placed.source_start for verb in verbs)
    return is_agent or (in_time and is_question(work, placed))


def persons_told(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom the cue of a quote says it to, under all of their names, and whoever in focus is described so.

    Several ("reporters") are nobody whom the text says to be one of them.
    """
    reading, text = work.reading, work.text
    behind = range(placed.told.stop, placed.told.stop + APPOSED_TOKENS if placed.told else 0)
    beside = (name for name in reading.names_in(behind) if text.deps[name.head] == "appos")
    apposed = (name for name in beside if text.heads[name.head] in placed.told)  # "her sister Anna"
    for name in (*reading.names_in(placed.told), *apposed):
        yield reading.cast.by_mention[name.first]
    if placed.told:
        noun, several = text.lemmas[placed.told[-1]], text.tags[placed.told[-1]] in PLURALS
        described = (one.entity for one in reading.focus.backwards() if noun in one.entity.nouns)
        yield from (entity for entity in described if entity.plural == several)


def persons_told_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whoever the object of a cue names, who is nobody that acts in it ("He called Lund a liar")."""
    text = work.text
    verbs = {text.token_at(at) for span in placed.quote.cue for at in (span.start, span.end - 1)}
    near = range(max(verbs, default=0) + 1, max(verbs, default=0) + OBJECT_TOKENS)
    for name in work.reading.names_in(near):
        if text.deps[name.head] == "dobj" and text.heads[name.head] in verbs:
            yield work.reading.cast.by_mention[name.first]


def persons_called(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom the words of a quote call by name, the last one first."""
    called = (work.reading.cast.by_mention[name.first] for name in reversed(placed.called))
    return (entity for entity in called if entity.may_be_person)
