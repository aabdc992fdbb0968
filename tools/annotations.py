"""Annotations that are kept apart from the texts that they are of, and the two brought together.

    python -m tools.annotations join [--part PART] ANNOTATIONS.jsonl CORPUS.jsonl [CORPUS.jsonl ...] OUT.jsonl

A line of annotations has an ``id``, the ``sha256`` of its document's text and its ``quotes`` as offsets; the
corpora have lines with that ``id`` and the ``text``. What comes out has both, and is read by
``quotekit evaluate`` and ``quotekit train``; with --part only documents of that ``part``. A document that no
corpus has, or whose text is another one, is said on standard error, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["joined", "main"]


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def joined(
    annotations: Iterable[Mapping[str, Any]], texts: Mapping[str, str]
) -> tuple[list[dict[str, Any]], list[str]]:
    """The annotated documents with their *texts* by id, and what is wrong with those that have none."""
    found: list[dict[str, Any]] = []
    wrong: list[str] = []
    for row in annotations:
        text = texts.get(row["id"])
        if text is None:
            wrong.append(f"{row['id']}: no corpus has this document")
        elif hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
            wrong.append(f"{row['id']}: its text is not the one that was annotated")
        else:
            found.append({"id": row["id"], "text": text, "quotes": row["quotes"]})
    return found, wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Join, and say what could not be; the exit status is 1 when something could not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    joining = parser.add_subparsers(dest="command", required=True).add_parser("join")
    joining.add_argument("annotations", type=Path)
    joining.add_argument("corpora", type=Path, nargs="+")
    joining.add_argument("out", type=Path)
    joining.add_argument("--part", help="learned or scored; without it, all")
    given = parser.parse_args(arguments)
    texts = {row["id"]: row["text"] for corpus in given.corpora for row in rows_of(corpus)}
    rows = (row for row in rows_of(given.annotations) if given.part in {None, row.get("part")})
    found, wrong = joined(rows, texts)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    given.out.write_text("".join(lines), encoding="utf-8")
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    print(f"{len(found)} documents, {sum(len(row['quotes']) for row in found)} quotes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
