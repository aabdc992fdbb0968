"""Who says it, told inside the quotation marks: “Le pont, dit Léa Roux, est vieux.”"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.finders.layouts.unparsed.incises import incise_pattern
from quotekit.language import every_language
from quotekit.text.ranges import Range

__all__ = ["ranges_around_incises"]

_OPENING: Final = re.compile(r"[,!?…][ \u00a0]")
"""What parts an incise from the words before it."""

_REST: Final = re.compile(r"(?:[ \u00a0][\w'’-]+){0,8}(?=[,.])")
"""What an incise adds to whoever speaks, up to the sign that ends it (“dit Léa Roux | en riant.”); how many
words at most is a guess."""


def ranges_around_incises(text: str, marked: Range) -> Iterator[Range]:
    """The words in quotation marks at *marked* without those that tell who says them, set in as in French."""
    start, end = marked
    for opening in _OPENING.finditer(text, start, end):
        close = _end_of_incise(text, opening.end(), end)
        if close is not None and opening.start() > start:
            yield start, opening.start() + 1
            start = close
    yield start, end


def _end_of_incise(text: str, start: int, end: int) -> int | None:
    """Where an incise ends that begins at *start*; None where there is none.

    Its verb has its subject behind it, in a language whose verbs stand so in no other clause.
    """
    match = incise_pattern().match(text, start, end)
    if match is None or not (match["tied"] or match["source"]):
        return None
    tied = match["tied"] or text[match.start("source") - 1] == "-"
    if not (tied or _is_somebody(match["source"])):
        return None
    form = match["participle"] or match["cue"].split()[-1]
    rest = _REST.match(text, match.end(), end)
    return rest.end() if rest and form.casefold() in every_language().inverted_forms else None


def _is_somebody(subject: str) -> bool:
    """Whether words behind a verb are its subject for sure: a name, or somebody's role, and no thing.

    An object stands there too (“Il entre, demande la clé, …”).
    """
    words = subject.replace("’", "'").split("'")[-1].split()
    known = every_language()
    return subject[:1].isupper() or any(word in known.roles for word in words)
