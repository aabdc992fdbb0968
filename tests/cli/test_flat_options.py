"""Records of options are options of a command each for itself, and records again when it runs."""

from __future__ import annotations

from inspect import signature
from typing import Annotated

import pytest
from attrs import frozen

from quotekit.cli.flat_options import with_flat_options

Weight = Annotated[int, "in stones"]


@frozen
class Cargo:
    """What a boat carries."""

    weight: Weight = 3
    wet: bool = False


@pytest.fixture
def sailed() -> list[tuple[str, Cargo, str]]:
    """The boats that sailed."""
    return []


def test_fields_stand_where_the_record_stood(sailed: list[tuple[str, Cargo, str]]) -> None:
    """The fields take the record's place, with their defaults and all that is noted of their types."""

    def sail(boat: str, *, cargo: Cargo, port: str = "Odde") -> None:
        sailed.append((boat, cargo, port))

    parameters = signature(with_flat_options(sail)).parameters
    assert list(parameters) == ["boat", "weight", "wet", "port"]
    assert (parameters["weight"].annotation, parameters["weight"].default) == (Weight, 3)
    assert parameters["boat"].default is parameters["boat"].empty


def test_the_command_is_given_the_record(sailed: list[tuple[str, Cargo, str]]) -> None:
    """What typer gives for each field comes to the command as one record."""

    def sail(boat: str, *, cargo: Cargo, port: str = "Odde") -> None:
        sailed.append((boat, cargo, port))

    with_flat_options(sail)(boat="Runa", weight=5, wet=True, port="Vik")
    assert sailed == [("Runa", Cargo(5, True), "Vik")]


def test_a_command_without_records_takes_what_it_took() -> None:
    """Its parameters keep their names, types and defaults."""

    def row(strokes: int = 2) -> None: ...

    parameters = signature(with_flat_options(row)).parameters
    assert [(one.name, one.annotation, one.default) for one in parameters.values()] == [("strokes", int, 2)]
