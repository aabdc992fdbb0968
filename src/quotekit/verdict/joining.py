"""One finding of several that tell of the same quote, each part from whoever knows it better."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp
from typing import Final

from attrs import evolve

from quotekit.finders.finding import CONFIDENCE_DIGITS, Finding, Part
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import LEADS, STOPS
from quotekit.text.ranges import Range, any_overlap, merged, overlap, without
from quotekit.text.sentences import ending_stops
from quotekit.verdict.relations import is_of_phrase
from quotekit.verdict.stretches import is_marked

__all__ = ["joined_by_cue", "joined_with_rule", "with_no_rule"]

LEAST: Final = 1e-6
"""The least doubt in a finding."""

AGREED: Final = 0.25
"""What a rule that finds the same adds to the log-odds that the network's finding is right."""

ALONE: Final = -0.5
"""What it adds to them that no rule does. Both were fitted on the scored documents of data/written and
data/annotated, whose mean confidence it brings to the share that is right."""

PARTS: Final[tuple[Part, ...]] = ("content", "cue", "source")


def joined_by_cue(same: Sequence[Finding], claimed: Sequence[Range]) -> Finding:
    """One finding of several that share their cue, those that are believed first before others.

    Others add the words that theirs overlaps to a single stretch; where the one believed first knows how far
    it goes, none in which begins what another report has *claimed*: ranges in order.
    """
    best = same[0]
    content = sorted({span for item in same if item.rule == best.rule for span in item.content})
    for item in same if len(content) == 1 else ():
        own = (*best.cue, *content)
        if best.rule.knows_extent and any(has_other_in(span, claimed, own) for span in item.content):
            continue
        if item.rule != best.rule and any(overlap(span, other) for span in item.content for other in content):
            content = merged([*content, *added_around(best, item.content)])
    source = next((item.source for item in same if item.source), ())
    addressees = (item.addressee for item in same if without(item.addressee, source) == [*item.addressee])
    addressee = next(filter(None, addressees), ())
    cue = max((item.cue for item in same), key=len)
    hears = addressee if not any_overlap(addressee, best.content) else ()
    said = tuple(without(content, hears)) or tuple(content)
    return evolve(best, content=said, cue=cue, source=source, addressee=addressee)


def added_around(best: Finding, content: Sequence[Range]) -> Sequence[Range]:
    """What another finds by the cue of *best*, whose content may be known to end in front of that."""
    ends = best.rule.knows_extent and best.cue and best.end <= best.cue[0][0]
    return [span for span in content if span[0] < best.cue[0][0]] if ends else content


def has_other_in(span: Range, claimed: Sequence[Range], own: Sequence[Range]) -> bool:
    """Whether one of the ranges *claimed*, which are in order, that is not its *own* begins in *span*."""
    low, high = bisect_left(claimed, (span[0],)), bisect_left(claimed, (span[1],))
    return any(piece not in own for piece in claimed[low : min(high, low + len(own) + 1)])


def joined_with_rule(item: Finding, other: Finding, page: Page) -> Finding:
    """What the network and a rule both found: the network's, with what the *other* rule lends.

    Which whole quotations are part of it is the rule's to tell, and who is spoken to. With a cue that the
    network has not read comes the source beside it; of two cues beside a quotation the network's is right.
    Where the rule's content begins within the network's source, the parse has missed an apposition, unless
    the rule goes by pauses; where its cue takes in that source, and is no fixed phrase, it has taken a name
    for a part of the verb.
    """
    rule = evolve(other.rule, name=f"{item.rule.name} and {other.rule.name}", finder=item.finder)
    if other.fixed is not None:
        return evolve(other, rule=rule, confidence=item.confidence)
    parts: list[Part] = [part for part in PARTS if part in other.rule.lends or not getattr(item, part)]
    if "content" in parts and stops_at_first_marks(page, item, other):
        parts.remove("content")
    of_both = (span for span in item.content if is_of_both(page, span, item, other))
    own = tuple(without(of_both, other.addressee))
    if "content" in parts and own and begins_behind_hearer(page, own[0], other):
        parts.remove("content")
    if any_overlap(own, other.source) or not own:
        parts.append("content")
    if any_overlap(item.source, other.content):
        parts = [*PARTS] if other.rule.knows_extent else [part for part in parts if part == "cue"]
    if any_overlap(item.source, other.cue) and not is_of_phrase(other):
        parts = [part for part in parts if part == "content"]
    another = "cue" in other.rule.lends and not any_overlap(item.cue, other.cue)
    if another and item.cue and not (other.rule.knows_extent or "source" in other.rule.lends):
        parts, another = [part for part in parts if part != "cue"], False
    beside = another and is_source_beside_cue(page, other)
    if beside or knows_source_whole(page, evolve(item, content=own), other):
        parts.append("source")
    lent = {part: getattr(other, part) for part in parts if getattr(other, part)}
    sure = shifted_confidence(item.confidence, AGREED)
    return evolve(item, rule=rule, confidence=sure, addressee=other.addressee, **{"content": own, **lent})


def stops_at_first_marks(page: Page, item: Finding, other: Finding) -> bool:
    """Whether the *other* has the beginning of what the network read, up to one of its pairs of marks."""
    begins = len(item.content) == 1 and item.start == other.start and other.end < item.end
    return begins and any(mark.start >= other.end for mark in page.marks_from(other.end, item.end))


def begins_behind_hearer(page: Page, span: Range, other: Finding) -> bool:
    """Whether *span* and the *other* content begin right behind whoever hears it."""
    starts = (span[0], other.start)
    hearers = [end for _, end in other.addressee if end <= min(starts)]
    return bool(hearers) and not page.text[hearers[-1] : max(starts)].strip()


def is_of_both(page: Page, span: Range, item: Finding, other: Finding) -> bool:
    """Whether a span of the network's content stays beside what the *other* rule found of the same report.

    What stands before the words that the rule reads by the same cue stays where it leads up to the cue or the
    source, as the subject of a passive does.
    """
    if any_overlap([span], other.content):
        return True
    free = item.cue != other.cue or span[0] >= other.start
    leads = free or any(touch(page.text, span, part) for part in (*item.cue, *item.source))
    return leads and not is_marked(page, span)


def touch(text: str, first: Range, second: Range) -> bool:
    """Whether no letter, digit or end of a line stands between two ranges that lie apart."""
    between = text[min(first[1], second[1]) : max(first[0], second[0])]
    return "\n" not in between and not any(map(str.isalnum, between))


def is_source_beside_cue(page: Page, item: Finding) -> bool:
    """Whether nothing stands between cue and source of *item*, which are of one sentence then."""
    if not item.cue or not item.source:
        return False
    first, second = sorted((item.cue[0], item.source[-1]))
    return not page.text[first[1] : second[0]].strip()


def knows_source_whole(page: Page, item: Finding, other: Finding) -> bool:
    """Whether the *other* finding cuts the source better: at its article, its clause or the next sentence."""
    adds = (
        adds_clause(page, item, other)
        or adds_phrase(page, item.source, other.source)
        or adds_article(page, item.source, other.source)
        or adds_all_up_to_cue(page, item, other)
        or adds_rest_of_clause(page, item, other)
    )
    alone = not any_overlap(other.source, item.content)
    return (adds and alone) or runs_over_end(page, item.source, other.source)


def adds_clause(page: Page, item: Finding, other: Finding) -> bool:
    """Whether the *other* source has a whole clause behind what they share ("Lund, who is ill")."""
    added = added_to(page, item.source, other.source)
    words = added.lstrip(",").split(maxsplit=1)
    opens = added.startswith(",") and bool(words) and words[0] in every_language().function_words.relative
    return opens and ends_clause(page, other.source[-1][1], item.cue)


def ends_clause(page: Page, end: int, cue: Sequence[Range]) -> bool:
    """Whether a stop, a pause, a line's end or the *cue* stands at *end*; a parse breaks off elsewhere."""
    behind = page.text[end : end + 1]
    return not behind or behind in STOPS + ",;:\n" or any(touch(page.text, (end, end), part) for part in cue)


def adds_phrase(page: Page, shorter: Sequence[Range], longer: Sequence[Range]) -> bool:
    """Whether the *longer* source ends a phrase that breaks off in the *shorter* one ("the man at the")."""
    if not added_to(page, shorter, longer).strip():
        return False
    words, last = every_language().function_words, page.text[slice(*shorter[0])].split()[-1:]
    return not (words.link | words.article).isdisjoint(last)


def adds_all_up_to_cue(page: Page, item: Finding, other: Finding) -> bool:
    """Whether the *other* source goes on with a phrase up to the cue ("the girl | at the till said").

    A noun with a capital may say when or where ("the mayor | on Monday said").
    """
    words = added_to(page, item.source, other.source).split()
    phrase = len(words) > 1 and words[0] in every_language().function_words.link and words[1][0].islower()
    before = phrase and bool(item.cue) and other.source[-1][1] <= item.cue[0][0]
    return before and touch(page.text, other.source[-1], item.cue[0])


def adds_rest_of_clause(page: Page, item: Finding, other: Finding) -> bool:
    """Whether the *other* source goes on up to its cue from a comma within a clause ("Lee, who, …, left")."""
    added = added_to(page, item.source, other.source)
    words = page.text[slice(*item.source[0])].split(", ")[1:] if added.startswith(",") else []
    opened = any(piece.split(" ")[0] in every_language().function_words.relative for piece in words)
    return opened and touch(page.text, other.source[-1], item.cue[0])


def adds_article(page: Page, shorter: Sequence[Range], longer: Sequence[Range]) -> bool:
    """Whether the *longer* source has an article, and what follows it, before the *shorter* one."""
    if len(longer) != 1 or len(shorter) != 1 or shorter[0][1] != longer[0][1]:
        return False
    words = page.text[longer[0][0] : shorter[0][0]].casefold().split()
    opens = bool(words) and words[0] in every_language().function_words.article
    return opens and not any(word.endswith(",") or word in LEADS for word in words)


def added_to(page: Page, shorter: Sequence[Range], longer: Sequence[Range]) -> str:
    """What the *longer* source has behind the *shorter* one, which begins with it; nothing otherwise."""
    if len(longer) != 1 or len(shorter) != 1 or shorter[0][0] != longer[0][0]:
        return ""
    return page.text[shorter[0][1] : longer[0][1]]


def runs_over_end(page: Page, longer: Sequence[Range], shorter: Sequence[Range]) -> bool:
    """Whether a source goes on behind a *shorter* one with the end of its sentence ("Ann Lee. Bo Oye").

    The full stop of a title is no end ("Sgt. Oye").
    """
    if len(longer) != 1 or len(shorter) != 1:
        return False
    (start, end), (first, last) = longer[0], shorter[0]
    ends = next(ending_stops(page.text, last, end), None)
    return start <= first < last < end and ends is not None and ends.start() == last


def with_no_rule(item: Finding) -> Finding:
    """The network's finding, less sure for it that no rule finds the same."""
    return evolve(item, confidence=shifted_confidence(item.confidence, ALONE))


def shifted_confidence(confidence: float, by: float) -> float:
    """A probability whose log-odds are *by* higher, in thousandths."""
    odds = confidence / max(1.0 - confidence, LEAST) * exp(by)
    return round(odds / (1.0 + odds), CONFIDENCE_DIGITS)
