"""The one reader of data tables: UTF-8 text with one entry a line, columns parted by a tab.

Lines that a ``#`` opens are comments. The first other line is the header, which names the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from quotekit.errors import TableError

if TYPE_CHECKING:
    from importlib.abc import Traversable

__all__ = ["Column", "Table", "numbered_lines", "read_table"]


@frozen
class Column:
    """One column of a table.

    Attributes:
        name: What the header calls it.
        values: What may stand in it; anything but nothing where it is empty.
        separator: What parts the values of a cell that holds several; empty where it holds one.
    """

    name: str
    values: tuple[str, ...] = ()
    separator: str = ""

    def problem(self, cell: str) -> str:
        """What is wrong with *cell*, or nothing."""
        if cell != cell.strip() or not cell:
            return f"{self.name} is empty or has a blank at its edge"
        parts = cell.split(self.separator) if self.separator else [cell]
        odd = next((part for part in parts if not part or (self.values and part not in self.values)), None)
        return "" if odd is None else f"{self.name} is {odd!r}, allowed is {', '.join(sorted(self.values))}"


@frozen
class Table:
    """What a table holds.

    Attributes:
        columns: Its columns, in order.
        keys: How many of the first columns tell a row from every other.
    """

    columns: tuple[Column, ...]
    keys: int = 1

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def read_table(path: Traversable, table: Table) -> list[list[str]]:
    """The rows of the table at *path*, in its order, each with a cell for each column.

    Raises:
        TableError: The file has another header, a row of another length, an unknown value or a
            row twice; the error names the file and the line.
    """
    lines = numbered_lines(path)
    at, header = next(lines, (1, []))
    if header != table.header:
        raise TableError(str(path), at, f"the header is not {' '.join(table.header)!r}")
    rows: list[list[str]] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in lines:
        key = tuple(cells[: table.keys])
        problem = row_problem(cells, table.columns)
        if not problem and key in seen:
            problem = f"{' '.join(key)!r} stands in line {seen[key]} already"
        if problem:
            raise TableError(str(path), number, problem)
        seen[key] = number
        rows.append(cells)
    return rows


def numbered_lines(path: Traversable) -> Iterator[tuple[int, list[str]]]:
    """The lines of a table that are no comments, with their numbers, parted into cells."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def row_problem(cells: Sequence[str], columns: Sequence[Column]) -> str:
    """What is wrong with a row, or nothing."""
    if len(cells) != len(columns):
        return f"{len(cells)} cells stand under {len(columns)} columns"
    problems = (column.problem(cell) for column, cell in zip(columns, cells, strict=True))
    return next(filter(None, problems), "")
