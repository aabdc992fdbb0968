"""Begin a language: a folder with every table that its record is read from, each with its header alone.

    python -m tools.new_language FOLDER [LIKE]

The first lines of each table, which say what it is for, are those of the language LIKE (by default ``en``).
"""

from __future__ import annotations

import sys
from itertools import takewhile
from pathlib import Path

from attrs import fields

import quotekit
from quotekit.language import Language
from quotekit.language.reading import READER

LANGUAGES = Path(quotekit.__file__).parent / "language"


def write_empty_language(folder: Path, like: str = "en") -> None:
    """Write every table of a language to *folder*, which is made, without rows."""
    folder.mkdir(parents=True)
    for attribute in fields(Language):
        reader = attribute.metadata.get(READER)
        if reader is not None:
            name = f"{attribute.name}.tsv"
            model = (LANGUAGES / like / name).read_text(encoding="utf-8").splitlines()
            comments = takewhile(lambda line: line.startswith("#"), model)
            lines = [*comments, "\t".join(reader.table.header)]
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(args: list[str]) -> int:
    """Write the tables, and say where."""
    if not 1 <= len(args) <= 2:
        print(__doc__)
        return 2
    write_empty_language(Path(args[0]), *args[1:])
    print(f"Wrote {len(list(Path(args[0]).glob('*.tsv')))} tables to {args[0]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
