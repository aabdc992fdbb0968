"""The best sequence of speakers, with turns and weights made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.errors import WeightsError
from quotekit.speakers.decoding import decode_turns, load_weights
from quotekit.speakers.entities import Entity
from quotekit.speakers.turns import Features, Turn

ADA, TAM = Entity(0, "PERSON"), Entity(1, "PERSON")


def turn(number: int, *choices: tuple[Entity, Features]) -> Turn:
    """A turn in a paragraph of its own."""
    return Turn(number, range(number, number + 1), number, choices=list(choices))


def test_alternation() -> None:
    """Two speakers take turns when nothing else speaks for either."""
    both: tuple[tuple[Entity, Features], ...] = ((ADA, {}), (TAM, {}))
    turns = [turn(0, (ADA, {})), turn(1, (TAM, {})), turn(2, *both), turn(3, *both)]
    assert decode_turns(turns, {"next_other": 1.0}) == [ADA, TAM, ADA, TAM]


def test_a_later_name_decides_earlier_turns() -> None:
    """The speaker of the last turn is known, so whoever spoke before it was the other one."""
    both: tuple[tuple[Entity, Features], ...] = ((ADA, {}), (TAM, {}))
    turns = [turn(0, *both), turn(1, *both), turn(2, (ADA, {}))]
    assert decode_turns(turns, {"next_last": -1.0, "next_last_named": -1.0}) == [ADA, TAM, ADA]


def test_features_beat_alternation() -> None:
    """A strong sign beside a quote outweighs whose turn it would be."""
    turns = [turn(0, (ADA, {})), turn(1, (ADA, {"before_subject": 1.0}), (TAM, {}))]
    assert decode_turns(turns, {"next_last": -1.0, "before_subject": 2.0}) == [ADA, ADA]


def test_nobody_at_hand() -> None:
    """A turn without candidates has no speaker, and the others keep theirs."""
    assert decode_turns([turn(0, (ADA, {})), turn(1), turn(2, (TAM, {}))], {}) == [ADA, None, TAM]


def test_weights_are_plain_numbers() -> None:
    """The packaged weights load, and a name called out counts against its bearer."""
    weights = load_weights()
    assert all(isinstance(weight, float) for weight in weights.values())
    assert weights["called"] < 0 < weights["next_other"]


def test_weights_of_ones_own(tmp_path: Path) -> None:
    """A file of weights is read once; the package's own is another."""
    path = tmp_path / "turns.json"
    path.write_text('{"called": 2, "next_last": -0.5}', encoding="utf-8")
    assert load_weights(path) == {"called": 2, "next_last": -0.5}
    assert load_weights(path) is load_weights(tmp_path / "." / "turns.json")
    assert load_weights() is not load_weights(path)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"called": "much"}', '{"called": NaN}', "[" * 100_000])
def test_what_holds_no_weights(text: str, tmp_path: Path) -> None:
    """Anything but finite numbers by name is refused."""
    path = tmp_path / "turns.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WeightsError, match="does not hold the weights of turns"):
        load_weights(path)


def test_missing_weights(tmp_path: Path) -> None:
    """A file that is not there is named with what the system says."""
    with pytest.raises(WeightsError, match=r"none\.json cannot be read"):
        load_weights(tmp_path / "none.json")
