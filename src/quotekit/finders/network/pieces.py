"""A text as word pieces with what the network is told about each of them.

Besides its vocabulary id a piece carries the shape of its word (the encoder's vocabulary is
lower-cased), its place in the quotation marks around it, and whether it begins a paragraph. The text
itself is only read through a translation that keeps every character's offset.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
from attrs import frozen
from tokenizers import Tokenizer

from quotekit.records import MarkedSpan
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range

__all__ = [
    "FEATURES",
    "FEATURE_SIZES",
    "Convention",
    "Ints",
    "Pieces",
    "parse_tokenizer",
    "read_pieces",
    "special_pieces",
]

Ints = npt.NDArray[np.int64]

Convention = Literal["guidelines", "polnear", "fiction"]
"""By whose rules a text is annotated: those of this project, of PolNeAR, or of a corpus of fiction."""

_CONVENTIONS: Final[tuple[Convention, ...]] = ("guidelines", "polnear", "fiction")

FEATURE_SIZES: Final = (8, 8, 16)
"""How many values each feature of a piece may have."""

_FIRST_ROWS: Final = np.cumsum((0, *FEATURE_SIZES))[:-1]
"""The first row of each feature in the table of their embeddings."""

FEATURES: Final = len(FEATURE_SIZES)
"""How many features each piece has."""

_STATE_ROW: Final = FEATURE_SIZES[0]
"""The first row of the second feature, the place in the quotation marks."""

_OUTSIDE, _INSIDE, _OPENING, _CLOSING, _UNCLOSED = range(5)
_NESTED, _NESTED_OPENING, _NESTED_CLOSING = range(5, 8)
"""The places in the quotation marks that the second feature tells; networks are trained with their order."""

_NO_WORD, _FIGURES, _SMALL, _CAPITALS, _CAPITALISED, _MIXED = range(1, 7)
"""The shapes of words that the first feature tells, by the order that networks are trained with."""

_COLUMNS: Final = 3
"""What is known of a piece first: its id, its start, its end."""

_NEXT_SENTENCE = r"\.(?<=[a-z]{2}\.)[A-Z][a-z ]"
"""The end of a sentence that no blank parts from the next one ("It was full.The crew left")."""
_WORD = re.compile(rf"[^\W_]+(?:(?!{_NEXT_SENTENCE})[-'’.][^\W_]+)*")
_ADDRESS = re.compile(
    r"(?<![\w@/.-])(?P<word>[^\W_]{1,63})"
    r"(?:://|(?:[.-][^\W_]{1,63}){0,9}\.[A-Za-z]{2,24}/)[^\s<>\"“”]{0,2000}(?<=[\w/])"
)
"""An address on the web ("https://example.org/a", "example.org/a"), without the stop of its sentence."""
_PLAIN_MARKS = str.maketrans("“”„‟«»‘’‚‛`´‹›", '""""""' + "'" * 8)
"""Six double marks and eight single ones, which the network reads as straight."""


@frozen(eq=False)
class Pieces:
    """The word pieces of a text, one row each.

    Attributes:
        ids: Ids in the encoder's vocabulary.
        features: Rows of the table of feature embeddings for each piece: its word's shape, its
            place in the quotation marks, whether it begins a paragraph and by whose convention it is
            read.
        starts: Offset of each piece's first character.
        ends: Offset behind each piece's last character.
        paragraph: Number of the paragraph that each piece stands in, without gaps.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def opens(self, piece: int) -> bool:
        """Whether a quotation's opening mark stands at *piece*."""
        return int(self.features[piece, 1]) - _STATE_ROW in (_OPENING, _NESTED_OPENING)

    def closes(self, piece: int) -> bool:
        """Whether a quotation's closing mark stands at *piece*."""
        return int(self.features[piece, 1]) - _STATE_ROW in (_CLOSING, _NESTED_CLOSING)

    def unmarked(self) -> npt.NDArray[np.bool_]:
        """For each piece whether it stands outside of all quotation marks."""
        outside: npt.NDArray[np.bool_] = self.features[:, 1] == _STATE_ROW + _OUTSIDE
        return outside

    def covering(self, span: Range) -> Range | None:
        """The half-open range of pieces that share a character with *span*, or None."""
        first = int(np.searchsorted(self.ends, span[0], side="right"))
        stop = int(np.searchsorted(self.starts, span[1], side="left"))
        return (first, stop) if stop > first else None

    def characters(self, pieces: Range) -> Range:
        """The characters that a half-open range of pieces covers."""
        return int(self.starts[pieces[0]]), int(self.ends[pieces[1] - 1])

    def within_words(self, text: str) -> npt.NDArray[np.bool_]:
        """For each piece whether it goes on with the word of *text* that the piece before it belongs to."""
        word = np.zeros(len(text) + 1, dtype=np.int64)
        for number, match in enumerate(_WORD.finditer(text), 1):
            word[match.start() : match.end()] = number
        of = word[self.starts]
        return np.concatenate([[False], (of[1:] == of[:-1]) & (of[1:] > 0)]) if len(of) else of > 0

    def paragraph_bounds(self) -> Ints:
        """The first piece of each paragraph, and the number of pieces as the last entry."""
        firsts = np.flatnonzero(np.diff(self.paragraph, prepend=-1))
        return np.append(firsts, len(self))


def parse_tokenizer(description: str) -> Tokenizer:
    """The encoder's tokenizer from its JSON, set to keep every piece."""
    tokenizer = Tokenizer.from_str(description)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def special_pieces(tokenizer: Tokenizer) -> Range:
    """The vocabulary ids that stand before and behind every window of the encoder (``[CLS]``, ``[SEP]``)."""
    first, last = tokenizer.encode("").ids
    return first, last


def read_pieces(
    text: str,
    marks: Sequence[MarkedSpan],
    tokenizer: Tokenizer,
    convention: Convention = "guidelines",
    bounds: Sequence[Range] | None = None,
) -> Pieces:
    """The word pieces of *text*.

    Args:
        text: The text.
        marks: Its quotation marks.
        tokenizer: The encoder's.
        convention: By whose rules it is read: those of the text's annotators where it is learned from.
        bounds: Its paragraphs; found where nobody has found them before.
    """
    bounds = [bound for bound in (paragraphs(text) if bounds is None else bounds) if bound[1] > bound[0]]
    plain = _ADDRESS.sub(_word_for_address, text.translate(_PLAIN_MARKS))
    encodings = tokenizer.encode_batch([plain[start:end] for start, end in bounds], add_special_tokens=False)
    parts = [_paragraph_pieces(start, found) for (start, _), found in zip(bounds, encodings, strict=True)]
    table = np.concatenate([part for part in parts if len(part)] or [np.zeros((0, _COLUMNS), dtype=np.int64)])
    sizes = [len(part) for part in parts if len(part)]
    ids, starts, ends = table[:, 0], table[:, 1], _behind_addresses(table[:, 2], text)
    paragraph = np.repeat(np.arange(len(sizes)), sizes)
    begins = (np.diff(paragraph, prepend=-1) != 0) + 2 * _CONVENTIONS.index(convention)
    told = [_bytes_at(_word_shapes(text), starts), _bytes_at(_states(text, marks), starts), begins]
    features = np.column_stack(told) + _FIRST_ROWS
    return Pieces(ids, features, starts, ends, paragraph)


def _word_for_address(address: re.Match[str]) -> str:
    """The first word of an *address* and blanks for the rest: networks break off at its signs."""
    return address["word"].ljust(len(address[0]))


def _behind_addresses(ends: Ints, text: str) -> Ints:
    """The *ends* of pieces; of one that stands for an address of *text* the end of that."""
    behind = {address.end("word"): address.end() for address in _ADDRESS.finditer(text)}
    return np.array([behind.get(end, end) for end in ends.tolist()], dtype=np.int64) if behind else ends


def _bytes_at(table: bytearray, offsets: Ints) -> Ints:
    return np.frombuffer(table, dtype=np.uint8)[offsets].astype(np.int64)


def _paragraph_pieces(start: int, encoding: Any) -> Ints:
    """Id, start and end of each piece that covers a character, offsets in the whole text."""
    if not encoding.ids:
        return np.zeros((0, _COLUMNS), dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64)
    table = np.column_stack([np.asarray(encoding.ids, dtype=np.int64), offsets + start])
    return table[offsets[:, 1] > offsets[:, 0]]


def _word_shapes(text: str) -> bytearray:
    """The shape of the word that each character belongs to."""
    shapes = bytearray([_NO_WORD]) * len(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        shapes[start:end] = bytes([_word_shape(match.group())]) * (end - start)
    return shapes


def _word_shape(word: str) -> int:
    if word.islower():
        return _SMALL
    if word.isdigit():
        return _FIGURES
    if word.isupper():
        return _CAPITALS if len(word) > 1 else _CAPITALISED
    return _CAPITALISED if word[0].isupper() and word[1:].islower() else _MIXED


def _states(text: str, marks: Sequence[MarkedSpan]) -> bytearray:
    """Where each character stands in the quotation marks around it."""
    states = bytearray(len(text))
    for mark in sorted(marks, key=lambda mark: (min(mark.depth, 1), mark.start)):
        inside = _NESTED if mark.depth else (_INSIDE if mark.closed else _UNCLOSED)
        states[mark.start : mark.end] = bytes([inside]) * (mark.end - mark.start)
        states[mark.start] = _NESTED_OPENING if mark.depth else _OPENING
        if mark.closed and mark.end > mark.start + 1:
            states[mark.end - 1] = _NESTED_CLOSING if mark.depth else _CLOSING
    return states
