"""The figures of a trained network alone: no rules, no layouts, no speakers, whatever is beside it.

    python -m benchmarks.network FILE.jsonl [...] [--convention polnear] [--weights DIR] [--speech]

Each FILE holds annotated documents as JSON lines. The network reads by the convention of the project's
guidelines, or by that of another corpus that it has learned from; with --speech asserted speech alone is
looked for. Prints one row of a table for each file, in per cent.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import get_args

from attrs import evolve

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote, read_corpus
from quotekit.evaluation import Scores, evaluate
from quotekit.finders.finding import Finding
from quotekit.finders.network import ModelTagger, load_tagger
from quotekit.finders.network.pieces import Convention
from quotekit.finders.network.weights import SHIPPED
from quotekit.text.marks import find_marked_spans

__all__ = ["found_alone", "main"]

COLUMNS = (
    "documents",
    "convention",
    "content, overlap P / R / F",
    "content, exact F",
    "source F",
    "cue F",
    "act",
    "spans, exact F",
)
"""What stands in a row; *act* is the share of found contents whose act is right, where both are asked for."""


def found_alone(
    document: AnnotatedDocument, tagger: ModelTagger, convention: Convention, *, speech: bool
) -> list[AnnotatedQuote]:
    """What *tagger* finds in *document* by a *convention*, everything or asserted *speech* alone."""
    found = tagger(document.text, find_marked_spans(document.text), convention)
    return [_annotated(item) for item in found if not speech or is_asserted_speech(item)]


def is_asserted_speech(item: Finding) -> bool:
    """Whether the network hears in *item* that somebody said something."""
    return item.tone is None or (item.tone.act, item.tone.modality) == ("speech", "asserted")


def _annotated(item: Finding) -> AnnotatedQuote:
    quote = AnnotatedQuote(item.content, item.cue, item.source, confidence=item.confidence)
    return evolve(quote, act=item.tone.act, modality=item.tone.modality) if item.tone else quote


def row_of(name: str, convention: str, scores: Scores, *, speech: bool) -> str:
    """One row of the table."""
    overlap, act = scores.content_overlap, None if speech else scores.act.share
    rates = (scores.content_exact, scores.source_exact, scores.cue_exact)
    cells = [
        name,
        convention,
        " / ".join(f"{100 * figure:.1f}" for figure in (overlap.precision, overlap.recall, overlap.f)),
        *(f"{100 * rate.f:.1f}" for rate in rates),
        "–" if act is None else f"{100 * act:.1f}",
        f"{100 * scores.spans_exact['content'].f:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def rows(given: argparse.Namespace) -> Iterator[str]:
    """The table, line by line, as the figures come."""
    tagger = load_tagger(given.weights)
    find = partial(found_alone, tagger=tagger, convention=given.convention, speech=given.speech)
    yield from (f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}")
    for path in given.files:
        scores = evaluate(read_corpus(path), find, speech=given.speech).scores
        kind = "asserted speech" if given.speech else "speech and thought"
        yield row_of(f"{path.stem}: {kind}", given.convention, scores, speech=given.speech)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score each file; the exit status is 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--convention", choices=get_args(Convention), default="guidelines")
    parser.add_argument("--weights", type=Path, default=SHIPPED, metavar="DIR")
    parser.add_argument("--speech", action="store_true", help="asserted speech alone")
    for line in rows(parser.parse_args(arguments)):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
