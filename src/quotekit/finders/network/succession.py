"""Which quotations that stand near one cue are its own: not all that come before or after it."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.finders.network.linker import Link
from quotekit.finders.network.pieces import Ints, Pieces
from quotekit.finders.network.sentences import divided
from quotekit.text.ranges import Range

__all__ = ["comes_after", "drop_links_across_speakers"]


def comes_after(ends: Ints, cue: Range, content: Range) -> bool:
    """Whether *content* comes after the sentence of *cue*; *ends* are the pieces that end sentences."""
    return cue[1] <= content[0] and bool(divided(ends, [cue], [content])[0, 0])


def drop_links_across_speakers(
    pieces: Pieces, contents: Sequence[Range], cues: Sequence[Range], links: Sequence[Link]
) -> list[Link]:
    """The *links* from contents to cues, without those of a neighbour's quotation.

    Where one quotation closes and the next opens with nothing between them, another speaker has
    the word: a cue behind them belongs to the last, one before them to the first.
    """
    kept = list(links)
    for number in range(len(contents) - 1):
        target = links[number].target
        if target is None or links[number + 1].target != target:
            continue
        (_, end), (start, _) = contents[number], contents[number + 1]
        if end == start and pieces.opens(start) and pieces.closes(end - 1):
            farther = number if cues[target][0] >= start else number + 1
            kept[farther] = Link(None, links[farther].probability)
    return kept
