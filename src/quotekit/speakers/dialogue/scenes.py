"""What speaks for each candidate of a turn: who acts beside it, who is called in it, who is at hand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2

from attrs import Factory, define

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.mentions.focus import Sighting
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.names.vocatives import hailed_gender, is_vocative

__all__ = ["prepare_turns"]

AT_HAND = 10
LOOK_BACK = 6
SCENE = 10


def prepare_turns(reading: Reading, turns: Sequence[Turn]) -> None:
    """Give each of *turns*, in the order of the text, its candidates with their features."""
    sightings = sorted(reading.sightings, key=lambda sighting: sighting.index)
    scene = Scene(reading, turns, sightings, [sighting.index for sighting in sightings])
    for turn in turns:
        hear(reading, turn)
    for at, turn in enumerate(turns):
        if turn.certain and turn.entity is not None:
            turn.choices = [(turn.entity, {})]
        else:
            turn.choices = [(entity, dict(scene.features(at, entity))) for entity in scene.candidates(at)]


def hear(reading: Reading, turn: Turn) -> None:
    """Take in whom the words of a turn name and address."""
    turn.asks = any(reading.text.words[index] == "?" for index in turn.tokens[-2:])
    turn.hailed = hailed_gender(reading.text, turn.tokens, reading.vocabulary)
    for name in reading.names_in(turn.tokens):
        entity = reading.cast.by_mention[name.first]
        if entity.label in {"PERSON", ""}:
            turn.named.add(entity.number)
            if is_vocative(reading.text, name, turn.tokens, reading.vocabulary):
                turn.called.add(entity.number)


@define(eq=False)
class Scene:
    """The surroundings of each turn."""

    reading: Reading
    turns: Sequence[Turn]
    sightings: list[Sighting]
    places: list[int]
    voices: Counter[int] = Factory(Counter)
    company: list[Entity] = Factory(list)
    _bounds: dict[int, tuple[int, int]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """Find where paragraphs begin and end, and who speaks for certain."""
        voices = (turn.entity if turn.certain else turn.described for turn in self.turns)
        self.voices.update(entity.number for entity in voices if entity is not None)
        for index, paragraph in enumerate(self.reading.text.paragraphs):
            first, _ = self._bounds.get(paragraph, (index, index))
            self._bounds[paragraph] = (first, index + 1)

    def seen(self, first: int, last: int) -> list[Sighting]:
        """The sightings outside quotations between two tokens."""
        found = self.sightings[bisect_left(self.places, first) : bisect_left(self.places, last)]
        return [sighting for sighting in found if not sighting.quoted]

    def others(self, turn: Turn, first: int, last: int) -> list[Sighting]:
        """The sightings between two tokens without the turn's own source, which is in question."""
        return [sighting for sighting in self.seen(first, last) if sighting.index != turn.source]

    def candidates(self, at: int) -> list[Entity]:
        """The persons at hand for the turn at *at* whom its pronoun or description allows."""
        turn = self.turns[at]
        found: dict[int, Entity] = {}
        for entity in self.at_hand(at):
            if is_person(entity):
                found.setdefault(entity.number, entity)
            if len(found) == AT_HAND:
                break
        self.company = list(found.values())
        return [entity for entity in found.values() if can_speak(entity, turn)]

    def at_hand(self, at: int) -> Iterator[Entity]:
        """Everybody at hand, the likelier first; who was at hand for the turn before stays."""
        turn = self.turns[at]
        first, last = self._bounds[turn.paragraph]
        if turn.described is not None:
            yield turn.described
        for _, entity in turn.ranked[:4]:
            yield entity
        for sighting in self.seen(first, last):
            yield sighting.entity
        for past in reversed(self.turns[max(0, at - SCENE) : at]):
            if past.certain and past.entity is not None:
                yield past.entity
            for number in past.called:
                yield self.reading.cast.entities[number]
        for past in self.turns[at + 1 : at + 5]:
            if past.certain and past.entity is not None:
                yield past.entity
        earliest = self._bounds.get(turn.paragraph - 2, (max(0, first - 400), 0))[0]
        for sighting in reversed(self.seen(max(earliest, first - 600), first)):
            yield sighting.entity
        if at and turn.paragraph - self.turns[at - 1].paragraph <= 3:
            yield from self.company
        earliest = self._bounds.get(turn.paragraph - LOOK_BACK, (max(0, first - 400), 0))[0]
        for sighting in reversed(self.seen(max(earliest, first - 1200), first)):
            yield sighting.entity

    def features(self, at: int, entity: Entity) -> Iterator[tuple[str, float]]:
        """What speaks for or against *entity* at the turn at *at*, whatever the turns before."""
        yield from self.beats(at, entity)
        yield from self.surroundings(at, entity)
        turn = self.turns[at]
        if entity.number in turn.called:
            yield "called", 1.0
        elif entity.number in turn.named:
            yield "named", 1.0
        if turn.described is not None:
            yield from self.redescription(turn, entity)
        elif turn.pronoun:
            best = turn.ranked[0][0] if turn.ranked else 0.0
            score = next((score for score, other in turn.ranked if other is entity), best - 5.0)
            yield "antecedent", max(-5.0, score - best)
            yield "antecedent_first", float(score == best)
            yield "gender", float(entity.gender == turn.pronoun)
        yield "frequent", log2(1 + self.reading.focus.counts.get(entity.number, 0)) / 8
        voice = self.voices[entity.number]
        yield ("voice", log2(1 + voice) / 4) if voice else ("mute", 1.0)
        if not entity.names:
            yield "nameless", 1.0
        elif entity is not self.reading.narrator_or_none and all(
            self.reading.text.quoted[name.head] for name in entity.names[:8]
        ):
            yield "hearsay", 1.0
        if entity.label != "PERSON":
            yield "unlabelled", 1.0

    def redescription(self, turn: Turn, entity: Entity) -> Iterator[tuple[str, float]]:
        """Whether a description means somebody of its own or somebody who has a name."""
        assert turn.described is not None  # noqa: S101
        plain = turn.described.nouns <= self.reading.vocabulary.plain
        if entity is turn.described:
            yield "described", 1.0
            yield "described_again", log2(len(entity.nominals)) if entity.nominals else 0.0
            yield "described_plainly", float(plain)
            yield "described_narrowly", float(bool(entity.modifiers))
            yield "described_by_name", float(bool(entity.names))
        else:
            yield "redescribed", 1.0
            yield "redescribed_gender", float(entity.gender == turn.pronoun)
            yield "redescribed_kind", float(bool(entity.nouns & turn.described.nouns))

    def beats(self, at: int, entity: Entity) -> Iterator[tuple[str, float]]:
        """Who acts beside the quote, in its own paragraph or in what leads up to it."""
        turn, text = self.turns[at], self.reading.text
        first, last = self._bounds[turn.paragraph]
        start, end = turn.tokens.start, turn.tokens.stop
        left = first
        if at and self.turns[at - 1].paragraph == turn.paragraph:
            left = max(left, self.turns[at - 1].tokens.stop)
        right = last
        if at + 1 < len(self.turns) and self.turns[at + 1].paragraph == turn.paragraph:
            right = min(right, self.turns[at + 1].tokens.start)
        said = "_said" if turn.pronoun else ""
        before, after = self.others(turn, left, start), self.others(turn, end, right)
        turn.bare = not turn.pronoun and not before and not after
        yield from self.pronouns(turn, range(left, start), range(end, right), entity)
        yield from beat("before" + said, list(reversed(before)), entity)
        yield from beat("after" + said, after, entity)
        mark = text.previous_word(start)
        if mark >= 0 and text.words[mark] in {",", ":", "--", "—"} and not text.quoted[mark]:
            lead = [
                s
                for s in self.seen(max(0, mark - 60), mark)
                if text.sentences[s.index] == text.sentences[mark]
            ]
            yield from beat("lead", list(reversed(lead)), entity)

    def pronouns(
        self, turn: Turn, before: range, after: range, entity: Entity
    ) -> Iterator[tuple[str, float]]:
        """Whether the pronouns that act beside the quote can be *entity*."""
        text, known = self.reading.text, self.reading.vocabulary.pronouns
        for place, tokens in (("before", before), ("after", after)):
            genders = {
                known[text.lower[index]][0]
                for index in tokens
                if text.deps[index] == "nsubj" and text.lower[index] in known and not text.quoted[index]
            } & {"m", "f"}
            if len(genders) == 1 and entity.gender in {"m", "f"}:
                yield f"{place}_{'fits' if entity.gender in genders else 'differs'}", 1.0

    def surroundings(self, at: int, entity: Entity) -> Iterator[tuple[str, float]]:
        """Who was at hand before the paragraph, and who speaks for certain near by."""
        turn = self.turns[at]
        said = "_said" if turn.pronoun else ""
        first, _ = self._bounds[turn.paragraph]
        if at == 0 or self.turns[at - 1].paragraph < turn.paragraph - 1:
            above, _ = self._bounds.get(turn.paragraph - 1, (first, first))
            yield from beat("above" + said, list(reversed(self.seen(max(above, first - 300), first))), entity)
        elif self.turns[at - 1].paragraph == turn.paragraph - 1:
            yield from beat(
                "tail" + said, list(reversed(self.seen(self.turns[at - 1].tokens.stop, first))), entity
            )
        past = self.turns[max(0, at - SCENE) : at]
        future = self.turns[at + 1 : at + 1 + SCENE]
        if any(other.certain and other.entity is entity for other in past):
            yield "spoke", 1.0
        if any(other.certain and other.entity is entity for other in future):
            yield "speaks", 1.0
        if any(entity.number in other.called for other in self.turns[at + 1 : at + 2]):
            yield "called_next", 1.0
        if at + 1 < len(self.turns) and self.turns[at + 1].hailed != "-" and entity.gender in {"m", "f"}:
            yield "hailed_next" if self.turns[at + 1].hailed == entity.gender else "hailed_next_else", 1.0
        yield from self.recency(turn, first, entity)

    def recency(self, turn: Turn, first: int, entity: Entity) -> Iterator[tuple[str, float]]:
        """How lately *entity* was mentioned outside quotations before the paragraph at *first*."""
        said = "_said" if turn.pronoun else ""
        recent = self.seen(max(0, first - 600), first)
        others: set[int] = set()
        for rank, sighting in enumerate(reversed(recent)):
            if sighting.entity is entity:
                yield "recent", 1.0 / (1 + rank)
                yield f"recent_{min(len(others), 3)}{said}", 1.0
                yield "distance", log2(1 + first - sighting.index) / 8
                break
            if is_person(sighting.entity):
                others.add(sighting.entity.number)
        else:
            yield "absent", 1.0


def beat(name: str, sightings: Sequence[Sighting], entity: Entity) -> Iterator[tuple[str, float]]:
    """Whether *entity* is the first subject among *sightings*, or is there at all."""
    subjects = [
        sighting.entity for sighting in sightings if sighting.role == "subject" and is_person(sighting.entity)
    ]
    if subjects and subjects[0] is entity:
        yield name + "_subject", 1.0
        if len({subject.number for subject in subjects}) == 1:
            yield name + "_only", 1.0
    elif entity in subjects:
        yield name + "_later", 1.0
    elif any(sighting.entity is entity for sighting in sightings):
        yield name + "_present", 1.0


def is_person(entity: Entity) -> bool:
    """Whether *entity* can act and speak as one person."""
    return not entity.plural and entity.label in {"PERSON", ""}


def can_speak(entity: Entity, turn: Turn) -> bool:
    """Whether *entity* can be the speaker of a turn, by number and gender."""
    if not is_person(entity):
        return False
    return turn.pronoun not in {"m", "f"} or entity.gender in {turn.pronoun, "-"}
