"""Labels become spans, and linked spans become attributions."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.finders.network.labels import LABELS
from quotekit.finders.network.linker import Link
from quotekit.finders.network.roles import Found, found_by_links, role_spans

NOWHERE = Link(None, 1.0)


def labels(text: str) -> np.ndarray:
    """Labels by their initials: S s source, C c cue, T t content, o outside."""
    return np.array(["oSsCcTt".index(letter) for letter in text])


def test_initials_fit() -> None:
    """The initials of these tests stand in the order of the labels."""
    assert [name[:1] for name in LABELS] == ["O", "B", "I", "B", "I", "B", "I"]


@pytest.mark.parametrize(
    ("given", "role", "expected"),
    [
        ("ooTttoo", "content", [(2, 5)]),
        ("TtTt", "content", [(0, 2), (2, 4)]),
        ("SsCTt", "source", [(0, 2)]),
        ("SsCTt", "cue", [(2, 3)]),
        ("SsCTt", "content", [(3, 5)]),
        ("ooo", "content", []),
        ("", "cue", []),
    ],
)
def test_spans_of_a_role(given: str, role: str, expected: list[tuple[int, int]]) -> None:
    """A span begins at a begin label and goes on through inside labels of its role."""
    assert role_spans(labels(given))[role] == expected


def test_contents_of_one_cue_are_one_attribution() -> None:
    """What a cue interrupts is one attribution of two contents."""
    spans = {"content": [(0, 3), (6, 9)], "cue": [(4, 5)], "source": [(3, 4)]}
    cues, nowhere = [Link(0, 0.9), Link(0, 0.8)], [NOWHERE, NOWHERE]
    found = found_by_links(spans, cues, [Link(0, 0.7)], nowhere, [False, False])
    assert found == [Found(((0, 3), (6, 9)), ((4, 5),), ((3, 4),), 0.8)]


def test_a_content_without_cue_can_have_a_source() -> None:
    """A quotation that follows on has the source of its own link and no cue."""
    spans = {"content": [(0, 3), (6, 9)], "cue": [(4, 5)], "source": [(3, 4)]}
    cues, sources = [Link(0, 0.9), Link(None, 0.6)], [NOWHERE, Link(0, 0.8)]
    found = found_by_links(spans, cues, [Link(0, 0.7)], sources, [False, False])
    assert found[1] == Found(((6, 9),), (), ((3, 4),), 0.6)


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        ([False, True], [Found(((0, 3),), ((4, 5),), ((3, 4),), 0.9), Found(((6, 9),), (), ((3, 4),), 0.8)]),
        ([True, True], [Found(((0, 3),), ((4, 5),), ((3, 4),), 0.9), Found(((6, 9),), (), ((3, 4),), 0.8)]),
    ],
)
def test_what_follows_has_the_source_and_not_the_cue(follows: list[bool], expected: list[Found]) -> None:
    """A quotation after the cue's sentence is its own; the cue stays with the first when all follow."""
    spans = {"content": [(0, 3), (6, 9)], "cue": [(4, 5)], "source": [(3, 4)]}
    cues = [Link(0, 0.9), Link(0, 0.8)]
    assert found_by_links(spans, cues, [Link(0, 0.7)], [NOWHERE, NOWHERE], follows) == expected


def test_a_cue_without_content_is_none() -> None:
    """A cue that nothing is linked to is no attribution."""
    assert found_by_links({"content": [], "cue": [(4, 5)], "source": []}, [], [NOWHERE], [], []) == []
