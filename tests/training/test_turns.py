"""The weights of turns: learned from dialogue whose speakers are known, the same each time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import LearningError
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.decoding import decode_turns
from quotekit.speakers.dialogue.turns import Features, Turn
from quotekit.training.lessons import Lesson, begin_lesson, lesson_of
from quotekit.training.turns import (
    TurnRecipe,
    learn_turns,
    stretches_of,
    train_turns,
    with_margin,
)

if TYPE_CHECKING:
    from spacy.language import Language

ADA, TAM = Entity(0, "PERSON"), Entity(1, "PERSON")
LINES = [
    ('"The boat is late," said Ada Lund.', "Ada Lund"),
    ('"It is always late," said Tam Reed.', "Tam Reed"),
    ('"You could have told me so."', "Ada Lund"),
    ('"You never asked."', "Tam Reed"),
    ('"I am asking now, Tam."', "Ada Lund"),
    ('"Then wait with me until the evening."', "Tam Reed"),
    ('Ada shook her head. "I have no coat."', "Ada Lund"),
    ('"Take mine."', "Tam Reed"),
]


def dialogue() -> AnnotatedDocument:
    """A conversation of two with its speakers."""
    text = "\n\n".join(line for line, _ in LINES)
    quotes, start = [], 0
    for line, speaker in LINES:
        first, last = start + line.index('"'), start + line.rindex('"') + 1
        quotes.append(AnnotatedQuote(((first, last),), kind="direct", speaker=speaker))
        start += len(line) + 2
    return AnnotatedDocument("boat", text, tuple(quotes), complete=False)


def turn(number: int, ada: Features, tam: Features) -> Turn:
    """A turn in a paragraph of its own that either of two can speak."""
    return Turn(number, range(number, number + 1), number, choices=[(ADA, ada), (TAM, tam)])


def lesson(*turns: tuple[Features, Features, Entity]) -> Lesson:
    """Turns with what speaks for either speaker, and who is right."""
    return Lesson(
        [turn(number, ada, tam) for number, (ada, tam, _) in enumerate(turns)],
        [frozenset({right.number}) for _, _, right in turns],
    )


def test_learns_what_tells_speakers_apart() -> None:
    """What goes with the right speaker gets a positive weight, what goes with the wrong one a negative."""
    taught = lesson(
        ({"acts": 1.0}, {"called": 1.0}, ADA),
        ({"called": 1.0}, {"acts": 1.0}, TAM),
        ({"called": 1.0}, {"acts": 1.0}, TAM),
    )
    weights = learn_turns([taught])
    assert weights["called"] < 0 < weights["acts"]
    assert decode_turns(taught.turns, weights) == [ADA, TAM, TAM]


def test_learns_to_alternate() -> None:
    """Without any sign but the order of turns, whoever spoke last is not next."""
    turns: list[tuple[Features, Features, Entity]] = [({"known": 1.0}, {}, ADA)]
    turns += [({}, {}, (TAM, ADA)[number % 2]) for number in range(9)]
    weights = learn_turns([lesson(*turns)])
    assert weights["next_other"] > weights["next_last"]


def test_learning_repeats_itself() -> None:
    """The same lessons and seed give the same weights; another seed may not."""
    taught = lesson(({"acts": 1.0}, {}, ADA), ({"acts": 0.4}, {"acts": 1.0}, ADA), ({}, {"acts": 1.0}, TAM))
    recipe = TurnRecipe(seed=3)
    assert learn_turns([taught], recipe=recipe) == learn_turns([taught], recipe=recipe)


@pytest.mark.parametrize("lessons", [[], [Lesson([turn(0, {}, {})], [frozenset()])]], ids=["none", "unknown"])
def test_nothing_to_learn(lessons: list[Lesson]) -> None:
    """Turns whose speakers nobody knows teach nothing, which is an error."""
    with pytest.raises(LearningError, match="who speaks turns"):
        learn_turns(lessons)


def test_lesson_knows_the_annotated_speakers(nlp: Language) -> None:
    """Each turn of a document has those of its candidates for right whom the annotation names."""
    document = dialogue()
    work = begin_lesson(nlp(document.text), document)
    taught = lesson_of(work, document)
    names = [
        {entity.names[0].name.first for entity, _ in turn.choices if entity.number in right}  # type: ignore[union-attr]
        for turn, right in zip(taught.turns, taught.right, strict=True)
    ]
    assert names == [{name.split()[0].lower()} for _, name in LINES]


def test_train_writes_the_same_weights_again(nlp: Language, tmp_path: Path) -> None:
    """Training writes its weights as JSON, and the same file when it is run again."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    weights = train_turns([dialogue()], nlp, first)
    train_turns([dialogue()], nlp, second)
    assert json.loads(first.read_text("utf-8")) == weights
    assert first.read_text("utf-8") == second.read_text("utf-8")


def test_train_passes_over_reports(nlp: Language, tmp_path: Path) -> None:
    """A text that is not told in turns of dialogue teaches nothing about them."""
    report = AnnotatedDocument("report", "The mill will close, Ada Lund said.", ())
    with pytest.raises(LearningError):
        train_turns([report], nlp, tmp_path / "weights.json")


@pytest.mark.parametrize(
    ("paragraphs", "lengths"),
    [
        ([], [0]),
        ([0, 1, 2], [3]),
        ([0, 5, 10], [3]),
        ([0, 6, 7, 14], [1, 2, 1]),
        (list(range(25)), [25]),
        (list(range(60)), [25, 25, 10]),
    ],
    ids=["none", "one", "short pauses", "long pauses", "as long as may be", "longer"],
)
def test_stretches(paragraphs: list[int], lengths: list[int]) -> None:
    """Conversations are cut at long pauses and where they grow long; nothing is lost."""
    turns = [Turn(at, range(at, at + 1), paragraph) for at, paragraph in enumerate(paragraphs)]
    taught = Lesson(turns, [frozenset({at}) for at in range(len(turns))])
    stretches = list(stretches_of(taught))
    assert [len(stretch.turns) for stretch in stretches] == lengths
    assert [turn for stretch in stretches for turn in stretch.turns] == turns
    assert [right for stretch in stretches for right in stretch.right] == taught.right


def test_margin() -> None:
    """Wrong candidates are marked where a right one is known, and nobody where none is."""
    given = turn(0, {"acts": 1.0}, {})
    marked = with_margin(given, frozenset({ADA.number}))
    assert marked.choices == [(ADA, {"acts": 1.0}), (TAM, {"wrong": 1.0})]
    assert with_margin(given, frozenset()) is given


def test_unknown_speakers_are_learned_around(nlp: Language) -> None:
    """A turn whose speaker the annotation leaves out has no right candidate; the others have theirs."""
    document = dialogue()
    quotes = (evolve(document.quotes[0], speaker=None), *document.quotes[1:])
    unknown = evolve(document, quotes=quotes)
    taught = lesson_of(begin_lesson(nlp(unknown.text), unknown), unknown)
    assert [bool(right) for right in taught.right] == [False, *[True] * (len(LINES) - 1)]
    assert learn_turns([taught])
