"""Words that print joins by marks and dashes without a blank ("I have"--he lowered his voice).

Tokenizers part a dash from the words beside it, and a quotation mark from the edge of a word; where both
come together, or a sentence ends so, they leave one token, which neither a parser nor anybody behind it can
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["cuts_in_words", "with_words_parted"]

_DASH: Final = r"(?:--+|[—–]+)"
_STOP: Final = r"[.,;:!?…]"
_OPENING, _CLOSING = r"[\"“‘„«]", r"[\"”’»']"
_LETTER: Final = r"(?=[^\W\d_¹²³⁰-⁹])"
"""A letter follows, and no figure of a footnote."""

_JOINTS: Final = (
    rf"{_CLOSING}{_STOP}?{_DASH}{_OPENING}?",  # have"--he
    rf"{_STOP}{_DASH}{_OPENING}?",  # Wickham;--"his
    rf"{_DASH}{_OPENING}",  # Margaret--"you
    r"(?<=[.,;:!?…])[\"“”]",  # said,“Look
    r"[“”]",  # said“Look
    r"(?<=\d)\.(?=[A-Z][a-z]+ )",  # 1901.The
)
_JOINT: Final = re.compile(rf"(?<=\S)(?:{'|'.join(_JOINTS)}){_LETTER}")
_OPENING_DASH: Final = re.compile(r"(?<!\S)--(?=[A-Z][a-z])")
"""A dash that opens a word with a capital, as before a signature ("--Moss"), and no option of a command."""
_PART: Final = re.compile(rf"{_DASH}|\S")

_KEPT: Final = ("ORTH", "SPACY", "NORM")
"""What a tokenizer says of a token. Whatever else is joined would begin a sentence at each cut."""


def cuts_in_words(text: str) -> Iterator[int]:
    """The offsets at which *text* is cut: before each mark and dash that joins words, and behind it."""
    joined = (at for joint in _JOINT.finditer(text) for at in cuts_in_joint(joint))
    yield from merge(joined, (dash.end() for dash in _OPENING_DASH.finditer(text)))


def cuts_in_joint(joint: re.Match[str]) -> Iterator[int]:
    """The offsets at which a joint is cut."""
    yield from (part.start() for part in _PART.finditer(joint.string, *joint.span()))
    yield joint.end()


def with_words_parted(text: str, nlp: Language) -> str | Doc:
    """*text* for *nlp* to parse: itself, or its tokens where marks and dashes join some of its words."""
    cuts = list(cuts_in_words(text))
    if not cuts:
        return text
    from spacy.tokens import Doc  # noqa: PLC0415 - spaCy is slow to import and loads when needed

    pieces = [nlp.make_doc(text[first:last]) for first, last in pairwise((0, *cuts, len(text)))]
    return Doc.from_docs(pieces, ensure_whitespace=False, attrs=list(_KEPT)) or text
