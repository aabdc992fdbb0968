"""The files that names stand for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotekit.files.forms import form_by_ending

__all__ = ["find_files", "missing_files"]

STANDARD_INPUT = "-"


def find_files(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The files to read, and those of folders that are passed over.

    A folder stands for the files in it and in its folders, by name, that end like a form that is
    known; hidden ones are left out. A name that is no folder stands for itself.
    """
    found: list[str] = []
    passed_over: list[str] = []
    for name in names:
        if name == STANDARD_INPUT or not Path(name).is_dir():
            found.append(name)
            continue
        inside = [path for path in sorted(Path(name).rglob("*")) if _is_shown(path, Path(name))]
        readable = [str(path) for path in inside if form_by_ending(path.name)]
        passed_over += [str(path) for path in inside if not form_by_ending(path.name)]
        found += readable or [name]
    return found, passed_over


def missing_files(names: Iterable[str]) -> list[str]:
    """Those of the *names* that no file has."""
    return [name for name in names if name != STANDARD_INPUT and not Path(name).exists()]


def _is_shown(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden
