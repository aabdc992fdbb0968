"""The quotation marks that there are, and the words that are written with an apostrophe."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from quotekit.language import load_rows

__all__ = ["contractions", "families", "mark_pattern", "shapes"]

_UNSPACED = r"\u3000-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts without blanks between words, where a mark between two letters is no apostrophe."""


@cache
def _marks() -> tuple[tuple[str, str, str], ...]:
    """The rows of the table of marks: mark, family, shape."""
    text = files("quotekit.language").joinpath("marks.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple((mark, family, shape) for mark, family, shape in rows)


@cache
def families() -> dict[str, str]:
    """The family of each mark; do not change it."""
    return {mark: family for mark, family, _ in _marks()}


@cache
def shapes() -> dict[str, str]:
    """The shape of each mark; do not change it."""
    return {mark: shape for mark, _, shape in _marks()}


@cache
def mark_pattern() -> re.Pattern[str]:
    """Matches whatever may be a quotation mark, and no apostrophe that stands within a word.

    It starts with one set of characters, and only then looks at what stands around them: so the
    regular expression engine skips ordinary text fast. Three straight marks that close a quotation
    within a quotation are a single and a double one, in this order.
    """
    letter = rf"[^\W_{_UNSPACED}]"
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
    return frozenset(word for word, where in load_rows("en", "elisions") if where in (place, "both"))
