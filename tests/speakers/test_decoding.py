"""The best sequence of speakers, with turns and weights made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from quotekit.errors import WeightsError
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.decoding import Sequel, decode_turns, links, load_turn_weights
from quotekit.speakers.dialogue.turns import Features, Turn

ADA, TAM, EVE = Entity(0, "PERSON"), Entity(1, "PERSON"), Entity(2, "PERSON", "f")


def turn(number: int, *choices: tuple[Entity, Features]) -> Turn:
    """A turn in a paragraph of its own."""
    return Turn(number, range(number, number + 1), number, choices=list(choices))


def test_alternation() -> None:
    """Two speakers take turns when nothing else speaks for either."""
    both: tuple[tuple[Entity, Features], ...] = ((ADA, {}), (TAM, {}))
    turns = [turn(0, (ADA, {})), turn(1, (TAM, {})), turn(2, *both), turn(3, *both)]
    assert decode_turns(turns, {"next_other": 1.0}) == [ADA, TAM, ADA, TAM]


def test_whose_turn_it_is_when_one_spoke_twice() -> None:
    """Whoever spoke right before the last speaker alternates with them; whoever spoke earlier does not."""
    path = Sequel(0.0, None, None, None).then(ADA).then(TAM)
    assert "alternates" in set(links(turn(2), turn(1), ADA, path))
    assert "alternates" not in set(links(turn(3), turn(2), ADA, path.then(TAM)))


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
    weights = load_turn_weights()
    assert all(isinstance(weight, float) for weight in weights.values())
    assert weights["called"] < 0 < weights["next_other"]


def test_weights_of_ones_own(tmp_path: Path) -> None:
    """A file of weights is read once; the package's own is another."""
    path = tmp_path / "turns.json"
    path.write_text('{"called": 2, "next_last": -0.5}', encoding="utf-8")
    assert load_turn_weights(path) == {"called": 2, "next_last": -0.5}
    assert load_turn_weights(path) is load_turn_weights(tmp_path / "." / "turns.json")
    assert load_turn_weights() is not load_turn_weights(path)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"called": "much"}', '{"called": NaN}', "[" * 100_000])
def test_what_holds_no_weights(text: str, tmp_path: Path) -> None:
    """Anything but finite numbers by name is refused."""
    path = tmp_path / "turns.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WeightsError, match="does not hold the weights of turns"):
        load_turn_weights(path)


def test_missing_weights(tmp_path: Path) -> None:
    """A file that is not there is named with what the system says."""
    with pytest.raises(WeightsError, match=r"none\.json cannot be read"):
        load_turn_weights(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("gap", "before", "speaker", "expected"),
    [
        (0, {}, ADA, {"same_last"}),
        (1, {}, ADA, {"next_last"}),
        (2, {}, ADA, {"gap_last"}),
        (3, {}, ADA, {"gap_last"}),
        (4, {}, ADA, {"far_last"}),
        (1, {}, TAM, {"next_other", "alternates"}),
        (1, {}, EVE, set()),
        (1, {"asks": True}, TAM, {"next_other", "alternates", "asked"}),
        (1, {"asks": True}, ADA, {"next_last"}),
        (0, {"asks": True}, TAM, {"same_other"}),
        (2, {"asks": True}, TAM, {"gap_other"}),
        (2, {"called": {1}}, TAM, {"gap_other", "answers"}),
        (3, {"called": {1}}, TAM, {"gap_other"}),
        (2, {"called": {0}}, ADA, {"gap_last", "answers"}),
        (2, {"named": {1}}, TAM, {"gap_other", "was_named"}),
        (3, {"named": {1}}, TAM, {"gap_other"}),
        (1, {"named": {0}}, ADA, {"next_last"}),
        (2, {"hailed": "f"}, EVE, {"hailed"}),
        (2, {"hailed": "m"}, EVE, {"hailed_else"}),
        (3, {"hailed": "f"}, EVE, set()),
        (1, {"hailed": "f"}, TAM, {"next_other", "alternates"}),
    ],
)
def test_links(gap: int, before: dict[str, Any], speaker: Entity, expected: set[str]) -> None:
    """What the turn before says about the next speaker, when Ada spoke last and Tam before her."""
    last, now = evolve(turn(0), **before), evolve(turn(1), paragraph=gap)
    path = Sequel(0.0, None, None, None).then(TAM).then(ADA)
    assert set(links(now, last, speaker, path)) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ({"pronoun": "f"}, "next_last_said"),
        ({"certain": True}, "next_last_named"),
        ({"bare": True}, "next_last_bare"),
        ({"pronoun": "f", "certain": True, "bare": True}, "next_last_said"),
        ({"certain": True, "bare": True}, "next_last_named"),
    ],
)
def test_links_by_how_the_speaker_is_shown(shown: dict[str, Any], expected: str) -> None:
    """Taking turns means another thing where the turn says by itself who speaks."""
    path = Sequel(0.0, None, None, None).then(ADA)
    assert list(links(evolve(turn(1), **shown), turn(0), ADA, path)) == [expected]


def test_nothing_before() -> None:
    """The first turn, and one after turns that nobody spoke, are linked to nothing."""
    nobody = Sequel(0.0, None, None, None)
    assert list(links(turn(1), None, ADA, nobody.then(TAM))) == []
    assert list(links(turn(1), turn(0), ADA, nobody)) == []


def test_who_spoke_before_the_last() -> None:
    """A speaker who goes on keeps the other one in mind; a third one replaces them."""
    path = Sequel(0.0, None, None, None).then(ADA, 1.0).then(TAM, 0.5).then(TAM, 0.25)
    assert (path.last, path.other, path.score) == (TAM, ADA, 1.75)
    assert (path.then(EVE).last, path.then(EVE).other) == (EVE, TAM)


def test_signs_without_a_weight_count_nothing() -> None:
    """What the weights do not name speaks for nobody."""
    turns = [turn(0, (ADA, {"unheard": 5.0}), (TAM, {"acts": 1.0}))]
    assert decode_turns(turns, {"acts": 0.1}) == [TAM]
