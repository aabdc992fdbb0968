"""The accuracy gate: fails when a figure on annotated documents falls below its floor, or none was checked.

    python -m benchmarks.gate FOLDER     where cases-dev.jsonl, reports-dev.jsonl, their judges and gold/ lie

Prints each figure beside its floor, in per cent (small texts: how many pass). No corpus makes up for another:
each figure has its own floor, in ``floors.json``. The documents are not part of the repository.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Final

from benchmarks.corpora import EVERYTHING, OWN, corpora, extractor
from benchmarks.probes import quotes_right, read_probes, wrong_with
from quotekit import extract_quotes
from quotekit.evaluation import Rate, Scores

__all__ = ["check", "main"]

Figures = Mapping[str, float]
CASES: Final = "cases-dev"
JUDGES: Final = {CASES: "score_cases.py", "reports-dev": "score_reports.py"}
"""The scripts that judge small texts, one by one."""
PROBES: Final = "probes/"
"""What the names of the repository's own small texts begin with."""
MOST_PROCESSES: Final = 4
"""Processes that measure beside each other at most; each holds the pipelines and the network."""


def check(floors: Mapping[str, Figures], reached: Iterable[Figures | None]) -> Iterator[tuple[str, bool]]:
    """A line for each figure that has a floor, and whether the floor holds.

    Args:
        floors: The lowest allowed figures of each corpus.
        reached: The figures of each in turn, or None for one that isn't there; its floors are missed then.
    """
    for (corpus, lowest), figures in zip(floors.items(), reached, strict=True):
        for name, floor in lowest.items():
            value = None if figures is None else figures[name]
            holds = value is not None and value >= floor
            shown = "     –" if value is None else f"{value:6.1f}"
            yield f"{corpus:18s} {name:16s} {shown}  floor {floor:5.1f}  {'ok' if holds else 'LOW'}", holds


def main(folder: Path) -> int:
    """Check every floor; the exit status is 0 when all of them hold and there were some."""
    floors = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
    outcomes = []
    with Pool(min(os.cpu_count() or 1, MOST_PROCESSES)) as pool:
        for line, holds in check(floors, pool.imap(partial(figures_in, folder), floors)):
            print(line, flush=True)
            outcomes.append(holds)
    return 0 if outcomes and all(outcomes) else 1


def figures_in(folder: Path, name: str) -> Figures | None:
    """The figures of the corpus, or of the small texts, of this name; None where *folder* lacks it."""
    if name in JUDGES:
        return judged(folder, name)
    if name.startswith(PROBES):
        return figures_of_probes(name)
    known = {corpus.name: corpus for corpus in corpora(folder / "gold")}
    if name not in known:
        return None
    corpus = known[name]
    find = extractor(corpus.settings())
    return figures_of(corpus.evaluated(corpus.documents(folder / "gold"), find).scores)


def figures_of_probes(name: str) -> Figures:
    """How many of the repository's own texts of this name pass, and how many of their quotes are right."""
    probes = read_probes(OWN / f"{name}.jsonl")
    wrong = [wrong_with(probe) for probe in probes]
    passed = sum(not faults for faults in wrong)
    return {"passed": float(passed), "quotes": float(quotes_right(probes, wrong)[0])}


def figures_of(scores: Scores) -> Figures:
    """Each rate's F and each share, in per cent."""
    named = ("content_exact", "content_overlap", "source_exact", "cue_exact", "who")
    rates: dict[str, Rate] = {name: getattr(scores, name) for name in named}
    return {
        **{name: 100 * rate.f for name, rate in rates.items()},
        "speaker": 100 * (scores.speaker.share or 0),
    }


def judged(folder: Path, name: str) -> Figures | None:
    """How many of some small texts pass, by the judge that lies beside them; None where either is missing."""
    rows = folder / f"{name}.jsonl"
    judge = judge_in(folder / JUDGES[name])
    if not rows.exists() or judge is None:
        return None
    texts: list[dict[str, Any]] = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    return {"passed": float(sum(not judge(row, *_found(name, row)) for row in texts))}


def judge_in(file: Path) -> Callable[..., Any] | None:
    """What the script in *file* judges a text with, which says what is wrong; None without one."""
    spec = importlib.util.spec_from_file_location(file.stem, file) if file.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    judge: Callable[..., Any] = module.judge
    return judge


def _found(name: str, row: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    """What the judge of edge cases wants beside the text; the judge of reports looks for itself."""
    if name != CASES:
        return []
    return [[quote.to_dict() for quote in extract_quotes(row["text"], settings=EVERYTHING)]]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
