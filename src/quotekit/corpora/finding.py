"""Which corpus' form files are in."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from quotekit.corpora.corrected import holds_corrected, read_corrected
from quotekit.corpora.documents import AnnotatedDocument
from quotekit.corpora.jsonl import read_jsonl
from quotekit.corpora.litbank import read_litbank
from quotekit.corpora.pdnc import holds_pdnc, read_pdnc
from quotekit.corpora.polnear import read_polnear
from quotekit.corpora.riqua import read_riqua
from quotekit.errors import CorpusError
from quotekit.given import file_errors, path_from

__all__ = ["read_corpus"]

Reader = Callable[[Path], list[AnnotatedDocument]]


def read_corpus(path: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The annotated documents of a file of JSON lines, or of a folder with a corpus in its own form.

    Args:
        path: JSON lines, or a folder of PolNeAR (with ``attributions``), PDNC (with its tables),
            LitBank or RiQuA (with ``.ann`` beside ``.txt``), or one that `quotekit.export.brat` wrote.

    Raises:
        CorpusError: The folder holds none of these, or a file is not of its form.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = path_from(path)
    with file_errors(source):
        if not source.is_dir():
            return read_jsonl(source)
        for holds, read in _FORMS:
            if holds(source):
                return read(source)
    raise CorpusError(
        str(source), 0, "the folder holds no corpus: neither 'attributions', .ann files nor tables of PDNC"
    )


def _holds_litbank(folder: Path) -> bool:
    """LitBank's rows name their kind first, brat's begin with an id."""
    first = min(folder.glob("*.ann"), default=None)
    return first is not None and first.read_bytes().startswith((b"QUOTE\t", b"ATTRIB\t"))


_FORMS: tuple[tuple[Callable[[Path], bool], Reader], ...] = (
    (lambda folder: (folder / "attributions").is_dir(), read_polnear),
    (holds_pdnc, read_pdnc),
    (_holds_litbank, read_litbank),
    (holds_corrected, read_corrected),
    (lambda folder: any(folder.glob("*.ann")), read_riqua),
)
