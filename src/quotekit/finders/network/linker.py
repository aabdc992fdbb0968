"""Which cue a content belongs to, and which source a cue or a content belongs to.

The scores are those of a small learned bilinear form over the link vectors of the spans' first
and last pieces, with a bias for how far apart the spans stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
from attrs import frozen

from quotekit.finders.network.chain import Floats
from quotekit.finders.network.pairs import pair_rows
from quotekit.finders.network.pieces import Ints
from quotekit.finders.network.sentences import divided
from quotekit.text.ranges import Range

__all__ = ["LINK_KINDS", "LINK_SIZE", "Link", "LinkGround", "LinkKind", "LinkWeights", "link"]

LinkKind = Literal["content_cue", "cue_source", "content_source"]
LINK_KINDS: Final[tuple[LinkKind, ...]] = ("content_cue", "cue_source", "content_source")

LINK_SIZE: Final = 128
"""Numbers of the vector that a piece is linked by."""

_PARAGRAPHS_APART: Final = 1
"""Paragraphs that a link may lead forwards or back, at most; chosen by hand."""

_OTHERS_TOGETHER: Final = 256
"""Spans that one may be linked to before only the nearest are tried; chosen by hand, far above the 16 that
three paragraphs have at most in the longest 250 texts of ``data``."""

_NEAREST: Final = 64
"""How many of these are tried on either side then, for as many spans at once; chosen by hand: the bias for
what stands between knows no more than three."""


@frozen(eq=False)
class LinkWeights:
    """The weights of one kind of link, as the training leaves them."""

    start: Floats
    start_bias: Floats
    end: Floats
    end_bias: Floats
    none: Floats
    none_bias: Floats
    pairs: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, Floats], kind: LinkKind) -> LinkWeights:
        """The weights of *kind* among named arrays."""
        names = ("start", "start_bias", "end", "end_bias", "none", "none_bias", "pairs")
        return cls(*(arrays[f"{kind}.{name}"] for name in names))


@frozen
class Link:
    """Where a span's link leads, as a position in the list of others or None, and how surely."""

    target: int | None
    probability: float


@frozen(eq=False)
class LinkGround:
    """What links are decided by.

    Attributes:
        vectors: The link vector of each piece.
        paragraph: The number of the paragraph of each piece.
        ends: The pieces that end a sentence outside of quotation marks, in order.
    """

    vectors: npt.NDArray[np.float16]
    paragraph: Ints
    ends: Ints


def link(
    weights: LinkWeights,
    ground: LinkGround,
    spans: Sequence[Range],
    others: Sequence[Range],
    crossing: Sequence[float],
) -> list[Link]:
    """Where each of *spans* is linked to.

    Args:
        weights: Of the kind of link.
        ground: The pieces that the spans are ranges of.
        spans: The spans to link, in order.
        others: The spans that they may be linked to, in order; only those of the same and of the
            neighbouring paragraphs are.
        crossing: For each of *spans*, what is added to the score of a link over a sentence's end.
    """
    where = ground.paragraph[[start for start, _ in others]] if others else np.zeros(0, dtype=np.int64)
    links: list[Link] = []
    costs = np.asarray(crossing, dtype=np.float32)
    for group in _paragraph_groups(ground.paragraph, spans):
        home = int(ground.paragraph[group[0][0]])
        first = int(np.searchsorted(where, home - _PARAGRAPHS_APART))
        stop = int(np.searchsorted(where, home + _PARAGRAPHS_APART, side="right"))
        near = others[first:stop]
        if not near:
            links.extend(Link(None, 1.0) for _ in group)
            continue
        for part, low, high in _stretches(group, near):
            scores = _scores(weights, ground, part, near[low:high])
            scores[:, :-1] += costs[len(links) : len(links) + len(part), None] * divided(
                ground.ends, part, near[low:high]
            )
            links.extend(_best(scores, first + low))
    return links


def _stretches(spans: Sequence[Range], others: Sequence[Range]) -> Iterator[tuple[Sequence[Range], int, int]]:
    """Neighbouring spans, and which others they may be linked to: all of them, or the nearest of many.

    So the pairs that are scored are as many as a text is long.
    """
    if len(others) <= _OTHERS_TOGETHER:
        yield spans, 0, len(others)
        return
    for at in range(0, len(spans), _NEAREST):
        part = spans[at : at + _NEAREST]
        low = max(bisect_left(others, part[0]) - _NEAREST, 0)
        yield part, low, bisect_left(others, part[-1]) + _NEAREST


def _paragraph_groups(paragraph: Ints, spans: Sequence[Range]) -> list[list[Range]]:
    groups: list[list[Range]] = []
    for span in spans:
        if groups and paragraph[groups[-1][0][0]] == paragraph[span[0]]:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _scores(
    weights: LinkWeights, ground: LinkGround, spans: Sequence[Range], others: Sequence[Range]
) -> Floats:
    """Scores (spans, others + 1); the last column is for a link that leads nowhere."""
    start = _edges(ground.vectors, spans) @ weights.start.T + weights.start_bias
    end = _edges(ground.vectors, others) @ weights.end.T + weights.end_bias
    pairs = weights.pairs[pair_rows(ground.paragraph, spans, others)].sum(-1)
    near = start @ end.T / np.sqrt(start.shape[1]) + pairs
    scores: Floats = np.concatenate(
        [near, start @ weights.none.T + weights.none_bias], axis=1, dtype=np.float32
    )
    return scores


def _best(scores: Floats, offset: int) -> list[Link]:
    """The best link of each row, *offset* added to its target."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    shares = weights / weights.sum(1, keepdims=True)
    nowhere = scores.shape[1] - 1
    return [
        Link(None if place == nowhere else offset + int(place), float(shares[row, place]))
        for row, place in enumerate(shares.argmax(1))
    ]


def _edges(vectors: npt.NDArray[np.float16], spans: Sequence[Range]) -> Floats:
    firsts = [start for start, _ in spans]
    lasts = [end - 1 for _, end in spans]
    return np.concatenate([vectors[firsts], vectors[lasts]], axis=1).astype(np.float32)
