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
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import LearningError
from quotekit.evaluation.names import same_speaker
from quotekit.extractor import unresolved
from quotekit.quotes import best_matches
from quotekit.records import Quote, Settings, Span
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.conversation import conversation, hold_conversations
from quotekit.speakers.dialogue.decoding import Sequel, decode_turns, links
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.mention import Mention
from quotekit.speakers.resolution import begin_work, read_again, read_all
from quotekit.speakers.sources.progress import Progress
from quotekit.text.page import read_page

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Lesson", "TurnRecipe", "begin_lesson", "learn_turns", "lesson_of", "share_right", "train_turns"]

Weights = dict[str, float]

STRETCH = 25
PAUSE = 5
FORMS = 50
SMALL = 0.01


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


@frozen(eq=False)
class Lesson:
    """The turns of a document with the speakers that are right.

    Attributes:
        turns: The turns, each with its candidates.
        right: The numbers of the entities that speak each turn; empty where nobody knows.
    """

    turns: list[Turn]
    right: list[frozenset[int]]


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
    works = [(begin_lesson(nlp(document.text), document), document) for document in documents]
    studied = [(work, document) for work, document in works if work.is_dialogue]
    weights = learn_turns([lesson_of(work, document) for work, document in studied], recipe=recipe)
    for work, _ in studied:
        hold_conversations(work, weights)
        read_again(work)
    weights = learn_turns([lesson_of(work, document) for work, document in studied], recipe=recipe)
    target.write_text(json.dumps(weights, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return weights


def begin_lesson(doc: Doc, document: AnnotatedDocument) -> Progress:
    """The parsed *document* after its first reading, with its quotes as found."""
    page = read_page(doc.text)
    work = begin_work(doc, unresolved(page, doc, Settings()), page.marks)
    read_all(work)
    return work


def lesson_of(work: Progress, document: AnnotatedDocument) -> Lesson:
    """What *document* teaches as far as it was read: its turns, with the speakers as annotated."""
    turns = conversation(work)
    known = speakers_of(work.quotes, document)
    return Lesson(turns, [bearers(work, turn, known.get(turn.quote)) for turn in turns])


def speakers_of(quotes: Sequence[Quote], document: AnnotatedDocument) -> dict[int, AnnotatedQuote]:
    """The annotated quote that each found one is most like, by the place of the found one."""
    annotated = sorted(pieces(document), key=lambda pair: pair[0].start)
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


def pieces(document: AnnotatedDocument) -> Iterator[tuple[Quote, AnnotatedQuote]]:
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


def share_right(lessons: Sequence[Lesson], weights: Mapping[str, float]) -> float:
    """The share of the turns with a choice and a known speaker that *weights* decide rightly."""
    outcomes = [
        speaker is not None and speaker.number in right
        for lesson in lessons
        for turn, right, speaker in zip(
            lesson.turns, lesson.right, decode_turns(lesson.turns, weights), strict=True
        )
        if right and len(turn.choices) > 1
    ]
    return sum(outcomes) / len(outcomes) if outcomes else 0.0
