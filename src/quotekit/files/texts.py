"""A text that was read from a file, and what there is to choose about reading it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from quotekit.plain import beginning

__all__ = ["Choice", "FileText", "ReadingChoices", "UnreadableText", "WrongChoiceError"]

Choice = Literal["form", "encoding", "text_field"]
"""What can be chosen about reading a file: an argument of `read_files`, or a field of `ReadingChoices`."""


@frozen
class FileText:
    """A text to work on.

    Attributes:
        id: What tells it from the others.
        text: The text.
        fields: What else the file says of it, such as its title, outlet or date.
    """

    id: str
    text: str = field(repr=beginning)
    fields: Mapping[str, Any] = field(factory=dict, hash=False)


@frozen
class UnreadableText:
    """A text that cannot be read, and why.

    Attributes:
        id: What tells it from the others.
        reason: What is wrong with it.
        choice: What to choose otherwise, so that it may be read; None where no choice helps.
    """

    id: str
    reason: str
    choice: Choice | None = None

    @classmethod
    def by(cls, error: Exception, id: str) -> UnreadableText:
        """The text *id*, which the *error* kept from being read."""
        return cls(id, str(error), error.choice if isinstance(error, WrongChoiceError) else None)


class WrongChoiceError(ValueError):
    """A file cannot be read as it was chosen to be; another *choice* may do."""

    def __init__(self, reason: str, choice: Choice) -> None:
        super().__init__(reason)
        self.choice = choice


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
