"""The texts that a command is given, with a word on standard error about each that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import typer

from quotekit.cli.console import complain
from quotekit.files import FORMS, FileText, UnreadableText, find_files, form_by_ending
from quotekit.files.finding import missing_files
from quotekit.files.texts import Choice

__all__ = ["chosen_files", "count_texts", "readable_texts", "require_other_place"]

OPTIONS: Final[Mapping[Choice, str]] = {
    "form": "--input",
    "encoding": "--encoding",
    "text_field": "--text-column",
}
"""The option of the command for each choice about reading."""

_SHOWN = 3
"""How many of the files that are passed over are named."""


def chosen_files(names: Iterable[str], failed: list[str], *, quiet: bool, named: bool) -> list[str]:
    """The files to read; those that are missing go to *failed*, after a complaint.

    Args:
        names: Files and folders.
        failed: Where missing ones are noted.
        quiet: Whether to say nothing of what is passed over in folders.
        named: Whether the form of all files is known, so that those of folders are read whatever their names.
    """
    found, passed_over = find_files(names)
    missing = missing_files(found)
    for name in missing:
        complain(f"Cannot read {name}: No such file or directory.")
    failed += missing
    if named:
        found += passed_over
    elif passed_over and not quiet:
        shown = ", ".join(passed_over[:_SHOWN])
        more = "" if len(passed_over) <= _SHOWN else f" and {len(passed_over) - _SHOWN} more"
        complain(f"Passing over what is not understood: {shown}{more}.")
    return [name for name in found if name not in missing]


def require_other_place(names: Iterable[str], output: str, *, holds_files: bool = False) -> None:
    """Refuse an output that would lie where the texts do.

    Args:
        names: The files and folders of the texts.
        output: The file or folder to write, or "-".
        holds_files: Whether it is a folder whose files may be called as the texts are.

    Raises:
        typer.BadParameter: It is one of them, or holds one where *holds_files*.
    """
    places = {Path(name).resolve() for name in names if name != "-"}
    if holds_files:
        places |= {place.parent for place in places if place.is_file()}
    if output != "-" and Path(output).resolve() in places:
        raise typer.BadParameter(f"{output} holds the texts themselves; give the output another name.")


def count_texts(paths: Sequence[str], form: str) -> int | None:
    """How many texts there are, or None when only reading them tells."""
    many = {row.name for row in FORMS if row.many}
    if form in many or (form == "auto" and any(_holds_many(path) for path in paths)):
        return None
    return len(paths)


def _holds_many(path: str) -> bool:
    row = form_by_ending(path)
    return row is not None and row.many


def why_unreadable(text: UnreadableText) -> str:
    """What is wrong with a text, and the option by which it may be read."""
    option = f" ({OPTIONS[text.choice]})" if text.choice else ""
    return f"Cannot read {text.id}: {text.reason}{option}."


def readable_texts(texts: Iterable[FileText | UnreadableText], failed: list[str]) -> Iterator[FileText]:
    """The texts that can be read; the ids of others go to *failed*, after a complaint."""
    for text in texts:
        if isinstance(text, UnreadableText):
            failed.append(text.id)
            complain(why_unreadable(text))
        else:
            yield text
