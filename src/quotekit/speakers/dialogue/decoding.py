"""The best sequence of speakers for the turns of a conversation.

Every quote of a novel's dialogue has the few persons who are at hand as candidates. What speaks for
each of them (an action beside the quote, a name called out in it, whose turn it is) is a weighted
feature; the best sequence is found by beam search, so that a name behind a later turn also decides
the turns before it. The weights were learned by a structured perceptron on the parts of PDNC's novels
that are not in its development documents (``turn_weights.json``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from quotekit.errors import WeightsError
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.turns import Turn

__all__ = ["SHIPPED", "Sequel", "decode_turns", "links", "load_turn_weights"]

BEAM = 24
"""Sequences that are kept at each turn; chosen by hand, more than pairs of speakers at hand matter."""


SHIPPED = Path(__file__).with_name("turn_weights.json")
"""The file of the weights that come with the package."""

LOADED = 4
"""How many files of weights are kept in memory."""


Recency = Literal["first", "last", "other", "alternating", "new"]
"""How lately somebody spoke before a turn: all that the speakers before it tell of them."""


@frozen(eq=False)
class Sequel:
    """A sequence of speakers on the beam: its score, its last speaker and whoever spoke before them."""

    score: float
    last: Entity | None
    other: Entity | None
    before: Sequel | None

    def other_beside(self, entity: Entity) -> Entity | None:
        """Whoever spoke before *entity* where that is the next speaker."""
        return self.last if self.last is not entity else self.other

    def then(self, entity: Entity, score: float = 0.0) -> Sequel:
        """This sequence with *entity* as the next speaker, for *score* more."""
        return Sequel(self.score + score, entity, self.other_beside(entity), self)

    def recency_of(self, entity: Entity) -> Recency:
        """How lately *entity* spoke."""
        if self.last is entity or self.last is None:
            return "last" if self.last is entity else "first"
        if self.other is not entity:
            return "new"
        return "alternating" if self.before is not None and self.before.last is entity else "other"


def load_turn_weights(path: Path = SHIPPED) -> Mapping[str, float]:
    """The weight of each feature, from a file that is read once; by default that of the package.

    Raises:
        WeightsError: The file is missing or holds no weights.
    """
    return _read_turn_weights(path.resolve())


@lru_cache(maxsize=LOADED)
def _read_turn_weights(path: Path) -> Mapping[str, float]:
    try:
        weights: Any = json.loads(path.read_bytes())
    except OSError as error:
        raise WeightsError(str(path), f"cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError):
        weights = None
    if not isinstance(weights, dict) or not all(map(_is_weight, weights.values())):
        raise WeightsError(str(path), "does not hold the weights of turns")
    return weights


def _is_weight(value: object) -> bool:
    return isinstance(value, (int, float)) and isfinite(value)


def links(turn: Turn, before: Turn | None, entity: Entity, path: Sequel) -> Iterator[str]:
    """What the turns before say about *entity* as the next speaker."""
    recency = path.recency_of(entity)
    if before is None or recency == "first":
        return
    gap = turn.paragraph - before.paragraph
    near = "same" if gap == 0 else "next" if gap == 1 else "gap" if gap <= 3 else "far"
    said = "_said" if turn.pronoun else "_named" if turn.certain else "_bare" if turn.bare else ""
    if recency == "last":
        yield f"{near}_last{said}"
    elif recency != "new":
        yield f"{near}_other{said}"
        if gap == 1 and recency == "alternating":
            yield "alternates"
    if gap <= 2 and entity.number in before.called:
        yield "answers"
    elif gap <= 2 and entity.number in before.named and recency != "last":
        yield "was_named"
    if gap == 1 and before.asks and recency != "last":
        yield "asked"
    if gap <= 2 and before.hailed != "-" and entity.gender in {"m", "f"}:
        yield "hailed" if before.hailed == entity.gender else "hailed_else"


def decode_turns(turns: Sequence[Turn], weights: Mapping[str, float]) -> list[Entity | None]:
    """The best sequence of speakers of *turns*, as far as they have candidates."""
    beam = [Sequel(0.0, None, None, None)]
    before: Turn | None = None
    for turn in turns:
        beam = extend_beam(beam, turn, before, weights)
        before = turn
    return read_back(max(beam, key=lambda path: path.score), len(turns), turns)


def extend_beam(
    beam: list[Sequel], turn: Turn, before: Turn | None, weights: Mapping[str, float]
) -> list[Sequel]:
    """The best ways to go on from *beam* with one more turn."""
    if not turn.choices:
        return [Sequel(path.score, path.last, path.other, path) for path in beam]
    best: dict[tuple[int, int], Sequel] = {}
    linked: dict[tuple[int, Recency], float] = {}
    scored = [
        (entity, sum(weights.get(name, 0.0) * value for name, value in found.items()))
        for entity, found in turn.choices
    ]
    for path in beam:
        for entity, score in scored:
            key = entity.number, path.recency_of(entity)
            if key not in linked:
                linked[key] = sum(weights.get(name, 0.0) for name in links(turn, before, entity, path))
            keep_better(best, path, entity, score + linked[key])
    return sorted(best.values(), key=lambda path: -path.score)[:BEAM]


def keep_better(best: dict[tuple[int, int], Sequel], path: Sequel, entity: Entity, score: float) -> None:
    """Keep *path* with *entity* as its next speaker, but for a better one that is the same to later turns."""
    other = path.other_beside(entity)
    key = entity.number, other.number if other else -1
    if key not in best or best[key].score < path.score + score:
        best[key] = path.then(entity, score)


def read_back(path: Sequel, length: int, turns: Sequence[Turn]) -> list[Entity | None]:
    """The speakers along a path, None for turns without candidates."""
    found: list[Entity | None] = []
    for turn in reversed(turns[:length]):
        found.append(path.last if turn.choices else None)
        if path.before is not None:
            path = path.before
    return found[::-1]
