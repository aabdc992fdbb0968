"""Lines without a verb that name the sender of the quotation under them: "From Mara Ode:"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sources import without_pauses
from quotekit.parse.grammar import Words, function_words_for, is_finite, is_verbal, ranges

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["sent_quotations"]

LONGEST: Final = 16
"""Tokens of such a line, at most; a guess."""


def sent_quotations(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each quotation that is a paragraph under a line that names its sender.

    A line that is quoted itself is what somebody says before ("From Oslo?").
    """
    paragraphs = parsed.page.paragraphs
    for mark in parsed.page.outermost_marks:
        number = bisect_left(paragraphs, (mark.start,))
        whole = number < len(paragraphs) and paragraphs[number][0] == mark.start
        if number == 0 or not whole or paragraphs[number][1] > mark.end:
            continue
        if paragraphs[number - 1][0] in parsed.page.openings:
            continue
        link = sender_link(parsed, parsed.words(*paragraphs[number - 1]))
        if link is not None:
            cue, source = (ranges(parsed.doc, (words,)) for words in link)
            yield Finding(parsed.page.spans_of(mark), cue, source, fixed="direct")


def sender_link(parsed: ParsedPage, line: Words) -> tuple[Words, Words] | None:
    """The preposition of a *line* without a verb, and the name behind it with all that is told of them."""
    first, last = line
    if last - first > LONGEST or any(is_verbal(word) and is_finite(word) for word in parsed.doc[first:last]):
        return None
    links = (word for word in parsed.doc[first:last] if word.lower_ in function_words_for(word).sending)
    link = next(links, None)
    if link is None:
        return None
    name = next(filter(is_proper, parsed.doc[link.i + 1 : last]), None)
    end = last - (parsed.tokens[last - 1].text in {".", ":"})
    if name is None or not any(map(str.islower, parsed.doc[link.i : name.i + 1].text)):
        return None
    return (link.i, link.i + 1), without_pauses(name.i, end, name)


def is_proper(word: Token) -> bool:
    """Whether *word* is a part of a name."""
    return word.pos_ == "PROPN"
