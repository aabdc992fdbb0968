"""Tables are read by one reader, which says file and line of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.errors import TableError
from quotekit.language import Column, Table, read_table

TABLE = Table((Column("word"), Column("gender", ("m", "f"))))


def table_of(tmp_path: Path, text: str) -> Path:
    """A file with *text*."""
    path = tmp_path / "roles.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_come_in_order_without_comments_and_header(tmp_path: Path) -> None:
    """Comments and empty lines are left out wherever they stand, the header names the columns."""
    path = table_of(tmp_path, "# Roles.\nword\tgender\nuncle\tm\n\n# more\naunt\tf\n")
    assert read_table(path, TABLE) == [["uncle", "m"], ["aunt", "f"]]


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    """A language without such words says so by a table without rows."""
    assert read_table(table_of(tmp_path, "# None.\nword\tgender\n"), TABLE) == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "the header is not 'word gender'"),
        ("# Roles.\nuncle\tm\n", 2, "the header is not 'word gender'"),
        ("word\tgender\nuncle\n", 2, "1 cells stand under 2 columns"),
        ("word\tgender\nuncle\tm\tx\n", 2, "3 cells stand under 2 columns"),
        ("word\tgender\nuncle\tM\n", 2, "gender is 'M', allowed is f, m"),
        ("word\tgender\n uncle\tm\n", 2, "word is empty or has a blank at its edge"),
        ("word\tgender\n\tm\n", 2, "word is empty or has a blank at its edge"),
        ("word\tgender\nuncle\tm\n# again\nuncle\tf\n", 4, "'uncle' stands in line 2 already"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    """An odd header, row, value or a word twice is an error that one can go to."""
    path = table_of(tmp_path, text)
    with pytest.raises(TableError) as caught:
        read_table(path, TABLE)
    assert (caught.value.path, caught.value.line, caught.value.problem) == (str(path), line, problem)


def test_a_row_may_be_told_by_several_columns(tmp_path: Path) -> None:
    """Where a word may stand in several classes, only the same class twice is a mistake."""
    path = table_of(tmp_path, "word\tgender\ncousin\tm\ncousin\tf\n")
    assert read_table(path, Table(TABLE.columns, keys=2)) == [["cousin", "m"], ["cousin", "f"]]


def test_each_of_several_values_is_checked(tmp_path: Path) -> None:
    """A cell of several values may hold none that is unknown or empty."""
    table = Table((Column("word"), Column("kinds", ("a", "b"), separator="|")))
    assert read_table(table_of(tmp_path, "word\tkinds\nx\ta|b\n"), table) == [["x", "a|b"]]
    with pytest.raises(TableError, match="line 2: kinds is 'c'"):
        read_table(table_of(tmp_path, "word\tkinds\nx\ta|c\n"), table)
    with pytest.raises(TableError, match="line 2: kinds is ''"):
        read_table(table_of(tmp_path, "word\tkinds\nx\ta||b\n"), table)
