"""Which labels may follow which: between words, at a paragraph's first piece, and inside a word."""

from __future__ import annotations

import pytest

from quotekit.finders.network.labels import LABELS, ROLES, legal_inside_words, legal_starts, legal_steps

CONTENT = {"B-content", "I-content"}


def followers(table: object, label: str) -> set[str]:
    """The labels that *label* may be followed by."""
    row = table[LABELS.index(label)]
    return {name for name, may in zip(LABELS, row, strict=True) if may}


@pytest.mark.parametrize("label", LABELS)
def test_an_inside_label_goes_on(label: str) -> None:
    """An inside label follows its own role's labels only; all others follow whatever stands before."""
    inside = {f"I-{role}" for role in ROLES}
    going_on = {f"I-{label[2:]}"} & inside
    assert followers(legal_steps(), label) == (set(LABELS) - inside) | going_on


def test_nothing_begins_inside() -> None:
    """A paragraph's first piece goes on with nothing."""
    begins = {name for name, may in zip(LABELS, legal_starts(), strict=True) if may}
    assert begins == {"O", "B-source", "B-cue", "B-content"}


@pytest.mark.parametrize("label", LABELS)
def test_contents_keep_words_whole(label: str) -> None:
    """Inside a word a content goes on where it stands, and else none begins."""
    found = followers(legal_inside_words(), label)
    assert found == ({"I-content"} if label in CONTENT else followers(legal_steps(), label) - CONTENT)


def test_every_label_can_go_on() -> None:
    """Inside and between words there is always a way on, so that every text has labels."""
    for table in (legal_steps(), legal_inside_words()):
        assert table.any(1).all()
