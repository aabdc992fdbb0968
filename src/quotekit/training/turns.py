"""Learning who speaks a turn of dialogue: from documents with their speakers to weights as JSON.

The weights are those that `quotekit.speakers` decodes conversations with. They are learned in two
steps: first one turn at a time, as a log-linear model that is told who spoke before (AdaGrad, Duchi
et al. 2011), then for whole stretches of conversation, as an averaged structured perceptron (Collins
2002) that has to beat every wrong sequence by a margin. As the resolver reads a text twice, the
weights of the first reading decide how the second goes, and the weights that are kept are learned
from the second. Needs no more than quotekit itself needs.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quotekit.corpora import AnnotatedDocument
from quotekit.errors import LearningError
from quotekit.parse.pipelines import parse
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.conversation import hold_conversations
from quotekit.speakers.dialogue.decoding import Sequel, decode_turns, links
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.resolution import read_again
from quotekit.training.lessons import Lesson, begin_lesson, lesson_of

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["TurnRecipe", "learn_turns", "train_turns"]

Weights = dict[str, float]

STRETCH: Final = 25
"""Turns of one sequence, at most."""
PAUSE: Final = 5
"""Paragraphs of narration behind which another sequence begins."""
SMALL: Final = 0.01
"""A weight below this is left out. All three are guesses."""


@frozen
class TurnRecipe:
    """How to learn.

    Attributes:
        seed: Where all randomness starts from.
        repeats: Over how many runs, each in another order, the weights are averaged.
        warmup: How often each turn is read on its own.
        rounds: How often each conversation is read as a whole.
        rate: How far one mistake moves a weight.
        margin: By how much the right sequence has to beat one with a single wrong speaker.
        decay: How much a weight of the warm-up is drawn to zero at each turn.
    """

    seed: int = 0
    repeats: int = 3
    warmup: int = 8
    rounds: int = 4
    rate: float = 0.05
    margin: float = 2.0
    decay: float = 2e-4


def train_turns(
    documents: Iterable[AnnotatedDocument], nlp: Language, target: Path, *, recipe: TurnRecipe | None = None
) -> Weights:
    """Learn the weights from annotated documents and write them to *target*.

    The same documents, pipeline and recipe give the same file.

    Args:
        documents: Texts with the contents of their quotes and the speakers' names.
        nlp: The pipeline that parses them.
        target: The JSON file to write.
        recipe: How to learn.

    Returns:
        The weight of each feature.

    Raises:
        LearningError: No turn of dialogue with several candidates has a known speaker.
    """
    works = [(begin_lesson(parse(document.text, nlp)[1], document), document) for document in documents]
    studied = [(work, document) for work, document in works if work.is_dialogue]
    weights = learn_turns([lesson_of(work, document) for work, document in studied], recipe=recipe)
    for work, _ in studied:
        hold_conversations(work, weights)
        read_again(work)
    weights = learn_turns([lesson_of(work, document) for work, document in studied], recipe=recipe)
    target.write_text(json.dumps(weights, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return weights


def learn_turns(lessons: Sequence[Lesson], *, recipe: TurnRecipe | None = None) -> Weights:
    """The weights that decide the turns of *lessons* best, rounded to a hundredth.

    Raises:
        LearningError: There is nothing to learn from: no turn of several candidates has a right one.
    """
    recipe = recipe or TurnRecipe()
    examples = [example for lesson in lessons for example in examples_of(lesson)]
    if not examples:
        raise LearningError(
            "who speaks turns", "turn of dialogue with several candidates and a known speaker"
        )
    stretches = [stretch for lesson in lessons for stretch in stretches_of(lesson)]
    total: Weights = defaultdict(float)
    for repeat in range(recipe.repeats):
        rng = random.Random(recipe.seed + repeat)  # noqa: S311
        for name, value in settle(stretches, warm_up(examples, rng, recipe), rng, recipe).items():
            total[name] += value / recipe.repeats
    return {name: round(value, 2) for name, value in sorted(total.items()) if abs(value) >= SMALL}


Example = tuple[list[Mapping[str, float]], list[bool]]
"""The features of each candidate of a turn, and which of them are right."""


def examples_of(lesson: Lesson) -> Iterator[Example]:
    """The turns that leave a choice, with what follows from who truly spoke before."""
    path, before = Sequel(0.0, None, None, None), None
    for turn, right in zip(lesson.turns, lesson.right, strict=True):
        rows: list[Mapping[str, float]] = [
            {**features, **dict.fromkeys(links(turn, before, entity, path), 1.0)}
            for entity, features in turn.choices
        ]
        marks = [entity.number in right for entity, _ in turn.choices]
        if any(marks) and not all(marks) and not turn.certain:
            yield rows, marks
        speaker = next((entity for entity, _ in turn.choices if entity.number in right), None)
        speaker = speaker or (turn.entity if turn.certain else None)
        if speaker is not None:
            path = path.then(speaker)
        before = turn


def warm_up(examples: Sequence[Example], rng: random.Random, recipe: TurnRecipe) -> Weights:
    """The weights of a log-linear model of single turns."""
    weights: Weights = defaultdict(float)
    seen: Weights = defaultdict(float)
    order = list(examples)
    for _ in range(recipe.warmup):
        rng.shuffle(order)
        for rows, marks in order:
            for name, slope in gradient(rows, marks, weights).items():
                step = slope - recipe.decay * weights[name]
                seen[name] += step * step
                weights[name] += 0.2 * step / sqrt(seen[name] + 1e-8)
    return weights


def gradient(rows: Sequence[Mapping[str, float]], marks: Sequence[bool], weights: Weights) -> Weights:
    """How the log-likelihood of the right candidates changes with each weight."""
    scores = [sum(weights[name] * value for name, value in row.items()) for row in rows]
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total, right = sum(odds), sum(odd for odd, mark in zip(odds, marks, strict=True) if mark)
    slopes: Weights = defaultdict(float)
    for row, odd, mark in zip(rows, odds, marks, strict=True):
        share = (odd / right if mark and right else 0.0) - odd / total
        for name, value in row.items():
            slopes[name] += share * value
    return slopes


def stretches_of(lesson: Lesson) -> Iterator[Lesson]:
    """The conversations of a document, cut where narration pauses them or they grow long."""
    first = 0
    for at, turn in enumerate(lesson.turns):
        pause = at > first and turn.paragraph - lesson.turns[at - 1].paragraph > PAUSE
        if pause or at - first >= STRETCH:
            yield Lesson(lesson.turns[first:at], lesson.right[first:at])
            first = at
    yield Lesson(lesson.turns[first:], lesson.right[first:])


def settle(
    stretches: Sequence[Lesson], start: Mapping[str, float], rng: random.Random, recipe: TurnRecipe
) -> Weights:
    """The averaged weights after all rounds of the structured perceptron."""
    weights: Weights = defaultdict(float, start)
    total: Weights = defaultdict(float)
    steps = 0
    order = [stretch for stretch in stretches if any(stretch.right)]
    for _ in range(recipe.rounds):
        rng.shuffle(order)
        for stretch in order:
            for name, step in correction(stretch, weights, recipe.margin).items():
                weights[name] += recipe.rate * step
            steps += 1
            for name, value in weights.items():
                total[name] += value
    return {name: value / steps for name, value in total.items()} if steps else weights


def correction(stretch: Lesson, weights: Weights, margin: float) -> Weights:
    """What the right sequence has more than the best wrong one; nothing when it wins by the margin."""
    taught = [only_right(turn, right) for turn, right in zip(stretch.turns, stretch.right, strict=True)]
    tested = [with_margin(turn, right) for turn, right in zip(stretch.turns, stretch.right, strict=True)]
    want = decode_turns(taught, weights)
    got = decode_turns(tested, {**weights, WRONG: margin})
    if all(one is other for one, other in zip(want, got, strict=True)):
        return {}
    slopes = path_features(stretch.turns, want)
    for name, value in path_features(stretch.turns, got).items():
        slopes[name] -= value
    return {name: value for name, value in slopes.items() if value}


WRONG = "wrong"
"""The feature that a wrong candidate gets while a conversation is decoded against a margin."""


def only_right(turn: Turn, right: frozenset[int]) -> Turn:
    """*turn* with its right candidates only, where there are any."""
    choices = [choice for choice in turn.choices if choice[0].number in right]
    return evolve(turn, choices=choices) if choices else turn


def with_margin(turn: Turn, right: frozenset[int]) -> Turn:
    """*turn* with its wrong candidates marked, where a right one is known."""
    if not right:
        return turn
    choices = [
        (entity, features if entity.number in right else {**features, WRONG: 1.0})
        for entity, features in turn.choices
    ]
    return evolve(turn, choices=choices)


def path_features(turns: Sequence[Turn], speakers: Sequence[Entity | None]) -> Weights:
    """The features of a whole sequence of speakers, summed."""
    found: Weights = defaultdict(float)
    path, before = Sequel(0.0, None, None, None), None
    for turn, speaker in zip(turns, speakers, strict=True):
        if speaker is not None:
            features = next((features for entity, features in turn.choices if entity is speaker), {})
            for name, value in features.items():
                found[name] += value
            for name in links(turn, before, speaker, path):
                found[name] += 1.0
            path = path.then(speaker)
        before = turn
    return found
