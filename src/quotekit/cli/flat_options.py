"""Commands that take records of options, as typer reads them: with each option for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

import attrs

__all__ = ["with_flat_options"]


def with_flat_options(command: Callable[..., None]) -> Callable[..., None]:
    """*command*, whose parameters that are records have given way to the fields of these."""
    taken = signature(command, eval_str=True).parameters.values()
    records = {one.name: one.annotation for one in taken if attrs.has(one.annotation)}

    @wraps(command)
    def flat(**values: Any) -> None:
        made = {
            name: record(**{field.name: values.pop(field.name) for field in attrs.fields(record)})
            for name, record in records.items()
        }
        command(**values, **made)

    options = [option for one in taken for option in flat_options(one)]
    flat.__signature__ = Signature(options, return_annotation=None)  # type: ignore[attr-defined]
    return flat


def flat_options(parameter: Parameter) -> Iterator[Parameter]:
    """A parameter, or one for each field where it is a record."""
    record = parameter.annotation
    if not attrs.has(record):
        yield parameter.replace(kind=Parameter.KEYWORD_ONLY)
        return
    hints = get_type_hints(record, include_extras=True)
    for field in attrs.fields(record):
        yield Parameter(
            field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
