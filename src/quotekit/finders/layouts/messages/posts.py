"""Posts of networks as people copy them: name, handle and time over a text, and posts that are passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels.readings import names_somebody
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["copied_posts", "shared_posts"]

HANDLE: Final = r"(?:@\w[\w.-]{0,40}(?:@[\w-]{1,40}(?:\.[\w-]{1,40}){1,3})?|u/[\w-]{2,40})"
"""The name of an account, perhaps with the server that it is on."""
AGO: Final = r"\d{1,2}(?:[^\W\d_]| ?[^\W\d_]{2,3}| [^\W\d_]{3,7} [^\W\d_]{2,4})(?: \([^\W\d_]{1,12}\))?"
"""How long ago something was posted ("3h", "5 min", "2 days ago (edited)"), but no count ("4 goals")."""
DOT: Final = r"[·•|–—]"
BLANKS: Final = " \t"
HEAD: Final = re.compile(
    rf"^[ \t]*(?=[^ \t])(?P<name>[^\W\d_][^\n@():·•|]{{1,50}}?)?[ \t]*\(?(?P<handle>{HANDLE})\)?"
    rf"(?:[ \t]*{DOT}[ \t]*(?=[^\n]{{0,20}}\d)[^\n.!?]{{1,40}}|[ \t]+(?P<ago>{AGO}))$",
    re.MULTILINE,
)
"""Name, handle and time on one line; what it looks ahead for keeps blanks from being shared out twice."""
STACKED: Final = re.compile(
    rf"^[ \t]*(?P<name>[^\W\d_][^\n@():·•|]{{1,50}}?)[ \t]*\n[ \t]*(?P<handle>{HANDLE})[ \t]*$", re.MULTILINE
)
"""A name, and the handle alone on the line below."""
TIME_ALONE: Final = re.compile(rf"(?:{DOT}[ \t]*)?(?:{AGO}|[^\W\d_]{{3,9}}\.? \d{{1,2}}(?:, \d{{4}})?)")
"""A line over a post that tells nothing but when it was posted."""
ANSWERED: Final = re.compile(rf"(?:[^\W\d_]+ ){{1,3}}{HANDLE}(?:(?:,| [^\W\d_]{{1,3}}) {HANDLE})*")
"""A line that tells whom a post answers."""
FOOT: Final = re.compile(
    rf"[^\n]{{0,30}}\d[^\n]{{0,20}}[ \t]{DOT}[ \t][^\n]{{1,60}}"
    r"|(?:[\d.,]+[KMkm]? \w+(?:\b|(?<!\d)(?=\d))[ \t]*){1,6}"
)
"""A line behind a post that tells the time, or how many liked it.

A word ends where letters and figures do, or before a figure; so a long figure is shared out in one way."""
LINK: Final = re.compile(r"(?:https?://|pic\.)\S+")
SHARED: Final = re.compile(
    rf"(?:^|(?<=\s))[RMQ]T[ \t]+(?P<source>{HANDLE})(?P<cue>:)[ \t]+(?P<said>\S[^\n]*)$", re.MULTILINE
)
"""A post that is passed on by the signs of old ("RT @ann: ..."), up to the end of its line."""
LINE: Final = re.compile(r"[^\n]+")


def shared_posts(page: Page) -> Iterator[Finding]:
    """One finding for each post that another passes on."""
    for match in SHARED.finditer(page.text):
        said = without_links(page.text, *match.span("said"))
        yield Finding((said,), (match.span("cue"),), (match.span("source"),), fixed="direct")


def without_links(text: str, start: int, end: int) -> Range:
    """What of a post stands before the links and blanks that end it; a link alone is the post."""
    while True:
        while text[end - 1] in BLANKS:
            end -= 1
        last = end
        while last > start and text[last - 1] not in BLANKS:
            last -= 1
        if last == start or LINK.fullmatch(text, last, end) is None:
            return start, end
        end = last


def copied_posts(page: Page) -> Iterator[Finding]:
    """One finding for each post below a line that names who posted it."""
    heads = heads_of_posts(page.text)
    for head, following in pairwise([*heads, None]):
        assert head is not None  # noqa: S101
        end = following.start() if following else len(page.text)
        said = tuple(lines_of_post(page.text, (head.end(), end), is_last=following is None))
        named = "name" if head["name"] else "handle"
        if said:
            yield Finding(said, source=(head.span(named),), fixed="direct")


def heads_of_posts(text: str) -> list[re.Match[str]]:
    """The lines over posts; a name over a handle could be anything, unless there are several.

    So could words before a handle and a time that no dot parts ("We saw @ode 2 days ago").
    """
    stacked = list(STACKED.finditer(text))
    heads = (head for head in HEAD.finditer(text) if not head["ago"] or is_name_or_none(head["name"]))
    found = [*heads, *(stacked if len(stacked) > 1 else ())]
    return sorted(found, key=re.Match.start)


def is_name_or_none(name: str | None) -> bool:
    """Whether nothing but a name stands before a handle."""
    return name is None or names_somebody(name)


def lines_of_post(text: str, room: Range, *, is_last: bool) -> Iterator[Range]:
    """The lines of a post, those that follow one another as one; of the *last* those up to a blank line."""
    start = end = -1
    for line in LINE.finditer(text, *room):
        words = line[0].strip()
        if not words or (start < 0 and (ANSWERED.fullmatch(words) or TIME_ALONE.fullmatch(words))):
            continue
        apart = start >= 0 and text.count("\n", end, line.start()) > 1
        if FOOT.fullmatch(words) or (apart and is_last):
            break
        if apart:
            yield start, end
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        start, end = (first if apart or start < 0 else start), line.start() + len(line[0].rstrip())
    if start >= 0:
        yield start, end
