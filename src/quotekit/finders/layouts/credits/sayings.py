"""Sayings without marks, each with a dash and a name behind it, in a text that is a list of such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.credits.signatures import is_capitalised_name
from quotekit.finders.layouts.labels.readings import standing_of_label
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
from quotekit.text.page import Page
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_question, ends_sentence
from quotekit.text.words import UPPER

__all__ = ["signed_sayings"]

SIGNED_LINE: Final = re.compile(
    rf"(?P<dash>[—–~]|--|(?<!\S)-(?=[ \t]))[ \t\u00a0]*(?P<name>[{UPPER}][^\n,(—–~@:]{{1,50}}?)[ \t]*"
    r"(?:[,(][^\n]{0,80})?$",
    re.MULTILINE,
)
"""A dash and a name, perhaps with a work or an office behind it, at the end of a line."""
BOUNDARY: Final = re.compile(r"\n[^\w\n]*\n|\n[%*=_-]+[ \t]*\n")
"""A blank line, or one without words, between two sayings."""
FEWEST: Final = 3
"""Sayings of a list, at least; a guess."""
WITH_HEADING: Final = 2
"""Pieces of a first saying with what heads it, split at its last line."""
MEDIAN: Final = range(6, 61)
"""Words of the one in the middle by length; titles and captions are shorter, reports longer; a guess."""
LONGEST_SAYING: Final = 700
"""Characters of a saying, at most; a guess."""
SHARE: Final = 0.7
"""The share of a list's characters that its sayings are, and of its sayings those with a name; a guess."""


@frozen
class Saying:
    """A saying and its signature.

    Attributes:
        said: Where its words stand.
        signature: The dash and the name behind it.
    """

    said: Range
    signature: re.Match[str]

    @property
    def words(self) -> str:
        """Its words."""
        return self.signature.string[slice(*self.said)]


def signed_sayings(page: Page) -> Iterator[Finding]:
    """One finding for each saying of a list that is nothing else, by people whose names are known as such.

    Those in quotation marks are found by their marks.
    """
    found = without_heading(list(sayings_in(page.text)))
    if len(found) < FEWEST or not is_list_of_sayings(found) or has_labelled_turns(page):
        return
    for item in found:
        if not is_quoted_in_part(page, item) and is_signed_by_somebody(item):
            dash, name = item.signature.span("dash"), item.signature.span("name")
            yield Finding((item.said,), (dash,), (name,), fixed="direct")


def is_quoted_in_part(page: Page, item: Saying) -> bool:
    """Whether a saying holds quotation marks, behind the sign of its line perhaps."""
    return any(True for _ in page.marks_from(*item.said))


def sayings_in(text: str) -> Iterator[Saying]:
    """What stands before each signature, back to the one before it or to a blank line."""
    before = 0
    for signature in SIGNED_LINE.finditer(text):
        first = max(before, signature.start() - LONGEST_SAYING)
        stretch = text[first : signature.start()].rstrip()
        start = max((edge.end() for edge in BOUNDARY.finditer(stretch)), default=0)
        said = stretch[start:].lstrip()
        if said and (start or first == before):
            end = first + len(stretch)
            yield Saying((end - len(said), end), signature)
        before = signature.end()


def without_heading(found: Sequence[Saying]) -> Sequence[Saying]:
    """Those *found*, the first without what heads them where each of the others has one line.

    A line that begins small goes on with the one above it.
    """
    lines = found[0].words.rsplit("\n", 1) if found else ()
    if len(lines) < WITH_HEADING or any("\n" in item.words for item in found[1:]) or lines[-1][:1].islower():
        return found
    end = found[0].said[1]
    return [Saying((end - len(lines[-1].lstrip()), end), found[0].signature), *found[1:]]


def is_list_of_sayings(found: Sequence[Saying]) -> bool:
    """Whether the text from the first to the last of those *found* is short sayings of many people.

    News in brief is signed so too, by the same few, and dishes by houses, whose names nobody bears; questions
    have answers behind a dash.
    """
    names = {item.signature["name"].casefold() for item in found}
    lengths = sorted(len(item.words.split()) for item in found)
    told = sum(item.signature.end() - item.said[0] for item in found)
    dense = told >= SHARE * (found[-1].signature.end() - found[0].said[0])
    short = dense and lengths[len(lengths) // 2] in MEDIAN
    asked = sum(ends_question(item.words) for item in found)
    return short and 2 * len(names) > len(found) > 2 * asked and are_of_persons(found)


def are_of_persons(found: Sequence[Saying]) -> bool:
    """Whether most of those *found* are somebody's; a proverb or a book may stand between."""
    persons = sum(standing_of_label(item.signature["name"]) == "person" for item in found)
    signed = sum(map(is_signed_by_somebody, found))
    return 2 * persons > len(found) and signed >= SHARE * len(found)


def is_signed_by_somebody(item: Saying) -> bool:
    """Whether a sentence stands before the dash, and behind it a name that is somebody's."""
    name = item.signature["name"]
    standing = standing_of_label(name)
    known = standing == "person" or (standing == "name" and " " in name)
    return known and is_capitalised_name(name) and ends_sentence(item.words) and not item.words[0].islower()
