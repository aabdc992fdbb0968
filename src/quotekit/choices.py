"""What a setting may be given as: each value is converted to the one form that settings have, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from numbers import Real
from os import PathLike
from pathlib import Path
from typing import Any

from quotekit.errors import SettingsError

__all__ = ["alias_pairs", "checked_choice", "checked_choices", "cue_pairs", "path_of", "proportion"]

_ALIASES = "names with other names of the same speaker, such as {'Elizabeth Bennet': ['Lizzy', 'Eliza']}"
_CUES = "verbs, alone or with their act, such as ['croon', ('muse', 'thought')]"
_PATH = "the name of a file or folder, a str or a Path without null characters"


def checked_choice(setting: str, value: Any, allowed: tuple[str, ...]) -> None:
    """Refuse a value that is not one of those *allowed*.

    Raises:
        SettingsError: It is none of them.
    """
    if not isinstance(value, str) or value not in allowed:
        raise SettingsError(setting, repr(value), " or ".join(map(repr, allowed)))


def checked_choices(setting: str, given: Any, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The values that are *given* as a collection, or as a single word, in the order given.

    Raises:
        SettingsError: One of them is not *allowed*, or there are none.
    """
    values = (given,) if isinstance(given, str) else _as_tuple(given)
    if not values or not all(isinstance(value, str) and value in allowed for value in values):
        raise SettingsError(setting, repr(given), f"one or several of {', '.join(map(repr, allowed))}")
    return (
        tuple(value for value in allowed if value in values)
        if isinstance(given, (set, frozenset))
        else values
    )


def alias_pairs(given: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names with their aliases, from a mapping or pairs; a single alias may stand without a list.

    Raises:
        SettingsError: Something in it is no name.
    """
    found = []
    for pair in _as_pairs("aliases", given, _ALIASES):
        name, others = pair if len(pair) == 2 else (None, None)
        aliases = (others,) if isinstance(others, str) else _as_tuple(others)
        if not isinstance(name, str) or not name.strip() or not aliases or not all(map(_is_name, aliases)):
            raise SettingsError("aliases", repr(given), _ALIASES)
        found.append((name, aliases))
    return tuple(found)


def cue_pairs(given: Any, acts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Cue verbs with their act, from a mapping, verbs or pairs; one without an act has the first of *acts*.

    Raises:
        SettingsError: Something in it is no verb, or no act.
    """
    items = (given,) if isinstance(given, str) else _as_pairs("extra_cues", given, _CUES)
    pairs = [(item, acts[0]) if isinstance(item, str) else item for item in items]
    for pair in pairs:
        if len(pair) != 2 or not _is_name(pair[0]):
            raise SettingsError("extra_cues", repr(given), _CUES)
        checked_choice("extra_cues", pair[1], acts)
    return tuple((verb, act) for verb, act in pairs)


def path_of(setting: str, given: Any) -> Path | None:
    """The path of a file or folder that may be given by its name; None stays None.

    Raises:
        SettingsError: It is no path.
    """
    if given is None:
        return None
    try:
        path = Path(given) if isinstance(given, str | PathLike) and given else None
    except TypeError:  # a path of bytes
        path = None
    if path is None or "\0" in str(path):
        raise SettingsError(setting, repr(given), _PATH)
    return path


def proportion(setting: str, given: Any) -> float:
    """A number from 0 to 1.

    Raises:
        SettingsError: It is no number, or not one of these.
    """
    if not isinstance(given, Real) or isinstance(given, bool):
        raise SettingsError(setting, repr(given), "a number from 0 to 1")
    number = float(given)
    if not (isfinite(number) and 0.0 <= number <= 1.0):
        raise SettingsError(setting, repr(given), "a number from 0 to 1")
    return number


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _as_tuple(given: Any) -> tuple[Any, ...]:
    """What *given* holds; nothing when it is no collection."""
    return (
        tuple(given) if isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping) else ()
    )


def _as_pairs(setting: str, given: Any, allowed: str) -> list[Any]:
    """The items of a mapping, or those of a collection of pairs or words; lists in it are tuples then."""
    if isinstance(given, Mapping):
        return list(given.items())
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise SettingsError(setting, repr(given), allowed)
    items = [item if isinstance(item, str) else _as_tuple(item) for item in given]
    if setting == "aliases" and any(isinstance(item, str) for item in items):
        raise SettingsError(setting, repr(given), allowed)
    return items
