"""The tables of rules that tell who speaks say why each row stands at its place."""

from __future__ import annotations

from typing import Any

import pytest

from quotekit.speakers.dialogue.turn_rules import TURN_RULES
from quotekit.speakers.ground.speaker_rule import SpeakerRule
from quotekit.speakers.labels.label_bearers import LABEL_RULES
from quotekit.speakers.sources.source_rules import SOURCE_RULES


@pytest.mark.parametrize("table", [SOURCE_RULES, TURN_RULES, LABEL_RULES])
def test_each_row_tells_why_it_stands_there(table: tuple[SpeakerRule[Any], ...]) -> None:
    """A row has a name of its own, and a reason of its own, which is a sentence."""
    assert len({rule.name for rule in table}) == len({rule.reason for rule in table}) == len(table)
    assert all(rule.reason.endswith(".") for rule in table)
