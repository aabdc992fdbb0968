"""Blocks that markup sets apart as quoted: ``<blockquote>`` with its source, ``[quote=name]`` of forums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.text.page import Page
from quotekit.text.ranges import Range, clipped

__all__ = ["quoted_blocks_of_markup"]

LONGEST: Final = 4000
"""Characters of a block, at most; so that time stays linear where nothing closes one."""

TAGS: Final = r"(?:\s|<[^<>\n]{1,80}>){0,8}"
DASH: Final = r"(?P<dash>[—–―]|--?)[ \u00a0]?"
NAME: Final = r"(?P<name>[^\W\d_][^<>\n\[\]]{1,60}?)"
BLOCK: Final = re.compile(
    rf"<blockquote\b[^<>]{{0,400}}>(?P<body>(?:(?!<blockquote).){{1,{LONGEST}}}?)</blockquote>",
    re.IGNORECASE | re.DOTALL,
)
CITED: Final = re.compile(
    rf"<(?P<tag>cite|footer|figcaption)\b[^<>]{{0,200}}>{TAGS}(?:{DASH})?{TAGS}{NAME}\s*<", re.IGNORECASE
)
BEHIND: Final = re.compile(rf"{TAGS}{DASH}{TAGS}{NAME}(?=,|\s*(?:<|\n|$))")
CAPTIONED: Final = re.compile(rf"\s*{CITED.pattern}", re.IGNORECASE)
"""The same right behind a block, as the caption of a figure."""
BROKEN: Final = re.compile(rf"<br\s?/?>\s*{DASH}{NAME}(?:,[^<>\n]{{1,80}})?\s*\Z", re.IGNORECASE)
"""A name behind a dash, on the last line of a block."""
LISTED: Final = re.compile(rf"<br\s?/?>\s*{DASH}", re.IGNORECASE)
"""A line within a block that opens with a dash."""
FORUM: Final = re.compile(
    r"\[quote(?:=| author=)[\"“]?(?P<name>[^\]\"”\n;,]{1,40}?)[\"”]?(?:[;,] ?[^\]\n]{0,80})?\]"
    rf"(?P<body>(?:(?!\[quote).){{1,{LONGEST}}}?)\[/quote\]",
    re.IGNORECASE | re.DOTALL,
)


def quoted_blocks_of_markup(page: Page) -> Iterator[Finding]:
    """One finding for each block that markup quotes and names the source of."""
    for block in BLOCK.finditer(page.given):
        start, end = block.span("body")
        cited = CITED.search(page.given, start, end) or broken_off(page.given, start, end)
        named = cited or CAPTIONED.match(page.given, block.end()) or BEHIND.match(page.given, block.end())
        if named is not None:
            inside = (start, cited.start()) if cited is not None else (start, end)
            yield from block_of(page, inside, named)
    for block in FORUM.finditer(page.given):
        yield from block_of(page, block.span("body"), block)


def broken_off(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name behind a dash on the last line of a block, unless others open with dashes, as in a list."""
    found = BROKEN.search(text, start, end)
    listed = found is not None and LISTED.search(text, start, found.start()) is not None
    return None if listed else found


def block_of(page: Page, inside: Range, named: re.Match[str]) -> Iterator[Finding]:
    """The finding of what stands *inside* a block whose source a match has *named*."""
    content = paragraphs_in(page, inside)
    cue = (named.span("dash"),) if "dash" in named.groupdict() and named["dash"] else ()
    if content:
        yield Finding(tuple(content), cue, (named.span("name"),), fixed="direct")


def paragraphs_in(page: Page, inside: Range) -> Sequence[Range]:
    """What of the paragraphs stands *inside* a range, without blanks at the edges."""
    found = []
    for start, end in clipped(page.paragraphs, *inside):
        words = page.text[start:end]
        begin = start + len(words) - len(words.lstrip())
        if any(map(str.isalnum, words)):
            found.append((begin, begin + len(words.strip())))
    return found
