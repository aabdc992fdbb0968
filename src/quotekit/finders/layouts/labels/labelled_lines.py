"""The lines of a page whose labels are set apart in one way, and what is read off them: labels and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.labels.openings import Opening
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.words import without_number

__all__ = ["LabelledLines", "first_line_of", "letter_of", "share_of"]

FIRST_LINE: Final = re.compile(
    r"\s{0,80}(?:[*_]{0,2}[\[(][^\])\n]{1,120}[\])][*_]{0,2}\s{0,80})?(?P<said>[^\n]*)"
)
"""A line behind a label, perhaps after a stage direction in brackets."""
LONGEST_NOTE: Final = 60
"""Characters in brackets at the end of such a line, at most; a guess."""
NOTE_AT_END: Final = re.compile(rf"(?:[\[(][^\])\n]{{1,{LONGEST_NOTE}}}[\])]|</v>)\Z")
"""A direction, a time or the end of a voice behind what is said."""


@frozen(eq=False)
class LabelledLines:
    """The lines of a page whose labels are set apart in one way.

    Attributes:
        page: The page.
        openings: Those of its lines that could be somebody's, in order.
        headings: How many lines in the same form head something else.
        head: The fields over the page's dialogue.
    """

    page: Page
    openings: Sequence[Opening]
    headings: int
    head: Sequence[Opening]

    @cached_property
    def labels(self) -> Sequence[str]:
        """The labels, in lower case; those of questions and of answers without their numbers."""
        words, text = every_language().function_words, self.page.text
        letters = words.question_letter | words.answer_letter
        numbered = ((letter_of(text, item), text[slice(*item.label)]) for item in self.openings)
        return [(letter if letter in letters else label).casefold() for letter, label in numbered]

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each label stands there."""
        return Counter(self.labels)

    @cached_property
    def voices(self) -> Counter[str]:
        """How often each speaks, whose surname or initials may be a label as well."""
        longer = {short: label for label in self.counted for short in short_labels(label)}
        return Counter(longer.get(label, label) for label in self.labels)

    @cached_property
    def said(self) -> Sequence[str]:
        """The first paragraph behind each label, however its lines are wrapped."""
        ends = [item.start for item in self.openings[1:]]
        limits = zip(self.openings, [*ends, len(self.page.text)], strict=True)
        return [first_paragraph_of(self.page, item.said, limit) for item, limit in limits]

    @cached_property
    def said_behind(self) -> Mapping[int, str]:
        """The same, by where each opening begins."""
        return {item.start: said for item, said in zip(self.openings, self.said, strict=True)}

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words of the text that stand in lower case."""
        return frozenset(re.findall(r"\b[^\W\d_A-Z][\w’'-]*", self.page.text))


def share_of(flags: Sequence[bool]) -> float:
    """The share of *flags* that are true."""
    return sum(flags) / len(flags) if flags else 0.0


def letter_of(text: str, item: Opening) -> str:
    """The label of an opening without the number behind it ("Q" of "Q12"), or all of one that has none."""
    return without_number(text[slice(*item.label)])


def first_paragraph_of(page: Page, start: int, limit: int) -> str:
    """What stands from *start* to the end of its paragraph, or to *limit*, without notes, on one line."""
    end = min(page.paragraph_around(start)[1], limit)
    return without_edge_notes(page.text[start:end].strip().replace("\n", " "), 0)


def first_line_of(text: str, item: Opening) -> str:
    """The first line of what stands behind a label, without a direction or a time at either end."""
    return without_edge_notes(text, item.said)


def without_edge_notes(text: str, start: int) -> str:
    """The line of *text* from *start* on, without a direction or a time at either end."""
    line = FIRST_LINE.match(text, start)
    said = line["said"].strip() if line else ""
    note = NOTE_AT_END.search(said, max(0, len(said) - LONGEST_NOTE - 2))
    return said[: note.start()].rstrip() if note else said


def short_labels(label: str) -> tuple[str, ...]:
    """Shorter labels of whom *label* names: the last word, and the initials."""
    words = label.partition(", ")[0].split()
    return (words[-1], "".join(word[0] for word in words)) if len(words) > 1 else ()
