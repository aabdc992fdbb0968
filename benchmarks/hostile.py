"""Texts that nobody writes: each takes long or much memory where time is not linear in a text's length."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["HOSTILE", "prose", "repeated"]

_PARAGRAPH: Final = (
    "“The harbour will stay shut until the wall is mended,” Helen Brandt told reporters on Monday. "
    "The mayor’s office said that repairs could take a month. “We’ve seen worse,” said Tom Ray, "
    "who has fished here for thirty years. According to the port’s owner, 40 boats are waiting.\n\n"
)


def repeated(piece: str, length: int) -> str:
    """*piece* again and again, up to *length* characters."""
    return (piece * (length // len(piece) + 1))[:length]


def prose(length: int) -> str:
    """Paragraphs of news."""
    return repeated(_PARAGRAPH, length)


def _names(length: int) -> str:
    """Thousands of people who each say something."""
    people = (f"“Yes,” said Ann{number:x} Lee{number:x}.\n\n" for number in range(length // 20 + 1))
    return "".join(people)[:length]


HOSTILE: Final[dict[str, Callable[[int], str]]] = {
    "opening marks": lambda length: repeated("“", length),
    "straight marks": lambda length: repeated('"', length),
    "single marks": lambda length: repeated("' ", length),
    "marks of all sorts": lambda length: repeated("“‘\"'«", length),
    "one mark a paragraph": lambda length: repeated("“Yes.\n\n", length),
    "nested marks": lambda length: repeated("“‘" * 200 + "a" + "’”" * 200 + "\n\n", length),
    "commas": lambda length: repeated(",", length),
    "one word": lambda length: repeated("a", length),
    "blanks": lambda length: repeated(" ", length),
    "line ends": lambda length: repeated("\r\n", length),
    "brackets": lambda length: repeated("(", length),
    "tags": lambda length: repeated("<b ", length),
    "entities": lambda length: repeated("&quot;", length),
    "cues without an end": lambda length: repeated("Ann said that ", length),
    "phrases without an end": lambda length: repeated("in Ann's words it rained, ", length),
    "colons": lambda length: repeated("Ann said:\n- yes\n", length),
    "ten thousand names": _names,
}
