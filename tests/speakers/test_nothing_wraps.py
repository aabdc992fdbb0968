"""Texts at whose edge a name, an age or a party stands: their other end is no neighbour."""

from __future__ import annotations

import pytest
from handmade import parsed, worked

from quotekit.language import language_of
from quotekit.speakers.beside_names.ages import age_before
from quotekit.speakers.cast.gender import learn_genders
from quotekit.speakers.cast.name_labels import settle_labels
from quotekit.speakers.ground.discourse import read_discourse
from quotekit.speakers.mentions.callings import description_nouns
from quotekit.speakers.mentions.noun_phrases import determiner, stands_before
from quotekit.speakers.names.name_mentions import find_names
from quotekit.speakers.names.own_names import is_speakers_name

WORDS = language_of("en")


@pytest.mark.parametrize(
    "last_lines",
    [", , , punct 1", ", , , punct 1\n¶", "( -LRB- ( punct 1", "- HYPH - punct 1", "’s POS ’s case 1"],
)
def test_a_name_at_the_end(last_lines: str) -> None:
    """A mark behind the last name of a text is followed by nothing."""
    text = read_discourse(parsed(f"12 CD 12 nummod 1\nLund NNP Lund ROOT 1\n{last_lines}"), ())
    names = settle_labels(text, find_names(text, WORDS), WORDS)
    assert [text.words[name.head] for name in names] == ["Lund"]
    assert list(description_nouns(text, names[0], WORDS)) == []


def test_a_name_at_the_beginning() -> None:
    """A text that ends in a word of place does not make a place of the name that begins it."""
    work = worked(parsed("Lund NNP Lund dep 1\nlives VBZ live ROOT 1\nin IN in prep 1"))
    learn_genders(work.text, work.reading.cast, work.reading.names, WORDS)
    assert work.reading.cast.entities[0].label != "LOC"


def test_a_name_of_one_word() -> None:
    """A name that is all of a text stands before no possessive, not even its own."""
    text = read_discourse(parsed("Lund NNP Lund ROOT 0"), ())
    assert determiner(text, 0, WORDS) == ""


def test_an_age_at_the_end() -> None:
    """A text that ends in an age tells none of the name behind its first word."""
    lines = "old JJ old amod 1\nLund NNP Lund ROOT 1\n30-year-old NN 30-year-old dep 1\n. . . punct 1"
    assert age_before(read_discourse(parsed(lines), ()), 1, WORDS) == ""


def test_a_comma_at_the_beginning() -> None:
    """A comma that begins a text joins no adjectives."""
    text = read_discourse(parsed(", , , punct 1\nman NN man ROOT 1\ntall JJ tall dep 1"), ())
    assert not stands_before(text, 0, 1)


def test_a_name_of_nobody() -> None:
    """A text that begins with "name is" and ends in "my" does not make one name of both."""
    text = read_discourse(
        parsed("name NN name nsubj 1\nis VBZ be ROOT 1\nLund NNP Lund attr 1\nmy PRP$ my poss 1"), ()
    )
    [lund] = find_names(text, WORDS)
    assert not is_speakers_name(text, lund, WORDS)
