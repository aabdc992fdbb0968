"""The network: a small BERT encoder that is told about casing and quotation marks, with two heads.

One head scores the labels of every piece, the other puts every piece into a space in which spans
are linked. The encoder's shape and its first weights are those of ``all-MiniLM-L6-v2``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812  (its name everywhere)
from safetensors.torch import load_file
from torch import Tensor, nn

from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.linker import LINK_KINDS
from quotekit.finders.network.pairs import PAIR_ROWS
from quotekit.finders.network.pieces import FEATURE_ROWS

__all__ = ["HEADS", "LINK_SIZE", "WIDTH", "Network"]

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
VOCABULARY: Final = 30522
POSITIONS: Final = 512
DROPOUT: Final = 0.1

LINK_SIZE: Final = 128
_LINK_RANK: Final = 64


class Layer(nn.Module):
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = hidden.shape
        query, key, value = (
            self.qkv(hidden).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        hidden = self.attention_norm(hidden + self.dropout(mixed))
        output: Tensor = self.output_norm(hidden + self.dropout(self.narrow(F.gelu(self.wide(hidden)))))
        return output


class Network(nn.Module):
    """Scores of labels and vectors for links, for every piece of a batch of windows."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.Embedding(FEATURE_ROWS, WIDTH)
        self.input_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.link = nn.Linear(WIDTH, LINK_SIZE)
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.begins = nn.Parameter(torch.zeros(len(LABELS)))
        self.link_from = nn.ModuleList(nn.Linear(2 * LINK_SIZE, _LINK_RANK) for _ in LINK_KINDS)
        self.link_to = nn.ModuleList(nn.Linear(2 * LINK_SIZE, _LINK_RANK) for _ in LINK_KINDS)
        self.link_none = nn.ModuleList(nn.Linear(_LINK_RANK, 1) for _ in LINK_KINDS)
        self.link_bias = nn.Parameter(torch.zeros(len(LINK_KINDS), PAIR_ROWS))
        nn.init.normal_(self.features.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions (batch, length, labels) and link vectors (batch, length, LINK_SIZE).

        Args:
            ids: Vocabulary ids, with the encoder's own first and last piece around each window.
            features: The feature rows of each piece, summed on top of its embedding.
            present: 1 where a piece stands, 0 where the batch is padded.
        """
        hidden = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.segment
        hidden = self.dropout(self.input_norm(hidden + self.features(features).sum(2)))
        mask = (1.0 - present[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return self.label(hidden), self.link(hidden)

    def lowest(self, layers: int) -> Iterator[nn.Parameter]:
        """The parameters of the embeddings and of so many of the lowest layers; none for 0."""
        if layers:
            for part in (self.positions, self.features, self.input_norm, *self.layers[:layers]):
                yield from part.parameters()
            yield self.segment

    def start_from(self, encoder: Path) -> None:
        """Take the encoder's weights from a ``model.safetensors`` in the layout of BERT."""
        weights = {name: value.float() for name, value in load_file(encoder).items()}
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            self.input_norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.input_norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                _fill(layer, weights, f"encoder.layer.{number}.")


def _fill(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    parts = {
        "attended": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        each = [weights[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
        getattr(layer.qkv, kind).copy_(torch.cat(each))
        for name, place in parts.items():
            getattr(getattr(layer, name), kind).copy_(weights[f"{prefix}{place}.{kind}"])
