"""What stands in the place of the quotes of a text that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from quotekit.records import Quote

__all__ = ["ExtractionFailure", "Outcome"]


@frozen
class ExtractionFailure:
    """The result for a text whose quotes could not be found.

    It is empty and false, and a loop over it does nothing, so that code for lists of quotes takes it.
    ``isinstance(result, ExtractionFailure)`` tells it from the empty list of a text without quotes.

    Attributes:
        index: The place of the text among those that were given, from 0.
        kind: The name of the exception's class, such as ``InputTypeError``; ``WorkerError`` when
            the process that read the text died.
        error: What the exception says.
    """

    index: int
    kind: str
    error: str

    @classmethod
    def of(cls, index: int, error: Exception) -> ExtractionFailure:
        """The failure of a text.

        Args:
            index: Its place among all texts, from 0.
            error: What its reading raised.
        """
        return cls(index, type(error).__name__, str(error) or repr(error))

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Quote]:
        return iter(())


Outcome = list[Quote] | ExtractionFailure
"""The quotes of a text, or why there are none."""
