"""Learn how sure a speaker is from annotated documents, or show what leaving the unsure ones out gains.

    python -m tools.speaker_confidence fit CORPUS[:odd|:even] ... > confidence_weights.json
    python -m tools.speaker_confidence curve CORPUS[:odd|:even] ...

Each corpus is a file of JSON lines whose quotes have speakers. ``curve`` prints the calibration error, and
for some least confidences which share of the found quotes keeps its name and which share of those is right.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from quotekit.corpora import AnnotatedDocument, annotated, read_corpus
from quotekit.evaluation import calibration_error, compare
from quotekit.evaluation.names import same_speaker
from quotekit.extractor import unresolved
from quotekit.parse.pipelines import parse
from quotekit.records import Settings
from quotekit.speakers.confidence import signs_of_speaker, speaker_confidence
from quotekit.speakers.resolution import finished_work
from quotekit.speakers.speaker_records import SpeakerRecords
from quotekit.text.page import read_page

PULL = 1.0
"""How strongly weights are drawn to 0; any from 0.3 to 3 gives the same calibration error to half a point."""

SEEN = 8
"""How often a sign has to stand in what is learned from, so that none is learned from one document."""

STEPS = 30
"""Newton's steps, more than it takes until nothing changes."""

PARTS = {"": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}
"""The documents that each part of a corpus is, by their places from 0 in the order of their ids."""

LEAST = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""The least confidences that a curve has a row for."""

Example = tuple[dict[str, float], float, bool]
"""The signs of a speaker, the confidence so far, and whether it is right."""


def documents_at(place: str) -> list[AnnotatedDocument]:
    """The documents of a corpus, or of its odd or even places."""
    path, _, part = place.partition(":")
    if part not in PARTS:
        raise SystemExit(
            f"Cannot read {place}: {part!r} is no part. Write CORPUS, CORPUS:odd or CORPUS:even."
        )
    return list(read_corpus(Path(path)))[PARTS[part]]


def examples_of(documents: Iterable[AnnotatedDocument]) -> Iterator[Example]:
    """All speakers that were given to annotated quotes; where the annotation has none, any name is wrong."""
    settings = Settings()
    for document in documents:
        text, doc = parse(document.text)
        page = read_page(text, settings)
        quotes = unresolved(page, doc, settings)
        if not quotes:
            continue
        work = finished_work(doc, quotes, settings=settings, marks=page.marks)
        records = SpeakerRecords(work)
        found = [annotated(quote) for quote in quotes]
        places = {id(quote): number for number, quote in enumerate(found)}
        compared = compare(document, found)
        for theirs, mine in compared.pairs:
            gold, number = compared.gold[theirs], places[id(compared.found[mine])]
            speaker = records.speaker_of(number)
            if speaker is not None:
                right = gold.speaker is not None and same_speaker(speaker.name, gold.speaker, gold.spellings)
                sure = speaker_confidence(work, number, speaker)
                yield signs_of_speaker(work, number, speaker), sure, right


def fitted_weights(examples: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """The weights of a logistic regression with a pull to 0, by Newton's method."""
    counts = Counter(sign for signs, _ in examples for sign, value in signs.items() if value)
    names = sorted(sign for sign, count in counts.items() if count >= SEEN)
    rows = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in examples])
    right = np.array([float(one) for _, one in examples])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - sure) - PULL * weights
        curvature = (rows.T * (sure * (1 - sure))) @ rows + PULL * np.eye(len(names))
        weights += np.linalg.solve(curvature, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def curve_rows(outcomes: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, float, float]]:
    """For each least confidence the share that keeps its name and the share of those that is right."""
    for least in LEAST:
        kept = [right for sure, right in outcomes if sure >= least]
        if kept:
            yield least, len(kept) / len(outcomes), sum(kept) / len(kept)


def main(args: list[str]) -> int:
    """Fit, or show the curve."""
    if len(args) < 2 or args[0] not in {"fit", "curve"}:
        print(__doc__)
        return 2
    examples = [one for place in args[1:] for one in examples_of(documents_at(place))]
    if args[0] == "fit":
        print(json.dumps(fitted_weights([(signs, right) for signs, _, right in examples]), indent=1))
        return 0
    outcomes = [(sure, right) for _, sure, right in examples]
    print(f"{len(outcomes)} speakers, calibration error {calibration_error(outcomes):.1%}")
    for least, named, right in curve_rows(outcomes):
        print(f"{least:.2f}  named {named:6.1%}  right {right:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
