"""A text's words, in a form in which spelling does not count, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotekit.text.ranges import Range

__all__ = ["Claim", "Words", "claim_of", "encoded", "words_in"]

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = rf"(?![{_UNSPACED}])[^\W_][\u0300-\u036f{_INVISIBLE}]*"
_WORD = re.compile(
    r"\d+(?:[.,]\d+)+"  # a number with its decimals
    rf"|(?:{_LETTER})+(?:['’ʼ＇](?:{_LETTER})+)*"  # a word with the apostrophes in it
    rf"|[{_UNSPACED}]"  # a character of a script without blanks
    r"|[%‰$€£¥₹¢&+=<>°§#@±×÷≤≥]|(?<![\w.,)])[-−–](?=\d)"  # what changes a number
)
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,}")
_SPELLING = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "＇": "'",
        "−": "-",
        "–": "-",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
_LAST_CODE = 0x10FFFF


@frozen(eq=False)
class Words:
    """The words of a text.

    Attributes:
        text: The text.
        forms: Each word without its case, invisible characters and compatibility forms.
        ranges: Where each of them stands.
    """

    text: str
    forms: tuple[str, ...]
    ranges: tuple[Range, ...]

    def between(self, before: int, behind: int) -> str:
        """What stands from the end of word *before* to the start of word *behind*."""
        start = self.ranges[before][1] if before >= 0 else 0
        end = self.ranges[behind][0] if behind < len(self.ranges) else len(self.text)
        return self.text[start:end]

    def range(self, first: int, last: int) -> Range:
        """Where the words from *first* up to *last*, exclusive, stand; an empty place for none."""
        if first < last:
            return self.ranges[first][0], self.ranges[last - 1][1]
        place = self.ranges[first - 1][1] if first > 0 else 0
        return place, place


@frozen(eq=False)
class Claim:
    """A quotation as it is given.

    Attributes:
        words: Its words.
        bracketed: The words that stand in square brackets or have a part there.
        ellipses: The words that an ellipsis stands before; the number of words for one at the end.
        breaks: The words that another span of its content begins with.
    """

    words: Words
    bracketed: frozenset[int]
    ellipses: frozenset[int]
    breaks: frozenset[int]


def words_in(text: str) -> Words:
    """The words of *text*."""
    found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    known: dict[str, str] = {}
    for start, end in found:
        raw = text[start:end]
        if raw not in known:
            known[raw] = _form(raw)
    return Words(text, tuple(known[text[start:end]] for start, end in found), tuple(found))


def claim_of(parts: Sequence[str]) -> Claim:
    """A quotation of one or several *parts*, which are joined by a blank."""
    text = " ".join(parts)
    words = _without_brackets(words_in(text))
    starts = [start for start, _ in words.ranges]
    inside = {place for match in _BRACKETED.finditer(text) for place in range(*match.span())}
    bracketed = {n for n, (start, end) in enumerate(words.ranges) if start in inside or end - 1 in inside}
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part) + 1)
    return Claim(
        words,
        frozenset(bracketed),
        frozenset(_places(starts, (match.end() for match in _ELLIPSIS.finditer(text)))),
        frozenset(_places(starts, ends[1:-1])),
    )


def encoded(source: Words, quote: Words) -> tuple[str, str]:
    """Both texts with one character for each word: NUL for each that the quotation lacks.

    So the fast search of Python's strings, and rapidfuzz, work on words.
    """
    codes = {form: chr(min(number, _LAST_CODE)) for number, form in enumerate(dict.fromkeys(quote.forms), 1)}
    return (
        "".join([codes.get(form, "\0") for form in source.forms]),
        "".join([codes[form] for form in quote.forms]),
    )


def _form(raw: str) -> str:
    plain = raw.translate(_SPELLING)
    return plain.casefold() if plain.isascii() else unicodedata.normalize("NFKC", plain).casefold()


def _places(starts: Sequence[int], offsets: Iterator[int] | Sequence[int]) -> Iterator[int]:
    """For each of the rising *offsets* the first word that starts there or behind."""
    place = 0
    for offset in offsets:
        while place < len(starts) and starts[place] < offset:
            place += 1
        yield place


def _without_brackets(words: Words) -> Words:
    """The words, those made one that a bracket parts, as in “[T]he”, and “[sic]” left out."""
    forms: list[str] = []
    ranges: list[Range] = []
    for form, (start, end) in zip(words.forms, words.ranges, strict=True):
        if form == "sic" and words.text[start - 1 : start] + words.text[end : end + 1] == "[]":
            continue
        if ranges and words.text[ranges[-1][1] : start] in ("[", "]"):
            forms[-1], ranges[-1] = forms[-1] + form, (ranges[-1][0], end)
        else:
            forms.append(form)
            ranges.append((start, end))
    return Words(words.text, tuple(forms), tuple(ranges))
