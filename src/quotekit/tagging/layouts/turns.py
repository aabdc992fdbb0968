"""Interviews and transcripts: each turn opens with the name of whoever speaks, and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotekit.attribution import Attribution
from quotekit.ranges import Range
from quotekit.records import MarkedSpan
from quotekit.tagging.layouts.labels import Labelled, labelled_lines

__all__ = ["is_dialogue", "turns"]

STAGE_DIRECTION = re.compile(r"[\[(][^\])\n]{1,60}[\])]")


def turns(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each turn, if the labels of *text* make a dialogue."""
    lines = list(labelled_lines(text))
    if not is_dialogue(text, lines):
        return
    for line in lines:
        content = tuple(spoken(text, line.rest))
        if content:
            yield Attribution(content=content, cue=(line.colon,), source=(line.label,), kind="direct")


def is_dialogue(text: str, lines: Sequence[Labelled]) -> bool:
    """Whether labelled lines are turns: several follow one another, or a time stamp stands before one."""
    if any(line.timed for line in lines):
        return True
    follows = any(not text[first.rest[1] : second.label[0]].strip() for first, second in pairwise(lines))
    return follows and len({text[slice(*line.label)] for line in lines}) >= 2


def spoken(text: str, line: Range) -> Iterator[Range]:
    """What of a turn was said: all but its stage directions ("(laughs)")."""
    start, end = line
    for direction in STAGE_DIRECTION.finditer(text, start, end):
        if text[start : direction.start()].strip():
            yield start, direction.start()
        start = direction.end()
    if text[start:end].strip():
        yield start, end
