"""The quotation marks that there are, and the words that are written with an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from quotekit.language import every_language, known_marks
from quotekit.text.words import EAST_ASIAN

__all__ = ["clipped_endings", "contractions", "families", "mark_pattern", "mark_shapes", "sibilant_endings"]


@cache
def families() -> Mapping[str, str]:
    """The family of each mark; do not change it."""
    return {mark.sign: mark.family for mark in known_marks()}


@cache
def mark_shapes() -> Mapping[str, str]:
    """The shape of each mark; do not change it."""
    return {mark.sign: mark.shape for mark in known_marks()}


@cache
def mark_pattern() -> re.Pattern[str]:
    """Matches whatever may be a quotation mark, and no apostrophe that stands within a word.

    It starts with one set of characters, and only then looks at what stands around them: so the
    regular expression engine skips ordinary text fast. Three straight marks that close a quotation
    within a quotation are a single and a double one, in this order.
    """
    letter = rf"[^\W_{EAST_ASIAN}]"  # without blanks between words, a mark there is no apostrophe
    alone = "".join(mark for mark in families() if len(mark) == 1)
    single = "".join(mark for mark, family in families().items() if family == "single")
    double = "".join(mark for mark in alone if mark not in single)
    return re.compile(
        rf"[,{alone}](?:(?<=[{double}])|(?<=`)`|(?<=')(?!(?<=\S')''(?!'))'|(?<=,),(?=\w)(?<![\w,],,)"
        rf"|(?<=[{single}])(?:(?!{letter})|(?<!{letter}[\s\S])))"
    )


@cache
def contractions(place: str) -> frozenset[str]:
    """Words without what an apostrophe stands for, at their ``start`` or ``end``.

    Those of ``lower`` lost their start too, and are other words when they begin with a capital.
    """
    return frozenset(item.word for item in every_language().elisions if item.place in (place, "both"))


@cache
def clipped_endings() -> tuple[str, ...]:
    """The ends of words whose last letter an apostrophe stands for ("goin’")."""
    return tuple(sorted(every_language().function_words.clipped_ending))


@cache
def sibilant_endings() -> tuple[str, ...]:
    """The ends of words whose possessive may be an apostrophe alone ("the boss’ car")."""
    return tuple(sorted(every_language().function_words.sibilant_ending))
