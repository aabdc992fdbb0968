"""Interviews and transcripts: each turn opens with the name of whoever speaks, and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels import Labelled, labelled_lines
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["has_labelled_turns", "labelled_turns"]

STAGE_DIRECTION = re.compile(r"[\[(][^\])\n]{1,60}[\])]")
SEVERAL = 4
"""Turns from which on those of the same few speakers are a dialogue, whatever stands between them."""


def labelled_turns(page: Page) -> Iterator[Finding]:
    """One finding for each turn, if the labels of *text* make a dialogue."""
    lines = list(labelled_lines(page.text))
    if not has_labelled_turns(page, lines):
        return
    for line, stretches in zip(lines, stretches_of_turns(page, lines), strict=True):
        content = tuple(piece for stretch in stretches for piece in said_in_turn(page.text, stretch))
        if content:
            yield Finding(content=content, cue=(line.colon,), source=(line.label,), fixed="direct")


def has_labelled_turns(page: Page, lines: Sequence[Labelled]) -> bool:
    """Whether labelled lines are turns.

    A time stamp stands before one, several follow one another, or the same few come back.
    """
    if any(line.timed for line in lines):
        return True
    labels = {page.text[slice(*line.label)] for line in lines}
    if len(labels) < 2:
        return False
    places = [page.paragraph_number(line.label[0]) for line in lines]
    follows = any(second - first <= 1 for first, second in pairwise(places))
    return follows or (len(lines) >= SEVERAL and 2 * len(labels) <= len(lines))


def stretches_of_turns(page: Page, lines: Sequence[Labelled]) -> Iterator[list[Range]]:
    """Where each turn stands: the rest of its line's paragraph, and the paragraphs up to the next turn.

    Paragraphs without a label belong to the turn before them where turns are not the exception.
    """
    text = page.text
    around = page.paragraph_number(lines[-1].start) - page.paragraph_number(lines[0].start) + 1
    goes_on = 2 * len(lines) >= around
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        limit = len(text) if following is None else following.start
        own = page.paragraph_around(line.label[0])
        wrapped = text[line.rest[1] : own[1]].strip("*_ ")
        stretches = [(line.rest[0], min(own[1], limit) if wrapped else line.rest[1])]
        if goes_on and following is not None:
            inner = page.paragraphs_from(line.rest[1], limit)
            stretches.extend((start, end) for start, end in inner if end <= limit)
        yield stretches


def said_in_turn(text: str, stretch: Range) -> Iterator[Range]:
    """What of a turn was said: all but its stage directions ("(laughs)")."""
    start, end = stretch
    for direction in STAGE_DIRECTION.finditer(text, start, end):
        if text[start : direction.start()].strip():
            yield start, direction.start()
        start = direction.end()
    if text[start:end].strip():
        yield start, end
