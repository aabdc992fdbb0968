"""A copy of a text that a parser reads better, in which every offset stays what it was.

Parsers learned from clean sentences. Blanks stand in the copy for what is no part of one: tags and
entities of HTML, the dateline of a news agency, citations in brackets, the full stops of titles at which
they end sentences ("Sgt."), the ends of lines that were only wrapped, blanks of no width beside words,
and long runs of signs, in each of which spaCy's tokenizer looks for all the others. Guillemets, which
small French pipelines take for words, are straight quotation marks.
"""

from __future__ import annotations

import re
from functools import cache

from quotekit.language import every_language
from quotekit.parse.datelines import ends_of_datelines
from quotekit.text.citations import without_citations
from quotekit.text.markup import without_markup
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range

__all__ = ["readable"]

_GUILLEMETS = str.maketrans("«»", '""')
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_RUN_OF_SIGNS = re.compile(r"[^\w\s]{64,}")
"""Signs without a blank between them, more than any sentence has."""
_UNSEEN_EDGE = re.compile("\u200b(?!\\w)|(?<!\\w)\u200b")
"""A blank of no width at the edge of a word, which a tokenizer takes for a letter of it."""
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<signs>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,200})(?<=\S)(?P=signs)(?![\w*])"
)
"""Words that signs of Markdown set in bold or in italics; the signs are no part of a sentence."""
_WRAP = re.compile(r"[\n\r\x0b\x0c\x85\u2028]")


def readable(text: str) -> str:
    """A copy of *text*, of the same length, for a parser."""
    plain = without_markup(_LONE_SURROGATE.sub("\ufffd", text), filler=" ").translate(_GUILLEMETS)
    plain = _UNSEEN_EDGE.sub(" ", plain)
    plain = _EMPHASIS.sub(_without_signs, plain) if "*" in plain else plain
    plain = _RUN_OF_SIGNS.sub(lambda run: " " * len(run.group()), plain)
    pieces, done, found = list[str](), 0, paragraphs(plain)
    datelines = ends_of_datelines(plain, found)
    for piece in found:
        pieces.extend((plain[done : piece[0]], _paragraph(plain, piece, datelines.get(piece[0], piece[0]))))
        done = piece[1]
    return "".join(pieces) + plain[done:]


def _without_signs(emphasis: re.Match[str]) -> str:
    """Emphasised words with blanks for the signs around them, or as they are where they open a line."""
    start = emphasis.start()
    if emphasis.string[start - 1 : start] in {"", "\n"}:
        return emphasis[0]
    blanks = " " * len(emphasis["signs"])
    return f"{blanks}{emphasis['words']}{blanks}"


def _paragraph(text: str, piece: Range, first: int) -> str:
    """One paragraph of *text* on one line, with blanks for its dateline up to *first*.

    All its line ends become blanks: one that is left would end a paragraph for whoever reads the copy,
    in which no other line shows that the text is wrapped.
    """
    start, end = piece
    shown = _title_stop().sub(" ", without_citations(text, first, end))
    return " " * (first - start) + _WRAP.sub(" ", shown)


@cache
def _title_stop() -> re.Pattern[str]:
    """The full stop of a shortened title that a tokenizer parts from it, before a name.

    The pattern begins with the stop, so that nothing is looked for between two of them.
    """
    titles = sorted(every_language().function_words.stopped_title)
    forms = "|".join(rf"(?<=\b{form}\.)" for title in titles for form in (title.capitalize(), title.upper()))
    return re.compile(rf"\.(?= [^\W\d_a-z])(?:{forms})")
