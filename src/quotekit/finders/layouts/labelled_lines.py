"""The lines of a page whose labels are set apart in one way, and what is read off them: labels and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.openings import Opening
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
        """The first line behind each label."""
        return [first_line_of(self.page.text, item) for item in self.openings]

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


def first_line_of(text: str, item: Opening) -> str:
    """The first line of what stands behind a label, without a direction or a time at either end."""
    line = FIRST_LINE.match(text, item.said)
    said = line["said"].strip() if line else ""
    note = NOTE_AT_END.search(said, max(0, len(said) - LONGEST_NOTE - 2))
    return said[: note.start()].rstrip() if note else said


def short_labels(label: str) -> tuple[str, ...]:
    """Shorter labels of whom *label* names: the last word, and the initials."""
    words = label.partition(", ")[0].split()
    return (words[-1], "".join(word[0] for word in words)) if len(words) > 1 else ()
