"""The network: an encoder that is told about casing and quotation marks, with three heads.

One head scores the labels of every piece, another puts every piece into a space in which spans are
linked, and the third tells from the edges of a content and of its cue whether it was said or only
thought, and whether the report is asserted, negated or hypothetical.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812  (its name everywhere)
from torch import Tensor, nn

from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.linker import LINK_KINDS, LINK_SIZE
from quotekit.finders.network.pairs import PAIR_ROWS
from quotekit.finders.network.pieces import FEATURE_SIZES
from quotekit.finders.network.tones import TONE_HIDDEN, TONES
from quotekit.finders.network.words import rounded
from quotekit.training.encoder import EncoderShape, encoder_weights

__all__ = ["Network"]

DROPOUT: Final = 0.1

_LINK_RANK: Final = 64

_FARTHEST: Final = 128
"""Pieces from which on all distances are one to an encoder that tells them apart (Song et al. 2020)."""

_MASKED: Final = -1e4


class Layer(nn.Module):
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.wide = nn.Linear(width, shape.inner)
        self.narrow = nn.Linear(shape.inner, width)
        self.output_norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = hidden.shape
        query, key, value = (
            self.qkv(hidden).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, length, width))
        hidden = self.attention_norm(hidden + self.dropout(mixed))
        output: Tensor = self.output_norm(hidden + self.dropout(self.narrow(F.gelu(self.wide(hidden)))))
        return output


class Network(nn.Module):
    """Scores of labels and vectors for links, for every piece of a batch of windows.

    Args:
        shape: The encoder's.
    """

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.distances = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None
        self.features = nn.Embedding(sum(FEATURE_SIZES), shape.width)
        self.input_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.label = nn.Linear(shape.width, len(LABELS))
        self.link = nn.Linear(shape.width, LINK_SIZE)
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.begins = nn.Parameter(torch.zeros(len(LABELS)))
        self.link_from = nn.ModuleList(nn.Linear(2 * LINK_SIZE, _LINK_RANK) for _ in LINK_KINDS)
        self.link_to = nn.ModuleList(nn.Linear(2 * LINK_SIZE, _LINK_RANK) for _ in LINK_KINDS)
        self.link_none = nn.ModuleList(nn.Linear(_LINK_RANK, 1) for _ in LINK_KINDS)
        self.link_bias = nn.Parameter(torch.zeros(len(LINK_KINDS), PAIR_ROWS))
        self.tone_hidden = nn.Linear(4 * LINK_SIZE, TONE_HIDDEN)
        self.tone = nn.Linear(TONE_HIDDEN, len(TONES))
        nn.init.normal_(self.features.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions (batch, length, labels) and link vectors (batch, length, LINK_SIZE).

        Args:
            ids: Vocabulary ids, with the encoder's own first and last piece around each window.
            features: The feature rows of each piece, summed on top of its embedding.
            present: 1 where a piece stands, 0 where the batch is padded.
        """
        return self.read(self.words(ids), features, present)

    def read(
        self, words: Tensor, features: Tensor, present: Tensor, bias: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """The same of pieces whose embeddings are looked up, and perhaps the bias of their distances."""
        length, first = words.shape[1], self.shape.first_position
        places = self.positions.weight[first : first + length]
        hidden = words + places + self.features(features).sum(2)
        hidden = self.dropout(self.input_norm(hidden))
        mask = (1.0 - present[:, None, None, :].to(hidden.dtype)) * _MASKED
        if self.distances is not None:
            mask = mask + (self.distance_bias(length) if bias is None else bias)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return self.label(hidden), self.link(hidden)

    def distance_bias(self, length: int) -> Tensor:
        """What each head adds for the distance of two pieces (1, heads, length, length)."""
        assert self.distances is not None  # noqa: S101
        place = torch.arange(length, device=self.distances.weight.device)
        buckets = distance_buckets(place[None, :] - place[:, None], self.shape.buckets)
        return self.distances(buckets).permute(2, 0, 1)[None]

    def tones(self, vectors: Tensor, edges: Tensor) -> Tensor:
        """Scores (quotes, tones) of quotes by the pieces at their edges.

        Args:
            vectors: The link vectors of all pieces, and a row of zeros behind them.
            edges: For each quote the first and last piece of its content and of its cue; without a
                cue the row of zeros.
        """
        hidden = F.gelu(self.tone_hidden(vectors[edges].flatten(1)), approximate="tanh")
        scores: Tensor = self.tone(hidden)
        return scores

    def lowest(self, layers: int) -> Iterator[nn.Parameter]:
        """The parameters of the embeddings and of so many of the lowest layers; none for 0."""
        if layers:
            for part in (self.positions, self.features, self.input_norm, *self.layers[:layers]):
                yield from part.parameters()

    def start_from(self, encoder: Path) -> None:
        """Take the encoder's weights from its folder, word embeddings as they will be shipped."""
        weights = encoder_weights(encoder, self.shape)
        weights["words.weight"] = torch.from_numpy(rounded(weights["words.weight"].numpy()))
        self.load_state_dict(weights, strict=False)


def distance_buckets(offsets: Tensor, buckets: int) -> Tensor:
    """The bucket of each signed distance, on a scale that is exact for small ones (Raffel et al. 2020)."""
    half = buckets // 2
    exact = half // 2
    far = offsets.abs().clamp(min=1).float()
    scale = (half - exact) / torch.log(torch.tensor(_FARTHEST / exact))
    coarse = (exact + torch.log(far / exact) * scale).long().clamp(max=half - 1)
    behind = (offsets > 0).long() * half
    return behind + torch.where(offsets.abs() < exact, offsets.abs(), coarse)
