"""What each rule finds, in parses written by hand: the cases of ``tests/cases/rules.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parsed import page_of, parts_of
from quotekit.finders.rules import RULES

CASES = Path(__file__).parents[2] / "cases" / "rules.txt"

Case = tuple[str, str, str, list[str], str]
"""A rule, what the case shows, its parse, a line for each finding, and the language."""


def cases() -> Iterator[Case]:
    """The cases of the table, in its order."""
    rule, lang = "", "en"
    for block in CASES.read_text("utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        if lines[0].startswith("= "):
            rule, _, given = lines[0].removeprefix("= ").partition(" | ")
            lang = given or "en"
        elif lines[0].startswith("~ "):
            parse = " ".join(line for line in lines[1:] if not line.startswith("->"))
            found = [line.removeprefix("->").strip() for line in lines if line.startswith("->")]
            yield rule, lines[0].removeprefix("~ "), parse, [line for line in found if line], lang


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: f"{case[0]}: {case[1]}")
def test_rules(case: Case) -> None:
    """A rule finds what its case says, and nothing else."""
    name, _, parse, expected, lang = case
    (rule,) = (row for row in RULES if row.name == name)
    assert rule.find is not None
    page = page_of(parse, lang)
    assert ["; ".join(parts) for parts in parts_of(rule.find(page), page.text)] == expected


@pytest.mark.parametrize("name", [row.name for row in RULES])
def test_every_rule_has_cases(name: str) -> None:
    """Of each rule the table shows something that it finds, and something that only looks like it."""
    results = [bool(expected) for rule, _, _, expected, _ in cases() if rule == name]
    assert {True, False} <= set(results)
