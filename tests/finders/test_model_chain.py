"""The chain's best labels are the best of all, and its probabilities are those of all sequences."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from quotekit.finders.network.chain import Chain, decode
from quotekit.finders.network.labels import LABELS, legal_inside_words, legal_starts, legal_steps


def random_chain(seed: int) -> Chain:
    """Random transition scores."""
    rng = np.random.default_rng(seed)
    size = len(LABELS)
    return Chain(rng.normal(size=(size, size)).astype(np.float32), rng.normal(size=size).astype(np.float32))


WORDS = np.array([False, True, False, False, True, True, False])
"""Two words, of two and of three pieces, among words of one piece."""


def apart(count: int) -> np.ndarray:
    """So many pieces, each of which is a word of its own."""
    return np.zeros(count, dtype=bool)


def score(labels: tuple[int, ...], emissions: np.ndarray, chain: Chain, within: np.ndarray) -> float:
    """The score of one sequence of labels; minus infinity where it is impossible."""
    tables = (legal_steps(), legal_inside_words())
    steps_taken = zip(pairwise(labels), within[1:].tolist(), strict=True)
    if not legal_starts()[labels[0]] or not all(tables[inside][step] for step, inside in steps_taken):
        return -np.inf
    steps = sum(chain.steps[a, b] for a, b in pairwise(labels))
    return float(chain.begins[labels[0]] + steps + sum(emissions[np.arange(len(labels)), labels]))


@pytest.mark.parametrize("seed", range(3))
def test_finds_the_best_of_all_sequences(seed: int) -> None:
    """The labels have the highest score of all sequences, each paragraph for itself."""
    emissions = np.random.default_rng(seed + 10).normal(size=(7, len(LABELS))).astype(np.float32)
    chain = random_chain(seed)
    expected: list[int] = []
    for part, within in ((emissions[:3], WORDS[:3]), (emissions[3:], WORDS[3:])):
        expected += max(
            product(range(len(LABELS)), repeat=len(part)),
            key=lambda labels: score(labels, part, chain, within),
        )
    assert decode(emissions, np.array([0, 3, 7]), WORDS, chain).labels.tolist() == expected


@pytest.mark.parametrize("seed", range(3))
def test_no_content_begins_or_ends_inside_a_word(seed: int) -> None:
    """However much speaks for it, the pieces of one word are all in one content, or none of them is."""
    emissions = 9 * np.random.default_rng(seed).normal(size=(7, len(LABELS))).astype(np.float32)
    labels = decode(emissions, np.array([0, 7]), WORDS, random_chain(seed)).labels
    names = [LABELS[label].removeprefix("B-").removeprefix("I-") for label in labels]
    for place in np.flatnonzero(WORDS):
        assert LABELS[labels[place]] != "B-content"
        assert (names[place] == "content") == (names[place - 1] == "content")


def test_posteriors_are_those_of_all_sequences() -> None:
    """A label's posterior is the share of the weight of the sequences that have it there."""
    emissions = np.random.default_rng(5).normal(size=(4, len(LABELS))).astype(np.float32)
    chain = random_chain(5)
    shares = np.zeros((4, len(LABELS)))
    for labels in product(range(len(LABELS)), repeat=4):
        shares[np.arange(4), labels] += np.exp(score(labels, emissions, chain, WORDS[:4]))
    expected = shares / shares.sum(1, keepdims=True)
    assert decode(emissions, np.array([0, 4]), WORDS[:4], chain).posteriors == pytest.approx(
        expected, abs=1e-4
    )


def test_paragraphs_do_not_touch_each_other() -> None:
    """A paragraph's labels are the same alone and beside a longer one."""
    emissions = np.random.default_rng(6).normal(size=(50, len(LABELS))).astype(np.float32)
    chain = random_chain(6)
    alone = decode(emissions[:5], np.array([0, 5]), apart(5), chain)
    together = decode(emissions, np.array([0, 5, 50]), apart(50), chain)
    assert together.labels[:5].tolist() == alone.labels.tolist()
    assert together.posteriors[:5] == pytest.approx(alone.posteriors, abs=1e-5)


def test_decodes_nothing() -> None:
    """A text without a word has no labels."""
    empty = np.zeros((0, len(LABELS)), dtype=np.float32)
    assert len(decode(empty, np.array([0]), apart(0), random_chain(0)).labels) == 0
