"""Records as plain data, and back; and the checks of what their fields hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from math import inf
from typing import Any, TypeVar

from attrs import NOTHING, Attribute, asdict, fields

from quotekit.errors import RecordError

__all__ = [
    "as_dict",
    "beginning",
    "counted",
    "field_is",
    "field_is_number",
    "field_is_one_of",
    "number_of_quotes",
    "record_from",
]

R = TypeVar("R")
_LONGEST_SHOWN = 60
"""Characters of a text that the repr of a record shows."""

Check = Callable[[Any, "Attribute[Any]", Any], None]


def as_dict(record: Any) -> dict[str, Any]:
    """An attrs *record* as dicts, lists, strings, numbers and None, which JSON needs no hooks for."""
    data = asdict(record)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in data.items()}


def beginning(text: str | None) -> str:
    """The repr of a *text*, of a long one that of its beginning, so that records can be read in a list."""
    if text is None or len(text) <= _LONGEST_SHOWN:
        return repr(text)
    return repr(f"{text[: _LONGEST_SHOWN - 1]}…")


def counted(number: int, noun: str) -> str:
    """A number and what it is of."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def number_of_quotes(quotes: Sized) -> str:
    """What stands for *quotes* in the repr of a record that holds many."""
    return f"<{counted(len(quotes), 'quote')}>"


def record_from(cls: type[R], data: Mapping[str, Any], **readers: Callable[[Any], Any]) -> R:
    """A record of *cls* from its dict form; *readers* read the fields that hold records.

    Raises:
        RecordError: *data* is no mapping, or a field is missing, unknown or of the wrong type.
    """
    if not isinstance(data, Mapping):
        raise RecordError(cls.__name__, f"a {type(data).__name__} is no dict")
    known = {name.name: name.default for name in fields(cls)}  # type: ignore[arg-type]
    missing = [name for name, default in known.items() if default is NOTHING and name not in data]
    unknown = [name for name in data if name not in known]
    if missing or unknown:
        raise RecordError(cls.__name__, f"missing {missing}, unknown {unknown}")
    try:
        return cls(**{key: readers[key](value) if key in readers else value for key, value in data.items()})
    except (TypeError, ValueError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(cls.__name__, str(error)) from error


def field_is(kind: type, words: str) -> Check:
    """A check that a field holds a *kind*, which an error calls by the *words*."""

    def check(record: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            raise RecordError(type(record).__name__, f"{attribute.name}={value!r} is not {words}")

    return check


def field_is_number(kind: type | tuple[type, ...], words: str, most: float = inf) -> Check:
    """A check that a field holds a number of a *kind*, from 0 to *most*, which an error calls the *words*."""

    def check(record: Any, attribute: Attribute[Any], value: Any) -> None:
        is_number = isinstance(value, kind) and not isinstance(value, bool)
        if not is_number or not 0 <= value <= most:
            raise RecordError(type(record).__name__, f"{attribute.name}={value!r} is not {words}")

    return check


def field_is_one_of(allowed: tuple[str, ...]) -> Check:
    """A check that a field holds one of the words that are *allowed*."""

    def check(record: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, str) or value not in allowed:
            problem = f"{attribute.name}={value!r} is not {' or '.join(map(repr, allowed))}"
            raise RecordError(type(record).__name__, problem)

    return check
