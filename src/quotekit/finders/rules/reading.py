"""A parsed document as the rules read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from quotekit.parse.grammar import Words, is_verbal
from quotekit.parse.reporting import ReportingVerb, reporting_verb, reporting_verbs
from quotekit.records import MarkedSpan, Settings
from quotekit.text.marks import enclosing
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Reading", "read"]


@frozen
class Reading:
    """Everything that a rule may look at.

    Attributes:
        doc: The parsed document.
        text: Its text.
        marks: Its quotation marks.
        paragraphs: Its paragraphs, as ranges of characters, with one that a colon or a comma ends
            and the quotation that it announces taken for one.
        verbs: The reporting verbs of its language.
        starts: The character at which each token starts.
        parents: For each mark the index of the one that it stands in, or -1.
    """

    doc: Doc
    text: str = field(repr=False)
    marks: Sequence[MarkedSpan]
    paragraphs: Sequence[Range]
    verbs: Mapping[str, ReportingVerb]
    starts: Sequence[int] = field(repr=False)
    parents: Sequence[int] = field(repr=False)

    @property
    def lang(self) -> str:
        """The code of the document's language."""
        return self.doc.lang_

    def verb(self, token: Token) -> ReportingVerb | None:
        """The verb of reporting that *token* is a form of, if it is one."""
        return reporting_verb(token, self.verbs) if is_verbal(token) else None

    def words(self, start: int, end: int) -> Words:
        """The tokens that begin in ``[start, end)``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def marks_from(self, start: int, end: int) -> Sequence[MarkedSpan]:
        """The quotation marks that open in ``[start, end)``."""
        low, high = (bisect_left(self.marks, offset, key=lambda mark: mark.start) for offset in (start, end))
        return self.marks[low:high]

    def outermost(self, offset: int) -> MarkedSpan | None:
        """The outermost quotation marks around the character at *offset*, which is none of them."""
        index = bisect_left(self.marks, offset, key=lambda mark: mark.start) - 1
        while index >= 0 and self.parents[index] >= 0:
            index = self.parents[index]
        return self.marks[index] if index >= 0 and offset < self.marks[index].end else None

    def room(self, offset: int) -> Range:
        """The innermost quotation marks around the character at *offset*, or else its paragraph."""
        index = bisect_right(self.marks, offset, key=lambda mark: mark.start) - 1
        while index >= 0:
            mark = self.marks[index]
            if mark.end > offset:
                return mark.start + 1, mark.end - mark.closed
            index = self.parents[index]
        return self.paragraph(offset)

    def paragraph(self, offset: int) -> Range:
        """The paragraph that holds the character at *offset*."""
        found = bisect_right(self.paragraphs, offset, key=lambda bounds: bounds[0]) - 1
        return self.paragraphs[max(found, 0)]


def read(doc: Doc, marks: Sequence[MarkedSpan], settings: Settings) -> Reading:
    """*doc* with all that its rules look up.

    Raises:
        LanguageError: There are no word lists for the document's language.
    """
    text = doc.text
    return Reading(
        doc=doc,
        text=text,
        marks=marks,
        paragraphs=list(stretches(text, {mark.start for mark in marks})),
        verbs=reporting_verbs(doc.lang_, settings),
        starts=[token.idx for token in doc],
        parents=enclosing(marks),
    )


def stretches(text: str, openings: Container[int]) -> Iterator[Range]:
    """The paragraphs of *text*, those that announce a quotation together with it.

    Args:
        text: The text.
        openings: The offsets at which quotation marks open.
    """
    held: Range | None = None
    for start, end in paragraphs(text):
        if held is not None and start in openings and text[held[1] - 1] in ",:":
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held
