"""Whom a description can stand for."""

from __future__ import annotations

import pytest

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.descriptions import agrees_with


@pytest.mark.parametrize(
    ("entity", "number", "gender", "label", "expected"),
    [
        (Entity(0, "PERSON", "f"), "s", "f", "PERSON", True),
        (Entity(0, "PERSON", "f"), "s", "-", "PERSON", True),
        (Entity(0, "PERSON", "-"), "s", "f", "PERSON", True),
        (Entity(0, "PERSON", "f"), "s", "m", "PERSON", False),
        (Entity(0, "ORG", "f"), "s", "m", "ORG", True),
        (Entity(0, "PERSON", "-"), "p", "-", "PERSON", False),
        (Entity(0, "PERSON", "-"), "-", "-", "PERSON", True),
        (Entity(0, "ORG", "-"), "p", "-", "GROUP", True),
        (Entity(0, "GROUP", "-", plural=True), "p", "-", "GROUP", True),
        (Entity(0, "GROUP", "-", plural=True), "s", "-", "PERSON", False),
        (Entity(0, "GROUP", "-", plural=True), "-", "-", "GROUP", True),
    ],
)
def test_agrees(entity: Entity, number: str, gender: str, label: str, expected: bool) -> None:
    """Number and gender have to fit where both are known; the gender of a body does not count."""
    mention = Mention("nominal", 0, 1, 0, label, gender, number)  # type: ignore[arg-type]
    assert agrees_with(entity, mention) == expected
