"""Annotated documents as what the network learns from: pieces, allowed labels, links, tones."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen
from tokenizers import Tokenizer

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.finders.network.labels import BEGIN, INSIDE, LABELS, OUTSIDE, Role
from quotekit.finders.network.pieces import Convention, Pieces, read_pieces
from quotekit.text.marks import find_marked_spans
from quotekit.text.ranges import Range

__all__ = [
    "ELSEWHERE",
    "NOTHING",
    "Example",
    "Links",
    "blanked",
    "mask_piece",
    "read_example",
    "window_links",
]

NOTHING: Final = -1
"""The target of a link that leads nowhere: a content without a cue, a cue without a source."""

ELSEWHERE: Final = -2
"""The target of a link that leads out of the window, about which nothing is learned."""

_MASKS: Final = ("[MASK]", "<mask>")


@frozen(eq=False)
class Example:
    """A document ready to be learned from.

    Attributes:
        pieces: Its word pieces.
        allowed: For each piece, which labels the annotation leaves possible.
        quotes: Its quotes as ranges of pieces.
        linked: Whether the quotes' cues and sources are annotated.
    """

    pieces: Pieces
    allowed: npt.NDArray[np.bool_]
    quotes: tuple[AnnotatedQuote, ...]
    linked: bool


@frozen
class Links:
    """The spans of one window as its own pieces, and which belong together as positions in the lists.

    Attributes:
        toned: The quotes whose content stands in the window, with their act and modality.
    """

    contents: tuple[Range, ...]
    cues: tuple[Range, ...]
    sources: tuple[Range, ...]
    content_cue: tuple[int, ...]
    cue_source: tuple[int, ...]
    content_source: tuple[int, ...]
    toned: tuple[AnnotatedQuote, ...] = ()


def read_example(
    document: AnnotatedDocument, tokenizer: Tokenizer, convention: Convention = "guidelines"
) -> Example:
    """What is learned from *document*, annotated by a *convention*."""
    pieces = read_pieces(document.text, find_marked_spans(document.text), tokenizer, convention)
    quotes = tuple(_on_pieces(quote, pieces) for quote in document.quotes)
    allowed = np.zeros((len(pieces), len(LABELS)), dtype=bool)
    allowed[:, OUTSIDE] = True
    if not document.complete:
        _open(allowed, pieces)
    for role in ("content", "source", "cue"):
        for span in sorted({span for quote in quotes for span in getattr(quote, role)}, key=_longest_first):
            if not allowed[span[0] : span[1], OUTSIDE].all():
                continue
            _allow_only(allowed, pieces, role, span)
    return Example(pieces, allowed, quotes, document.complete)


def mask_piece(tokenizer: Tokenizer) -> int:
    """The vocabulary id of a word that is not shown.

    Raises:
        ValueError: The tokenizer has none.
    """
    found = next((number for mask in _MASKS if (number := tokenizer.token_to_id(mask)) is not None), None)
    if found is None:
        raise ValueError(f"the encoder's tokenizer has none of the pieces {_MASKS}")
    return int(found)


def blanked(example: Example, rng: random.Random, share: float, mask: int) -> Example:
    """*example* with *mask* for a *share* of its word pieces; what is known of them besides stays."""
    hidden = np.random.default_rng(rng.getrandbits(32)).random(len(example.pieces)) < share
    ids = np.where(hidden, mask, example.pieces.ids)
    return evolve(example, pieces=evolve(example.pieces, ids=ids))


def _open(allowed: npt.NDArray[np.bool_], pieces: Pieces) -> None:
    """Leave every label possible outside of quotation marks, where only direct speech is annotated.

    What stands in marks and is not annotated is no content.
    """
    allowed[:, : BEGIN["content"]] = True
    allowed[pieces.unmarked()] = True


def _longest_first(span: Range) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _allow_only(allowed: npt.NDArray[np.bool_], pieces: Pieces, role: Role, span: Range) -> None:
    """Label *span* as one stretch of *role* that begins anew in each of its paragraphs."""
    allowed[span[0] : span[1]] = False
    allowed[span[0] : span[1], INSIDE[role]] = True
    inside = pieces.paragraph[span[0] : span[1]]
    for begin in span[0] + np.flatnonzero(np.diff(inside, prepend=-1)):
        allowed[begin, INSIDE[role]] = False
        allowed[begin, BEGIN[role]] = True


def _on_pieces(quote: AnnotatedQuote, pieces: Pieces) -> AnnotatedQuote:
    def covered(ranges: Iterable[Range]) -> tuple[Range, ...]:
        return tuple(span for part in ranges if (span := pieces.covering(part)) is not None)

    content, cue, source = covered(quote.content), covered(quote.cue), covered(quote.source)
    return AnnotatedQuote(content, cue, source, act=quote.act, modality=quote.modality)


def window_links(quotes: Sequence[AnnotatedQuote], window: Range) -> Links:
    """The spans of *quotes* that stand in *window* and the links between them."""

    def within(spans: Iterable[Range]) -> tuple[Range, ...]:
        return tuple(sorted({span for span in spans if window[0] <= span[0] and span[1] <= window[1]}))

    contents = within(span for quote in quotes for span in quote.content)
    cues = within(quote.cue[0] for quote in quotes if quote.cue)
    sources = within(span for quote in quotes for span in quote.source)
    owner = {span: quote for quote in quotes for span in quote.content}
    speaking = {quote.cue[0]: quote for quote in quotes if quote.cue}
    return Links(
        _shifted(contents, window[0]),
        _shifted(cues, window[0]),
        _shifted(sources, window[0]),
        tuple(_target(owner[span].cue, cues) for span in contents),
        tuple(_target(speaking[cue].source, sources) for cue in cues),
        tuple(_target(owner[span].source, sources) for span in contents),
        tuple(_moved(quote, window[0]) for quote in quotes if _is_toned(quote) and _stands_in(quote, window)),
    )


def _is_toned(quote: AnnotatedQuote) -> bool:
    return bool(quote.content) and (quote.act is not None or quote.modality is not None)


def _stands_in(quote: AnnotatedQuote, window: Range) -> bool:
    return all(window[0] <= start and end <= window[1] for start, end in (*quote.content, *quote.cue))


def _moved(quote: AnnotatedQuote, by: int) -> AnnotatedQuote:
    return evolve(quote, content=_shifted(quote.content, by), cue=_shifted(quote.cue, by))


def _shifted(spans: Iterable[Range], by: int) -> tuple[Range, ...]:
    return tuple((start - by, end - by) for start, end in spans)


def _target(wanted: Sequence[Range], present: Sequence[Range]) -> int:
    if not wanted:
        return NOTHING
    return present.index(wanted[0]) if wanted[0] in present else ELSEWHERE
