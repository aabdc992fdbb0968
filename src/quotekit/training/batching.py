"""Windows of examples in batches: what one step of training reads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from attrs import frozen
from torch import Tensor

from quotekit.finders.network.pieces import FEATURES, FIRST_PIECE, LAST_PIECE
from quotekit.finders.network.windows import Window, pack_windows
from quotekit.training.examples import Example

__all__ = ["Batch", "epoch_batches", "gather"]

_SORTED_TOGETHER = 50

Item = tuple[Example, Window]


@frozen(eq=False)
class Batch:
    """Tensors of a few windows of about the same length; see `quotekit.training.losses`."""

    ids: Tensor
    features: Tensor
    present: Tensor
    allowed: Tensor
    begins: Tensor


def epoch_batches(
    examples: Sequence[Example], rng: random.Random, size: int, most_pieces: int
) -> list[list[Item]]:
    """All windows of *examples* in random batches, cut anew with every call.

    Args:
        examples: The documents.
        rng: Where the randomness comes from.
        size: The most pieces of a window.
        most_pieces: The most pieces of a batch, padding included.
    """
    items = [
        (example, window)
        for example in examples
        if len(example.pieces)
        for window in pack_windows(example.pieces.paragraph_bounds(), size, 0, rng.randint(size // 5, size))
    ]
    rng.shuffle(items)
    count = _SORTED_TOGETHER * max(1, most_pieces // size)
    found = [
        batch
        for at in range(0, len(items), count)
        for batch in _by_length(items[at : at + count], most_pieces)
    ]
    rng.shuffle(found)
    return found


def _by_length(items: list[Item], most_pieces: int) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in sorted(items, key=lambda item: item[1].end - item[1].start):
        if batch and (len(batch) + 1) * (item[1].end - item[1].start) > most_pieces:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def gather(items: Sequence[Item]) -> Batch:
    """The tensors of *items*; ids, features and present have the encoder's own pieces around them."""
    length = max(window.end - window.start for _, window in items)
    shape = (len(items), length + 2)
    ids, present = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    features = np.zeros((*shape, FEATURES), dtype=np.int64)
    allowed = np.ones((len(items), length, items[0][0].allowed.shape[1]), dtype=bool)
    begins = np.zeros((len(items), length), dtype=bool)
    for row, (example, window) in enumerate(items):
        cut, stop = slice(window.start, window.end), window.end - window.start
        ids[row, 0], ids[row, 1 : stop + 1], ids[row, stop + 1] = (
            FIRST_PIECE,
            example.pieces.ids[cut],
            LAST_PIECE,
        )
        features[row, 1 : stop + 1] = example.pieces.features[cut]
        present[row, : stop + 2] = 1
        allowed[row, :stop] = example.allowed[cut]
        before = example.pieces.paragraph[window.start - 1] if window.start else -1
        begins[row, :stop] = np.diff(example.pieces.paragraph[cut], prepend=before) != 0
    return Batch(*map(torch.from_numpy, (ids, features, present, allowed, begins)))
