"""Columns for data frames: one kind each, whatever the fields of texts hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from quoted_texts import NEWS

from quotekit import InputTypeError
from quotekit.export import parquet, table
from quotekit.export.columns import column_errors, columns_of_rows
from quotekit.export.documents import QuotedText

BIG = 2**70
COLUMNS: dict[str, tuple[list[Any], list[Any]]] = {
    "one kind": (["a", None], ["a", None]),
    "lists of one kind": ([["a"], [], None], [["a"], [], None]),
    "whole numbers and others": ([1, 2.5, None], [1.0, 2.5, None]),
    "a number beside words": ([12, "n/a"], ["12", "n/a"]),
    "a list beside words": ([["x"], "y"], ['["x"]', "y"]),
    "lists of several kinds": ([["x"], [1]], ['["x"]', "[1]"]),
    "True beside a number": ([True, 1], ["true", "1"]),
    "more than 64 bits": ([BIG, 1], [str(BIG), "1"]),
    "objects": ([{}, {"ä": 1}], ["{}", '{"ä": 1}']),
    "lone surrogates": (["\ud800"], ["\ufffd"]),
    "lone surrogates in a list": ([["\ud800"]], [["\ufffd"]]),
    "lone surrogates in an object": ([{"a": "\ud800"}], ['{"a": "\ufffd"}']),
    "nothing": ([None, None], [None, None]),
}
"""The values of a field, and the column that they make."""


@pytest.mark.parametrize("case", COLUMNS)
def test_column(case: str) -> None:
    """A column holds values of one kind; several kinds are text."""
    values, expected = COLUMNS[case]
    [found] = columns_of_rows([{"x": value} for value in values], ["x"]).values()
    assert found == expected
    assert list(map(type, found)) == list(map(type, expected))


def to_parquet(documents: list[QuotedText], tmp_path: Path) -> Any:
    """A Parquet file of the documents, read back."""
    from pyarrow import parquet as reader

    parquet.write(documents, tmp_path / "a.parquet")
    return reader.read_table(tmp_path / "a.parquet")


FRAMES: dict[str, Callable[[list[QuotedText], Path], Any]] = {
    "pandas": lambda documents, _: table.to_pandas(documents).to_dict("list"),
    "polars": lambda documents, _: table.to_polars(documents).to_dict(as_series=False),
    "arrow": lambda documents, _: table.to_arrow(documents).to_pydict(),
    "parquet": lambda documents, path: to_parquet(documents, path).to_pydict(),
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("case", COLUMNS)
def test_frames_hold_every_column(frame: str, case: str, tmp_path: Path) -> None:
    """Every library and Parquet take these columns, and none changes what texts hold."""
    pytest.importorskip({"arrow": "pyarrow", "parquet": "pyarrow"}.get(frame, frame))
    values, expected = COLUMNS[case]
    one = evolve(NEWS, quotes=NEWS.quotes[:1])
    found = FRAMES[frame]([evolve(one, fields={"x": value}) for value in values], tmp_path)["x"]
    told = [(got, want) for got, want in zip(found, expected, strict=True) if want is not None]
    assert all((list(got) if isinstance(want, list) else got) == want for got, want in told)


@pytest.mark.parametrize("frame", FRAMES)
def test_lone_surrogates(frame: str, tmp_path: Path) -> None:
    """In ids, words and names of fields lone surrogates are U+FFFD, as in other formats."""
    pytest.importorskip({"arrow": "pyarrow", "parquet": "pyarrow"}.get(frame, frame))
    content = evolve(NEWS.quotes[0].content[0], text="\ud800" * 13)
    quote = evolve(NEWS.quotes[0], content=(content,))
    found = FRAMES[frame]([QuotedText("a\udc80", None, (quote,), {"\ud800": 1})], tmp_path)
    assert (found["document"], found["text"], found["\ufffd"]) == (["a\ufffd"], ["\ufffd" * 13], [1])


def test_whatever_else_a_library_refuses() -> None:
    """An error of a library is one of quotekit that says what to do; one of the system stays what it is."""
    with pytest.raises(InputTypeError, match=r"these fields in a table \(odd\).*plain data"), column_errors():
        raise OverflowError("odd")
    with pytest.raises(BlockingIOError), column_errors():
        raise BlockingIOError
