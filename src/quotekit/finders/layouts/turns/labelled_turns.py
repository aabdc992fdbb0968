"""Interviews, plays, transcripts and chats: each turn opens with the label of whoever speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import Final

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels.openings import Opening, is_stamped
from quotekit.finders.layouts.labels.readings import standing_of_label
from quotekit.finders.layouts.turns.breaks import breaks_between, is_break
from quotekit.finders.layouts.turns.dialogue import dialogue_in
from quotekit.finders.layouts.turns.staging import is_proceeding, is_staging
from quotekit.finders.layouts.utterances import is_utterance_ended
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import STOPS
from quotekit.text.ranges import Range
from quotekit.text.sentences import BRACKETS, end_in, ends_question
from quotekit.text.words import UPPER

__all__ = ["has_labelled_turns", "labelled_turns"]

ASIDE: Final = re.compile(
    r"[*_]{0,2}[\[(][^\])\[(\n]{1,240}[\])][*_]{0,2}|(?<![*\w])\*[^*\n]{2,200}[.!?]\*(?!\*)"
)
LINE: Final = re.compile(r"[^\n]+")
"""One line of a turn."""
OPENING_NAME: Final = re.compile(
    rf"(?:[{UPPER}]\w*\.?[ \t]+){{0,3}}(?P<name>[{UPPER}]\w+)(?=[ \t]+[^\W\d{UPPER}])"
)
"""The name that opens a paragraph, perhaps behind a title and first names, and before a small word."""
SET_APART: Final = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\*\*\*|<?--|-->|===|-!-|\* |•|>|\|)|\*[^*\n]+\*[ \t]*$")
OPENED: Final = re.compile(r"(?<!\w)_+(?=[^\s_])")
"""The line below that opens emphasis."""
SWORN: Final = re.compile(
    rf"[ \t]*(?:[{UPPER}][{UPPER}.'’-]*[ \t]+)+[{UPPER}'’-]{{2,}},[ \t](?P<told>[^\n?!]+)"
)
"""A name in capitals, and what a clause behind it tells."""
LETTER_RUN: Final = re.compile(r"[^\W\d_]+")
CLOSINGS_OF_SENTENCES: Final = STOPS + '—–"”’'
"""What stands between sentences: a stop, a dash that breaks off, or a mark, whatever stands before that."""
NO_HEADING_END: Final = end_in(STOPS + ",;", BRACKETS)
"""What no heading ends in: a sentence's end, or the pause that leads on to the next line."""


@frozen
class TurnRoom:
    """What is known of a dialogue when its turns are cut out.

    Attributes:
        page: The page.
        ends: Where lines that end a turn and open none begin, in order.
        goes_on: Whether paragraphs without a label belong to the turn before them.
        surnames: The last word of each label, without capitals.
    """

    page: Page
    ends: Sequence[int]
    goes_on: bool
    surnames: Set[str] = frozenset()


def labelled_turns(page: Page) -> Iterator[Finding]:
    """One finding for each turn, if the labels of *page* make a dialogue."""
    dialogue = dialogue_in(page)
    openings = dialogue.turns
    if not openings:
        return
    ends = [item.start for item in dialogue.ends]
    surnames = frozenset(surnames_of_labels(page, openings))
    room = TurnRoom(page, ends, paragraphs_go_on(page, openings), surnames)
    for item, following in zip(openings, [*openings[1:], None], strict=True):
        pieces = lines_of_turn(room, item, following)
        if following is not None and is_asked_between(page.text, item, pieces, following):
            pieces.pop()
        content = tuple(said for piece in pieces for said in said_in_turn(page.text, piece))
        if content:
            cue = (item.colon,) if item.colon else ()
            yield Finding(content=content, cue=cue, source=(item.label,), fixed="direct")


def surnames_of_labels(page: Page, openings: Sequence[Opening]) -> Iterator[str]:
    """The last word of each label without capitals, but of those that are nouns ("THE COURT", "MOTHER")."""
    known = every_language()
    nouns = known.roles | known.organisations | known.group_nouns | known.label_nouns | known.titles
    for item in openings:
        words = LETTER_RUN.findall(page.text[slice(*item.label)].casefold())
        if words and words[-1] not in nouns:
            yield words[-1]


def has_labelled_turns(page: Page) -> bool:
    """Whether the labels of *page* make a dialogue."""
    return bool(dialogue_in(page).turns)


def paragraphs_go_on(page: Page, openings: Sequence[Opening]) -> bool:
    """Whether paragraphs without a label belong to the turn before: labels are the rule, and no stage."""
    first, last = (page.paragraph_number(item.label[0]) for item in (openings[0], openings[-1]))
    labelled = {page.paragraph_number(item.label[0]) for item in openings}
    if 2 * len(labelled) < last - first + 1:
        return False
    between = (page.paragraphs[number] for number in range(first, last + 1) if number not in labelled)
    heads = page.paragraphs[: first + 1]
    return not any(is_staging(page.text, start) for start, _ in (*between, *heads))


def lines_of_turn(room: TurnRoom, item: Opening, following: Opening | None) -> list[Range]:
    """Where a turn stands: lines that follow one another are one piece."""
    text = room.page.text
    pieces: list[Range] = []
    ended, resumed = item.said, False
    for line in LINE.finditer(text, item.said, following.start if following else len(text)):
        start, end = line.span()
        if not line[0].strip():
            continue
        if pieces and is_break(text, start):
            resumed = True
            continue
        blank = bool(pieces) and not resumed and text.count("\n", ended, start) > 1
        gap = TurnGap(last=following is None, blank=blank, broken=resumed)
        if not pieces and is_heading_alone(text, (start, end)):
            break
        if pieces and not stays_in_turn(room, item, (ended, start), gap):
            break
        pieces.append((start if blank or not pieces else pieces.pop()[0], end))
        ended, resumed = end, False
    return pieces


def is_asked_between(text: str, item: Opening, pieces: Sequence[Range], following: Opening) -> bool:
    """Whether the last of several *pieces* is a question without a label, which the same person answers.

    So it is in interviews that name whoever is asked, and nobody else.
    """
    if len(pieces) < 2 or "\n" in text[slice(*pieces[-1])].strip():
        return False
    first, second = (LETTER_RUN.findall(text[slice(*one.label)].casefold()) for one in (item, following))
    answered = bool(first and second) and first[-1] == second[-1]
    return answered and ends_question(text[slice(*pieces[-1])])


@frozen
class TurnGap:
    """What parts a line from a turn above it.

    Attributes:
        last: Whether that turn is the last of the text.
        blank: Whether a blank line stands between.
        broken: Whether a line that is nobody's does, such as the time of a subtitle.
    """

    last: bool
    blank: bool
    broken: bool


def stays_in_turn(room: TurnRoom, item: Opening, between: Range, gap: TurnGap) -> bool:
    """Whether the line behind *between* belongs to the turn that *item* opens."""
    text, start = room.page.text, between[1]
    if ends_turn(room, start):
        return False
    if gap.blank:
        return item.form.over_gaps and room.goes_on and not gap.last and not tells_of_speaker(room, start)
    same = room.page.paragraph_number(between[0] - 1) == room.page.paragraph_number(start)
    is_below = item.form.below or text[item.said - 1] == "\n"
    halved = gap.broken and not is_utterance_ended(text[item.said : between[0]].rstrip())
    return same or is_below or halved or (not gap.last and (gap.broken or room.goes_on))


def tells_of_speaker(room: TurnRoom, start: int) -> bool:
    """Whether the paragraph at *start* opens with the name of a speaker, whom it tells of ("Mr. Lund rose—").

    A name that a comma follows is called.
    """
    opening = OPENING_NAME.match(room.page.text, start)
    return opening is not None and opening["name"].casefold() in room.surnames


def ends_turn(room: TurnRoom, start: int) -> bool:
    """Whether the line at *start* is nobody's: a heading, a field, a notice."""
    text = room.page.text
    index = bisect_left(room.ends, start)
    if index < len(room.ends) and room.ends[index] == start:
        return True
    told = is_staging(text, start) or is_proceeding(text, start) or is_oath(text, start)
    if told or SET_APART.match(text, start) or is_stamped(text, start):
        return True
    line = LINE.match(text, start)
    words = "" if line is None else line[0].strip()
    if not words.isupper() or len(LETTER_RUN.findall(words)) < 2:
        return False
    return not NO_HEADING_END.search(words) or is_sworn_below(text, start + len(words))


def is_oath(text: str, start: int) -> bool:
    """Whether the line at *start* tells that whoever it names in capitals took an oath."""
    line = SWORN.match(text, start)
    oath = every_language().function_words.oath
    return line is not None and not oath.isdisjoint(LETTER_RUN.findall(line["told"].casefold()))


def is_heading_alone(text: str, line: Range) -> bool:
    """Whether a line in capitals heads a part of the text and is a paragraph of its own ("PRESENTATION")."""
    words = text[slice(*line)].strip()
    alone = text[line[0] - 2 : line[0]].isspace() and not text[line[1] : line[1] + 2].strip()
    return alone and words.isupper() and standing_of_label(words) == "heading"


def is_sworn_below(text: str, start: int) -> bool:
    """Whether the line below a name in capitals tells that somebody took an oath."""
    line = LINE.search(text, start)
    oath = every_language().function_words.oath
    return line is not None and not oath.isdisjoint(LETTER_RUN.findall(line[0].casefold()))


def said_in_turn(text: str, piece: Range) -> Iterator[Range]:
    """What of a piece was said: all but its stage directions ("(laughs)"), without signs of emphasis."""
    start, end = piece
    for match in sorted(
        (*ASIDE.finditer(text, start, end), *breaks_between(text, start, end)), key=re.Match.start
    ):
        if match.start() >= start and (match[0][:1] not in "([*_" or is_direction(text, piece, match)):
            yield from with_words(text, start, match.start())
            start = match.end()
    yield from with_words(text, start, end)


def is_direction(text: str, piece: Range, match: re.Match[str]) -> bool:
    """Whether what stands in brackets is no part of a sentence: in square ones, or between sentences."""
    words = LETTER_RUN.findall(match[0].casefold())
    if "[" in match[0] or (words and words[0] in every_language().staging_words):
        return True
    before = text[piece[0] : match.start()].rstrip(" \t\n*_")
    behind = text[match.end() : piece[1]].lstrip(" \t*_")
    return not before or not behind or behind[0] == "\n" or before[-1] in CLOSINGS_OF_SENTENCES


def with_words(text: str, start: int, end: int) -> Iterator[Range]:
    """The stretch without blanks and signs of emphasis at its edges, if a word or a sign is left.

    A line below is one if another stands before a word or opens the line ("bo_" is a nick).
    """
    line = text.rfind("\n", 0, start) + 1
    signs = "*_" if OPENED.search(text, start, end) or text[line : line + 1] == "_" else "*"
    while start < end and (text[start].isspace() or text[start] in signs):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in signs):
        end -= 1
    if start < end:
        yield start, end
