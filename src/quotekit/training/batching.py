"""Windows of examples in batches: what one step of training reads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from attrs import fields, frozen
from torch import Tensor

from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.pairs import pair_rows
from quotekit.finders.network.pieces import FEATURES, Ints
from quotekit.finders.network.tones import ACTS, MODALITIES
from quotekit.finders.network.windows import Window, pack_windows
from quotekit.text.ranges import Range
from quotekit.training.examples import ELSEWHERE, NOTHING, Example, Links, window_links

__all__ = ["UNKNOWN", "Batch", "LinkTable", "epoch_batches", "gather"]

_SORTED_TOGETHER = 50

UNKNOWN: Final = -100
"""The tone of a quote whose act or modality nobody has annotated."""

Item = tuple[Example, Window]


@frozen(eq=False)
class LinkTable:
    """The links of one kind in a batch, its pieces numbered through all windows.

    Attributes:
        spans: First and last piece of each span that is linked (spans, 2).
        others: The same of those that it may be linked to (others, 2).
        rows: Rows of the table of biases for each pair (spans, others, 3).
        near: Whether a pair stands in one window (spans, others).
        aims: For each span the number of its other, or the number of others for none.
    """

    spans: Tensor
    others: Tensor
    rows: Tensor
    near: Tensor
    aims: Tensor

    def to(self, device: torch.device) -> LinkTable:
        """This table on another device."""
        return LinkTable(*(getattr(self, part.name).to(device) for part in fields(LinkTable)))


@frozen(eq=False)
class Batch:
    """A few windows of about the same length; see `quotekit.training.losses`.

    Attributes:
        ids, features, present: What `quotekit.training.network.Network` reads.
        allowed: Which labels each piece may have (batch, length, labels).
        begins: Where a paragraph begins (batch, length).
        links: The links of each kind.
        tone_edges: For each quote whose act or modality is annotated the first and last piece of its
            content and of its cue (quotes, 4), numbered through all windows.
        acts: The act of each of them, or `UNKNOWN`.
        modalities: Its modality, or `UNKNOWN`.
        pieces: How many pieces stand in the batch.
    """

    ids: Tensor
    features: Tensor
    present: Tensor
    allowed: Tensor
    begins: Tensor
    links: tuple[LinkTable, ...]
    tone_edges: Tensor
    acts: Tensor
    modalities: Tensor
    pieces: int

    def to(self, device: torch.device) -> Batch:
        """This batch on another device."""
        parts = {part.name: getattr(self, part.name) for part in fields(Batch)}
        moved = {name: part.to(device) for name, part in parts.items() if isinstance(part, Tensor)}
        return Batch(**{**parts, **moved, "links": tuple(table.to(device) for table in self.links)})


def epoch_batches(
    examples: Sequence[Example], rng: random.Random, size: int, most_pieces: int, special: Range
) -> list[Batch]:
    """All windows of *examples* in random batches, cut anew with every call.

    Args:
        examples: The documents.
        rng: Where the randomness comes from.
        size: The most pieces of a window.
        most_pieces: The most pieces of a batch, padding included.
        special: The encoder's own pieces around each window.
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
    return [gather(items, special) for items in found]


def _by_length(items: list[Item], most_pieces: int) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in sorted(items, key=lambda item: item[1].end - item[1].start):
        if batch and (len(batch) + 1) * (item[1].end - item[1].start) > most_pieces:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def gather(items: Sequence[Item], special: Range) -> Batch:
    """The tensors of *items*; ids, features and present have the *special* pieces around them."""
    length = max(window.end - window.start for _, window in items)
    shape = (len(items), length + 2)
    ids, present = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int8)
    features = np.zeros((*shape, FEATURES), dtype=np.int16)
    allowed = np.ones((len(items), length, len(LABELS)), dtype=bool)
    begins = np.zeros((len(items), length), dtype=bool)
    for row, (example, window) in enumerate(items):
        cut, stop = slice(window.start, window.end), window.end - window.start
        ids[row, 0], ids[row, stop + 1] = special
        ids[row, 1 : stop + 1] = example.pieces.ids[cut]
        features[row, 1 : stop + 1] = example.pieces.features[cut]
        present[row, : stop + 2] = 1
        allowed[row, :stop] = example.allowed[cut]
        before = example.pieces.paragraph[window.start - 1] if window.start else -1
        begins[row, :stop] = np.diff(example.pieces.paragraph[cut], prepend=before) != 0
    links = [window_links(example.quotes, (window.start, window.end)) for example, window in items]
    tables = tuple(_link_table(items, links, kind, length) for kind in range(3))
    edges, acts, modalities = _tones(links, length)
    return Batch(
        ids=torch.from_numpy(ids),
        features=torch.from_numpy(features),
        present=torch.from_numpy(present),
        allowed=torch.from_numpy(allowed),
        begins=torch.from_numpy(begins),
        links=tables,
        tone_edges=edges,
        acts=acts,
        modalities=modalities,
        pieces=sum(window.end - window.start for _, window in items),
    )


def _link_table(items: Sequence[Item], links: Sequence[Links], kind: int, length: int) -> LinkTable:
    """The links of one *kind*, in the order of `quotekit.finders.network.linker.LINK_KINDS`."""
    spans: list[Range] = []
    others: list[Range] = []
    aims: list[int] = []
    blocks: list[tuple[int, int, Ints]] = []
    for row, ((example, window), found) in enumerate(zip(items, links, strict=True)):
        mine, theirs, targets = _of_kind(found, kind)
        known = [place for place, target in enumerate(targets) if target != ELSEWHERE]
        if not example.linked or not known or not theirs:
            continue
        paragraph = example.pieces.paragraph[window.start : window.end]
        rows = pair_rows(paragraph, mine, theirs)[known]
        blocks.append((len(spans), len(others), rows))
        aims += [NOTHING if targets[place] == NOTHING else len(others) + targets[place] for place in known]
        spans += [_flat(mine[place], row, length) for place in known]
        others += [_flat(span, row, length) for span in theirs]
    rows = np.zeros((len(spans), len(others), 3), dtype=np.int64)
    near = np.zeros((len(spans), len(others)), dtype=bool)
    for first, other, block in blocks:
        rows[first : first + block.shape[0], other : other + block.shape[1]] = block
        near[first : first + block.shape[0], other : other + block.shape[1]] = True
    aimed = np.array([len(others) if aim == NOTHING else aim for aim in aims], dtype=np.int64)
    ranges = (np.array(given, dtype=np.int64).reshape(-1, 2) for given in (spans, others))
    return LinkTable(*map(torch.from_numpy, (*ranges, rows, near, aimed)))


def _of_kind(links: Links, kind: int) -> tuple[Sequence[Range], Sequence[Range], Sequence[int]]:
    return (
        (links.contents, links.cues, links.content_cue),
        (links.cues, links.sources, links.cue_source),
        (links.contents, links.sources, links.content_source),
    )[kind]


def _flat(span: Range, row: int, length: int) -> Range:
    """The first and the last piece of *span*, counted through the rows of a batch."""
    return row * length + span[0], row * length + span[1] - 1


def _tones(links: Sequence[Links], length: int) -> tuple[Tensor, Tensor, Tensor]:
    """The edges, acts and modalities of all quotes of which they are annotated."""
    nothing = len(links) * length
    edges, acts, modalities = [], [], []
    for row, found in enumerate(links):
        for quote in found.toned:
            content = (quote.content[0][0], quote.content[-1][1])
            cue = _flat((quote.cue[0][0], quote.cue[-1][1]), row, length) if quote.cue else (nothing, nothing)
            edges.append((*_flat(content, row, length), *cue))
            acts.append(UNKNOWN if quote.act is None else ACTS.index(quote.act))
            modalities.append(UNKNOWN if quote.modality is None else MODALITIES.index(quote.modality))
    table = torch.tensor(edges, dtype=torch.int64).reshape(-1, 4)
    return table, torch.tensor(acts, dtype=torch.int64), torch.tensor(modalities, dtype=torch.int64)
