"""The parts of contracted words: “isn't” is “is” and “n't”, “l'ancien” is “l'” and “ancien”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from quotekit.language import every_language

__all__ = ["APOSTROPHES", "INVISIBLE", "contracted_stems", "full_words", "is_contracted_end", "parts_of_word"]

APOSTROPHES = "'’ʼ＇‘‛´`′"
"""What stands for an apostrophe between two letters: curly and straight ones, and whatever looks like one."""

INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Signs without width, as a class of a regular expression."""

_MOST_ENDS = 3
"""The most parts that a word is contracted from at its end, as in “y'all'd've”."""

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def parts_of_word(raw: str) -> Iterator[str]:
    """The parts of a word as it is written, in order; the word itself where nothing in it was contracted."""
    found = _word_with_ends().fullmatch(raw) if _APOSTROPHE.search(raw) else None
    if found is None:
        yield from _written_together(raw)
        return
    rest, at = found["rest"], 0
    while start := _start().match(rest, at):
        yield start[0]
        at = start.end()
    if at < len(rest):
        yield rest[at:]
    yield from (end[0] for end in _end().finditer(found["ends"]))


def _written_together(raw: str) -> Iterator[str]:
    """The parts of a word without an apostrophe, as the table has them (“can not” for “cannot”)."""
    at, parts = 0, _words_for("whole").get(raw.casefold(), raw).split()
    for part in parts:
        yield raw[at : at + len(part)]
        at += len(part)


def is_contracted_end(form: str) -> bool:
    """Whether the form of a part is one that stands at the end of a word."""
    return form in _words_for("end")


@cache
def full_words() -> Mapping[str, str]:
    """What parts at the start and at the end of a word are short for, by their forms."""
    return {**_words_for("start"), **_words_for("end")}


def contracted_stems() -> Mapping[str, str]:
    """What the rest of a word is short for before such an end, by its form."""
    return _words_for("stem")


@cache
def _words_for(place: Literal["start", "end", "stem", "whole"]) -> Mapping[str, str]:
    return {row.part: row.word for row in every_language().contractions if row.place == place}


@cache
def _start() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives('start')})(?=.)", re.IGNORECASE)


@cache
def _end() -> re.Pattern[str]:
    return re.compile(_alternatives("end"), re.IGNORECASE)


@cache
def _word_with_ends() -> re.Pattern[str]:
    ends = f"(?P<ends>(?:{_alternatives('end')}){{0,{_MOST_ENDS}}})"
    return re.compile(f"(?P<rest>.*?){ends}", re.IGNORECASE | re.DOTALL)


def _alternatives(place: Literal["start", "end"]) -> str:
    """A regular expression for the parts that stand at a *place*, whatever their apostrophe."""
    sign = f"[{APOSTROPHES}][{INVISIBLE}]*"
    return "|".join(re.escape(part).replace("'", sign) for part in sorted(_words_for(place)))
