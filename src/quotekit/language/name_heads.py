"""Names whose first word the others hang on in a parse, read as those whose last word does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_last_words_as_heads"]

FLAT: Final = "flat"
"""What Universal Dependencies call the words of a name behind its first one ("flat:name")."""

JOINED: Final = "compound"
"""What they are called in ClearNLP, before the last one."""


def with_last_words_as_heads(
    tokens: Sequence[Token], relations: Sequence[str]
) -> tuple[list[str], list[int]]:
    """The *relations* of a document's tokens and their heads, where the last word of a name bears it.

    So it does in ClearNLP, in which who speaks is told: "Aliou Keba" is the apposition of "the mayor" by its
    surname. Numbers and dates stay as they are.
    """
    bearers = last_words_of_names(tokens)
    told = list(relations)
    heads = [bearers.get(token.head.i, token.head.i) for token in tokens]
    for first, last in bearers.items():
        told[first], told[last] = JOINED, relations[first]
        is_root = tokens[first].head.i == first
        heads[first], heads[last] = last, last if is_root else heads[first]
    return told, heads


def last_words_of_names(tokens: Sequence[Token]) -> dict[int, int]:
    """The last word of each name by its first one, on which the parse hangs the others."""
    found: defaultdict[int, int] = defaultdict(int)
    for token in tokens:
        flat = token.dep_.partition(":")[0] == FLAT and token.i > token.head.i
        if flat and token.text[:1].isupper() and token.head.text[:1].isupper():
            found[token.head.i] = max(found[token.head.i], token.i)
    return dict(found)
