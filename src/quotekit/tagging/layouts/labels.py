"""Labels before a colon: which could name a speaker, and which head a note, a caption or a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from quotekit.lexicon.loading import load_words
from quotekit.ranges import Range

__all__ = ["Labelled", "labelled_lines"]

LINE = re.compile(
    r"^(?P<time>[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?"
    r"(?P<label>[^\W\d_][^\n:\"“”«»]{0,60}?)"
    r"(?P<colon>:)[ \t]+(?P<rest>\S[^\n]*)$",
    re.MULTILINE,
)
NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
PARTICLES = frozenset(
    {"and", "bin", "da", "de", "der", "di", "du", "for", "la", "le", "of", "the", "van", "von"}
)
LONGEST = 5


@frozen
class Labelled:
    """A line that a label opens.

    Attributes:
        label: Where the label stands.
        colon: Where the colon behind it stands.
        rest: Where the rest of the line stands.
        timed: Whether a time stamp stands before the label.
    """

    label: Range
    colon: Range
    rest: Range
    timed: bool


def labelled_lines(text: str) -> Iterator[Labelled]:
    """The lines of *text* whose label could be the name of somebody who speaks."""
    for match in LINE.finditer(text):
        if names_somebody(match["label"]):
            timed = match["time"] is not None
            yield Labelled(match.span("label"), match.span("colon"), match.span("rest"), timed)


def names_somebody(label: str) -> bool:
    """Whether a label is written like a name and is none of the usual headings."""
    words = label.split()
    if not 0 < len(words) <= LONGEST or set(label.casefold().split()) & load_words("en", "labels"):
        return False
    return all(NAME_WORD.match(word) and (word[0].isupper() or word in PARTICLES) for word in words)
