"""Batches hold every piece of the documents once, in windows of about one length."""

from __future__ import annotations

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from quotekit.training.reading import Background  # noqa: E402

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote  # noqa: E402
from quotekit.finders.network.pieces import FIRST_PIECE, LAST_PIECE, parse_tokenizer  # noqa: E402
from quotekit.finders.network.weights import SHIPPED, TOKENIZER  # noqa: E402
from quotekit.training.batching import epoch_batches, gather  # noqa: E402
from quotekit.training.examples import Example, read_example  # noqa: E402

SIZE, MOST = 24, 60
TEXTS = ("Ada said it rained.", "", "Nobody spoke.\n\nBo left the boat. " * 12, "Rain. " * 40)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Documents of several lengths, one of them empty."""
    words = parse_tokenizer((SHIPPED / TOKENIZER).read_text("utf-8"))
    quotes = (AnnotatedQuote(((9, 18),), ((4, 8),), ((0, 3),)),)
    return [
        read_example(AnnotatedDocument(str(number), text, () if number else quotes), words, Background(()))
        for number, text in enumerate(TEXTS)
    ]


def test_every_piece_is_read_once(examples: list[Example]) -> None:
    """A round reads all of each document; what is read twice is of a paragraph longer than a window."""
    seen = [np.zeros(len(example.pieces), dtype=int) for example in examples]
    for batch in epoch_batches(examples, random.Random(1), SIZE, MOST):  # noqa: S311
        for example, window in batch:
            seen[examples.index(example)][window.start : window.end] += 1
    assert all((count == 1).all() for count in seen[:3])
    assert (seen[3] >= 1).all()


def test_batches_are_bounded(examples: list[Example]) -> None:
    """Windows and batches, padding included, are no longer than asked for."""
    batches = epoch_batches(examples, random.Random(1), SIZE, MOST)  # noqa: S311
    lengths = [[window.end - window.start for _, window in batch] for batch in batches]
    assert max(map(max, lengths)) <= SIZE
    assert all(max(batch) * len(batch) <= MOST for batch in lengths)
    assert max(map(len, lengths)) > 1


def test_each_round_is_cut_anew(examples: list[Example]) -> None:
    """Another random state cuts the documents elsewhere, the same one alike."""

    def cuts(seed: int) -> list[list[tuple[int, int]]]:
        batches = epoch_batches(examples, random.Random(seed), SIZE, MOST)  # noqa: S311
        return [[(window.start, window.end) for _, window in batch] for batch in batches]

    assert cuts(1) == cuts(1)
    assert cuts(1) != cuts(2)


def test_no_documents() -> None:
    """Nothing to read is no batch."""
    assert epoch_batches([], random.Random(1), SIZE, MOST) == []  # noqa: S311


def test_gathered_tensors(examples: list[Example]) -> None:
    """Each window stands between the encoder's own pieces, and padding is told from what is there."""
    [items, *_] = [b for b in epoch_batches(examples, random.Random(1), SIZE, MOST) if len(b) > 1]  # noqa: S311
    batch = gather(items)
    for row, (example, window) in enumerate(items):
        stop = window.end - window.start
        assert batch.present[row].sum() == stop + 2
        assert (batch.ids[row, 0], batch.ids[row, stop + 1]) == (FIRST_PIECE, LAST_PIECE)
        assert batch.ids[row, 1 : stop + 1].tolist() == example.pieces.ids[window.start : window.end].tolist()
        assert (batch.allowed[row, :stop].numpy() == example.allowed[window.start : window.end]).all()
        assert batch.allowed[row, stop:].all()


def test_paragraphs_begin(examples: list[Example]) -> None:
    """A piece begins a paragraph when the one before it, within the window or not, is of another."""
    for items in epoch_batches(examples, random.Random(1), SIZE, MOST):  # noqa: S311
        begins = gather(items).begins
        for row, (example, window) in enumerate(items):
            paragraph = [-1, *example.pieces.paragraph]
            places = range(window.start, window.end)
            expected = [paragraph[place] != paragraph[place + 1] for place in places]
            assert begins[row, : len(places)].tolist() == expected
