"""A text that was read from a file, and what there is to choose about reading it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

__all__ = ["FileText", "ReadingChoices", "UnreadableText"]


@frozen
class FileText:
    """A text to work on.

    Attributes:
        id: What tells it from the others.
        text: The text.
        fields: What else the file says of it, such as its title, outlet or date.
    """

    id: str
    text: str
    fields: Mapping[str, Any] = field(factory=dict, hash=False)


@frozen
class UnreadableText:
    """A text that cannot be read, and why."""

    id: str
    reason: str


@frozen
class ReadingChoices:
    """How files are read.

    Attributes:
        text_field: The field or column of a record that holds its text.
        id_field: The one that tells it from others; without it, that is the file and the record's number.
        encoding: The encoding of text files; None finds it out.
    """

    text_field: str = "text"
    id_field: str = "id"
    encoding: str | None = None
