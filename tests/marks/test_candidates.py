"""What may be a quotation mark, and how well its neighbours fit each reading of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotekit.marks.candidates import candidates

TABLE = (Path(__file__).parents[1] / "cases" / "mark_costs.txt").read_text("utf-8")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def cases() -> list[object]:
    """The rows of the table: a text, and the costs of each of its marks."""
    found, about = [], ""
    for line in TABLE.splitlines():
        if line.startswith("= "):
            about = line[2:]
        elif line.startswith("["):
            text, *costs = line.split("\t")
            plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text[1:-1])
            expected = [tuple(map(float, cost.split())) for cost in costs]
            found.append(pytest.param(plain, expected, id=f"{about}: {text}"))
    return found


@pytest.mark.parametrize(("text", "expected"), cases())
def test_costs(text: str, expected: list[tuple[float, ...]]) -> None:
    """Each row of the table gives the costs of every sign in it that may be a mark."""
    found = candidates(text, (0, len(text)))
    costs = [(mark.opening, mark.closing, mark.ignoring) for mark in found]
    assert costs == [pytest.approx(cost) for cost in expected]


def test_only_the_paragraph_counts() -> None:
    """Marks outside of the paragraph are none of its own, and its edges are those of the text."""
    text = 'He said "so".\n\n"Yes" \n\n"No"'
    [first, last] = candidates(text, (15, 20))
    assert (first.start, first.end, first.leads, first.opening) == (15, 16, True, 0.0)
    assert (last.start, last.leads, last.opening) == (19, False, 6.5)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ('"', "double"),
        ("“", "double"),
        ("'", "single"),
        ("’", "single"),
        ("«", "guillemet"),
        (",,a", "double"),
    ],
)
def test_families(text: str, family: str) -> None:
    """Marks that may pair are of one family."""
    [mark] = candidates(text, (0, len(text)))
    assert (mark.family, mark.leads) == (family, True)
