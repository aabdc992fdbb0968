"""What stands around each turn of a dialogue, in one frozen record a turn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from attrs import frozen

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.mentions.focus import Sighting
from quotekit.text.punctuation import LEADS

__all__ = ["Narration", "Prominence", "Surroundings", "read_surroundings", "sure_voices"]

LEAD_TOKENS = 60
"""Tokens before a pause that can lead up to a quotation; chosen by hand, longer than most sentences."""

ABOVE_TOKENS = 300
"""Tokens of the paragraph above that are looked at; chosen by hand."""

RECENT_TOKENS = 600
"""Tokens before a paragraph in which somebody counts as lately mentioned; chosen by hand."""

SCENE = 10
"""Turns on either side that belong to the same scene; chosen by hand."""


@frozen(eq=False)
class Narration:
    """The mentions outside quotations, by their place.

    Attributes:
        text: The document.
        sightings: The mentions, in the order of the text.
        places: The index of each.
        bounds: Where each paragraph begins and ends.
    """

    text: Discourse
    sightings: Sequence[Sighting]
    places: Sequence[int]
    bounds: Mapping[int, tuple[int, int]]

    @classmethod
    def of(cls, text: Discourse, sightings: Iterable[Sighting]) -> Narration:
        """What the narration of *text* mentions, of all its *sightings*."""
        told = [sighting for sighting in sightings if not sighting.quoted]
        told.sort(key=lambda sighting: sighting.index)
        bounds: dict[int, tuple[int, int]] = {}
        for index, paragraph in enumerate(text.paragraphs):
            bounds[paragraph] = (bounds.get(paragraph, (index,))[0], index + 1)
        return cls(text, told, [sighting.index for sighting in told], bounds)

    def between(self, first: int, last: int) -> Sequence[Sighting]:
        """The mentions from one token up to another."""
        return self.sightings[bisect_left(self.places, first) : bisect_left(self.places, last)]

    def before(self, first: int, last: int) -> tuple[Sighting, ...]:
        """The mentions from one token up to another, the last one first."""
        return tuple(reversed(self.between(first, last)))


@frozen(eq=False)
class Prominence:
    """How much of a document is about whom, whatever the turn.

    Attributes:
        mentions: How often the narration mentions each entity, by number.
        voices: How many turns each entity speaks for certain, by number.
        narrator: Whoever says "I", as far as somebody does.
        quoted: Which tokens stand inside quotation marks.
    """

    mentions: Mapping[int, int]
    voices: Mapping[int, int]
    narrator: Entity | None
    quoted: Sequence[bool]


@frozen(eq=False)
class Surroundings:
    """What stands around a turn; everything that features ask.

    Attributes:
        turn: The turn.
        prominence: How much of the document is about whom.
        before: Who is mentioned beside it in its paragraph, the nearest first, without its source.
        after: Who is mentioned behind it in its paragraph, without its source.
        pronouns_before: The genders of the pronouns that act before it in its paragraph.
        pronouns_after: The genders of those that act behind it.
        lead: Who is mentioned in the sentence that leads up to it, the nearest first.
        place_above: ``above`` when narration stands in the paragraph before, ``tail`` when the turn
            before stands there, else empty.
        above: Who is mentioned in that, the nearest first.
        recent: Who was mentioned before the paragraph, the last one first.
        paragraph_start: Where the paragraph begins.
        spoke: The numbers of those who speak for certain shortly before.
        speaks: The numbers of those who speak for certain shortly after.
        called_next: The numbers of those whom the next turn calls by name.
        hailed_next: The gender of whom the next turn addresses by no name, or ``-``.
        is_plain: Whether its description tells no more than that somebody is a man, a woman or a child.
        able: Who could speak it.
    """

    turn: Turn
    prominence: Prominence
    before: tuple[Sighting, ...] = ()
    after: tuple[Sighting, ...] = ()
    pronouns_before: Set[str] = frozenset()
    pronouns_after: Set[str] = frozenset()
    lead: tuple[Sighting, ...] = ()
    place_above: str = ""
    above: tuple[Sighting, ...] = ()
    recent: tuple[Sighting, ...] = ()
    paragraph_start: int = 0
    spoke: Set[int] = frozenset()
    speaks: Set[int] = frozenset()
    called_next: Set[int] = frozenset()
    hailed_next: str = "-"
    is_plain: bool = False
    able: Sequence[Entity] = ()

    @property
    def is_bare(self) -> bool:
        """Whether the turn is all of its paragraph, as far as persons are mentioned."""
        return not (self.turn.pronoun or self.before or self.after)


def sure_voices(turns: Iterable[Turn]) -> Counter[int]:
    """How many turns each entity speaks by a name or a description, by number."""
    speakers = (turn.entity if turn.certain else turn.described for turn in turns)
    return Counter(entity.number for entity in speakers if entity is not None)


def read_surroundings(
    narration: Narration, turns: Sequence[Turn], at: int, prominence: Prominence, language: Language
) -> Surroundings:
    """What stands around the turn at *at* of *turns*, which are in the order of the text."""
    turn, following = turns[at], turns[at + 1 : at + 2]
    left, right = beside_bounds(narration, turns, at)
    first, _ = narration.bounds[turn.paragraph]
    place, above = read_above(narration, turns, at)
    return Surroundings(
        turn,
        prominence,
        before=without_source(turn, narration.before(left, turn.tokens.start)),
        after=without_source(turn, narration.between(turn.tokens.stop, right)),
        pronouns_before=acting_genders(narration.text, range(left, turn.tokens.start), language),
        pronouns_after=acting_genders(narration.text, range(turn.tokens.stop, right), language),
        lead=read_lead(narration, turn),
        place_above=place,
        above=above,
        recent=narration.before(max(0, first - RECENT_TOKENS), first),
        paragraph_start=first,
        spoke=sure_numbers(turns[max(0, at - SCENE) : at]),
        speaks=sure_numbers(turns[at + 1 : at + 1 + SCENE]),
        called_next=following[0].called if following else frozenset(),
        hailed_next=following[0].hailed if following else "-",
        is_plain=turn.described is not None and turn.described.nouns <= language.plain_persons,
    )


def beside_bounds(narration: Narration, turns: Sequence[Turn], at: int) -> tuple[int, int]:
    """Where the words beside a turn begin and end: those of its paragraph up to its neighbours there."""
    turn = turns[at]
    left, right = narration.bounds[turn.paragraph]
    if at and turns[at - 1].paragraph == turn.paragraph:
        left = max(left, turns[at - 1].tokens.stop)
    if at + 1 < len(turns) and turns[at + 1].paragraph == turn.paragraph:
        right = min(right, turns[at + 1].tokens.start)
    return left, right


def without_source(turn: Turn, sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """*sightings* without the turn's own source, which is in question."""
    return tuple(sighting for sighting in sightings if sighting.index != turn.source)


def acting_genders(text: Discourse, tokens: range, language: Language) -> frozenset[str]:
    """The genders of the pronouns outside quotations among *tokens* that act, if only with a part of them."""
    return frozenset(
        language.pronouns[text.lower[index]].gender
        for index in tokens
        if text.lower[index] in language.pronouns
        and not text.quoted[index]
        and (text.deps[index] == "nsubj" or owns_subject(text, index, language))
    ) & {"m", "f"}


def owns_subject(text: Discourse, index: int, language: Language) -> bool:
    """Whether a possessive is of whoever owns what acts and is nobody ("Her voice sank")."""
    owned = text.heads[index]
    owns = text.deps[index] == "poss" and text.deps[owned] == "nsubj"
    return owns and not nominal_label(text.lemmas[owned], language)


def read_lead(narration: Narration, turn: Turn) -> tuple[Sighting, ...]:
    """Who is mentioned in the sentence that a pause before the turn ends, the nearest first."""
    text = narration.text
    mark = text.previous_word(turn.tokens.start)
    if mark < 0 or text.words[mark] not in LEADS or text.quoted[mark]:
        return ()
    told = narration.before(max(0, mark - LEAD_TOKENS), mark)
    return tuple(sighting for sighting in told if text.sentences[sighting.index] == text.sentences[mark])


def read_above(narration: Narration, turns: Sequence[Turn], at: int) -> tuple[str, tuple[Sighting, ...]]:
    """What the paragraph before the turn's is, and who is mentioned there behind the turn before."""
    turn = turns[at]
    first, _ = narration.bounds[turn.paragraph]
    last_paragraph = turns[at - 1].paragraph if at else turn.paragraph - 2
    if last_paragraph < turn.paragraph - 1:
        above, _ = narration.bounds.get(turn.paragraph - 1, (first, first))
        return "above", narration.before(max(above, first - ABOVE_TOKENS), first)
    if last_paragraph == turn.paragraph - 1:
        return "tail", narration.before(turns[at - 1].tokens.stop, first)
    return "", ()


def sure_numbers(turns: Iterable[Turn]) -> frozenset[int]:
    """The numbers of those who speak for certain."""
    return frozenset(turn.sure_speaker.number for turn in turns if turn.sure_speaker is not None)
