"""The head of a text: the fields over a dialogue, and the names that a text tells its speakers by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quotekit.finders.layouts.labels.openings import Opening
from quotekit.language import every_language
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_line

__all__ = ["head_fields", "surnames_told"]

BLOCK: Final = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
"""Lines between blank ones."""
FULL_NAME: Final = re.compile(
    r"\b(?P<first>[^\W\d_]+)[ \u00a0](?:[^\W\d_]\.[ \u00a0]){0,3}(?P<surname>[^\W\d_][\w'’-]+)"
)


def head_fields(text: str, found: Sequence[Opening]) -> frozenset[int]:
    """Where the lines of fields begin that stand in blocks of their own over all else.

    A block is one when each of its lines has a colon and no two have one label, when one of them is known
    to head a field, and when most hold no sentence, unless half are known ("Rui Salgado, Esq.").
    """
    lines: set[int] = set()
    by_start = {item.start: item for item in found}
    for start, end in blocks_of(text):
        items = [item for at, item in by_start.items() if start <= at < end]
        if not items:
            continue
        if heads_the_rest(text, items, end):
            lines.update(item.start for item in items)
            continue
        if len(items) < text.count("\n", start, end) or not are_fields(text, items, end):
            break
        lines.update(item.start for item in items)
    return frozenset(lines)


def heads_the_rest(text: str, items: Sequence[Opening], end: int) -> bool:
    """Whether a block that ends at *end* is nothing but a heading and its colon ("APPEARANCES:")."""
    return (
        len(items) == 1 and items[0].standing == "heading" and items[0].said >= end and bool(items[0].colon)
    )


def blocks_of(text: str) -> Iterator[Range]:
    """The blocks of a text that another follows."""
    blocks = [match.span() for match in BLOCK.finditer(text)]
    yield from blocks[:-1]


def are_fields(text: str, items: Sequence[Opening], end: int) -> bool:
    """Whether the openings of a block that ends at *end* are fields."""
    labels = {text[slice(*item.label)].casefold() for item in items}
    edges = [*(item.start for item in items[1:]), end]
    ended = sum(ends_line(text[item.said : edge]) for item, edge in zip(items, edges, strict=True))
    headings = sum(item.standing == "heading" for item in items)
    return (
        1 < len(items) == len(labels)
        and all(item.colon and not item.stamped for item in items)
        and headings > 0
        and (2 * ended < len(items) or 2 * headings >= len(items))
    )


def surnames_told(text: str) -> frozenset[str]:
    """The surnames that stand behind a first name anywhere in *text*, casefolded."""
    first_names = every_language().first_names
    return frozenset(
        match["surname"].casefold()
        for match in FULL_NAME.finditer(text)
        if match["first"][0].isupper()
        and match["surname"][0].isupper()
        and match["first"].casefold() in first_names
    )
