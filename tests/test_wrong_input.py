"""What a public function does not take: an error of quotekit's own that says what to do."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from quotekit import QuotekitError

ROOMS = [
    "quotekit",
    "quotekit.corpora",
    "quotekit.evaluation",
    "quotekit.export.brat",
    "quotekit.export.formats",
    "quotekit.export.html",
    "quotekit.export.json_list",
    "quotekit.export.jsonl",
    "quotekit.export.jsonld",
    "quotekit.export.plots",
    "quotekit.export.table",
    "quotekit.export.tei",
    "quotekit.shares",
    "quotekit.site",
    "quotekit.textacy",
]
"""The modules whose names the documentation shows."""

WRONG: list[Any] = [None, 5, 3.5, b"x", object(), [5], [None], ["x"], {"a": 1}, "no/such/file", "a\0b"]
TEXTS = {"text", "text_or_doc", "source_text", "quote"}
BUILT_INS = (TypeError, ValueError, OSError, ImportError, RuntimeError)


def public_callables() -> Iterator[tuple[str, Callable[..., Any]]]:
    """All that the rooms offer and that can be called, errors aside."""
    seen: set[int] = set()
    for room in ROOMS:
        module = import_module(room)
        for name in module.__all__:
            value = getattr(module, name)
            is_error = isinstance(value, type) and issubclass(value, BaseException)
            if callable(value) and inspect.isroutine(value) and not is_error and id(value) not in seen:
                seen.add(id(value))
                yield f"{room}.{name}", value


CALLABLES = dict(public_callables())


def parameters(function: Callable[..., Any], *, required: bool) -> list[str]:
    """The names of the parameters that have to be given, or of those that need not."""
    listed = inspect.signature(function).parameters.values()
    return [one.name for one in listed if (one.default is one.empty) == required]


def outcome(function: Callable[..., Any], *args: Any, **options: Any) -> Exception | None:
    """The error of a call, whose results are taken one by one where they come one by one."""
    try:
        result = function(*args, **options)
        if isinstance(result, Iterator):
            list(result)
    except Exception as error:
        return error
    return None


def assert_helpful(error: Exception | None) -> None:
    """An error, if there is one, is quotekit's own, a built-in that fits, and says what cannot be done."""
    if error is not None:
        assert isinstance(error, QuotekitError), repr(error)
        assert isinstance(error, BUILT_INS)
        assert str(error).startswith("Cannot ")
        assert str(error).count(". ") + str(error).endswith(".") >= 1


@pytest.mark.parametrize("name", CALLABLES)
def test_wrong_arguments(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong values in the place of all arguments are refused by an error that helps, or are taken."""
    monkeypatch.chdir(tmp_path)
    function = CALLABLES[name]
    for wrong in WRONG:
        assert_helpful(outcome(function, *[wrong for _ in parameters(function, required=True)]))


@pytest.mark.parametrize("name", CALLABLES)
def test_wrong_options(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong value for one option, beside arguments that are right, is refused by an error that helps."""
    monkeypatch.chdir(tmp_path)
    function = CALLABLES[name]
    given = ["Text." if one in TEXTS else [] for one in parameters(function, required=True)]
    for option in parameters(function, required=False):
        for wrong in WRONG:
            with redirect_stdout(io.StringIO()):
                assert_helpful(outcome(function, *given, **{option: wrong}))


RECORDS = ["MarkedSpan", "Quote", "Settings", "Span", "Speaker"]


@pytest.mark.parametrize("name", RECORDS)
def test_wrong_fields(name: str) -> None:
    """Records refuse what is none of their fields' values by an error that helps."""
    import quotekit

    record = getattr(quotekit, name)
    needed = parameters(record, required=True)
    for wrong in WRONG:
        assert_helpful(outcome(record, *[wrong for _ in needed]))
        for option in parameters(record, required=False):
            assert_helpful(outcome(record, **{option: wrong}) if not needed else None)
        if hasattr(record, "from_dict"):
            assert isinstance(outcome(record.from_dict, wrong), QuotekitError)
