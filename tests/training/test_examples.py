"""Annotated quotes become allowed labels and links of a window."""

from __future__ import annotations

import random

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.finders.network.labels import LABELS
from quotekit.training.examples import (
    ELSEWHERE,
    NOTHING,
    Links,
    blanked,
    mask_piece,
    read_example,
    window_links,
)

UNKNOWN = "[UNK]"
TEXT = "Ada said it rained.\n\nBo left."


@pytest.fixture(scope="module")
def words() -> Tokenizer:
    """A tokenizer that makes one piece of each word and each mark."""
    tokenizer = Tokenizer(WordPiece({UNKNOWN: 0}, unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def document(*, complete: bool) -> AnnotatedDocument:
    """One quote, with or without its cue and source."""
    quote = AnnotatedQuote(((9, 18),), ((4, 8),), ((0, 3),)) if complete else AnnotatedQuote(((9, 18),))
    return AnnotatedDocument("a", TEXT, (quote,), complete)


def allowed(found: object) -> list[str]:
    """The labels that each piece may have."""
    return [" ".join(label for label, may in zip(LABELS, row, strict=True) if may) for row in found.allowed]


def test_complete_documents_leave_no_choice(words: Tokenizer) -> None:
    """Every piece has one label."""
    found = allowed(read_example(document(complete=True), words))
    assert found == ["B-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O"]


def test_incomplete_documents_leave_all_open_outside_of_marks(words: Tokenizer) -> None:
    """Where only direct speech is annotated, whatever stands outside of marks may be anything."""
    found = allowed(read_example(document(complete=False), words))
    assert found[2:4] == ["B-content", "I-content"]
    assert set(found[:2] + found[4:]) == {" ".join(LABELS)}


def test_marks_without_annotation_hold_no_content(words: Tokenizer) -> None:
    """Words in marks that are not annotated as direct speech may be anything but a content."""
    scare = AnnotatedDocument("a", 'Ada "left" .', (), False)
    found = allowed(read_example(scare, words))
    assert found[1:4] == ["O B-source I-source B-cue I-cue"] * 3
    assert found[0] == found[4] == " ".join(LABELS)


def test_contents_begin_anew_in_each_paragraph(words: Tokenizer) -> None:
    """A content over two paragraphs is two stretches."""
    whole = AnnotatedDocument("a", TEXT, (AnnotatedQuote(((9, 29),)),))
    found = allowed(read_example(whole, words))
    assert found.count("B-content") == 2


def test_links_of_a_window() -> None:
    """Spans count from the window's start; links lead to spans, to nothing or out of the window."""
    quotes = (
        AnnotatedQuote(((14, 16),), ((12, 13),), ((11, 12),)),
        AnnotatedQuote(((18, 19),), (), ((2, 3),)),
    )
    expected = Links(((4, 6), (8, 9)), ((2, 3),), ((1, 2),), (0, NOTHING), (0,), (0, ELSEWHERE))
    assert window_links(quotes, (10, 20)) == expected


@pytest.mark.parametrize(("share", "hidden"), [(0.0, 0), (1.0, 8)])
def test_blanked_words(share: float, hidden: int, words: Tokenizer) -> None:
    """As many word pieces are hidden as asked; the labels they may have are the same."""
    example = read_example(document(complete=True), words)
    found = blanked(example, random.Random(0), share, 99)  # noqa: S311
    assert (found.pieces.ids == 99).sum() == hidden
    assert (found.allowed == example.allowed).all()


@pytest.mark.parametrize("mask", ["[MASK]", "<mask>"])
def test_the_piece_of_a_hidden_word(mask: str) -> None:
    """It is the tokenizer's own, by either name."""
    assert mask_piece(Tokenizer(WordPiece({UNKNOWN: 0, mask: 4}, unk_token=UNKNOWN))) == 4


def test_no_piece_for_hidden_words(words: Tokenizer) -> None:
    """A tokenizer without one is refused before anything is learned."""
    with pytest.raises(ValueError, match="has none of the pieces"):
        mask_piece(words)


def test_tones_of_a_window() -> None:
    """Quotes with an act or a modality go along when content and cue stand in the window."""
    heard = AnnotatedQuote(((14, 16),), ((12, 13),), act="speech")
    unheard = AnnotatedQuote(((17, 18),), ())
    outside = AnnotatedQuote(((18, 19),), ((22, 23),), modality="asserted")
    found = window_links((heard, unheard, outside), (10, 20)).toned
    assert [(quote.content, quote.cue, quote.act) for quote in found] == [(((4, 6),), ((2, 3),), "speech")]


def test_the_convention_is_told(words: Tokenizer) -> None:
    """The same annotation by another convention is another example."""
    one, other = (
        read_example(document(complete=True), words, convention) for convention in ("guidelines", "polnear")
    )
    assert (one.allowed == other.allowed).all()
    assert (one.pieces.features != other.pieces.features).any()
