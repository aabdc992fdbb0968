"""The columns of a table of quotes, and for data frames values of one kind in each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from quotekit.errors import InputTypeError, QuotekitError
from quotekit.export.documents import without_surrogates

__all__ = ["COLUMNS", "PARTS", "TAKEN", "column_errors", "columns_of_rows"]

COLUMNS: dict[str, type] = {
    "document": str,
    "number": int,
    "kind": str,
    "act": str,
    "modality": str,
    "speaker": str,
    "text": str,
    "start": int,
    "end": int,
    "sentence": str,
    "content_at": str,
    "cue": str,
    "cue_at": str,
    "source": str,
    "source_at": str,
    "addressee": str,
    "addressee_at": str,
    "speaker_label": str,
    "speaker_how": str,
    "mention": str,
    "mention_at": str,
    "speaker_role": str,
    "speaker_role_at": str,
    "speaker_pronoun": str,
    "speaker_confidence": float,
    "speaker_rule": str,
    "depth": int,
    "confidence": float,
    "rule": str,
}
"""The columns and what is in them.

``number`` counts the quotes of a document from 0; ``text``, ``start`` and ``end`` are those of the
content as a whole, as in the columns that `quotekit.spark` adds. ``sentence`` is what stands around it, from
the start of a sentence to the end of one; None where the text is not at hand.
"""

TAKEN = frozenset({*COLUMNS, "content"})
"""Names that no field of a text has in a table; version 0.1 called the text of a quote ``content``."""

PARTS = ("cue", "source", "addressee")
"""The parts of a quote that have a column for their words and one for their places."""

_INTEGERS = range(-(2**63), 2**63)
"""The whole numbers that a column of 64 bits holds."""

_PLAIN = (str, bool, int, float, datetime, date)
"""What columns hold as it is; a bool is no number here, and a datetime no date."""

_FIELDS = "texts whose fields are plain data: words, numbers, True or False, dates, lists and dicts of these"


def columns_of_rows(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    """The columns of these names, each of one kind: text, where a field has several or what no column holds.

    In such text words stand as they are, and other values as JSON. Lone surrogates are U+FFFD.
    """
    return {without_surrogates(name): _column([row.get(name) for row in rows]) for name in names}


@contextmanager
def column_errors() -> Iterator[None]:
    """Whatever a library cannot make columns of meanwhile, as an error that says what it takes.

    Raises:
        InputTypeError: The library refuses the values.
    """
    try:
        yield
    except (QuotekitError, OSError, MemoryError):
        raise
    except Exception as error:  # the libraries' errors share no base but this
        raise InputTypeError(f"these fields in a table ({error})", _FIELDS) from error


def _column(values: list[Any]) -> list[Any]:
    kinds = {_column_kind(value) for value in values if value is not None}
    if kinds <= {int, float}:
        return (
            values if float not in kinds else [value if value is None else float(value) for value in values]
        )
    if len(kinds) == 1 and kinds <= {*_PLAIN}:
        return [_without_surrogates_in(value) for value in values]
    if kinds == {list} and _is_flat(values):
        return [value if value is None else _column(list(value)) for value in values]
    return [value if value is None else _as_text(value) for value in values]


def _column_kind(value: Any) -> type | None:
    """The kind of column that a value needs, None where there is none for it."""
    if isinstance(value, list | tuple):
        return list
    if type(value) is int and value not in _INTEGERS:
        return None
    return type(value) if type(value) in _PLAIN else None


def _is_flat(values: Sequence[Any]) -> bool:
    """Whether lists hold values of one plain kind, all of them the same; whole and other numbers are two."""
    kinds = {
        _column_kind(item) for value in values if value is not None for item in value if item is not None
    }
    return not kinds or (len(kinds) == 1 and kinds <= {*_PLAIN})


def _without_surrogates_in(value: Any) -> Any:
    return without_surrogates(value) if isinstance(value, str) else value


def _as_text(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return without_surrogates(words)
