"""What the network is punished for: unlikely labels, and links that lead to the wrong span.

Labels are learned by a linear-chain conditional random field over each paragraph. Where the
annotation leaves several labels possible, the field sums over all of them (Tsuboi et al. 2008,
"Training Conditional Random Fields Using Incomplete Annotations").
"""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from quotekit.finders.network.labels import legal_starts, legal_steps
from quotekit.finders.network.pairs import pair_rows
from quotekit.finders.network.pieces import Ints
from quotekit.text.ranges import Range
from quotekit.training.examples import ELSEWHERE, NOTHING, Links
from quotekit.training.network import Network

__all__ = ["field_loss", "link_loss", "piece_loss"]

_NEVER: Final = -1e4


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

    The forward algorithm on weights that are scaled to sum to one after every piece: many times
    faster than on their logarithms, most of which are those of nothing.
    """
    steps = network.steps.exp() * torch.from_numpy(legal_steps())
    starts = network.begins.exp() * torch.from_numpy(legal_starts())
    highest = emissions.masked_fill(~allowed, _NEVER).amax(-1, keepdim=True).detach()
    weights = (emissions - highest).clamp(max=0.0).exp() * allowed
    state = torch.where(begins[:, 0, None], starts, torch.ones_like(starts))
    sums = []
    for place in range(emissions.shape[1]):
        if place:
            state = torch.where(begins[:, place, None], starts, state @ steps)
        state = state * weights[:, place]
        total = state.sum(1, keepdim=True)
        state = state / total
        sums.append(total)
    logs = torch.cat(sums, 1).log() + highest.squeeze(-1)
    return (logs * present).sum(1)


def piece_loss(emissions: Tensor, allowed: Tensor) -> Tensor:
    """The negative log-likelihood of the allowed labels of each piece on its own, summed."""
    scores = torch.log_softmax(emissions, -1)
    return -torch.logsumexp(scores.masked_fill(~allowed, _NEVER), -1).sum()


def link_loss(network: Network, vectors: Tensor, paragraph: Ints, links: Links) -> Tensor:
    """The negative log-likelihood of the links of one window, summed over links.

    Args:
        network: Whose linking weights are used.
        vectors: The link vectors of the window's pieces.
        paragraph: The paragraph of each of these pieces.
        links: The window's spans and their links.
    """
    kinds = (
        (links.contents, links.cues, links.content_cue),
        (links.cues, links.sources, links.cue_source),
        (links.contents, links.sources, links.content_source),
    )
    loss = vectors.new_zeros(())
    for kind, (spans, others, targets) in enumerate(kinds):
        known = [row for row, target in enumerate(targets) if target != ELSEWHERE]
        if known and others:
            rows = torch.from_numpy(pair_rows(paragraph, spans, others))
            scores = _link_scores(network, kind, _edges(vectors, spans), _edges(vectors, others), rows)
            aims = [len(others) if targets[row] == NOTHING else targets[row] for row in known]
            loss = loss + F.cross_entropy(scores[known], torch.tensor(aims), reduction="sum")
    return loss / len(kinds)


def _link_scores(network: Network, kind: int, spans: Tensor, others: Tensor, rows: Tensor) -> Tensor:
    """Scores (spans, others + 1); the last column is for a link that leads nowhere."""
    start = network.link_from[kind](spans)
    end = network.link_to[kind](others)
    near = start @ end.T / start.shape[1] ** 0.5 + network.link_bias[kind][rows].sum(-1)
    return torch.cat([near, network.link_none[kind](start)], 1)


def _edges(vectors: Tensor, spans: tuple[Range, ...]) -> Tensor:
    firsts = torch.tensor([start for start, _ in spans])
    lasts = torch.tensor([end - 1 for _, end in spans])
    return torch.cat([vectors[firsts], vectors[lasts]], 1)
