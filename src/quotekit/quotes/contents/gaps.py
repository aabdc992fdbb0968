"""Gaps in a content: only its cue and its source, or somebody else's report, interrupts what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import DASHES, OPENERS
from quotekit.text.ranges import Range, any_overlap, merged
from quotekit.text.sentences import holds_sentence_end
from quotekit.text.words import joins_letters

__all__ = ["without_gaps"]

LONGEST: Final = 200
"""Characters of the longest insertion that is part of what is said; in development parts none is longer."""


CLAUSE_SIGNS: Final = frozenset(";:")
"""What ends a clause within a sentence."""


def without_gaps(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with what the network left out of the middle of its sentence.

    It stops at what looks like a report ("that the Widow, | as the crane was nicknamed, | had failed"). Of 25
    such gaps in the development parts annotators left 2 out.
    """
    items = list(findings)
    cues = sorted({span for item in items for span in (*item.cue, *item.source)})
    for item in items:
        if item.fixed is not None or len(item.content) < 2:
            yield item
            continue
        whole = [
            (first[0], second[1])
            for first, second in pairwise(item.content)
            if is_part_of_content(page, (first[1], second[0]), second, cues)
        ]
        yield evolve(item, content=tuple(merged([*item.content, *whole]))) if whole else item


def is_part_of_content(page: Page, gap: Range, behind: Range, cues: Sequence[Range]) -> bool:
    """Whether a *gap* is an insertion in a sentence that goes on *behind* it, and nobody's cue or source.

    So is a mere dash (the boats, all nine of them | – | were safe).
    """
    text = page.text[slice(*gap)]
    if len(text) > LONGEST or holds_clause_end(page.text, gap):
        return False
    opening = page.text[slice(*behind)].lower().split(maxsplit=1)[:1]
    if not opening or opening[0][0] in OPENERS or opening[0] in every_language().clause_openers:
        return False
    if not any(map(str.isalnum, text)):
        return text.strip() in DASHES
    return not any_overlap([gap], cues[bisect_left(cues, (gap[0] - LONGEST,)) : bisect_left(cues, (gap[1],))])


def holds_clause_end(text: str, gap: Range) -> bool:
    """Whether a sentence or a clause ends in a *gap* of *text*; a time of day ("7:30") ends none."""
    ends = (at for at in range(*gap) if text[at] in CLAUSE_SIGNS)
    return holds_sentence_end(text[slice(*gap)]) or not all(joins_letters(text, at) for at in ends)
