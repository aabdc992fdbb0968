"""The figures: how much of what was annotated was found, and how much of what was found is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from quotekit.corpora import AnnotatedQuote
from quotekit.evaluation.comparison import COMPARISONS, Comparison, Letters
from quotekit.evaluation.names import same_speaker
from quotekit.given import checked_items

__all__ = ["KindScores", "Proportion", "Rate", "Scores", "score"]

KINDS = ("direct", "mixed", "indirect")


@frozen
class Rate:
    """How many were right, of how many found and how many annotated."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the found ones that is right, 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated ones that was found, 0 when nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


@frozen
class Proportion:
    """How many were right, of how many."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """*right* by *of*, or None when there were none."""
        return self.right / self.of if self.of else None


@frozen
class KindScores:
    """How well one kind of quote was found.

    Attributes:
        exact: Contents to the letter.
        overlap: Contents by overlap.
        source: Of those, where a source is annotated, the same source to the letter.
        cue: Of those, where a cue is annotated, the same cue to the letter.
        speaker: Of those, where a speaker is annotated, the same speaker.
    """

    exact: Proportion
    overlap: Proportion
    source: Proportion
    cue: Proportion
    speaker: Proportion


@frozen
class Scores:
    """The figures of some documents.

    Attributes:
        content_exact: Contents that are the annotated ones to the letter.
        content_overlap: Contents that share at least half of their letters with one of their own.
        content_letters: Letters and digits inside of contents.
        source_exact: Sources to the letter, each on its own.
        cue_exact: Cues to the letter, each on its own.
        who: Pairs of content, by overlap, and speaker: "who said what".
        act: Of the paired quotes with an annotated act, those whose act is right.
        source: Of the paired quotes with an annotated source, those whose source is it to the letter.
        source_any: The same, where a letter in common is enough.
        speaker: Of the paired quotes with an annotated speaker, those whose speaker is right.
        speaker_by_how: The same by how the speaker is written.
        by_kind: What of each kind was found.
        spans_exact: For each part, its spans to the letter, each span on its own, as CofeNet (Wang
            et al. 2022) counts them.
    """

    content_exact: Rate
    content_overlap: Rate
    content_letters: Rate
    source_exact: Rate
    cue_exact: Rate
    who: Rate
    act: Proportion
    source: Proportion
    source_any: Proportion
    speaker: Proportion
    speaker_by_how: dict[str, Proportion] = field(factory=dict)
    by_kind: dict[str, KindScores] = field(factory=dict)
    spans_exact: dict[str, Rate] = field(factory=dict)


def score(comparisons: Sequence[Comparison]) -> Scores:
    """The figures of all *comparisons* together.

    Args:
        comparisons: Documents beside what was found in them, as `compare` gives.

    Raises:
        InputTypeError: They are something else.
    """
    comparisons = list(checked_items(comparisons, Comparison, COMPARISONS))
    return Scores(
        content_exact=_exact(comparisons, "content"),
        content_overlap=_rate(comparisons, [len(one.pairs) for one in comparisons]),
        content_letters=_letters_of_parts(comparisons),
        source_exact=_exact(comparisons, "source"),
        cue_exact=_exact(comparisons, "cue"),
        who=_named_speaker(comparisons),
        act=_proportion_of([gold.act == found.act for gold, found in _matched(comparisons) if gold.act]),
        source=_same_part(comparisons, "source"),
        source_any=_same_part(comparisons, "source", any_letter=True),
        speaker=_proportion_of([right for _, right in _speaker_share(comparisons)]),
        speaker_by_how=_by_how(comparisons),
        by_kind={kind: _kind_scores(comparisons, kind) for kind in KINDS},
        spans_exact={part: _span_rates(comparisons, part) for part in ("source", "cue", "content")},
    )


def _rate(comparisons: Sequence[Comparison], right: Sequence[int]) -> Rate:
    return Rate(
        sum(right), sum(len(one.found) for one in comparisons), sum(len(one.gold) for one in comparisons)
    )


def _proportion_of(outcomes: Sequence[bool]) -> Proportion:
    return Proportion(sum(outcomes), len(outcomes))


def _exact(comparisons: Sequence[Comparison], part: str) -> Rate:
    gold, found, right = 0, 0, 0
    for one in comparisons:
        theirs = Counter(filter(None, one.gold_letters[part]))
        mine = Counter(filter(None, one.found_letters[part]))
        gold, found = gold + theirs.total(), found + mine.total()
        right += (theirs & mine).total()
    return Rate(right, found, gold)


def _letters_of_parts(comparisons: Sequence[Comparison]) -> Rate:
    gold, found, right = 0, 0, 0
    for one in comparisons:
        theirs, mine = _union(one.gold_letters["content"]), _union(one.found_letters["content"])
        gold, found, right = gold + len(theirs), found + len(mine), right + len(theirs & mine)
    return Rate(right, found, gold)


def _union(sets: Sequence[Letters]) -> Letters:
    return frozenset().union(*sets)


def _matched(comparisons: Sequence[Comparison]) -> Iterator[tuple[AnnotatedQuote, AnnotatedQuote]]:
    for one in comparisons:
        for gold, found in one.pairs:
            yield one.gold[gold], one.found[found]


def _speaker_share(comparisons: Sequence[Comparison]) -> Iterator[tuple[AnnotatedQuote, bool]]:
    """Each matched quote with an annotated speaker, and whether the speaker was found."""
    for gold, found in _matched(comparisons):
        if gold.speaker:
            yield gold, same_speaker(found.speaker, gold.speaker, gold.spellings)


def _by_how(comparisons: Sequence[Comparison]) -> dict[str, Proportion]:
    outcomes: dict[str, list[bool]] = {}
    for gold, right in _speaker_share(comparisons):
        outcomes.setdefault(gold.how or "any", []).append(right)
    return {how: _proportion_of(outcomes[how]) for how in sorted(outcomes)}


def _named_speaker(comparisons: Sequence[Comparison]) -> Rate:
    return Rate(
        sum(right for _, right in _speaker_share(comparisons)),
        sum(bool(quote.speaker) for one in comparisons for quote in one.found),
        sum(bool(quote.speaker) for one in comparisons for quote in one.gold),
    )


def _kind_scores(comparisons: Sequence[Comparison], kind: str) -> KindScores:
    exact: list[bool] = []
    overlap: list[bool] = []
    for one in comparisons:
        mine, paired = set(one.found_letters["content"]), {gold for gold, _ in one.pairs}
        for number, (quote, offsets) in enumerate(zip(one.gold, one.gold_letters["content"], strict=True)):
            if quote.kind == kind:
                exact.append(offsets in mine)
                overlap.append(number in paired)
    return KindScores(
        exact=_proportion_of(exact),
        overlap=_proportion_of(overlap),
        source=_same_part(comparisons, "source", kind=kind),
        cue=_same_part(comparisons, "cue", kind=kind),
        speaker=_proportion_of([right for quote, right in _speaker_share(comparisons) if quote.kind == kind]),
    )


def _same_part(
    comparisons: Sequence[Comparison], part: str, *, kind: str | None = None, any_letter: bool = False
) -> Proportion:
    """Of the matched quotes with an annotated *part*, those that have the same one."""
    outcomes: list[bool] = []
    for one in comparisons:
        theirs, mine = one.gold_letters[part], one.found_letters[part]
        for gold, found in one.pairs:
            if theirs[gold] and kind in (None, one.gold[gold].kind):
                same = theirs[gold] == mine[found]
                outcomes.append(same or (any_letter and not theirs[gold].isdisjoint(mine[found])))
    return _proportion_of(outcomes)


def _span_rates(comparisons: Sequence[Comparison], part: str) -> Rate:
    gold, found, right = 0, 0, 0
    for one in comparisons:
        theirs, mine = _edge_rates(one, one.gold, part), _edge_rates(one, one.found, part)
        gold, found, right = gold + len(theirs), found + len(mine), right + len(theirs & mine)
    return Rate(right, found, gold)


def _edge_rates(one: Comparison, quotes: Sequence[AnnotatedQuote], part: str) -> set[Any]:
    """The first and the last letter of every span of one part."""
    edges = set()
    for quote in quotes:
        for start, end in getattr(quote, part):
            places = [place for place in range(start, end) if one.text[place].isalnum()]
            if places:
                edges.add((places[0], places[-1]))
    return edges
