"""Word pieces keep the offsets of the text and know their casing, marks and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing

from quotekit.finders.network.pieces import Pieces, parse_tokenizer, read_pieces, special_pieces
from quotekit.text.marks import find_marked_spans

UNKNOWN = "[UNK]"
VOCABULARY = [UNKNOWN, "he", "said", "talk", "##s", "no", '"', "'", ".", ",", "nato"]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tiny tokenizer of the encoder's kind."""
    small = Tokenizer(WordPiece({word: number for number, word in enumerate(VOCABULARY)}, unk_token=UNKNOWN))
    small.normalizer = BertNormalizer(lowercase=True)
    small.pre_tokenizer = BertPreTokenizer()
    return parse_tokenizer(small.to_str())


def pieces_of(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text with its own marks."""
    return read_pieces(text, find_marked_spans(text), tokenizer)


def shown(text: str, pieces: Pieces) -> list[str]:
    """The characters of each piece."""
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


def test_pieces_are_the_text(tokenizer: Tokenizer) -> None:
    """Pieces of words carry the characters that they stand for, curly marks and all."""
    text = "“No talks,” he said."
    assert shown(text, pieces_of(text, tokenizer)) == ["“", "No", "talk", "s", ",", "”", "he", "said", "."]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("no.nato/talks", ["no.nato/talks"]),
        ("talks://no.nato/a?he=1", ["talk", "s://no.nato/a?he=1"]),
    ],
)
def test_an_address_is_one_word(address: str, found: list[str], tokenizer: Tokenizer) -> None:
    """The pieces of its first word stand for all of it, without the stop of its sentence."""
    text = f"he, {address}. No."
    assert shown(text, pieces_of(text, tokenizer)) == ["he", ",", *found, ".", "No", "."]


@pytest.mark.parametrize("text", ["he and/or talks", "no/he said", "he said 3.5/5", "no@nato.talks"])
def test_what_is_no_address_has_its_pieces(text: str, tokenizer: Tokenizer) -> None:
    """Strokes between words and figures make no address, nor does one of a mailbox."""
    assert "".join(shown(text, pieces_of(text, tokenizer))) == text.replace(" ", "")


def test_curly_and_straight_marks_read_alike(tokenizer: Tokenizer) -> None:
    """The network sees the same pieces and states whichever marks are used."""
    curly, straight = (
        pieces_of("“No talks,” he said.", tokenizer),
        pieces_of('"No talks," he said.', tokenizer),
    )
    assert curly.ids.tolist() == straight.ids.tolist()
    assert curly.features.tolist() == straight.features.tolist()


def test_casing_is_a_feature(tokenizer: Tokenizer) -> None:
    """Words that differ in case only share their id and not their shape."""
    pieces = pieces_of("nato NATO Nato", tokenizer)
    assert len(set(pieces.ids.tolist())) == 1
    assert len({shape for shape, *_ in pieces.features.tolist()}) == 3


def test_paragraphs_are_numbered(tokenizer: Tokenizer) -> None:
    """Each paragraph has a number, and its first piece says that it begins one."""
    pieces = pieces_of("He said.\n\n***\n\nNo talks.", tokenizer)
    assert sorted(set(pieces.paragraph.tolist())) == list(range(len(pieces.paragraph_bounds()) - 1))
    begins = [start for _, _, start, *_ in pieces.features.tolist()]
    assert [place for place, begin in enumerate(begins) if begin == max(begins)] == pieces.paragraph_bounds()[
        :-1
    ].tolist()


def test_finds_the_pieces_of_a_span(tokenizer: Tokenizer) -> None:
    """Characters lead to the pieces that share one with them, and back."""
    pieces = pieces_of("He said no talks.", tokenizer)
    span = pieces.covering((8, 13))
    assert span == (2, 4)
    assert pieces.characters(span) == (8, 15)


def test_no_piece_covers_blanks(tokenizer: Tokenizer) -> None:
    """A span of blanks has no pieces."""
    assert pieces_of("he   said", tokenizer).covering((3, 4)) is None


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b"])
def test_texts_without_words(text: str, tokenizer: Tokenizer) -> None:
    """A text without words has at most unknown pieces, and no error."""
    assert len(pieces_of(text, tokenizer)) <= 1


@given(text=st.text(max_size=80))
def test_offsets_rise(text: str) -> None:
    """Whatever the text, pieces stand in it in order, and none is empty."""
    small = Tokenizer(WordPiece({UNKNOWN: 0}, unk_token=UNKNOWN))
    small.normalizer = BertNormalizer(lowercase=True)
    small.pre_tokenizer = BertPreTokenizer()
    pieces = pieces_of(text, small)
    assert all(start < end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    assert sorted(pieces.starts.tolist()) == pieces.starts.tolist()


def test_the_convention_is_a_feature(tokenizer: Tokenizer) -> None:
    """Every piece knows by whose rules its text is annotated; nothing else changes with them."""
    text = "He said no.\n\nNo talks."
    tables = [
        read_pieces(text, (), tokenizer, convention).features
        for convention in ("guidelines", "polnear", "fiction")
    ]
    assert len({tuple(table[:, 2]) for table in tables}) == 3
    assert all((table[:, :2] == tables[0][:, :2]).all() for table in tables)
    assert not {int(row) for row in tables[0][:, 2]} & {int(row) for row in tables[1][:, 2]}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("he said no talks", "s"),
        ("talks-said", "s-said"),
        ("“No talks,” he said.", "s"),
        ("talks said", "s"),
        ("he\n\nsaid", ""),
        ("no talks.He said", "s"),
        ("nato.no said", ".no"),
    ],
)
def test_pieces_that_go_on_with_a_word(text: str, inside: str, tokenizer: Tokenizer) -> None:
    """Pieces behind the first of a word go on with it, hyphens and all; marks and other words do not."""
    pieces = pieces_of(text, tokenizer)
    within = pieces.within_words(text)
    assert len(within) == len(pieces)
    shown_inside = "".join(
        part for part, going_on in zip(shown(text, pieces), within, strict=True) if going_on
    )
    assert shown_inside == inside


def test_no_piece_goes_on_in_an_empty_text(tokenizer: Tokenizer) -> None:
    """Without pieces there is nothing to go on with."""
    assert pieces_of("", tokenizer).within_words("").tolist() == []


def test_the_tokenizer_gives_the_pieces_around_a_window() -> None:
    """Whatever they are called, the encoder's first and last piece are those that its tokenizer sets."""
    small = Tokenizer(WordPiece({UNKNOWN: 0, "<s>": 1, "</s>": 2}, unk_token=UNKNOWN))
    small.post_processor = BertProcessing(("</s>", 2), ("<s>", 1))
    assert special_pieces(parse_tokenizer(small.to_str())) == (1, 2)
