"""The chain's best labels are the best of all, and its probabilities are those of all sequences."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from quotekit.finders.network.chain import Chain, decode
from quotekit.finders.network.labels import LABELS, legal_starts, legal_steps


def random_chain(seed: int) -> Chain:
    """Random transition scores."""
    rng = np.random.default_rng(seed)
    size = len(LABELS)
    return Chain(rng.normal(size=(size, size)).astype(np.float32), rng.normal(size=size).astype(np.float32))


def score(labels: tuple[int, ...], emissions: np.ndarray, chain: Chain) -> float:
    """The score of one sequence of labels; minus infinity where it is impossible."""
    if not legal_starts()[labels[0]] or not all(legal_steps()[a, b] for a, b in pairwise(labels)):
        return -np.inf
    steps = sum(chain.steps[a, b] for a, b in pairwise(labels))
    return float(chain.begins[labels[0]] + steps + sum(emissions[np.arange(len(labels)), labels]))


@pytest.mark.parametrize("seed", range(3))
def test_finds_the_best_of_all_sequences(seed: int) -> None:
    """The labels have the highest score of all sequences, each paragraph for itself."""
    emissions = np.random.default_rng(seed + 10).normal(size=(7, len(LABELS))).astype(np.float32)
    chain = random_chain(seed)
    expected: list[int] = []
    for part in (emissions[:3], emissions[3:]):
        expected += max(
            product(range(len(LABELS)), repeat=len(part)), key=lambda labels: score(labels, part, chain)
        )
    assert decode(emissions, np.array([0, 3, 7]), chain).labels.tolist() == expected


def test_posteriors_are_those_of_all_sequences() -> None:
    """A label's posterior is the share of the weight of the sequences that have it there."""
    emissions = np.random.default_rng(5).normal(size=(4, len(LABELS))).astype(np.float32)
    chain = random_chain(5)
    shares = np.zeros((4, len(LABELS)))
    for labels in product(range(len(LABELS)), repeat=4):
        shares[np.arange(4), labels] += np.exp(score(labels, emissions, chain))
    expected = shares / shares.sum(1, keepdims=True)
    assert decode(emissions, np.array([0, 4]), chain).posteriors == pytest.approx(expected, abs=1e-4)


def test_paragraphs_do_not_touch_each_other() -> None:
    """A paragraph's labels are the same alone and beside a longer one."""
    emissions = np.random.default_rng(6).normal(size=(50, len(LABELS))).astype(np.float32)
    chain = random_chain(6)
    alone = decode(emissions[:5], np.array([0, 5]), chain)
    together = decode(emissions, np.array([0, 5, 50]), chain)
    assert together.labels[:5].tolist() == alone.labels.tolist()
    assert together.posteriors[:5] == pytest.approx(alone.posteriors, abs=1e-5)


def test_decodes_nothing() -> None:
    """A text without a word has no labels."""
    empty = np.zeros((0, len(LABELS)), dtype=np.float32)
    assert len(decode(empty, np.array([0]), random_chain(0)).labels) == 0
