"""Act and modality are told by the edges of a content and of its cue."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.finders.network.linker import LINK_SIZE
from quotekit.finders.network.roles import Found
from quotekit.finders.network.tones import ACTS, MODALITIES, TONES, ToneWeights, tone_edges

EDGES = 4
FIRST_OF_CUE = 2 * LINK_SIZE
"""Where the first number of a cue's first piece stands in what the perceptron reads."""


def weights(place: int, tone: int, strength: float = 3.0) -> ToneWeights:
    """Weights by which one number of the edges speaks for one tone, and against nothing."""
    hidden = np.zeros((2, EDGES * LINK_SIZE), dtype=np.float32)
    out = np.zeros((len(TONES), 2), dtype=np.float32)
    hidden[0, place], out[tone, 0] = 1.0, strength
    return ToneWeights(hidden, np.zeros(2, np.float32), out, np.zeros(len(TONES), np.float32))


def vectors(**numbers: float) -> np.ndarray:
    """Six pieces of zeros but for the first numbers of the pieces that are named."""
    made = np.zeros((6, LINK_SIZE), dtype=np.float16)
    for name, number in numbers.items():
        made[int(name.removeprefix("at")), 0] = number
    return made


def test_edges_of_content_and_cue() -> None:
    """The first and the last piece of each; of several spans the first's first and the last's last."""
    assert tone_edges(Found(((0, 3), (5, 9)), ((3, 5),)), 20) == (0, 8, 3, 4)


def test_a_content_without_cue() -> None:
    """The row behind the last piece stands for a cue that is not there."""
    assert tone_edges(Found(((2, 4),)), 20) == (2, 3, 20, 20)


@pytest.mark.parametrize("number", range(len(TONES)))
def test_what_speaks_for_a_tone_is_heard(number: int) -> None:
    """The tone that the cue speaks for is the one that is given, more surely than without it."""
    found = [Found(((2, 4),), ((0, 1),))]
    (quiet,) = weights(FIRST_OF_CUE, number).read(vectors(), found)
    (heard,) = weights(FIRST_OF_CUE, number).read(vectors(at0=2.0), found)
    assert TONES[number] in (heard.act, heard.modality)
    assert (quiet.act_sure, quiet.modality_sure) == pytest.approx((1 / len(ACTS), 1 / len(MODALITIES)))
    assert max(heard.act_sure / quiet.act_sure, heard.modality_sure / quiet.modality_sure) > 1.5


def test_a_missing_cue_says_nothing() -> None:
    """Without a cue no other piece is read in its place."""
    found = [Found(((2, 4),))]
    every = vectors(**{f"at{piece}": 2.0 for piece in range(6)})
    assert weights(FIRST_OF_CUE, 1).read(every, found) == weights(FIRST_OF_CUE, 1).read(vectors(), found)


def test_each_has_its_own() -> None:
    """Quotes are read side by side, each by its own edges; of no quotes there are no tones."""
    found = [Found(((2, 4),), ((0, 1),)), Found(((4, 6),), ((1, 2),))]
    acts = [tone.act for tone in weights(FIRST_OF_CUE, 1).read(vectors(at1=2.0), found)]
    assert acts == ["speech", "thought"]
    assert weights(0, 0).read(vectors(), []) == []
