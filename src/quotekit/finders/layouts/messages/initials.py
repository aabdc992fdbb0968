"""Quoted lines with the initials of whoever wrote them before the sign: "HP> is the pump fixed?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.utterances import is_spoken
from quotekit.text.page import Page
from quotekit.text.sentences import ends_line
from quotekit.text.words import UPPER

__all__ = ["initialled_lines"]

LINE: Final = re.compile(
    rf"^[ \t]{{0,3}}(?P<initials>[{UPPER}]{{2,3}})>{{1,5}}[ \t]+(?P<rest>\S[^\n]*?)[ \t]*$\n?", re.MULTILINE
)


def initialled_lines(page: Page) -> Iterator[Finding]:
    """One finding for each run of lines under the same initials, if such lines are speech.

    A prompt looks like it ("SQL>"): some line must be a sentence or sound spoken, and the initials must be
    several people's, or those of a name that the text tells.
    """
    lines = list(LINE.finditer(page.text))
    if not is_answered(page.text, lines):
        return
    for run in runs_of_lines(lines):
        content = tuple(line.span("rest") for line in run)
        yield Finding(content, source=(run[0].span("initials"),), fixed="direct")


def is_answered(text: str, lines: Sequence[re.Match[str]]) -> bool:
    """Whether *lines* are what people wrote."""
    speech = any(is_spoken(line["rest"]) or ends_line(line["rest"]) for line in lines)
    initials = {line["initials"] for line in lines}
    return speech and (len(initials) > 1 or any(is_name_told(text, item) for item in initials))


def is_name_told(text: str, initials: str) -> bool:
    """Whether the text tells a name that has *initials*."""
    words = r"[ \u00a0]".join(rf"{letter}[\w'’.-]*" for letter in initials)
    return re.search(rf"(?<!\w){words}(?![^\n]{{0,1}}>)", text) is not None


def runs_of_lines(lines: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The lines that follow one another under the same initials."""
    run: list[re.Match[str]] = []
    for line in lines:
        goes_on = run and run[-1].end() == line.start() and run[-1]["initials"] == line["initials"]
        if run and not goes_on:
            yield run
            run = []
        run.append(line)
    if run:
        yield run
