"""The accuracy gate: fails when a figure on annotated documents falls below its floor, or none was checked.

    python -m benchmarks.gate FOLDER     where cases-dev.jsonl, score_cases.py and gold/ lie

Prints each figure beside its floor, in per cent (cases: how many). No corpus makes up for another one:
each figure has its own floor, in ``floors.json``. The documents are not part of the repository.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.corpora import EVERYTHING, corpora, extractor
from quotekit import extract_quotes
from quotekit.evaluation import Rate, Scores

__all__ = ["check", "main"]

Figures = Mapping[str, float]
CASES = "cases-dev"


def check(
    floors: Mapping[str, Figures], figures: Callable[[str], Figures | None]
) -> Iterator[tuple[str, bool]]:
    """A line for each figure that has a floor, and whether the floor holds.

    Args:
        floors: The lowest allowed figures of each corpus.
        figures: The figures of a corpus, or None when it isn't there; each of its floors is missed then.
    """
    for corpus, lowest in floors.items():
        reached = figures(corpus)
        for name, floor in lowest.items():
            value = None if reached is None else reached[name]
            holds = value is not None and value >= floor
            shown = "     –" if value is None else f"{value:6.1f}"
            yield f"{corpus:18s} {name:16s} {shown}  floor {floor:5.1f}  {'ok' if holds else 'LOW'}", holds


def main(folder: Path) -> int:
    """Check every floor; the exit status is 0 when all of them hold and there were some."""
    known = {corpus.name: corpus for corpus in corpora(folder / "gold")}

    def figures(name: str) -> Figures | None:
        if name == CASES:
            return case_figures(folder)
        if name not in known:
            return None
        corpus = known[name]
        find = extractor(corpus.settings())
        return figures_of(corpus.evaluated(corpus.documents(folder / "gold"), find).scores)

    floors = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
    outcomes = []
    for line, holds in check(floors, figures):
        print(line, flush=True)
        outcomes.append(holds)
    return 0 if outcomes and all(outcomes) else 1


def figures_of(scores: Scores) -> Figures:
    """Each rate's F and each share, in per cent."""
    named = ("content_exact", "content_overlap", "source_exact", "cue_exact", "who")
    rates: dict[str, Rate] = {name: getattr(scores, name) for name in named}
    return {
        **{name: 100 * rate.f for name, rate in rates.items()},
        "speaker": 100 * (scores.speaker.share or 0),
    }


def case_figures(folder: Path) -> Figures | None:
    """How many edge cases pass, by the judge that lies beside them."""
    cases, judge = folder / f"{CASES}.jsonl", folder / "score_cases.py"
    if not cases.exists() or not judge.exists():
        return None
    spec = importlib.util.spec_from_file_location(judge.stem, judge)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows: list[dict[str, Any]] = [json.loads(line) for line in cases.read_text("utf-8").splitlines()]
    return {"passed": float(sum(not module.judge(row, _found(row["text"])) for row in rows))}


def _found(text: str) -> list[dict[str, Any]]:
    return [quote.to_dict() for quote in extract_quotes(text, settings=EVERYTHING)]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
