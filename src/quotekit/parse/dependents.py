"""What hangs on a word of a dependency parse, in time that no sentence without an end can stretch.

spaCy goes through all that a word holds together to find what hangs on it. That is quick in a sentence
of prose; in ten thousand words without a full stop, it would be done for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["WIDEST", "dependents", "is_wide", "subtree"]

WIDEST: Final = 500
"""Tokens of the widest phrase that is read as a whole; prose has no wider one."""

NEAR: Final = 40
"""Tokens on either side of a word that are read where it stands in a wider phrase."""


def is_wide(token: Token) -> bool:
    """Whether *token* holds together more than a sentence of prose has."""
    return bool(token.right_edge.i - token.left_edge.i > WIDEST)


def dependents(token: Token) -> Iterator[Token]:
    """The words that hang on *token*, in order; those near it where it is a wide one."""
    if not is_wide(token):
        yield from token.children
        return
    for word in token.doc[max(token.i - NEAR, 0) : token.i + NEAR]:
        if word.head.i == token.i != word.i:
            yield word


def subtree(head: Token, cue: Token) -> Sequence[int]:
    """The indices of *head* and of all that hangs on it, in order.

    A wide sentence is cut into pieces, of which the one that holds the *cue* counts: so the reports in
    a report stay inside of it.
    """
    if not is_wide(head):
        return sorted(word.i for word in head.subtree)
    piece = cue.i // WIDEST * WIDEST
    return range(max(head.left_edge.i, piece), min(head.right_edge.i + 1, piece + WIDEST))
