"""Links lead to the best-scored span of the neighbourhood, or nowhere."""

from __future__ import annotations

from time import process_time

import numpy as np
import pytest

from quotekit.finders.network.linker import Link, LinkGround, LinkWeights, link
from quotekit.finders.network.pairs import PAIR_ROWS, pair_rows
from quotekit.text.ranges import Range


def weights(none: float = -5.0) -> LinkWeights:
    """Weights that link spans whose vectors point the same way."""
    same = np.concatenate([np.eye(2), np.zeros((2, 2))], axis=1).astype(np.float32) * 4
    zero = np.zeros(2, dtype=np.float32)
    return LinkWeights(
        same,
        zero,
        same,
        zero,
        np.zeros((1, 2), np.float32),
        np.array([none], np.float32),
        np.zeros(PAIR_ROWS, np.float32),
    )


def ground(paragraph: list[int], ends: tuple[int, ...] = ()) -> LinkGround:
    """Six pieces; the vectors of even ones point up and of odd ones right."""
    return LinkGround(
        np.array([[0, 1], [1, 0]] * 3, dtype=np.float32), np.array(paragraph), np.array(ends, dtype=np.int64)
    )


def test_links_to_the_best() -> None:
    """A span is linked to the one that scores highest, with a probability."""
    (found,) = link(weights(), ground([0] * 6), [(0, 1)], [(3, 4), (4, 5)], [0.0])
    assert found.target == 1
    assert found.probability == pytest.approx(1.0, abs=0.01)


def test_links_nowhere() -> None:
    """Where nothing scores better than nothing, the link leads nowhere."""
    assert link(weights(none=50.0), ground([0] * 6), [(0, 1)], [(3, 4)], [0.0])[0].target is None


def test_nothing_to_link_to() -> None:
    """Without others every link leads nowhere, surely."""
    assert link(weights(), ground([0] * 6), [(0, 1)], [], [0.0]) == [Link(None, 1.0)]


def test_never_links_to_a_distant_paragraph() -> None:
    """Spans further than the next paragraph are out of reach, and positions count all others."""
    found = link(weights(), ground([0, 0, 1, 3, 4, 4]), [(4, 5)], [(0, 1), (2, 3), (3, 4)], [0.0])
    assert found[0].target == 2


def test_rows_tell_side_and_number_between() -> None:
    """Before and after, near and behind another, same and other paragraph have rows of their own."""
    rows = pair_rows(np.array([0, 0, 0, 0, 1, 1]), [(2, 3)], [(0, 1), (3, 4), (5, 6)])
    assert rows.shape == (1, 3, 3)
    assert rows.max() < PAIR_ROWS
    assert len({tuple(row) for row in rows[0].tolist()}) == 3
    assert rows[0, 1, 2] != rows[0, 2, 2]


def test_a_sentence_end_stands_in_the_way() -> None:
    """What crossing costs is taken from links over the end of a sentence only."""
    spans, others = [(0, 1)], [(2, 3), (4, 5)]
    free = link(weights(), ground([0] * 6, ends=(3,)), spans, others, [0.0])
    dear = link(weights(), ground([0] * 6, ends=(3,)), spans, others, [-9.0])
    assert free[0].probability == pytest.approx(0.5, abs=0.01)
    assert dear[0].target == 0
    assert dear[0].probability > 0.9


def many_spans(count: int) -> tuple[LinkGround, list[Range], list[Range]]:
    """One paragraph of spans, each before another that points the same way."""
    vectors = np.array([[0, 1], [0, 1], [1, 0], [1, 0]] * (count // 2), dtype=np.float32)
    place = range(0, 2 * count, 2)
    known = LinkGround(vectors, np.zeros(2 * count, dtype=np.int64), np.zeros(0, dtype=np.int64))
    return known, [(at, at + 1) for at in place], [(at + 1, at + 2) for at in place]


def test_links_among_many_lead_to_the_nearest() -> None:
    """Where a paragraph holds thousands of others, each span is linked to one near it."""
    known, spans, others = many_spans(2000)
    found = link(weights(), known, spans, others, [0.0] * 2000)
    assert all(abs(one.target - at) <= 128 for at, one in enumerate(found) if one.target is not None)
    assert all(
        known.vectors[spans[at][0]] @ known.vectors[others[one.target or 0][0]]
        for at, one in enumerate(found)
    )


def test_nearest_of_many_are_scored_as_all_are() -> None:
    """What stands before many others has the same link as among those that are near it."""
    known, spans, others = many_spans(2000)
    far = link(weights(), known, spans[:1], others, [0.0])
    assert far == link(weights(), known, spans[:1], others[:64], [0.0])


def test_memory_and_time_of_links_grow_with_their_number() -> None:
    """A paragraph of twenty thousand spans is linked in seconds; all pairs would be four hundred million."""
    known, spans, others = many_spans(20_000)
    start = process_time()
    link(weights(), known, spans, others, [0.0] * len(spans))
    assert process_time() - start < 5.0
