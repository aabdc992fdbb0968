"""E-mails and posts that quote others line by line: "On Monday, Mara Ode wrote:" and lines behind ">"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotekit.finders.finding import Finding
from quotekit.language import reply_introductions
from quotekit.text.page import Page

__all__ = ["quoted_replies"]

LINE = re.compile(r"^[ \t]{0,3}(?P<sign>>(?:[ \t]?>){0,9})[ \t]?(?P<rest>[^\n]*)\n?", re.MULTILINE)
SIGNATURE = re.compile(r"(?P<dash>[—–―]|--?)[ \t]?(?P<name>[^\W\d_][^\n,.:;!?]{1,60})$")
SENDER = r"(?P<source>[^\W\d_][^\n<>,:@]{1,60}?)(?:\s?<[^<>\n]{3,80}>)?"
SENTENCE_END = ".!?…:"
REACH = 240

Line = re.Match[str]


def quoted_replies(page: Page) -> Iterator[Finding]:
    """One finding for each block of quoted lines, with the sender that the line over it names."""
    text = page.text
    for block in quoted_blocks(text):
        before = text[max(0, block[0].start() - REACH) : block[0].start()]
        intro = next((found for pattern in introductions() if (found := pattern.search(before))), None)
        offset = block[0].start() - len(before)
        signature = SIGNATURE.match(block[-1]["rest"].rstrip()) if len(block) > 1 else None
        content = tuple(
            line.span("rest") for line in (block[:-1] if signature else block) if not introduces(line)
        )
        if intro is not None:
            cue, source = intro.span("cue"), intro.span("source")
        elif signature is not None:
            offset = block[-1].start("rest")
            cue, source = signature.span("dash"), signature.span("name")
        elif holds_sentences(block):
            yield Finding(content=content, fixed="direct")
            continue
        else:
            continue
        said, who = (((start + offset, end + offset),) for start, end in (cue, source))
        yield Finding(content, said, who, fixed="direct")


def quoted_blocks(text: str) -> Iterator[list[Line]]:
    """The quoted lines that follow one another at one depth, without those that hold no word."""
    block: list[Line] = []
    end = -1
    for line in LINE.finditer(text):
        if block and (line.start() != end or depth_of_signs(line) != depth_of_signs(block[-1])):
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


def introduces(line: Line) -> bool:
    """Whether a quoted line only names the sender of what it quotes itself."""
    return any(pattern.search(line["rest"]) for pattern in introductions())


def holds_sentences(block: Sequence[Line]) -> bool:
    """Whether lines that nobody is named for are sentences, and no code or prompts."""
    ended = any(line["rest"].rstrip().endswith(tuple(SENTENCE_END)) for line in block)
    return ended and not block[0]["sign"].startswith(">>>")


@cache
def introductions() -> tuple[re.Pattern[str], ...]:
    """The patterns of what names the sender, each of which ends where the quoted lines begin."""
    return tuple(
        re.compile(
            r"(?m:^)[ \t>]*"
            + reply.pattern.replace("{V}", f"(?P<cue>{reply.verb})").replace("{S}", SENDER)
            + r"\s*\Z"
        )
        for reply in reply_introductions()
    )
