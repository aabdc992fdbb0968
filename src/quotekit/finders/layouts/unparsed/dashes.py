"""Dialogue by dashes: each paragraph that a dash opens is somebody's turn ("—Ven —dijo Ana—. Es tarde.")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.unparsed.incises import (
    ends_in_call,
    incise_pattern,
    is_of_report,
    words_of_speaker,
)
from quotekit.finders.layouts.utterances import is_spoken
from quotekit.language import every_language
from quotekit.text.markup import FILLER
from quotekit.text.page import Page
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_line

__all__ = ["dash_turns"]

OPENING = re.compile(r"(?P<dash>[—–―]|--|-(?=[ \u00a0]))[ \u00a0]*(?=[^\W\d_]|[¿¡(…])")
REST = r"(?P<rest>[^.!?…—–\n]{0,120})"
CLOSE = r"(?P<close>[.,;:!?…]*[ \u00a0]*[—–―]+[.,;:]*[ \u00a0]*|[.;:!?…]+[ \u00a0]*|$)"
PAUSE = re.compile(
    r"(?:[,.!?…][ \u00a0]*|(?<![ \u00a0])[ \u00a0]+|)(?:[—–―]+|(?<=[ \u00a0])-(?=[ \u00a0]))[ \u00a0]*"
    r"|(?<=[,?!…])[ \u00a0]+"
)
"""A dash with what stands beside it, or the blanks behind a sign that pauses.

Blanks are read from their first one, so that time stays linear."""
BEAT = re.compile(r"[ \u00a0][—–―](?=\w)[^—–―\n]{1,200}(?:(?<=[\w.!?…])[—–―]+[.,;:]*[ \u00a0]*|$)")
BEHIND = re.compile(REST + CLOSE)
RESUMED = re.compile(r",[ \u00a0]*(?=(?P<word>[^\W\d_]+['’]?))")
WORD = re.compile(r"\w+")
CUES = ("auxiliary", "participle", "cue", "verb")
"""The groups of an incise that belong to its verb."""
SOURCES = ("tied", "source", "subject")
"""The groups of an incise that name who speaks."""
TAIL = 8
"""Characters at the end of a paragraph in which its stop is looked for, with what closes behind it; a
guess."""


def dash_turns(page: Page) -> Iterator[Finding]:
    """One finding for each turn of a dialogue by dashes.

    That a text has such a dialogue shows in a turn that names its speaker or that something told
    parts, or in two neighbouring paragraphs that a long dash opens and that end as sentences do, a
    question or a call among them. A hyphen opens items of lists as well, which do not sound spoken.
    """
    text, pieces = page.text, page.paragraphs
    openings = [OPENING.match(text, *piece) for piece in pieces]
    turns = [
        turn_in(text, (opening.end(), piece[1])) if opening and opening.end() not in page.openings else None
        for piece, opening in zip(pieces, openings, strict=True)
    ]
    turns = [item if item is not None and not is_quoted_by_marks(page, item) else None for item in turns]
    sure = any(item is not None and (item.cue or len(item.content) > 1) for item in turns)
    for at, (opening, item) in enumerate(zip(openings, turns, strict=True)):
        if opening is None or item is None:
            continue
        told = item.cue or len(item.content) > 1
        ended = is_ended(text, pieces[at]) and (sure or is_exchange(text, pieces, openings, at))
        if told or (ended and (opening["dash"] != "-" or is_spoken(text[slice(*pieces[at])]))):
            yield item


def is_quoted_by_marks(page: Page, item: Finding) -> bool:
    """Whether marks end what was said before the cue: an item of a list that quotes somebody."""
    if not item.cue or not item.content:
        return False
    start, end = item.content[0]
    return any(not page.text[mark.end : end].strip(FILLER) for mark in page.marks_from(start, end))


def is_ended(text: str, piece: Range) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return ends_line(text[max(piece[0], piece[1] - TAIL) : piece[1]])


def is_exchange(
    text: str, pieces: Sequence[Range], openings: Sequence[re.Match[str] | None], at: int
) -> bool:
    """Whether the paragraph *at* and a neighbour are turns by their dashes, and one of them asks or calls."""
    for other in (at - 1, at + 1):
        if not 0 <= other < len(pieces):
            continue
        pair = [(pieces[place], openings[place]) for place in (at, other)]
        dashed = all(match is not None and match["dash"] != "-" for _, match in pair)
        if dashed and all(is_ended(text, piece) for piece, _ in pair):
            return any(mark in text[slice(*piece)] for piece, _ in pair for mark in "?!")
    return False


def turn_in(text: str, room: Range) -> Finding:
    """The turn in *room*: what was said, without what is told of the speaker."""
    start, end = room
    spoken_to: int | None = None
    content: list[Range] = []
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    while start < end:
        found = next_incise(text, start, end)
        if found is None:
            content.extend(said_between_dashes(text, start, end))
            break
        said, match, behind = found
        content.extend(said_between_dashes(text, start, said))
        if not cue:
            cue, source = spans_of_groups(match, CUES), spans_of_groups(match, SOURCES)
        start = behind.end()
        content.extend(resumed_in(text, behind.span("rest")))
        if any(dash in behind["close"] for dash in "—–―"):
            continue
        spoken_to = end_of_speech(text, room) if spoken_to is None else spoken_to
        if start >= spoken_to:
            break
    return Finding(content=tuple(content), cue=cue, source=source, fixed="direct")


def next_incise(text: str, start: int, end: int) -> tuple[int, re.Match[str], re.Match[str]] | None:
    """Where the speech before the next incise ends, the incise, and what of its sentence is behind it."""
    for pause in PAUSE.finditer(text, start + 1, end):
        match = incise_pattern().match(text, pause.end(), end)
        if match is None or (not pause[0].strip() and not spans_of_groups(match, SOURCES)):
            continue
        if is_of_report(text, match):
            continue
        if match["order"] and not pause[0].strip() and ends_in_call(text[start : pause.start()]):
            continue
        behind = BEHIND.match(text, match.end(), end)
        if behind is not None:
            return said_until(text, pause), match, behind
    return None


def spans_of_groups(match: re.Match[str], names: Iterable[str]) -> tuple[Range, ...]:
    """Where those of some groups stand that matched something, in order."""
    return tuple(match.span(name) for name in names if match[name])


def said_until(text: str, pause: re.Match[str]) -> int:
    """Where what was said before a pause ends: with its question or exclamation mark."""
    end = pause.start()
    while end < pause.end() and text[end] in "?!….":
        end += 1
    return end


def said_between_dashes(text: str, start: int, end: int) -> Iterator[Range]:
    """What of a stretch was said: all but what a pair of dashes tells of the speaker."""
    for beat in BEAT.finditer(text, start, end):
        if any(map(str.isalnum, text[start : beat.start()])):
            yield start, beat.start()
        start = beat.end()
    if any(map(str.isalnum, text[start:end])):
        yield start, end


def end_of_speech(text: str, room: Range) -> int:
    """Up to where sentences behind an incise go on with it: they ask, call, or speak of me and you."""
    if text[slice(*room)].rstrip().endswith(("?", "!")):
        return room[1]
    persons = every_language().speech_pronouns
    spoken = (word.end() for word in WORD.finditer(text, *room) if word[0].casefold() in persons)
    return max(spoken, default=room[0])


def resumed_in(text: str, rest: Range) -> Iterator[Range]:
    """What of the words behind an incise goes on with the speech: what a verb opens behind a comma.

    "— The lift, said Ana, is late." breaks off a clause; what else stands there tells of the speaker, unless
    it begins with "I" or "you" ("— No, said Ana, I can wait."); "my" opens what Ana is to whoever tells it.
    """
    found = RESUMED.match(text, *rest)
    word = found["word"].casefold() if found is not None else ""
    if found is not None and (word in every_language().claim_verbs or word in words_of_speaker()):
        yield found.end(), rest[1]
