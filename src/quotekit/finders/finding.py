"""What a tagger finds, before it is a quote: words, who they are given to, and by which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from quotekit.records import Kind, MarkedSpan, Settings
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Attribution", "Range", "Tagger"]


@frozen
class Attribution:
    """One report of what somebody said or thought.

    Attributes:
        content: Where the reported words stand.
        cue: Where the words stand that signal the report.
        source: Where the words stand that name the source.
        rule: The name of the rule or the tagger that found it.
        confidence: 0 to 1.
        addressee: Where the words stand that name whom it was said to.
        kind: How the words are given, when the layout tells and quotation marks do not: the
            answers of an interview are ``direct`` without marks.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    addressee: tuple[Range, ...] = ()
    kind: Kind | None = None


class Tagger(Protocol):
    """Finds the attributions of a parsed document."""

    def __call__(self, doc: Doc, marks: Sequence[MarkedSpan], settings: Settings) -> list[Attribution]:
        """The attributions of *doc*, whose quotation marks are *marks*, in any order."""
        ...
