"""What speaks for somebody for whom a pronoun could stand."""

from __future__ import annotations

import pytest

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.mentions.antecedent_signs import ANTECEDENT_SIGNS, WEIGHT_OF
from quotekit.speakers.mentions.pronouns import Situation, turn_sign

ADA, TAM = Entity(0, "PERSON"), Entity(1, "PERSON")


def test_each_sign_tells_where_its_weight_is_from() -> None:
    """No two have the same name, and each says of whom it holds and how its weight was found."""
    assert len(WEIGHT_OF) == len(ANTECEDENT_SIGNS)
    assert all(sign.holds and sign.found for sign in ANTECEDENT_SIGNS)


@pytest.mark.parametrize(
    ("opens_turn", "same_paragraph", "is_dialogue", "of_last", "of_earlier"),
    [
        (False, True, True, "spoke in the paragraph", None),
        (False, True, False, "spoke in the paragraph", None),
        (True, False, False, "spoke last in a report", None),
        (True, False, True, "spoke last of two", "spoke before the last"),
        (False, False, True, "spoke last in dialogue", None),
    ],
)
def test_who_spoke(
    *, opens_turn: bool, same_paragraph: bool, is_dialogue: bool, of_last: str, of_earlier: str | None
) -> None:
    """In dialogue turns change with paragraphs; elsewhere, and within one, whoever spoke goes on."""
    situation = Situation(True, opens_turn, ADA, same_paragraph, TAM, is_dialogue)
    assert turn_sign(ADA, situation) == of_last
    assert turn_sign(TAM, situation) == of_earlier
    assert {of_last, of_earlier} - {None} <= WEIGHT_OF.keys()
