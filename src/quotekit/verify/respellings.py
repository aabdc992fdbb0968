"""What differs in the spelling of words that a quotation and its source share, between them and
at their edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotekit.language import every_language
from quotekit.text.marks.alphabet import families
from quotekit.verify.alignment import Op
from quotekit.verify.verification import Normalisation
from quotekit.verify.words import BLANKS, LINE_HYPHEN, Claim, Words

__all__ = ["edge_respellings", "respellings", "without_edge_marks"]

_ELLIPSIS = re.compile(r"(?:[\[(]\s*|(?<!\s)\s+)?(?:…|\.(?:\s?\.){2,})\s*[\])]?")
"""Three dots or more, perhaps in brackets."""


def respellings(op: Op, source: Words, claim: Claim) -> Iterator[Normalisation]:
    """What differs in the spelling of words that are the same, and between them."""
    shift = op.source[0] - op.quote[0]
    for place in range(*op.quote):
        yield from _word_respellings(source, claim.words, place + shift, place)
        if place + 1 < op.quote[1]:
            if source.is_marked_up(place + shift, place + shift + 1):
                yield "marks"
            yield from _gap_respellings(
                source.between(place + shift, place + shift + 1),
                claim.words.between(place, place + 1),
                broken=place + 1 in claim.breaks,
            )


def _word_respellings(source: Words, quote: Words, here: int, there: int) -> Iterator[Normalisation]:
    theirs, ours = source.text[slice(*source.ranges[here])], quote.text[slice(*quote.ranges[there])]
    if theirs != ours:
        plain = ours.replace("[", "").replace("]", "")
        if plain != ours:
            yield "brackets"
        if theirs != plain and theirs.casefold() == plain.casefold():
            yield "case"
        elif theirs != plain:
            yield "marks"


def _gap_respellings(theirs: str, ours: str, *, broken: bool) -> Iterator[Normalisation]:
    if theirs == ours or broken:
        return
    if BLANKS.sub(" ", theirs) == BLANKS.sub(" ", ours):
        yield "whitespace"
        return
    if _ELLIPSIS.search(ours) and not _ELLIPSIS.search(theirs):
        yield "ellipsis"
        ours = _ELLIPSIS.sub(" ", ours)
    if set("[]") & set(ours):
        yield "brackets"
        ours = _sic().sub("", ours)
        ours = ours.replace("[", "").replace("]", "")
    if BLANKS.sub("", theirs) != BLANKS.sub("", ours):
        yield "hyphenation" if LINE_HYPHEN.search(theirs) else "marks"
    elif not theirs or not ours:
        yield "whitespace"


@cache
def _sic() -> re.Pattern[str]:
    """What says in square brackets that words stand so in the source."""
    words = "|".join(map(re.escape, every_language().apparatus_texts("sic")))
    return re.compile(rf"\[(?:{words})\]", re.IGNORECASE)


def edge_respellings(theirs: str, ours: str, *, at_end: bool) -> Iterator[Normalisation]:
    """What differs before the first or behind the last word; marks around the whole do not count."""
    plain = _ELLIPSIS.sub("", ours)
    if at_end and plain != ours and not theirs.startswith(ours):
        yield "ellipsis"
    if set("[]") & set(plain):
        yield "brackets"
        plain = plain.replace("[", "").replace("]", "")
    plain = without_edge_marks(plain)
    if not (theirs.startswith(plain) if at_end else theirs.endswith(plain)):
        yield "marks"


def without_edge_marks(text: str) -> str:
    """*text* without the blanks and quotation marks at its edges."""
    return text.strip("".join(mark for mark in families() if len(mark) == 1) + " \t\r\n\u00a0")
