"""Who speaks where a pronoun or nobody is named: the turns of a conversation.

Every quote of a novel's dialogue gets the few persons who are at hand as candidates. What speaks
for each of them (an action beside the quote, a name called out in it, whose turn it is) is a
weighted feature; the best sequence of speakers is found by beam search, so that a name behind a
later turn also decides the turns before it. The weights are learned (see ``turn_weights.json``).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log2

from attrs import Factory, define, frozen

from quotekit.records import Quote
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entities import Entity
from quotekit.speakers.focus import Sighting
from quotekit.speakers.reading import Reading
from quotekit.speakers.vocatives import is_vocative

__all__ = ["Turn", "decode_turns", "is_dialogue", "load_weights", "prepare_turns"]

BARE_SHARE = 0.15
BEAM = 24
AT_HAND = 10
LOOK_BACK = 6
SCENE = 10

Features = dict[str, float]


@define(eq=False)
class Turn:
    """A quote on the way to its speaker.

    Attributes:
        quote: Its place among the quotes.
        tokens: Where its content stands.
        paragraph: The number of its paragraph.
        entity: Who speaks, None when unknown.
        certain: Whether a name or a description says so.
        ranked: Whom its pronoun can stand for, with scores, the best first.
        pronoun: The gender that its pronoun or description tells, or an empty string without one.
        described: Whoever its description stands for when nobody at hand is meant.
        choices: The candidates with what speaks for them whatever the turns before.
        asks: Whether it ends in a question.
        called: Whom its words address.
        named: Whom its words name.
    """

    quote: int
    tokens: range
    paragraph: int
    entity: Entity | None = None
    certain: bool = False
    ranked: list[tuple[float, Entity]] = Factory(list)
    pronoun: str = ""
    described: Entity | None = None
    choices: list[tuple[Entity, Features]] = Factory(list)
    asks: bool = False
    called: set[int] = Factory(set)
    named: set[int] = Factory(set)


@frozen(eq=False)
class Path:
    """A sequence of speakers on the beam: its score, its last speaker and whoever spoke before them."""

    score: float
    last: Entity | None
    other: Entity | None
    before: Path | None


def is_dialogue(text: Discourse, quotes: Sequence[Quote]) -> bool:
    """Whether the text is told in turns of dialogue, as novels are: many turns name nobody."""
    direct = [quote for quote in quotes if quote.kind == "direct" and quote.depth == 0]
    places = [text.paragraphs[text.token_at(quote.start)] for quote in direct]
    named = {place for quote, place in zip(direct, places, strict=True) if quote.source}
    bare = sum(place not in named for place in places)
    return bare > 1 and bare >= BARE_SHARE * len(direct)


@cache
def load_weights() -> Mapping[str, float]:
    """The weight of each feature."""
    path = files(__package__).joinpath("turn_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


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
    for name in reading.names_in(turn.tokens):
        entity = reading.cast.by_mention[name.first]
        if entity.label in {"PERSON", ""}:
            turn.named.add(entity.number)
            if is_vocative(reading.text, name, turn.tokens):
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
            yield "gender", float(entity.gender == turn.pronoun)
        yield "frequent", log2(1 + self.reading.focus.counts.get(entity.number, 0)) / 8
        voice = self.voices[entity.number]
        yield ("voice", log2(1 + voice) / 4) if voice else ("mute", 1.0)
        if not entity.names:
            yield "nameless", 1.0
        elif entity is not self.reading.narrator_or_none and all(self.reading.text.quoted[name.head] for name in entity.names[:8]):
            yield "hearsay", 1.0
        if entity.label != "PERSON":
            yield "unlabelled", 1.0

    def redescription(self, turn: Turn, entity: Entity) -> Iterator[tuple[str, float]]:
        """Whether a description means somebody of its own or somebody who has a name."""
        if entity is turn.described:
            yield "described", 1.0
            yield "described_again", log2(len(entity.nominals)) if entity.nominals else 0.0
        else:
            yield "redescribed", 1.0
            yield "redescribed_gender", float(entity.gender == turn.pronoun)

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
        before, after = self.seen(left, start), self.seen(end, right)
        yield from beat("before" + said, list(reversed(before)), entity)
        yield from beat("after" + said, after, entity)
        mark = text.previous_word(start)
        if mark >= 0 and text.words[mark] in {",", ":", "--", "—"} and not text.quoted[mark]:
            lead = [s for s in self.seen(max(0, mark - 60), mark) if text.sentences[s.index] == text.sentences[mark]]
            yield from beat("lead", list(reversed(lead)), entity)

    def surroundings(self, at: int, entity: Entity) -> Iterator[tuple[str, float]]:
        """Who was at hand before the paragraph, and who speaks for certain near by."""
        turn = self.turns[at]
        said = "_said" if turn.pronoun else ""
        first, _ = self._bounds[turn.paragraph]
        if at == 0 or self.turns[at - 1].paragraph < turn.paragraph - 1:
            above, _ = self._bounds.get(turn.paragraph - 1, (first, first))
            yield from beat("above" + said, list(reversed(self.seen(max(above, first - 300), first))), entity)
        elif self.turns[at - 1].paragraph == turn.paragraph - 1:
            yield from beat("tail" + said, list(reversed(self.seen(self.turns[at - 1].tokens.stop, first))), entity)
        past = self.turns[max(0, at - SCENE) : at]
        future = self.turns[at + 1 : at + 1 + SCENE]
        if any(other.certain and other.entity is entity for other in past):
            yield "spoke", 1.0
        if any(other.certain and other.entity is entity for other in future):
            yield "speaks", 1.0
        if any(entity.number in other.called for other in self.turns[at + 1 : at + 2]):
            yield "called_next", 1.0
        recent = self.seen(max(0, first - 600), first)
        for rank, sighting in enumerate(reversed(recent)):
            if sighting.entity is entity:
                yield "recent", 1.0 / (1 + rank)
                break
        else:
            yield "absent", 1.0


def beat(name: str, sightings: Sequence[Sighting], entity: Entity) -> Iterator[tuple[str, float]]:
    """Whether *entity* is the first subject among *sightings*, or is there at all."""
    subjects = [sighting.entity for sighting in sightings if sighting.role == "subject" and is_person(sighting.entity)]
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


def links(turn: Turn, before: Turn | None, entity: Entity, path: Path) -> Iterator[str]:
    """What the turns before say about *entity* as the next speaker."""
    if before is None or path.last is None:
        return
    gap = turn.paragraph - before.paragraph
    near = "same" if gap == 0 else "next" if gap == 1 else "gap" if gap <= 3 else "far"
    said = "_said" if turn.pronoun else "_named" if turn.certain else ""
    if path.last is entity:
        yield f"{near}_last{said}"
    elif path.other is entity:
        yield f"{near}_other{said}"
    if gap <= 2 and entity.number in before.called:
        yield "answers"
    elif gap <= 2 and entity.number in before.named and path.last is not entity:
        yield "was_named"
    if gap == 1 and before.asks and path.last is not entity:
        yield "asked"


def decode_turns(turns: Sequence[Turn], weights: Mapping[str, float]) -> list[Entity | None]:
    """The best sequence of speakers of *turns*, as far as they have candidates."""
    beam = [Path(0.0, None, None, None)]
    before: Turn | None = None
    for turn in turns:
        beam = extend(beam, turn, before, weights)
        before = turn
    return read_back(max(beam, key=lambda path: path.score), len(turns), turns)


def extend(beam: list[Path], turn: Turn, before: Turn | None, weights: Mapping[str, float]) -> list[Path]:
    """The best ways to go on from *beam* with one more turn."""
    best: dict[tuple[int, int], Path] = {}
    scored = [(entity, sum(weights.get(name, 0.0) * value for name, value in found.items())) for entity, found in turn.choices]
    for path in beam:
        if not scored:
            keep(best, Path(path.score, path.last, path.other, path))
        for entity, score in scored:
            total = path.score + score + sum(weights.get(name, 0.0) for name in links(turn, before, entity, path))
            other = path.last if path.last is not entity else path.other
            keep(best, Path(total, entity, other, path))
    return sorted(best.values(), key=lambda path: -path.score)[:BEAM]


def keep(best: dict[tuple[int, int], Path], path: Path) -> None:
    """Keep the better of two paths that later turns cannot tell apart."""
    key = (path.last.number if path.last else -1, path.other.number if path.other else -1)
    if key not in best or best[key].score < path.score:
        best[key] = path


def read_back(path: Path, length: int, turns: Sequence[Turn]) -> list[Entity | None]:
    """The speakers along a path, None for turns without candidates."""
    found: list[Entity | None] = []
    for turn in reversed(turns[:length]):
        found.append(path.last if turn.choices else None)
        if path.before is not None:
            path = path.before
    return found[::-1]
