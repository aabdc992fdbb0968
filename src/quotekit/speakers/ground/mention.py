"""Mentions: where the text names, describes or points at somebody who could speak."""

from __future__ import annotations

from collections.abc import Set
from typing import Final, Literal

from attrs import frozen

from quotekit.language.rows import Affiliation
from quotekit.speakers.ground.personal_names import Name

__all__ = ["DEFINITE", "Mention", "MentionKind"]

MentionKind = Literal["name", "nominal", "pronoun"]

DEFINITE: Final = frozenset({"definite", "possessive"})
"""Kinds of determiner of whom the text knows already, who may be somebody at hand."""


@frozen
class Mention:
    """One mention, as tokens of the document.

    Attributes:
        kind: ``name``, ``nominal`` ("the minister") or ``pronoun``.
        first: Index of its first token.
        last: Index behind its last token.
        head: Index of its head: the noun, the pronoun, the last word of a name.
        label: ``PERSON``, ``ORG``, ``GPE``, ``GROUP``, ``DOCUMENT``, another entity label or empty.
        gender: ``m``, ``f``, ``n`` or ``-``.
        number: ``s``, ``p``, ``-``, or ``+`` of a pronoun that is plural sooner than singular.
        name: The parts of a name, None for the other kinds.
        noun: The lower-case lemma of a nominal's head, or a pronoun in lower case.
        determiner: Of a nominal: ``definite``, ``indefinite``, ``possessive`` or empty.
        affiliations: Of a nominal: where its words say that somebody belongs.
        names: Of a nominal: the words of the name right before its noun ("the Harwick mayor").
        own_names: Those by which whoever holds its office elsewhere is somebody else.
    """

    kind: MentionKind
    first: int
    last: int
    head: int
    label: str = ""
    gender: str = "-"
    number: str = "s"
    name: Name | None = None
    noun: str = ""
    determiner: str = ""
    affiliations: Set[Affiliation] = frozenset()
    names: Set[str] = frozenset()
    own_names: Set[str] = frozenset()

    @property
    def place(self) -> int:
        """The token that whom it means is remembered by: a description's noun, for its owner may open it."""
        return self.head if self.kind == "nominal" else self.first
