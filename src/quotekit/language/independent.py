"""The tables that are no language's own: marks, HTML, lines of dialogue and of e-mail, names, vowels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal, get_args

from attrs import frozen

from quotekit.language.tables import Column, Table, read_table

__all__ = [
    "IncisePart",
    "MarkSign",
    "ReplyIntroduction",
    "element_layouts",
    "incise_parts",
    "known_marks",
    "name_fillers",
    "reply_introductions",
    "vowels",
]

SHAPES: Final = ("straight", "open", "close", "raised", "low", "left", "right")
FAMILIES: Final = (
    "double",
    "single",
    "guillemet",
    "small guillemet",
    "corner",
    "white corner",
    "half corner",
)
LAYOUTS: Final = ("block", "line", "inline")
NAME_USES: Final = ("score", "check")

IncisePart = Literal[
    "verb",
    "auxiliary",
    "leaning",
    "reflexive",
    "pronoun",
    "speaker",
    "participle",
    "order",
    "article",
    "subject",
    "before",
    "behind",
    "around",
    "title",
    "stop",
    "tie",
    "hearer",
]
"""A part of the patterns that `quotekit.finders.layouts.unparsed.incises` makes: see the table."""


@frozen
class MarkSign:
    """A quotation mark: its sign, the family of those that pair with it, how it is turned."""

    sign: str
    family: str
    shape: str


@frozen
class ReplyIntroduction:
    """What stands over the quoted lines of an e-mail: a verb, and a pattern with {V} and {S} in it."""

    lang: str
    verb: str
    pattern: str


@cache
def known_marks() -> tuple[MarkSign, ...]:
    """The quotation marks that there are."""
    rows = rows_of("marks.tsv", Column("mark"), Column("family", FAMILIES), Column("shape", SHAPES))
    return tuple(MarkSign(*row) for row in rows)


@cache
def element_layouts() -> Mapping[str, str]:
    """How each HTML element stands in a text: ``block``, ``line`` or ``inline``."""
    rows = rows_of("elements.tsv", Column("element"), Column("layout", LAYOUTS))
    return {row[0]: row[1] for row in rows}


@cache
def incise_parts() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The texts of what a line of dialogue says of its speaker, by language and part, in order."""
    rows = rows_of(
        "incises.tsv", Column("language"), Column("part", get_args(IncisePart)), Column("text"), keys=3
    )
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for lang, part, text in rows:
        found[lang, part] = (*found.get((lang, part), ()), text)
    return found


@cache
def reply_introductions() -> tuple[ReplyIntroduction, ...]:
    """What names the sender of the lines that an e-mail quotes, in order."""
    rows = rows_of("replies.tsv", Column("language"), Column("verb"), Column("pattern"), keys=3)
    return tuple(ReplyIntroduction(*row) for row in rows)


@cache
def name_fillers(use: Literal["score", "check"]) -> frozenset[str]:
    """The words that do not tell two names apart for this use, lower case."""
    rows = rows_of("name_fillers.tsv", Column("word"), Column("use", NAME_USES), keys=2)
    return frozenset(word for word, own in rows if own == use)


@cache
def vowels() -> frozenset[str]:
    """The capital letters that stand for vowels."""
    return frozenset(row[0] for row in rows_of("vowels.tsv", Column("letter")))


def rows_of(name: str, *columns: Column, keys: int = 1) -> Sequence[Sequence[str]]:
    """The rows of the table *name* beside this module."""
    return read_table(files(__package__).joinpath(name), Table(columns, keys))
