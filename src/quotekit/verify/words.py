"""A text's words, in a form in which spelling does not count, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import field, frozen

from quotekit.language import every_language
from quotekit.text.markup import FILLER
from quotekit.text.ranges import Range
from quotekit.text.sentences import holds_sentence_end, is_shortened
from quotekit.verify.contractions import (
    APOSTROPHES,
    INVISIBLE,
    contracted_stems,
    full_words,
    is_contracted_end,
    parts_of_word,
)
from quotekit.verify.displayed import displayed, without_line_signs, without_notes

__all__ = ["BLANKS", "LINE_HYPHEN", "Claim", "Words", "claim_of", "encoded", "is_east_asian", "words_in"]

_WORD_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Signs of East Asian scripts, each of which is compared as a word; their punctuation is none."""

_LETTER = rf"(?![{_WORD_SIGNS}])[^\W_][\u0300-\u036f{INVISIBLE}]*"
_WORD = re.compile(
    r"\d+(?:[.,．]\d+|，\d{3}(?!\d))+|(?<![\w.])\.\d+"  # a number, its decimals or thousands
    rf"|(?:{_LETTER})+(?:[{APOSTROPHES}][{INVISIBLE}]*(?:{_LETTER})+)*"  # a word with its apostrophes
    rf"|[{_WORD_SIGNS}]"  # a character of a script without blanks
    r"|[%‰$€£¥₹¢&+=<>°§#@±×÷≤≥]|(?<![\w.,)])[-−–](?=\d)"  # what changes a number
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_BRACKETED_OWNER = re.compile(rf"\]([{APOSTROPHES}]s?)(?!\w)")
"""The end of a possessive behind a bracket, which belongs to what is in it (“[Lund]’s”)."""
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,}")
_SPELLING = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        "−": "-",
        "–": "-",
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
LINE_HYPHEN = re.compile("[-\u2010\u2011\u00ad][ \t]*\r?\n\\s*")
"""A hyphen that parts a word at the end of a line."""

BLANKS = re.compile(r"\s+")
"""What parts words and is no sign."""

_EAST_ASIAN = re.compile(f"[{_WORD_SIGNS}]")
_LAST_CODE = 0x10FFFF
"""The last character of Unicode, for all words of a quotation that has more different ones."""


@frozen(eq=False)
class Words:
    """The words of a text, those that were contracted in their parts.

    Attributes:
        text: The text.
        shown: A copy of it, of the same length, without markup and notes.
        forms: Each word without its case, invisible characters and compatibility forms.
        ranges: Where each of them stands.
        written: The number of the word as it is written that each is, or is a part of.
        keys: The forms by which words stand for each other, altered: without accents, and in full where
            they were contracted (“not” for “n't”).
    """

    text: str
    shown: str
    forms: tuple[str, ...]
    ranges: tuple[Range, ...]
    written: tuple[int, ...]
    keys: tuple[str, ...] = field(init=False)

    @keys.default
    def _keys(self) -> tuple[str, ...]:
        return tuple(_keys_of(self.forms))

    def count(self, stretch: Range) -> int:
        """How many words as they are written a stretch holds, whole or in part."""
        return len(set(self.written[slice(*stretch)]))

    def between(self, before: int, behind: int) -> str:
        """What a reader sees from the end of word *before* to the start of word *behind*."""
        return self.shown[slice(*self._gap(before, behind))].replace(FILLER, "")

    def is_sentence_start(self, place: int) -> bool:
        """Whether a sentence ends before the word at *place*."""
        gap, (start, _) = self.between(place - 1, place), self._gap(place - 1, place)
        is_short = gap.strip() == "." and is_shortened(self.shown, start)
        return holds_sentence_end(gap) and not is_short

    def is_marked_up(self, before: int, behind: int) -> bool:
        """Whether markup stands from the end of word *before* to the start of word *behind*."""
        start, end = self._gap(before, behind)
        return self.shown[start:end] != self.text[start:end]

    def _gap(self, before: int, behind: int) -> Range:
        start = self.ranges[before][1] if before >= 0 else 0
        end = self.ranges[behind][0] if behind < len(self.ranges) else len(self.text)
        return start, end

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
        gaps: Both of these: where the source may have more.
    """

    words: Words
    bracketed: frozenset[int]
    ellipses: frozenset[int]
    breaks: frozenset[int]
    gaps: frozenset[int]


def words_in(text: str) -> Words:
    """The words of *text*, the source of quotations."""
    return _words_shown(text, without_notes(displayed(without_line_signs(text))))


def _words_shown(text: str, shown: str) -> Words:
    forms: list[str] = []
    ranges: list[Range] = []
    written: list[int] = []
    known: dict[str, list[tuple[str, int]]] = {}
    for number, match in enumerate(_WORD.finditer(shown)):
        raw, start = match[0], match.start()
        if raw not in known:
            known[raw] = [(_form(part), len(part)) for part in parts_of_word(raw)]
        for form, length in known[raw]:
            forms.append(form)
            ranges.append((start, start + length))
            written.append(number)
            start += length
    return Words(text, shown, tuple(forms), tuple(ranges), tuple(written))


def _keys_of(forms: Sequence[str]) -> Iterator[str]:
    full, stems = full_words(), contracted_stems()
    known: dict[str, str] = {}
    for place, form in enumerate(forms):
        if form not in known:
            known[form] = _without_accents(full.get(form, form))
        is_stem = form in stems and place + 1 < len(forms) and is_contracted_end(forms[place + 1])
        yield stems[form] if is_stem else known[form]


def claim_of(parts: Sequence[str]) -> Claim:
    """A quotation of one or several *parts*, which are joined by a blank."""
    text = " ".join(parts)
    square = _BRACKETED_OWNER.sub(r"\1]", _with_square_asides(text))
    words = _without_brackets(_words_shown(text, displayed(square)))
    starts = [start for start, _ in words.ranges]
    inside = {place for match in _BRACKETED.finditer(words.shown) for place in range(*match.span())}
    bracketed = {n for n, (start, end) in enumerate(words.ranges) if start in inside or end - 1 in inside}
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part) + 1)
    ellipses = frozenset(_places(starts, (match.end() for match in _ELLIPSIS.finditer(words.shown))))
    breaks = frozenset(_places(starts, ends[1:-1]))
    return Claim(words, frozenset(bracketed), ellipses, breaks, ellipses | breaks)


def _with_square_asides(text: str) -> str:
    """A copy of *text*, of the same length, with what its editor says in square brackets."""
    return _aside().sub(r"[\1]", text) if "(" in text else text


@cache
def _aside() -> re.Pattern[str]:
    """What whoever quotes says of the quotation, in round brackets: “(sic)”, “(emphasis added)”."""
    words = "|".join(map(re.escape, every_language().apparatus_texts("sic", "emphasis")))
    return re.compile(rf"\(({words})\)", re.IGNORECASE)


def encoded(source: Words, quote: Words) -> tuple[str, str]:
    """Both texts with one character for each word: NUL for each that the quotation lacks.

    Words of one key have the same character: they stand for each other, altered.
    So the fast search of Python's strings, and rapidfuzz, work on words.
    """
    codes = {key: chr(min(number, _LAST_CODE)) for number, key in enumerate(dict.fromkeys(quote.keys), 1)}
    return (
        "".join([codes.get(key, "\0") for key in source.keys]),
        "".join([codes[key] for key in quote.keys]),
    )


def _without_accents(form: str) -> str:
    """The letters of a word without their accents."""
    if form.isascii():
        return form
    return "".join(
        letter for letter in unicodedata.normalize("NFD", form) if not unicodedata.combining(letter)
    )


def is_east_asian(form: str) -> bool:
    """Whether a word is a sign of an East Asian script."""
    return bool(_EAST_ASIAN.fullmatch(form))


def _form(raw: str) -> str:
    translated = raw.translate(_SPELLING)
    plain = translated if translated.isascii() else unicodedata.normalize("NFKC", translated)
    if _THOUSANDS.fullmatch(plain):
        return plain.replace(",", "")
    return plain.casefold()


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
    written: list[int] = []
    known = every_language().apparatus_texts("sic")
    for form, (start, end), number in zip(words.forms, words.ranges, words.written, strict=True):
        if form in known and words.shown[start - 1 : start] + words.shown[end : end + 1] == "[]":
            continue
        parted = ranges and words.shown[ranges[-1][1] : start] in ("[", "]")
        if parted and not is_contracted_end(form):
            forms[-1], ranges[-1] = forms[-1] + form, (ranges[-1][0], end)
        else:
            forms.append(form)
            ranges.append((start, end))
            written.append(number)
    return Words(words.text, words.shown, tuple(forms), tuple(ranges), tuple(written))
