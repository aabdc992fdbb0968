"""Headlines that give their words to somebody with a colon: "Minister: no talks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.attribution import Attribution
from quotekit.records import MarkedSpan
from quotekit.tagging.layouts.labels import labelled_lines
from quotekit.tagging.layouts.turns import is_dialogue

__all__ = ["headlines"]

SHORTEST, LONGEST = 3, 20
"""Words of a headline behind its colon."""


def headlines(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each line that a name opens and no full stop ends, outside a dialogue."""
    lines = list(labelled_lines(text))
    if is_dialogue(text, lines):
        return
    for line in lines:
        words = text[slice(*line.rest)].split()
        if SHORTEST <= len(words) <= LONGEST and words[-1][-1] not in ".!:;" and words[0][0] not in "\"“‘'«":
            yield Attribution(content=(line.rest,), cue=(line.colon,), source=(line.label,))
