"""Words that print joins by marks and dashes without a blank."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy import blank

from quotekit.parse.joined_words import cuts_in_words, with_words_parted

NLP = blank("en")


def parted(text: str) -> list[str]:
    """The pieces of *text* between its cuts."""
    edges = [0, *cuts_in_words(text), len(text)]
    return [text[first:last] for first, last in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ('here"--he sat', 'here|"|--|he sat'),
        ("hour!”—she rose", "hour!|”|—|she rose"),
        ('Tam--"and the mill', 'Tam|--|"|and the mill'),
        ("Tam,—“and the mill", "Tam|,|—|“|and the mill"),
        ("It is late;--his boat", "It is late|;|--|his boat"),
        ("she said,“Wait", "she said,|“|Wait"),
        ("‘Never’—and he", "‘Never|’|—|and he"),
        ("built in 1901.The mill", "built in 1901|.|The mill"),
    ],
)
def test_marks_and_dashes_that_join_words_are_cut_out(text: str, pieces: str) -> None:
    """Each mark and dash of a joint stands alone; a stop before it is the tokenizer's."""
    assert "|".join(parted(text)) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "A “well-known” man—a poet—came.",
        "It broke. “Well,” he said—and left.",
        "He said so.”¹ She left.",
        "the O’Neills’ and the rock’n’roll of a 24-year-old",
        "“No—” he began.",
        "version 2.X of no.3 and 4.the mill",
        "",
    ],
)
def test_words_that_a_tokenizer_parts_are_left_alone(text: str) -> None:
    """Where nothing joins words there is no cut."""
    assert with_words_parted(text, NLP) is text


def test_the_pieces_become_the_tokens_of_one_text() -> None:
    """The tokens are those of each piece, with their norms."""
    doc = with_words_parted('"I don\'t"--he sat down--"know."', NLP)

    assert [token.text for token in doc] == [
        *('"', "I", "do", "n't", '"', "--", "he", "sat", "down", "--", '"', "know", ".", '"')
    ]
    assert [token.norm_ for token in doc][2:4] == ["do", "not"]


def test_no_sentence_begins_at_a_cut() -> None:
    """Where sentences begin is left to the parser."""
    doc = with_words_parted("“Here”—he sat—“or there.”", NLP)

    assert not doc.has_annotation("SENT_START")


@given(st.text(alphabet="ab .,!\"“”‘’'-—–\n", max_size=60))
def test_no_letter_is_lost_or_changed(text: str) -> None:
    """Whatever is cut, the text stays."""
    read = with_words_parted(text, NLP)

    assert (read if isinstance(read, str) else read.text) == text
