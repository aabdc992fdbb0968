"""A text with its quotes: what every format writes, and gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import field, frozen

from quotekit.errors import FileError
from quotekit.given import checked_items, file_errors, path_from
from quotekit.plain import beginning, number_of_quotes
from quotekit.records import Quote, quote_spans, require_in_text

__all__ = [
    "QuotedText",
    "checked_texts",
    "replaced_whole",
    "without_surrogates",
    "write_pieces",
]

_QUOTED_TEXTS = "texts with their quotes, such as [quotekit.QuotedText('a', text, quotes)]"
_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""All surrogates, U+D800 to U+DFFF, which no UTF-8 holds."""


@frozen
class QuotedText:
    """A text with its quotes.

    Attributes:
        id: What tells it from others.
        text: The text, or None where a format does not keep it.
        quotes: Its quotes.
        fields: What else is known of it, such as its outlet, date or address, as plain data.
    """

    id: str
    text: str | None = field(repr=beginning)
    quotes: tuple[Quote, ...] = field(repr=number_of_quotes)
    fields: Mapping[str, Any] = field(factory=dict, hash=False)

    def checked(self) -> str:
        """The text, after a look at whether the quotes are of it.

        Raises:
            OffsetsError: They are not, or there is no text.
        """
        text = self.text or ""
        for quote in self.quotes:
            require_in_text(text, quote_spans(quote))
        return text


def checked_texts(documents: Iterable[QuotedText]) -> Iterator[QuotedText]:
    """The *documents*, once it is known that they are some.

    Raises:
        InputTypeError: They are something else, such as the quotes alone.
    """
    return checked_items(documents, QuotedText, _QUOTED_TEXTS)


def without_surrogates(text: str) -> str:
    """*text* with U+FFFD for lone surrogates, which no file can hold."""
    return text if text.isascii() else text.translate(_LONE_SURROGATES)


def write_pieces(pieces: Iterable[str], path: str | PathLike[str]) -> None:
    """Write a text that comes in pieces to a file, whole or not at all.

    Raises:
        InputTypeError: *path* is no path.
        FileError: The file cannot be written.
    """
    with (
        replaced_whole(path) as unfinished,
        unfinished.open("w", encoding="utf-8", newline="") as file,
    ):
        file.writelines(pieces)


@contextmanager
def replaced_whole(path: str | PathLike[str], *, in_order: bool = True) -> Iterator[Path]:
    """A file to write to, which takes the place of the one at *path* once all is in it, or else goes.

    What is no regular file is never replaced: a link is followed, a pipe or a device is written to.

    Args:
        path: Where the file is to be.
        in_order: Whether it is written from beginning to end, as a pipe or a device has to be.

    Raises:
        InputTypeError: *path* is no path.
        FileError: The file cannot be written, or is no regular one and not written *in_order*.
    """
    target = path_from(path)
    with file_errors(target, "write"):
        if target.is_symlink():
            target = target.resolve()
        special = target.exists() and not target.is_file()
        if special and not in_order:
            raise FileError(str(path), "it is no regular file", "write")
        unfinished = target if special else target.with_name(f"{target.name}.part")
        try:
            yield unfinished
        except BaseException:
            if not special:
                unfinished.unlink(missing_ok=True)
            raise
        if not special:
            unfinished.replace(target)
