"""Nouns of no table that speak in turns: in a tale they are somebody, elsewhere a slip of a source."""

from __future__ import annotations

import pytest
from handmade import read

from quotekit.language import language_of
from quotekit.speakers.mentions.nominal_mentions import find_nominals, speaking_nouns

WORDS = language_of("en")
HEDGEHOG = "the DT the det {0}\nhedgehog NN hedgehog nsubj {1}\nspoke VBD speak ROOT {1}\n. . . punct {1}\n"


def tale(sentences: int) -> str:
    """Sentences in each of which the hedgehog is the subject: tokens 0 and 1 of four."""
    return "".join(HEDGEHOG.format(at * 4 + 1, at * 4 + 2) for at in range(sentences))


@pytest.mark.parametrize(
    ("turns", "sentences", "speaks"), [(2, 2, True), (1, 3, True), (1, 2, False), (0, 4, False)]
)
def test_who_speaks_is_somebody(turns: int, sentences: int, speaks: bool) -> None:
    """Two turns, or one and two further acts, make a noun that no table has one of a person."""
    text = read(tale(sentences))
    voices = [range(at * 4, at * 4 + 2) for at in range(turns)]
    speaking = speaking_nouns(text, voices, WORDS)
    assert speaking == ({"hedgehog"} if speaks else set())
    found = [(mention.noun, mention.label) for mention in find_nominals(text, [], WORDS, speaking)]
    assert found == ([("hedgehog", "PERSON")] * sentences if speaks else [])
