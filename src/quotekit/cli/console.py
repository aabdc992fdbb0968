"""The terminal: complaints, progress, and characters that it lacks."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["complain", "ended_by_reader", "print_any_character", "printable", "with_progress"]

T = TypeVar("T")


def complain(message: str) -> None:
    """Say on standard error what is wrong."""
    typer.echo(f"quotekit: {printable(message)}", err=True)


def printable(text: str) -> str:
    """*text* on one line, without the control characters that could steer the terminal."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\ufffd" for char in line)


def print_any_character() -> None:
    """Let a terminal of a narrow encoding show a stand-in where it lacks a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def ended_by_reader() -> None:
    """End quietly, for whoever read the output has seen enough, such as ``head``.

    Raises:
        typer.Exit: Always, with status 0.
    """
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())  # so that nothing is flushed into the closed pipe at the end
    raise typer.Exit(0)


def with_progress(items: Iterable[T], total: int | None, *, busy: bool) -> Iterator[T]:
    """The *items*, with a bar on standard error that shows how many of them are done.

    Args:
        items: What is worked on.
        total: How many there are, when that is known.
        busy: Whether the terminal shows something else meanwhile; no bar is drawn then, as when
            standard error is no terminal or there is but one item.
    """
    console = Console(stderr=True)
    hidden = busy or not console.is_terminal or total == 1
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        yield from progress.track(items, total=total, description="texts")
