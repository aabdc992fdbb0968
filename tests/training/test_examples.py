"""Annotated quotes become allowed labels and links of a window."""

from __future__ import annotations

import random

import pytest
from quotekit.training.reading import Background
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.finders.network.labels import LABELS
from quotekit.training.examples import ELSEWHERE, NOTHING, Links, blanked, read_example, window_links

UNKNOWN = "[UNK]"
PLAIN = Background(())
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
    found = allowed(read_example(document(complete=True), words, PLAIN))
    assert found == ["B-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O"]


def test_incomplete_documents_leave_cues_and_sources_open(words: Tokenizer) -> None:
    """Outside of contents everything but a content is possible."""
    found = allowed(read_example(document(complete=False), words, PLAIN))
    assert found[2:4] == ["B-content", "I-content"]
    assert set(found[:2] + found[4:]) == {"O B-source I-source B-cue I-cue"}


def test_contents_begin_anew_in_each_paragraph(words: Tokenizer) -> None:
    """A content over two paragraphs is two stretches."""
    whole = AnnotatedDocument("a", TEXT, (AnnotatedQuote(((9, 29),)),))
    found = allowed(read_example(whole, words, PLAIN))
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
    example = read_example(document(complete=True), words, PLAIN)
    found = blanked(example, random.Random(0), share)  # noqa: S311
    assert (found.pieces.ids != example.pieces.ids).sum() == hidden
    assert (found.allowed == example.allowed).all()
