"""Batches hold every piece of the documents once, in windows of about one length, with links and tones."""

from __future__ import annotations

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote  # noqa: E402
from quotekit.finders.network.linker import LINK_KINDS  # noqa: E402
from quotekit.finders.network.pieces import parse_tokenizer  # noqa: E402
from quotekit.finders.network.tones import ACTS, MODALITIES  # noqa: E402
from quotekit.finders.network.weights import SHIPPED, TOKENIZER  # noqa: E402
from quotekit.finders.network.windows import Window  # noqa: E402
from quotekit.training.batching import UNKNOWN, Batch, LinkTable, epoch_batches, gather  # noqa: E402
from quotekit.training.examples import Example, read_example  # noqa: E402

SIZE, MOST, SPECIAL = 24, 60, (7, 8)
CONTENT_CUE, CUE_SOURCE, CONTENT_SOURCE = range(3)
RAIN = AnnotatedQuote(((9, 18),), ((4, 8),), ((0, 3),), act="thought", modality="negated")
TEXTS = ("Ada said it rained.", "", "Nobody spoke.\n\nBo left the boat. " * 12, "Rain. " * 40)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Documents of several lengths, one of them empty."""
    words = parse_tokenizer((SHIPPED / TOKENIZER).read_text("utf-8"))
    return [
        read_example(AnnotatedDocument(str(number), text, () if number else (RAIN,)), words)
        for number, text in enumerate(TEXTS)
    ]


def batches_of(examples: list[Example], seed: int = 1) -> list[Batch]:
    """The batches of one round."""
    return epoch_batches(examples, random.Random(seed), SIZE, MOST, SPECIAL)  # noqa: S311


def windows_of(batches: list[Batch]) -> list[list[int]]:
    """The ids of each window without what stands around it."""
    return [
        ids[here > 0][1:-1].tolist()
        for batch in batches
        for ids, here in zip(batch.ids, batch.present, strict=True)
    ]


def read(text: str, *quotes: AnnotatedQuote, complete: bool = True) -> Example:
    """A document as an example."""
    words = parse_tokenizer((SHIPPED / TOKENIZER).read_text("utf-8"))
    return read_example(AnnotatedDocument("a", text, quotes, complete), words)


def whole(example: Example) -> tuple[Example, Window]:
    """The document as one window."""
    return example, Window(0, len(example.pieces), (0, len(example.pieces)))


def test_every_piece_is_read_once(examples: list[Example]) -> None:
    """A round reads all of each document; what is read twice is of a paragraph longer than a window."""
    seen = sorted(piece for window in windows_of(batches_of(examples[:3])) for piece in window)
    assert seen == sorted(piece for example in examples[:3] for piece in example.pieces.ids.tolist())
    assert sum(batch.pieces for batch in batches_of(examples[:3])) == len(seen)
    assert sum(map(len, windows_of(batches_of(examples[3:])))) >= len(examples[3].pieces)


def test_batches_are_bounded(examples: list[Example]) -> None:
    """Windows and batches, padding included, are no longer than asked for."""
    batches = batches_of(examples)
    assert max(batch.allowed.shape[1] for batch in batches) <= SIZE
    assert all(batch.allowed.shape[0] * batch.allowed.shape[1] <= MOST for batch in batches)
    assert max(len(batch.ids) for batch in batches) > 1


def test_each_round_is_cut_anew(examples: list[Example]) -> None:
    """Another random state cuts the documents elsewhere, the same one alike."""
    assert windows_of(batches_of(examples, 1)) == windows_of(batches_of(examples, 1))
    assert windows_of(batches_of(examples, 1)) != windows_of(batches_of(examples, 2))


def test_no_documents() -> None:
    """Nothing to read is no batch."""
    assert batches_of([]) == []


def test_gathered_tensors() -> None:
    """Each window stands between the encoder's own pieces, and padding is told from what is there."""
    items = [whole(read("Ada said it rained.", RAIN)), whole(read("Nobody left."))]
    batch = gather(items, SPECIAL)
    for row, (example, window) in enumerate(items):
        stop = window.end - window.start
        assert batch.present[row].sum() == stop + 2
        assert (batch.ids[row, 0], batch.ids[row, stop + 1]) == SPECIAL
        assert batch.ids[row, 1 : stop + 1].tolist() == example.pieces.ids.tolist()
        assert (batch.allowed[row, :stop].numpy() == example.allowed).all()
        assert batch.allowed[row, stop:].all()


def test_paragraphs_begin() -> None:
    """A piece begins a paragraph when the one before it, within the window or not, is of another."""
    example = read("Nobody spoke.\n\nBo left.\n\nIt rained.")
    bounds = example.pieces.paragraph_bounds().tolist()
    start = bounds[1] + 1
    batch = gather([(example, Window(start, bounds[3], (start, bounds[3]))), whole(example)], SPECIAL)
    assert (np.flatnonzero(batch.begins[0]) + start).tolist() == bounds[2:3]
    assert np.flatnonzero(batch.begins[1]).tolist() == bounds[:3]


def test_links_are_numbered_through_the_batch() -> None:
    """Spans count the pieces of all rows before their own, padding included; pairs keep to a row."""
    quiet, spoken = whole(read("It rained the whole day long.")), whole(read("Ada said it rained.", RAIN))
    batch = gather([quiet, spoken] * 2, SPECIAL)
    length = batch.allowed.shape[1]
    table = batch.links[CONTENT_CUE]
    assert table.spans.tolist() == [[length + 2, length + 3], [3 * length + 2, 3 * length + 3]]
    assert table.others.tolist() == [[length + 1, length + 1], [3 * length + 1, 3 * length + 1]]
    assert table.near.tolist() == [[True, False], [False, True]]
    assert table.aims.tolist() == [0, 1]
    assert batch.links[CUE_SOURCE].others.tolist() == batch.links[CONTENT_SOURCE].others.tolist()


def test_links_that_lead_nowhere() -> None:
    """A content without a cue aims behind the last other of all windows, wherever it stands itself."""
    quiet = AnnotatedQuote(((0, 4),), (), ())
    both = read("Rain. Ada said it rained.", quiet, AnnotatedQuote(((15, 24),), ((10, 14),), ((6, 9),)))
    table = gather([whole(both), whole(both)], SPECIAL).links[CONTENT_CUE]
    assert table.aims.tolist() == [2, 0, 2, 1]


def test_nothing_is_learned_of_links_where_none_are_annotated() -> None:
    """Documents of which only contents are annotated give no links."""
    tables = gather([whole(read("Ada said it rained.", RAIN, complete=False))], SPECIAL).links
    assert len(tables) == len(LINK_KINDS)
    assert [len(table.spans) for table in tables] == [0, 0, 0]


def test_tones_are_numbered_through_the_batch() -> None:
    """Quotes with an act or modality are given by their edges, a missing cue by the row behind all pieces."""
    heard = AnnotatedQuote(((9, 18),), (), (), act="speech")
    unheard = AnnotatedQuote(((9, 18),), ((4, 8),))
    texts = ["Ada said it rained."] * 3
    items = [whole(read(text, quote)) for text, quote in zip(texts, (unheard, RAIN, heard), strict=True)]
    batch = gather(items, SPECIAL)
    length = batch.allowed.shape[1]
    nothing = 3 * length
    assert batch.tone_edges.tolist() == [
        [length + 2, length + 3, length + 1, length + 1],
        [2 * length + 2, 2 * length + 3, nothing, nothing],
    ]
    assert batch.acts.tolist() == [ACTS.index("thought"), ACTS.index("speech")]
    assert batch.modalities.tolist() == [MODALITIES.index("negated"), UNKNOWN]


def test_batches_go_to_a_device_whole() -> None:
    """Every tensor goes along, those of the links too."""
    batch = gather([whole(read("Ada said it rained.", RAIN))], SPECIAL).to(torch.device("meta"))
    assert batch.ids.is_meta
    assert all(isinstance(table, LinkTable) and table.spans.is_meta for table in batch.links)
    assert batch.pieces == 5
