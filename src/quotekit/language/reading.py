"""How a field of a language's record is read from the table of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, get_args

from attrs import frozen

from quotekit.language.function_words import FunctionWords, word_classes
from quotekit.language.rows import ReportingVerb
from quotekit.language.tables import Column, Table
from quotekit.records import Act

__all__ = [
    "READER",
    "TableReader",
    "named_rows",
    "phrases",
    "reporting_rows",
    "word_groups",
    "word_pairs",
    "word_records",
    "word_set",
]

READER: Final = "reader"
"""The key of a field's metadata under which its `TableReader` stands."""

Rows = Iterable[Sequence[str]]


@frozen
class TableReader:
    """The table that a field is read from, and what its rows become."""

    table: Table
    made: Callable[[Rows], Any]


def word_set(column: str) -> Mapping[str, TableReader]:
    """Metadata of a field that is the set of the words of its table's one column."""
    return {READER: TableReader(Table((Column(column),)), lambda rows: frozenset(row[0] for row in rows))}


def phrases(column: str, values: object = None) -> Mapping[str, TableReader]:
    """Metadata of a field that is the entries of its table's one column, in order, of a Literal."""
    return {
        READER: TableReader(
            Table((Column(column, get_args(values)),)), lambda rows: tuple(row[0] for row in rows)
        )
    }


def word_pairs(
    key: str, value: str, values: object = None, *, folded: bool = False
) -> Mapping[str, TableReader]:
    """Metadata of a field that maps the first column of its table to the second.

    Args:
        key: The name of the first column.
        value: That of the second.
        values: A Literal of what may stand in it; anything when it is None.
        folded: Whether the keys are names, which are looked up casefolded.
    """
    table = Table((Column(key), Column(value, get_args(values))))
    return {
        READER: TableReader(
            table, lambda rows: {row[0].casefold() if folded else row[0]: row[1] for row in rows}
        )
    }


def word_groups(
    key: str, value: str, made: Callable[[Iterable[str]], Any] = frozenset, *, folded: bool = False
) -> Mapping[str, TableReader]:
    """Metadata of a field that maps the first column of its table to the several words of the second.

    Args:
        key: The name of the first column.
        value: That of the second, whose words a bar parts.
        made: What the words become.
        folded: Whether both are names, which are looked up casefolded.
    """
    table = Table((Column(key), Column(value, separator="|")))
    fold = str.casefold if folded else str
    return {
        READER: TableReader(table, lambda rows: {fold(row[0]): made(fold(row[1]).split("|")) for row in rows})
    }


def named_rows(
    kind: Callable[..., Any], *columns: Column, keys: int = 1, keyed: bool = True
) -> Mapping[str, TableReader]:
    """Metadata of a field whose rows are records: by their first column, or in order where not *keyed*."""
    if keyed:
        return {READER: TableReader(Table(columns, keys), lambda rows: {row[0]: kind(*row) for row in rows})}
    return {READER: TableReader(Table(columns, keys), lambda rows: tuple(kind(*row) for row in rows))}


def word_records(kind: Callable[..., Any], *columns: Column) -> Mapping[str, TableReader]:
    """Metadata of a field that maps the first column of its table to a record of the others."""
    return {READER: TableReader(Table(columns), lambda rows: {row[0]: kind(*row[1:]) for row in rows})}


def reporting_rows() -> Mapping[str, TableReader]:
    """Metadata of the field of reporting verbs, by their lemma."""
    columns = Column("lemma"), Column("act", get_args(Act)), Column("constructions", separator=" ")
    return named_rows(reporting_verb_of, *columns)


def reporting_verb_of(lemma: str, act: Act, constructions: str) -> ReportingVerb:
    """The reporting verb of a row, whose constructions blanks part."""
    return ReportingVerb(lemma, act, frozenset(constructions.split()))


def function_rows() -> Mapping[str, TableReader]:
    """Metadata of the field of function words, whose table names the class of each."""
    return {READER: TableReader(Table((Column("word"), Column("class", word_classes())), keys=2), by_class)}


def by_class(rows: Rows) -> FunctionWords:
    """The words of each class."""
    found: dict[str, set[str]] = {name: set() for name in word_classes()}
    for word, name in rows:
        found[name].add(word)
    return FunctionWords(**{name.replace(" ", "_"): frozenset(words) for name, words in found.items()})
