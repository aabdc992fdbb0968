"""The chain of labels over each paragraph: the best one, and how sure the field is of it.

Emissions come from the network, transitions from the conditional random field it was trained
with (Lafferty, McCallum & Pereira 2001). Paragraphs of similar length are decoded side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from attrs import frozen

from quotekit.finders.network.labels import legal_inside_words, legal_starts, legal_steps
from quotekit.finders.network.pieces import Ints

__all__ = ["Bools", "Chain", "Decoded", "Floats", "decode"]

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

_NEVER = -1e4
"""The score of a transition that cannot be: far below any learned one, and no infinity, which makes NaN."""

_CELLS = 16_384
"""Pieces that are decoded side by side, padding included; chosen by hand, for the memory they take."""

_LEAST = 1e-30
"""What is divided by at least where all weights vanish, so that nothing becomes NaN."""

_STEEPEST = 50.0
"""The highest score of a transition that is raised to a power of e, so that none becomes infinite."""


@frozen(eq=False)
class Chain:
    """The transition scores of the field: *steps* from label (row) to label, *begins* at the first."""

    steps: Floats
    begins: Floats

    def legal(self) -> Chain:
        """The same scores with the impossible transitions ruled out: between words, and within them."""
        between = np.where(legal_steps(), self.steps, _NEVER)
        within = np.where(legal_inside_words(), self.steps, _NEVER)
        begins = np.where(legal_starts(), self.begins, _NEVER)
        return Chain(np.stack([between, within]).astype(np.float32), begins.astype(np.float32))


@frozen(eq=False)
class Decoded:
    """Each piece's label on the best chain, and the posterior probabilities of all its labels."""

    labels: Ints
    posteriors: Floats


def decode(emissions: Floats, bounds: Ints, within: Bools, chain: Chain) -> Decoded:
    """The best labels and their posteriors.

    Args:
        emissions: The network's scores (pieces, labels).
        bounds: The first piece of each paragraph, and the number of pieces.
        within: For each piece whether it goes on with the word of the piece before it.
        chain: The transition scores.
    """
    legal = chain.legal()
    labels = np.zeros(len(emissions), dtype=np.int64)
    posteriors = np.zeros_like(emissions)
    for places, lengths in _side_by_side(bounds):
        scores = emissions[places]
        inside = within[places].astype(np.int64)
        best = _viterbi(scores, lengths, inside, legal)
        sure = _posteriors(scores, lengths, inside, legal)
        there = np.arange(places.shape[1]) < lengths[:, None]
        labels[places[there]] = best[there]
        posteriors[places[there]] = sure[there]
    return Decoded(labels, posteriors)


def _side_by_side(bounds: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Paragraphs of similar length: their pieces (paragraphs, longest), padded, and their lengths."""
    lengths = np.diff(bounds)
    order = np.argsort(lengths, kind="stable")
    cuts = [0]
    for number, paragraph in enumerate(order):
        if (number + 1 - cuts[-1]) * lengths[paragraph] > _CELLS and number > cuts[-1]:
            cuts.append(number)
    for first, stop in pairwise([*cuts, len(order)] if len(order) else []):
        rows = order[first:stop]
        inside = np.minimum(np.arange(lengths[rows].max()), lengths[rows][:, None] - 1)
        yield bounds[rows][:, None] + inside, lengths[rows]


def _viterbi(scores: Floats, lengths: Ints, inside: Ints, chain: Chain) -> Ints:
    """The best labels (paragraphs, longest); Viterbi's algorithm."""
    rows, longest, _ = scores.shape
    best = scores[:, 0] + chain.begins
    pointers = np.zeros(scores.shape, dtype=np.int8)
    for place in range(1, longest):
        ways = best[:, :, None] + chain.steps[inside[:, place]]
        came_from = ways.argmax(1)
        following = np.take_along_axis(ways, came_from[:, None], 1)[:, 0] + scores[:, place]
        goes_on = (place < lengths)[:, None]
        best = np.where(goes_on, following, best)
        pointers[:, place] = np.where(goes_on, came_from, np.arange(scores.shape[2]))
    labels = np.zeros((rows, longest), dtype=np.int64)
    labels[:, -1] = best.argmax(1)
    for place in range(longest - 1, 0, -1):
        labels[:, place - 1] = pointers[np.arange(rows), place, labels[:, place]]
    return labels


def _posteriors(scores: Floats, lengths: Ints, inside: Ints, chain: Chain) -> Floats:
    """The probabilities of all labels (paragraphs, longest, labels); forward-backward, scaled."""
    longest = scores.shape[1]
    weights = np.exp(scores - scores.max(-1, keepdims=True)).astype(np.float64)
    steps = np.exp(np.minimum(chain.steps, _STEEPEST)).astype(np.float64)
    there = (np.arange(longest) < lengths[:, None])[:, :, None]
    forward = np.zeros_like(weights)
    state = _scaled(np.exp(chain.begins) * weights[:, 0])
    forward[:, 0] = state
    for place in range(1, longest):
        state = _scaled((state[:, None] @ steps[inside[:, place]])[:, 0] * weights[:, place])
        forward[:, place] = state
    backward = np.ones_like(weights)
    for place in range(longest - 2, -1, -1):
        behind = (weights[:, place + 1] * backward[:, place + 1])[:, :, None]
        following = _scaled((steps[inside[:, place + 1]] @ behind)[:, :, 0])
        backward[:, place] = np.where(there[:, place + 1], following, 1.0)
    found: Floats = _scaled(forward * backward).astype(np.float32)
    return found


def _scaled(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    scaled: npt.NDArray[np.float64] = weights / np.maximum(weights.sum(-1, keepdims=True), _LEAST)
    return scaled
