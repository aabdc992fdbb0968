"""What the rules found becomes a number for every character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit.finders.finding import Finding
from quotekit.finders.network.hints import HINT_SIZES, hint_bytes
from quotekit.finders.network.labels import BEGIN, INSIDE

LENGTH = 12
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: (min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1]))
)


def test_without_hints_all_is_unknown() -> None:
    """A text that the rules were not asked about differs from one in which they found nothing."""
    assert set(hint_bytes(LENGTH, None)[0]) == {0}
    assert set(hint_bytes(LENGTH, ())[0]) == {1}


def test_each_part_has_its_label() -> None:
    """Content, cue and source are labelled as the network labels them, one above."""
    labels, _ = hint_bytes(LENGTH, [Finding(((6, 10),), ((4, 5),), ((0, 3),))])
    source, cue, content = BEGIN["source"], BEGIN["cue"], BEGIN["content"]
    inside = INSIDE["content"]
    expected = [source, INSIDE["source"], INSIDE["source"], 0, cue, 0, content, *[inside] * 3, 0, 0]
    assert list(labels) == [label + 1 for label in expected]


def test_surer_hints_have_higher_levels() -> None:
    """Confidence counts in steps."""
    levels = [hint_bytes(1, [Finding(((0, 1),), confidence=sure)])[1][0] for sure in (0.3, 0.6, 0.8, 0.9)]
    assert levels == sorted(set(levels))


def test_the_wider_hint_decides() -> None:
    """A report within a report is labelled as a part of the outer one."""
    inner, outer = Finding(((5, 8),), ((3, 4),)), Finding(((2, 9),), ((0, 1),))
    for hints in ([inner, outer], [outer, inner]):
        assert set(hint_bytes(LENGTH, hints)[0][3:9]) == {INSIDE["content"] + 1}


@given(hints=st.lists(st.builds(lambda a, b: Finding((a,), (b,)), SPANS, SPANS), max_size=5))
def test_numbers_stay_within_their_sizes(hints: list[Finding]) -> None:
    """Whatever the hints, every number has a row in the table of embeddings."""
    for size, table in zip(HINT_SIZES, hint_bytes(LENGTH, hints), strict=True):
        assert len(table) == LENGTH
        assert max(table) < size
