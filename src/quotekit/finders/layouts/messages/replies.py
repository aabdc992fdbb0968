"""E-mails and posts that quote others line by line: "On Monday, Mara Ode wrote:" and lines behind ">"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from attrs import evolve, frozen

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels.openings import is_captioned
from quotekit.finders.layouts.labels.readings import standing_of_label
from quotekit.finders.layouts.messages.mail_heads import mail_head_in
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
from quotekit.language import every_language, reply_introductions
from quotekit.text.page import Page
from quotekit.text.punctuation import STOPS
from quotekit.text.ranges import Range, without
from quotekit.text.sentences import end_in
from quotekit.text.words import UPPER

__all__ = ["quoted_blocks", "quoted_replies", "said_in_lines"]

LINE = re.compile(r"^[ \t]{0,3}(?P<sign>>(?:[ \t]?>){0,9})[ \t]?(?P<rest>[^\n]*)\n?", re.MULTILINE)
SIGNATURE = re.compile(
    r"(?P<dash>[—–―~]|--?)[ \t]{0,10}(?:\*{1,3}|_{1,2}|\[)?"
    r"(?P<name>(?:[^\W\d_]\.[ ]?){0,3}[^\W\d_][^\n,.:;!?*_\]()]{1,60}?)(?<![ —–-])"
    r"(?:\*{1,3}|_{1,2}|\]\([^\s()]{1,200}\))?[ \t]*(?:(?:,[ \t]|\()[^\n]{1,80})?\.?"
)
"""A name behind a dash, perhaps in italics or a link, and perhaps with an office or a work behind it."""
SENDER = (
    r"(?:[^\s@]{1,60}@[^\s@]{1,60} \()?(?P<source>[^\W\d_][^\n<>,:@()]{1,60}?)"
    r"(?:\s?<\n?[^<>\n]{3,80}>|\s?\([^()\n]{3,80}\)|\))?"
)
"""A name, perhaps with an address before or behind it; one of the two stands in brackets."""
CITED = re.compile(
    r"<cite\b[^<>]{0,80}>[ \t]*(?P<name>[^\W\d_][^<>\n,]{1,60}?)[ \t]*(?:,[^<>\n]{0,80})?</cite>",
    re.IGNORECASE,
)
"""A name that markup tells to be the source."""
LABELLED = re.compile(
    r"(?P<strong>\*\*)?(?P<source>(?:@|/?u/)\w[\w.-]{1,40}|(?(strong)[^\W\d_][^\n:*]{1,60}?|(?!)))"
    r"(?(strong)(?:\*\*)?)(?P<cue>:)(?(strong)(?:\*\*)?)[ \t]+(?=\S)"
)
"""The name of an account, or one in bold type, before what it says, inside a quoted line."""
NOTED = re.compile(r"(?:\*{2}|__|\[!)(?P<word>[^\W\d_]+):?(?:\*{2}|__|\])")
"""A word in bold type, or behind an exclamation mark in brackets, as it heads a note ("> **Warning**")."""
REPLY_END = end_in(STOPS + ":")
"""What ends a reply: a sentence's end, or the colon of what is announced."""
REACH = 240
"""Characters before quoted lines in which their sender is looked for, and over which one is remembered; a
guess: three lines of an e-mail."""
LONGEST_RUN = 200
"""Quoted lines in which the lowest level is looked for, at most; so that time stays linear."""

BELOW = re.compile(
    r"[ \t]*(?:\n[ \t]*)?"
    rf"(?P<rest>(?:[—–―]|(?:~|--)(?=[ \t]{{0,3}}[*_\[]{{0,3}}[{UPPER}]))[^\n>-][^\n>]{{1,120}})"
)
"""A name behind a dash, on the same line or the next; of hyphens, in capitals."""

Line = re.Match[str]
"""A quoted line: its signs and the rest."""


@frozen
class SenderOfLevel:
    """Whoever wrote the lines of one level of quoting.

    Attributes:
        cue: Where the verb, the dash or the colon stands.
        source: Where the name stands.
        end: Where the last block that is theirs ends.
        label: Where name, colon and emphasis stand before what the first line says, if they do.
    """

    cue: Range
    source: Range
    end: int
    label: Range | None = None

    def until(self, end: int) -> SenderOfLevel:
        """The same sender, whose last block ends at *end*."""
        return evolve(self, end=end)


Senders = Mapping[int, SenderOfLevel]
"""Who was named last for each level of quoting."""


def quoted_replies(page: Page) -> Iterator[Finding]:
    """One finding for each block of quoted lines, with the sender of its level.

    The line over a block names the sender, or a line of it does, or a signature below it; whoever was
    named for a level before is its sender still where little stands between. Among turns with labels a sign
    before a line without a sender is a screenplay's, or the program's of whoever kept a chat.
    """
    senders: Senders = {}
    for lines in quoted_blocks(page):
        block, cited = without_citation(page.given, lines)
        block, senders = behind_head(page.text, block, senders)
        if not block:
            continue
        named = senders.get(depth_of_signs(block[0]))
        said = tuple(without(said_in_lines(block), parts_of_sender(named)))
        if said and cited is not None:
            yield Finding(said, (), (cited,), fixed="direct")
        elif said and named is not None:
            yield Finding(said, (named.cue,), (named.source,), fixed="direct")
        elif said and holds_sentences(block) and not has_labelled_turns(page):
            yield Finding(said, fixed="direct")


def behind_head(text: str, block: list[Line], senders: Senders) -> tuple[list[Line], Senders]:
    """The lines of a block without the fields of a mail that open it, and the *senders* as known for them."""
    head = mail_head_in(block)
    if head is None:
        return block, senders_with(text, block, senders)
    level, end = depth_of_signs(block[0]), block[-1].end()
    kept = {other: who for other, who in senders.items() if other < level}
    named = {level: SenderOfLevel(head.cue, head.source, end)} if head.source is not None else {}
    return block[head.lines :], {**kept, **named}


def parts_of_sender(named: SenderOfLevel | None) -> Sequence[Range]:
    """What of the lines names the sender, and is not said."""
    return () if named is None else (named.source, named.cue) if named.label is None else (named.label,)


def without_citation(given: str, block: list[Line]) -> tuple[list[Line], Range | None]:
    """The lines of a block without one that markup tells to be its source, and where that name stands."""
    cited = CITED.search(given, *block[-1].span("rest"))
    if cited is None or len(block) < 2:
        return block, None
    return block[:-1], cited.span("name")


def senders_with(text: str, block: Sequence[Line], senders: Senders) -> Senders:
    """The *senders* as they are known for *block*.

    A line over it names whoever wrote the level below its own, which may be another than the block's
    ("On Monday, Ann wrote:" over what Ann quoted).
    """
    level = depth_of_signs(block[0])
    over = sender_over(text, block)
    if over is not None:
        depth, sender = over
        senders = {**senders, min(level, max(depth + 1, lowest_level(text, block))): sender}
    known = None if is_announced(text, block) and over is None else remembered(senders, level, block)
    inside = sender_in(block)
    named = signed_sender(text, block) or (inside if over is None else known) or known or inside
    kept = {other: who for other, who in senders.items() if other < level}
    return kept if named is None else {**kept, level: named.until(block[-1].end())}


def lowest_level(text: str, block: Sequence[Line]) -> int:
    """The lowest level of the quoted lines from a block on, up to a line that is not quoted."""
    lowest, end = depth_of_signs(block[0]), block[0].start()
    for line in islice(LINE.finditer(text, end), LONGEST_RUN):
        if text[end : line.start()].strip():
            break
        if any(map(str.isalnum, line["rest"])):
            lowest = min(lowest, depth_of_signs(line))
        end = line.end()
    return lowest


def sender_over(text: str, block: Sequence[Line]) -> tuple[int, SenderOfLevel] | None:
    """The sender whom the lines before a block name, and the level of quoting that these have."""
    before = text[max(0, block[0].start() - REACH) : block[0].start()]
    intro = next((found for pattern in introductions() if (found := pattern.search(before))), None)
    if intro is None:
        return None
    offset = block[0].start() - len(before)
    (start, end), (first, last) = intro.span("cue"), intro.span("source")
    depth = intro["signs"].count(">")
    return depth, SenderOfLevel(
        (start + offset, end + offset), (first + offset, last + offset), offset + len(before)
    )


def is_announced(text: str, block: Sequence[Line]) -> bool:
    """Whether words with a colon stand over a block, which say in another way whose it is."""
    return text[max(0, block[0].start() - REACH) : block[0].start()].rstrip(" \t\n>").endswith(":")


def sender_in(block: Sequence[Line]) -> SenderOfLevel | None:
    """The sender whose account, or name in bold, stands before what is said in the first line of a block."""
    line = block[0]
    match, offset = LABELLED.match(line["rest"]), line.start("rest")
    if match is None or (match["strong"] and standing_of_label(match["source"]) != "person"):
        return None
    (start, end), (first, last) = match.span("cue"), match.span("source")
    label = (offset, offset + match.end())
    return SenderOfLevel((start + offset, end + offset), (first + offset, last + offset), line.end(), label)


def signed_sender(text: str, block: Sequence[Line]) -> SenderOfLevel | None:
    """The sender whose name a dash sets under a block, as its last line or behind a blank line."""
    line = block[-1]
    below = BELOW.match(text, line.end())
    match = SIGNATURE.fullmatch(line["rest"].rstrip()) if len(block) > 1 else None
    offset = line.start("rest")
    if match is None and below is not None:
        match, offset = SIGNATURE.fullmatch(below["rest"].rstrip()), below.start("rest")
    if match is None:
        return None
    (start, end), (first, last) = match.span("dash"), match.span("name")
    return SenderOfLevel((start + offset, end + offset), (first + offset, last + offset), line.end())


def remembered(senders: Senders, level: int, block: Sequence[Line]) -> SenderOfLevel | None:
    """The sender who was named for a level before, if little stands between."""
    known = senders.get(level)
    return known if known is not None and block[0].start() - known.end <= REACH else None


def said_in_lines(block: Sequence[Line]) -> list[Range]:
    """What the lines of a block say: all of them but those that name a sender."""
    return [line.span("rest") for line in block if not (is_attribution_line(line) or is_signature_line(line))]


def quoted_blocks(page: Page, start: int = 0) -> Iterator[list[Line]]:
    """The quoted lines from *start* on, those of one depth together, without those that hold no word.

    The signs of captions quote nothing.
    """
    block: list[Line] = []
    end = -1
    if is_captioned(page):
        return
    for line in LINE.finditer(page.text, start):
        parted = line.start() != end or (block and depth_of_signs(line) != depth_of_signs(block[-1]))
        if block and (parted or is_attribution_line(block[-1])):
            yield block
            block = []
        end = line.end()
        if any(map(str.isalnum, line["rest"])):
            block.append(line)
    if block:
        yield block


def depth_of_signs(line: Line) -> int:
    """How many signs a quoted line begins with."""
    return line["sign"].count(">")


def is_attribution_line(line: Line) -> bool:
    """Whether a quoted line only names the sender of what it quotes itself."""
    return any(pattern.search(line["rest"]) for pattern in introductions())


def is_signature_line(line: Line) -> bool:
    """Whether a quoted line is a signature."""
    return SIGNATURE.fullmatch(line["rest"].rstrip()) is not None


def holds_sentences(block: Sequence[Line]) -> bool:
    """Whether lines that nobody is named for are sentences, and no code, prompts or a note."""
    ended = any(REPLY_END.search(line["rest"]) for line in block)
    noted = NOTED.match(block[0]["rest"])
    is_note = noted is not None and noted["word"].casefold() in every_language().heading_words
    return ended and not is_note and not block[0]["sign"].startswith(">>>")


@cache
def introductions() -> tuple[re.Pattern[str], ...]:
    """The patterns of what names the sender, each of which ends where the quoted lines begin."""
    return tuple(
        re.compile(
            r"(?m:^)(?P<signs>[ \t>]*)-{0,3} ?"
            + reply.pattern.replace("{V}", f"(?P<cue>{reply.verb})").replace("{S}", SENDER)
            + r"[\s>]*\Z"
        )
        for reply in reply_introductions()
    )
