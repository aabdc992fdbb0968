"""quotekit's speed as a share of spaCy's own: text by text in turns in one process, and through both pipes.

    OMP_NUM_THREADS=1 python -m benchmarks.share [FOLDER] [--model small] [--tagger auto] [--rounds 3]

FOLDER holds annotated documents as JSON lines, whose texts are read; without it, made-up news is. spaCy
alone is the pipeline as its package gives it; quotekit goes from the text to its quotes, so that a share of
0.5 means twice spaCy's time. Times are of the processor, and each figure is the median of the rounds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, Final

import spacy
from attrs import frozen
from spacy.language import Language

from benchmarks.hostile import prose
from quotekit import extract_quotes, load_pipeline, pipe
from quotekit.records import Settings

__all__ = ["Share", "main", "own_pipeline", "share", "share_lines", "texts_in"]

KINDS: Final = (("news", "polnear-dev", 10_000, 20), ("novels", "pdnc-dev", 30_000, 4))
"""Texts that are read: what they are, their file, the most characters of each, and how many."""


@frozen
class Share:
    """Seconds of spaCy alone and of quotekit, one text at a time and by their pipes."""

    spacy_alone: float
    quotekit_alone: float
    spacy_pipe: float
    quotekit_pipe: float

    @property
    def alone(self) -> float:
        """The share of spaCy's speed, one text at a time."""
        return self.spacy_alone / self.quotekit_alone

    @property
    def piped(self) -> float:
        """The share of the speed of spaCy's pipe."""
        return self.spacy_pipe / self.quotekit_pipe


def own_pipeline() -> Language:
    """The pipeline that quotekit chooses, as its package gives it."""
    meta = load_pipeline("en").meta
    return spacy.load(f"{meta['lang']}_{meta['name']}")


def texts_in(folder: Path | None) -> Iterator[tuple[str, list[str]]]:
    """News and novels: some articles, and the beginnings of some novels."""
    for name, file, longest, few in KINDS:
        path = folder / f"{file}.jsonl" if folder else None
        if path is not None and path.exists():
            rows = path.read_text(encoding="utf-8").splitlines()[:few]
            yield f"{name} ({file})", [json.loads(row)["text"][:longest] for row in rows]
    if folder is None:
        yield "made-up news", [prose(10_000)] * 10


def share(texts: Sequence[str], settings: Settings, rounds: int = 3) -> Share:
    """What spaCy and quotekit take for *texts*, all four in turns."""
    nlp, read = own_pipeline(), partial(extract_quotes, settings=settings)
    read(nlp(texts[0]).text)
    rows = list[tuple[float, ...]]()
    for _ in range(rounds):
        pairs = [(seconds(nlp, text), seconds(read, text)) for text in texts]
        spacy_alone, quotekit_alone = map(sum, zip(*pairs, strict=True))
        spacy_pipe = seconds(list, nlp.pipe(texts))
        quotekit_pipe = seconds(list, pipe(texts, settings=settings))
        rows.append((spacy_alone, quotekit_alone, spacy_pipe, quotekit_pipe))
    return Share(*map(median, zip(*rows, strict=True)))


def seconds(work: Callable[[Any], object], given: Any) -> float:
    """The seconds of processor time that *work* takes for what it is *given*."""
    start = process_time()
    work(given)
    return process_time() - start


def share_lines(
    folder: Path | None, settings: Sequence[tuple[str, Settings]], rounds: int = 3
) -> Iterator[str]:
    """A table of the shares, a row for each kind of texts and each of the named *settings*."""
    yield "| texts | settings | spaCy alone | quotekit | share | spaCy's pipe | quotekit's pipe | share |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, texts in texts_in(folder):
        for label, chosen in settings:
            found = share(texts, chosen, rounds)
            alone = f"{found.spacy_alone:.2f} s | {found.quotekit_alone:.2f} s | {found.alone:.2f}"
            piped = f"{found.spacy_pipe:.2f} s | {found.quotekit_pipe:.2f} s | {found.piped:.2f}"
            yield f"| {name} | {label} | {alone} | {piped} |"
    yield ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--model", default="small")
    parser.add_argument("--tagger", default="auto")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    settings = Settings(model=given.model, tagger=given.tagger)
    for line in share_lines(given.folder, [(f"`{given.model}`, `{given.tagger}`", settings)], given.rounds):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
