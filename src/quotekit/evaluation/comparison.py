"""One document's annotated quotes beside its found ones, and which belong together.

Contents are compared as sets of letters and digits, so that neither quotation marks nor blanks at
an edge count. Two contents belong together when they share at least half of their letters (Jaccard
index), the likest first, each at most once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.given import checked_items, checked_value
from quotekit.text.ranges import SAME_CONTENT, Range

__all__ = ["COMPARISONS", "Comparison", "Letters", "best_pairs", "compare", "letters_of"]

Letters = frozenset[int]

_PARTS = ("content", "cue", "source")


COMPARISONS = "comparisons, as quotekit.evaluation.compare gives"
"""What figures are made of, in the words of an error."""


@frozen(eq=False)
class Comparison:
    """What there was to find in a document, what was found, and which of them are pairs.

    Attributes:
        text: The document's text.
        gold: The annotated quotes.
        found: The found ones.
        gold_letters: Of each part (``content``, ``cue``, ``source``) the letters, annotated quote by
            annotated quote.
        found_letters: The same of the found quotes.
        pairs: Places in `gold` and in `found` of what belongs together.
    """

    text: str
    gold: tuple[AnnotatedQuote, ...]
    found: tuple[AnnotatedQuote, ...]
    gold_letters: Mapping[str, Sequence[Letters]]
    found_letters: Mapping[str, Sequence[Letters]]
    pairs: tuple[tuple[int, int], ...]


def compare(
    document: AnnotatedDocument,
    found: Sequence[AnnotatedQuote],
    *,
    speech: bool = False,
    fragments: bool = False,
) -> Comparison:
    """The quotes of *document* beside those that were *found* in it.

    Args:
        document: The annotated document.
        found: What was found in its text.
        speech: Whether annotated thoughts are left out, and reports that are not asserted. Like quotes
            within quotes they are then neither asked for nor held against whoever found them.
        fragments: Whether each span of a content counts as a quote of its own.

    Raises:
        InputTypeError: These are no annotated document and no annotated quotes.
    """
    checked_value(document, AnnotatedDocument, "a quotekit.corpora.AnnotatedDocument")
    found = list(checked_items(found, AnnotatedQuote, "quotes as quotekit.corpora.annotated gives"))
    gold = tuple(_fragments(document.quotes) if fragments else document.quotes)
    given = tuple(_fragments(found) if fragments else found)
    optional = {
        place
        for place, quote in enumerate(gold)
        if quote.nested or (speech and not is_asserted_speech(quote))
    }
    if optional:
        extra = {mine for theirs, mine in _pairs_of(document.text, gold, given) if theirs in optional}
        gold = tuple(quote for place, quote in enumerate(gold) if place not in optional)
        given = tuple(quote for place, quote in enumerate(given) if place not in extra)
    theirs, mine = _letters_by_part(document.text, gold), _letters_by_part(document.text, given)
    return Comparison(
        document.text, gold, given, theirs, mine, tuple(best_pairs(theirs["content"], mine["content"]))
    )


def is_asserted_speech(quote: AnnotatedQuote) -> bool:
    """Whether an annotated quote is neither a thought nor denied or only possible, as far as is known."""
    return quote.act != "thought" and quote.modality in {None, "asserted"}


def _letters_by_part(text: str, quotes: Sequence[AnnotatedQuote]) -> dict[str, list[Letters]]:
    return {part: [letters_of(text, getattr(quote, part)) for quote in quotes] for part in _PARTS}


def letters_of(text: str, spans: Sequence[Range]) -> Letters:
    """The offsets of the letters and digits in *spans*."""
    return frozenset(place for start, end in spans for place in range(start, end) if text[place].isalnum())


def best_pairs(gold: Sequence[Letters], found: Sequence[Letters]) -> list[tuple[int, int]]:
    """Which of *gold* and of *found* belong together, as positions in both, the likest first."""
    holders: dict[int, list[int]] = {}
    for number, offsets in enumerate(found):
        for offset in offsets:
            holders.setdefault(offset, []).append(number)
    pairs = []
    for number, offsets in enumerate(gold):
        shared = Counter(other for offset in offsets for other in holders.get(offset, ()))
        for other, count in shared.items():
            share = count / len(offsets | found[other])
            if share >= SAME_CONTENT:
                pairs.append((-share, number, other))
    return _each_once(pairs)


def _each_once(likeness: Sequence[tuple[float, int, int]]) -> list[tuple[int, int]]:
    chosen: list[tuple[int, int]] = []
    first: set[int] = set()
    second: set[int] = set()
    for _, number, other in sorted(likeness):
        if number not in first and other not in second:
            chosen.append((number, other))
            first.add(number)
            second.add(other)
    return chosen


def _pairs_of(
    text: str, gold: Sequence[AnnotatedQuote], found: Sequence[AnnotatedQuote]
) -> list[tuple[int, int]]:
    return best_pairs(
        [letters_of(text, quote.content) for quote in gold],
        [letters_of(text, quote.content) for quote in found],
    )


def _fragments(quotes: Sequence[AnnotatedQuote]) -> list[AnnotatedQuote]:
    return [evolve(quote, content=(span,)) for quote in quotes for span in quote.content]
