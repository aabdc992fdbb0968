"""What may be a quotation mark, and how well its neighbours fit each reading of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotekit.text.marks.candidates import candidates

TABLE = (Path(__file__).parents[2] / "cases" / "mark_costs.txt").read_text("utf-8")
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
    _, signs = candidates(text, (0, len(text)))
    costs = [(sign.opening, sign.closing, sign.ignoring) for sign in signs]
    assert costs == [pytest.approx(cost) for cost in expected]


def test_only_the_paragraph_counts() -> None:
    """Marks outside of the paragraph are none of its own, and its edges are those of the text."""
    text = 'He said "so".\n\n"Yes" \n\n"No"'
    places, [first, last] = candidates(text, (15, 20))
    assert places == [(15, 16), (19, 20)]
    assert (first.leads, first.opening) == (True, 0.0)
    assert (last.leads, last.opening) == (False, 6.5)


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
    _, [sign] = candidates(text, (0, len(text)))
    assert (sign.family, sign.leads) == (family, True)


def test_signs_that_read_alike_are_one() -> None:
    """Marks between the same neighbours share one record, so that paragraphs of such marks read alike too."""
    text = "“Yes,” said Ann.\n\n“No,” said Tom."
    assert candidates(text, (0, 16))[1] == candidates(text, (18, 33))[1]
