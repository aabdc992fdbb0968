"""The trained tagger and the rules together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Attribution, Tagger
from quotekit.finders.hearers import told_apart
from quotekit.finders.rules import tag_by_rules
from quotekit.records import MarkedSpan, Settings
from quotekit.text.ranges import Range, overlap, without

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quotekit.finders.network import ModelTagger

__all__ = ["prepare_tagger", "settled", "tag_by_model_and_rules", "tagger_for"]

TRAINED: Final = frozenset({"en"})
"""The languages that the trained tagger of the package reads."""

LOADED: Final = 4
"""How many trained taggers are kept in memory."""

SAME: Final = 0.5
"""How much of their characters the contents of two findings share that are the same quote (Jaccard index)."""

PARTS: Final = ("content", "cue", "source")

LENT: Final[Mapping[str, tuple[str, ...]]] = {
    "quotation beside cue": ("content", "cue"),
    "cue phrase": PARTS,
    "words in marks beside cue": ("content",),
    "inserted report": ("content", "cue"),
}
"""The parts that a rule knows better than the network where both find a quote."""

WHOLE: Final = frozenset({"inserted report"})
"""The rules that say how far a content goes, also where the network reads less than half of it."""


def tagger_for(settings: Settings, lang: str) -> Tagger:
    """The tagger that *settings* ask for; left to choose, the trained one where it reads the language."""
    trained = lang in TRAINED or settings.weights is not None
    by_model = settings.tagger == "model" or (settings.tagger == "auto" and trained)
    return tag_by_model_and_rules if by_model else tag_by_rules


def tag_by_model_and_rules(doc: Doc, marks: Sequence[MarkedSpan], settings: Settings) -> list[Attribution]:
    """What the trained tagger finds, knowing what the rules found, and what of theirs stands beside it."""
    rules = tag_by_rules(doc, marks, settings)
    model = [worded(doc, item, rules) for item in trained_tagger(settings.weights)(doc, marks, rules)]
    return [told_apart(doc, item) for item in settled(model, rules, marks)]


def prepare_tagger(settings: Settings, nlp: Language) -> None:
    """Load the weights that *settings* ask for before *nlp* parses the first text.

    Raises:
        WeightsError: They are missing or damaged, or do not fit this version.
    """
    if tagger_for(settings, nlp.lang or "") is tag_by_model_and_rules:
        trained_tagger(settings.weights)


def trained_tagger(weights: Path | None) -> ModelTagger:
    """The tagger with the weights in a folder, by default those of the package, loaded at its first use."""
    return _loaded(weights and weights.resolve())


@lru_cache(maxsize=LOADED)
def _loaded(weights: Path | None) -> ModelTagger:
    from quotekit.finders.network import load_tagger  # noqa: PLC0415 - loads the network's runtime

    return load_tagger(weights) if weights else load_tagger()


def settled(
    model: Sequence[Attribution], rules: Sequence[Attribution], marks: Sequence[MarkedSpan] = ()
) -> list[Attribution]:
    """What is a quote, of all that the trained tagger and the rules found.

    The network has the last word on where they disagree about what is reported. The rules lend it
    the parts that they know better and have the word on whole quotations; they add what the network
    overlooked, and reports of reports, which it cannot tell.
    """
    marked = {(mark.start, mark.end) for mark in marks}
    order = sorted(rules, key=extent)
    starts = [extent(item)[0] for item in order]
    reach = list(accumulate((extent(item)[1] for item in order), max))
    kept: list[Attribution] = []
    beaten: set[int] = set()
    for item in model:
        near = list(around(extent(item), order, starts, reach))
        found = twin(item, [order[index] for index in near])
        if found is not None:
            kept.append(joined(item, found, marked))
        elif is_quoted(item, marked):
            kept.extend([] if near else [evolve(item, cue=(), source=())])
            continue
        else:
            kept.append(item)
        beaten.update(index for index in near if order[index] is found or not stays(order[index], kept[-1]))
    return [*kept, *(item for index, item in enumerate(order) if index not in beaten)]


def worded(doc: Doc, item: Attribution, rules: Sequence[Attribution]) -> Attribution:
    """*item* without a cue of mere punctuation, and its source, where a rule finds words that report it.

    So a colon behind an outlet's name ("Herald: Talks have failed, the mayor said") reports nothing.
    """
    bare = item.cue and not any(word.is_alpha for span in item.cue for word in doc.char_span(*span) or ())
    if not bare or not any(share(item.content, rule.content) for rule in rules):
        return item
    return evolve(item, cue=(), source=())


def is_quoted(item: Attribution, marked: Set[Range]) -> bool:
    """Whether *item* is of nothing but whole quotations, whose cue is the rules' and the layout's to tell."""
    return set(item.content) <= marked


def twin(item: Attribution, near: Sequence[Attribution]) -> Attribution | None:
    """That of *near* which is the same quote as *item*: by most of its content, or by its cue.

    By its cue alone only where the rule is to say how far the content goes.
    """
    others = [other for other in near if not nests(item, other)]
    best = max(others, key=lambda other: likeness(item.content, other.content), default=None)
    if best is None:
        return None
    alike = likeness(item.content, best.content)
    lent = alike > 0 and item.cue == best.cue and best.rule in WHOLE
    return best if lent or alike >= SAME else None


def likeness(first: Sequence[Range], second: Sequence[Range]) -> float:
    """The Jaccard index of two contents, in characters."""
    shared = sum(max(0, min(end, last) - max(start, begin)) for start, end in first for begin, last in second)
    return shared / (sum(end - start for start, end in (*first, *second)) - shared)


def joined(item: Attribution, other: Attribution, marked: Set[Range]) -> Attribution:
    """What the network and a rule both found, each part from whichever knows it better.

    Which whole quotations, *marked*, are part of it is the rule's to tell, and who is spoken to.
    """
    name = f"{item.rule} and {other.rule}"
    if other.kind is not None:
        return evolve(other, rule=name, confidence=item.confidence)
    parts = [part for part in PARTS if part in LENT.get(other.rule, ()) or not getattr(item, part)]
    own = tuple(
        without((s for s in item.content if s not in marked or share([s], other.content)), other.addressee)
    )
    if share(own, other.source) or not own:
        parts.append("content")
    lent = {part: getattr(other, part) for part in parts if getattr(other, part)}
    return evolve(item, rule=name, addressee=other.addressee, **{"content": own, **lent})


def share(first: Sequence[Range], second: Sequence[Range]) -> bool:
    """Whether a range of *first* overlaps one of *second*."""
    return any(overlap(one, other) for one in first for other in second)


def extent(item: Attribution) -> Range:
    """From the first to the last character of content and cue."""
    spans = (*item.content, *item.cue)
    return min(start for start, _ in spans), max(end for _, end in spans)


def around(
    place: Range, order: Sequence[Attribution], starts: Sequence[int], reach: Sequence[int]
) -> Iterator[int]:
    """The indices of those of *order* that overlap *place*; *reach* is how far any up to each goes."""
    index = bisect_left(starts, place[1]) - 1
    while index >= 0 and reach[index] > place[0]:
        if overlap(extent(order[index]), place):
            yield index
        index -= 1


def stays(item: Attribution, other: Attribution) -> bool:
    """Whether what a rule found stands beside *other*, which was found in the same place."""
    if item.kind is not None or nests(item, other):
        return True
    return not share((*item.content, *item.cue), (*other.content, *other.cue))


def nests(item: Attribution, other: Attribution) -> bool:
    """Whether one of the two is the report of the other."""
    return reports(item, other) or reports(other, item)


def reports(outer: Attribution, inner: Attribution) -> bool:
    """Whether *inner* stands, cue and all, in a span of the content of *outer*."""
    start, end = extent(inner)
    return bool(inner.cue) and any(first <= start and end <= last for first, last in outer.content)
