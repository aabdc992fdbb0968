"""Files for the annotation tool brat (Stenetorp et al. 2012): a ``.txt`` and a ``.ann`` for each text.

A quote is an event ``Quote`` whose trigger is its content, with ``Cue``, ``Source`` and ``Addressee``; its
kind, act and modality are attributes, and its speaker's name is its note. Annotators can correct all
of that, and `quotekit.corpora.read_corrected` reads it as training data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike

from quotekit.export.documents import QuotedText, checked_texts, without_surrogates, write_pieces
from quotekit.given import checked_value, file_errors, path_from
from quotekit.records import Span
from quotekit.text.ranges import Range

__all__ = ["brat_lines", "write"]

_ROLES = {"cue": "Cue", "source": "Source", "addressee": "Addressee"}
_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]+)?[\r\n]\s*")
_UNSAFE = re.compile(r"[^\w.-]+")

_LONGEST_NAME = 100
"""Characters of a file's name without its ending; chosen by hand: file systems take 255 bytes, and a
character may have more than one."""


_CONFIGURATION = """[entities]
Cue
Source
Addressee

[relations]

[events]
Quote\tCue*:Cue, Source*:Source, Addressee*:Addressee

[attributes]
Kind\tArg:Quote, Value:direct|indirect|mixed
Act\tArg:Quote, Value:speech|thought
Modality\tArg:Quote, Value:asserted|negated|hypothetical
"""


def brat_lines(document: QuotedText) -> Iterator[str]:
    """The lines of the ``.ann`` file of a text.

    Args:
        document: The text with its quotes.

    Raises:
        OffsetsError: A quote is not of its text.
    """
    text = checked_value(document, QuotedText, "a quotekit.QuotedText").checked()
    stretches = attributes = 0
    for number, quote in enumerate(document.quotes, 1):
        event = []
        for part, label in {"content": "Quote", **_ROLES}.items():
            fragments = _within_lines(text, getattr(quote, part))
            if fragments:
                stretches += 1
                event.append(f"{label}:T{stretches}")
                yield _text_bound_line(f"T{stretches}", label, text, fragments)
        yield f"E{number}\t{' '.join(event)}\n"
        for label, value in (("Kind", quote.kind), ("Act", quote.act), ("Modality", quote.modality)):
            attributes += 1
            yield f"A{attributes}\t{label} E{number} {value}\n"
        if quote.speaker is not None:
            yield f"#{number}\tAnnotatorNotes E{number}\t{_with_blanks(quote.speaker.name)}\n"


def _within_lines(text: str, spans: Sequence[Span]) -> list[Range]:
    """The places of the *spans*, parted at the ends of lines, which brat's annotations do not cross."""
    found: list[Range] = []
    for span in spans:
        at = span.start
        for match in _LINE_END.finditer(text, span.start, span.end):
            found.append((at, match.start()))
            at = match.end()
        found.append((at, span.end))
    return [(start, end) for start, end in found if start < end]


def _text_bound_line(name: str, label: str, text: str, fragments: Sequence[Range]) -> str:
    places = ";".join(f"{start} {end}" for start, end in fragments)
    words = " ".join(text[start:end] for start, end in fragments)
    return f"{name}\t{label} {places}\t{_with_blanks(words)}\n"


def _with_blanks(text: str) -> str:
    """*text* as long as it is, with a blank for whatever some program takes for the end of a line."""
    return without_surrogates("".join(" " if char.isspace() else char for char in text))


def write(documents: Iterable[QuotedText], folder: str | PathLike[str]) -> None:
    """Write a folder for brat, with its configuration; files are named after the ids of the texts.

    Args:
        documents: Texts with their quotes.
        folder: The folder, which is made if it is missing.

    Raises:
        OffsetsError: A quote is not of its text.
        FileError: A file cannot be written.
    """
    target = path_from(folder)
    with file_errors(target, "write"):
        target.mkdir(parents=True, exist_ok=True)
    write_pieces([_CONFIGURATION], target / "annotation.conf")
    taken: set[str] = set()
    for document in checked_texts(documents):
        name = _free_file_name(document.id, taken)
        taken.add(name.casefold())
        write_pieces(brat_lines(document), target / f"{name}.ann")
        write_pieces([without_surrogates(document.checked())], target / f"{name}.txt")


def _free_file_name(id_: str, taken: set[str]) -> str:
    """A name that is safe in a folder, and no other text's."""
    plain = _UNSAFE.sub("_", id_.removesuffix(".txt")).strip("._")[:_LONGEST_NAME] or "text"
    number, name = 1, plain
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    return name
