"""What the network is punished for: unlikely labels, links to the wrong span, tones that nobody heard.

Labels are learned by a linear-chain conditional random field over each paragraph. Where the
annotation leaves several labels possible, the field sums over all of them (Tsuboi et al. 2008,
"Training Conditional Random Fields Using Incomplete Annotations"). A network that has a teacher also
learns the teacher's scores (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network").
"""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from quotekit.finders.network.labels import legal_starts, legal_steps
from quotekit.finders.network.tones import ACTS
from quotekit.training.batching import UNKNOWN, Batch, LinkTable
from quotekit.training.network import Network

__all__ = ["field_loss", "link_loss", "piece_loss", "taught_loss", "tone_loss"]

_NEVER: Final = -1e4
_LEAST: Final = 1e-30


def field_loss(
    network: Network, emissions: Tensor, allowed: Tensor, begins: Tensor, present: Tensor
) -> Tensor:
    """The negative log-likelihood of the allowed labels under the field, summed over pieces.

    Args:
        network: Whose transition scores are used.
        emissions: Scores (batch, length, labels).
        allowed: Which labels the annotation leaves possible, same shape.
        begins: Where a paragraph begins (batch, length).
        present: Where a piece stands; pieces come first, padding last.
    """
    both = torch.cat([torch.ones_like(allowed), allowed])
    total = _log_sum(network, emissions.repeat(2, 1, 1), both, begins.repeat(2, 1), present.repeat(2, 1))
    return (total[: len(emissions)] - total[len(emissions) :]).sum()


def _log_sum(network: Network, emissions: Tensor, allowed: Tensor, begins: Tensor, present: Tensor) -> Tensor:
    """The log of the summed weights of all allowed label sequences, one number a window.

    Each piece is a matrix from the labels before it to its own; their product is taken in pairs,
    which needs as many steps as the length has binary digits, and scaled after every step.
    """
    steps = network.steps.exp() * torch.from_numpy(legal_steps()).to(emissions.device)
    starts = network.begins.exp() * torch.from_numpy(legal_starts()).to(emissions.device)
    highest = emissions.masked_fill(~allowed, _NEVER).amax(-1, keepdim=True).detach()
    weights = (emissions - highest).clamp(max=0.0).exp() * allowed
    first = torch.zeros_like(begins)
    first[:, 0] = True
    ways = torch.where(begins[:, :, None, None], starts, torch.where(first[:, :, None, None], 1.0, steps))
    matrices = ways * weights[:, :, None, :]
    nothing = torch.eye(len(starts), device=emissions.device)
    product, logs = _product(torch.where(present[:, :, None, None], matrices, nothing))
    total = (product.sum((1, 2)) / len(starts)).clamp(min=_LEAST).log() + logs
    return total + (highest.squeeze(-1) * present).sum(1)


def _product(matrices: Tensor) -> tuple[Tensor, Tensor]:
    """The product of the matrices of each row (batch, length, labels, labels), and the log of its scale."""
    logs = matrices.new_zeros(len(matrices))
    while matrices.shape[1] > 1:
        if matrices.shape[1] % 2:
            rest = torch.eye(matrices.shape[2], device=matrices.device)
            matrices = torch.cat([matrices, rest.expand(len(matrices), 1, -1, -1)], 1)
        matrices = matrices[:, 0::2] @ matrices[:, 1::2]
        scale = matrices.detach().amax((2, 3), keepdim=True).clamp(min=_LEAST)
        matrices = matrices / scale
        logs = logs + scale.log().sum((1, 2, 3))
    return matrices[:, 0], logs


def piece_loss(emissions: Tensor, allowed: Tensor) -> Tensor:
    """The negative log-likelihood of the allowed labels of each piece on its own, summed."""
    scores = torch.log_softmax(emissions, -1)
    return -torch.logsumexp(scores.masked_fill(~allowed, _NEVER), -1).sum()


def link_loss(network: Network, vectors: Tensor, batch: Batch) -> Tensor:
    """The negative log-likelihood of the links of a batch, summed over links.

    Args:
        network: Whose linking weights are used.
        vectors: The link vectors of all pieces (pieces, size), numbered as in the batch's tables.
        batch: The batch.
    """
    found = [
        F.cross_entropy(_link_scores(network, kind, vectors, table), table.aims, reduction="sum")
        for kind, table in enumerate(batch.links)
        if len(table.spans)
    ]
    return torch.stack([vectors.new_zeros(()), *found]).sum() / len(batch.links)


def _link_scores(network: Network, kind: int, vectors: Tensor, table: LinkTable) -> Tensor:
    """Scores (spans, others + 1); the last column is for a link that leads nowhere."""
    start = network.link_from[kind](vectors[table.spans].flatten(1))
    end = network.link_to[kind](vectors[table.others].flatten(1))
    near = start @ end.T / start.shape[1] ** 0.5 + network.link_bias[kind][table.rows].sum(-1)
    return torch.cat([near.masked_fill(~table.near, _NEVER), network.link_none[kind](start)], 1)


def tone_loss(network: Network, vectors: Tensor, batch: Batch) -> Tensor:
    """The negative log-likelihood of the acts and modalities of a batch, summed over quotes."""
    if not len(batch.tone_edges):
        return vectors.new_zeros(())
    padded = torch.cat([vectors, torch.zeros_like(vectors[:1])])
    scores = network.tones(padded, batch.tone_edges)
    acts, modalities = scores[:, : len(ACTS)], scores[:, len(ACTS) :]
    return F.cross_entropy(acts, batch.acts, ignore_index=UNKNOWN, reduction="sum") + F.cross_entropy(
        modalities, batch.modalities, ignore_index=UNKNOWN, reduction="sum"
    )


def taught_loss(emissions: Tensor, taught: Tensor) -> Tensor:
    """How far the shares that *emissions* give to labels are from a teacher's (pieces, labels), summed."""
    shares = torch.log_softmax(taught, -1)
    return F.kl_div(torch.log_softmax(emissions, -1), shares, reduction="sum", log_target=True)
