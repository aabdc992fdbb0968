"""How two findings stand to each other: pure questions about a pair, asked by the rows of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.turns.fields import colons_of_nobody
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import LEADS
from quotekit.text.ranges import SAME_CONTENT, Range, any_overlap, likeness
from quotekit.text.sentences import ends_sentence
from quotekit.text.words import divides_word, says_something, without_number
from quotekit.verdict.stretches import (
    extent_of_parts,
    goes_on_with_sentence,
    is_marked,
    stops_at_article,
    stops_at_mark,
)

EVEN: Final = 0.5
"""The confidence from which on a finding is more likely right than wrong."""

UNSURE: Final = 0.7
"""The confidence below which what a rule reads on is right more often than where the network stops; found on
the development parts of seven corpora, whose halves agree."""


def have_one_cue(first: Finding, second: Finding) -> bool:
    """Whether both have the same last cue, or none, and neither is set apart by the layout."""
    return not first.fixed and not second.fixed and first.cue[-1:] == second.cue[-1:]


def is_mark_beside_report(item: Finding, rules: Sequence[Finding], page: Page) -> bool:
    """Whether the cue of *item* holds no letter, and a rule finds the same words reported.

    Whoever stands nearer to the colon than the rule's cue is another (Ann asked, and from below, Bo: “No.”).
    """
    if not item.cue or any(map(str.isalpha, "".join(page.text[slice(*span)] for span in item.cue))):
        return False
    same = (rule for rule in rules if any_overlap(item.content, rule.content))
    return any(
        not item.source or extent_of_parts(rule.cue, rule.source)[1] > item.source[0][0] for rule in same
    )


def is_signed_by_next(item: Finding, rules: Sequence[Finding], page: Page) -> bool:
    """Whether *item*, without a cue, has for a source whoever a rule finds speaking in a later paragraph."""
    if item.cue or not item.source or page.paragraph_around(item.end - 1)[1] > item.source[0][0]:
        return False
    others = (rule for rule in rules if rule.cue and rule.start > item.source[0][0])
    return any(any_overlap(item.source, rule.source) for rule in others)


def are_alike(first: Finding, second: Finding, *_: object) -> bool:
    """Whether both contents are the same, by at least half."""
    return likeness(first.content, second.content) >= SAME_CONTENT


def has_extent_of_rule(first: Finding, second: Finding, *_: object) -> bool:
    """Whether the contents of one cue overlap, and the rule of the second knows how far it goes."""
    alike = likeness(first.content, second.content)
    return alike > 0 and first.cue == second.cue and second.rule.knows_extent


def stops_at_cue(first: Finding, second: Finding, *_: object) -> bool:
    """Whether one's content ends in front of the cue, up to which alone the second's rule is sure of it."""
    if first.cue != second.cue or not first.cue or not second.rule.knows_front:
        return False
    ends = min(first.end, second.end) <= first.cue[0][0]
    return ends and likeness(first.content, second.content[:1]) > 0


def reads_on(first: Finding, second: Finding, page: Page) -> bool:
    """Whether the second begins with the words of the first, by the same cue, and goes on behind them.

    It does so where the network is unsure, or where it stops at a quotation mark or an article within the
    clause, or within a number.
    """
    if first.cue != second.cue or len(first.content) > 1 or not second.content:
        return False
    if first.content[0][0] != second.content[0][0] or first.end >= second.end:
        return False
    stops = divides_word(page.text, first.end) or stops_at_mark(page.text, first.end)
    return first.confidence < UNSURE or stops or stops_at_article(page, first)


def begins_at_cue(first: Finding, second: Finding, page: Page) -> bool:
    """Whether the second has, right behind the same cue, a few words before the marks that the first has.

    They are what the marked words are said of ("called | the plan | “a scandal”"); behind "as" annotators
    most often have the marked words alone.
    """
    if first.cue != second.cue or not first.cue or len(first.content) > 1 or len(second.content) > 1:
        return False
    if first.end != second.end or not second.start < first.start or not is_marked(page, first.content[0]):
        return False
    front = page.text[second.start : first.start].casefold()
    styled = not every_language().function_words.styling.isdisjoint(front.split()[-1:])
    behind = page.text[first.cue[-1][1] : second.start].isspace()
    return behind and not styled and LEADS.isdisjoint(front)


def is_bare_part(first: Finding, second: Finding, page: Page) -> bool:
    """Whether the first, without cue or source, is a part of what a sure rule finds with both.

    A rule that says who spoke knows more of a pair of marks than that they stand there.
    """
    bare = not first.cue and not first.source and first.fixed is None
    told = bool(second.cue and second.source) and second.rule.stands_alone
    return bare and told and second.start <= first.start and first.end <= second.end


def has_cue_in_phrase(first: Finding, second: Finding, *_: object) -> bool:
    """Whether the cue of the first is a part of the phrase that is the second's, of much the same words."""
    part = first.cue != second.cue and any_overlap(first.cue, second.cue)
    return part and any_overlap(first.content, second.content) and is_of_phrase(second)


def is_of_phrase(item: Finding) -> bool:
    """Whether the rule of *item* goes by fixed words, so that it knows all parts of a report."""
    return item.rule.stands_alone and set(item.rule.lends) == {"content", "cue", "source"}


def has_more_in_front(first: Finding, second: Finding, page: Page) -> bool:
    """Whether the first has the words of the second by the same cue, and unmarked ones before them."""
    front = [span for span in first.content if span[1] <= second.start]
    rest = first.content[len(front) :]
    alike = first.cue == second.cue and any_overlap(rest, second.content)
    return alike and bool(front) and not any(is_marked(page, span) for span in front)


def is_headed_by_nobody(item: Finding, page: Page) -> bool:
    """Whether the cue of *item* is the colon behind a label that is nobody's.

    So is the letter of questions or answers, whose turns the layout finds where they are somebody's ("Q2.").
    """
    return is_of_letter(item, page) or not colons_of_nobody(page).isdisjoint(item.cue)


def is_of_letter(item: Finding, page: Page) -> bool:
    """Whether the source of *item* is the letter of questions or answers, and no word is its cue.

    Courts and clinics call people by such letters ("A told the court that …").
    """
    words = every_language().function_words
    letters = words.question_letter | words.answer_letter
    worded = any(says_something(sign) for span in item.cue for sign in page.text[slice(*span)])
    return not worded and any(without_number(page.text[slice(*span)]) in letters for span in item.source[:1])


def is_title(item: Finding, page: Page) -> bool:
    """Whether the last word of *item*'s cue stands before titles of works and names."""
    words = page.text[slice(*item.cue[-1])].lower().split() if item.cue else []
    return bool(words) and words[-1] in every_language().function_words.entitling


def is_doubtful(item: Finding, page: Page) -> bool:
    """Whether *item* is more likely wrong than right."""
    return item.confidence < EVEN


def goes_on_behind_cue(first: Finding, second: Finding, page: Page) -> bool:
    """Whether a rule finds more quotations by the cue of the first that go on with its sentence."""
    further = [span for span in second.content if not any_overlap([span], first.content)]
    inside = all(any_overlap([span], second.content) for span in first.content)
    return (
        first.cue == second.cue
        and inside
        and bool(further)
        and all(is_marked(page, span) for span in second.content)
        and all(goes_on_with_sentence(page.text, span) for span in further)
    )


def is_named_by(first: Finding, second: Finding) -> bool:
    """Whether the first, whose edges the layout shows, lacks a source that the second has.

    A cue in it that nothing was said before is a word of it ("— You said so"), unlike one that is set in.
    """
    bare = first.fixed is not None and not first.source and not first.cue
    own = any_overlap(second.cue, first.content) and second.start > second.cue[0][0]
    return bare and not own and bool(second.cue and second.source) and are_alike(first, second)


def has_cue_in_label(first: Finding, second: Finding) -> bool:
    """Whether source and cue of the second, of much the same words, stand in the label of the first.

    That ends at the colon, whatever of it names somebody ("Ann Lee – a diver – said: “…”").
    """
    if not (first.source and second.source and second.cue) or not are_alike(first, second):
        return False
    (start, _), (_, end) = first.source[0], first.source[-1]
    end = max(end, first.cue[0][0]) if first.cue else end
    return second.source[0][0] == start and second.cue[-1][1] <= end


def stands_alone(item: Finding, *_: object) -> bool:
    """Whether the rule of *item* is believed where the network found nothing."""
    return item.rule.stands_alone


def is_rest_of_any(item: Finding, found: Sequence[Finding]) -> bool:
    """Whether *item*, by a rule that knows its extent, has words that the network *found* for another cue."""
    return item.rule.knows_extent and any(
        any_overlap(item.content, other.content) and not any_overlap(item.cue, other.cue) for other in found
    )


def has_other_cue(span: Range, item: Finding, rules: Sequence[Finding], page: Page) -> bool:
    """Whether a rule finds *span*, a quotation of *item*, with another cue.

    That counts behind the sentence of *item*'s cue, before that cue where the other one comes first
    (“Yes,” Ann said. “No,” added Bo.; Ann asked, “Who?” Bo replied, “I.”), and where the other one stands
    between the two (said, adding, “No.”).
    """
    if not is_marked(page, span):
        return False
    behind = ends_sentence(page.text[item.cue[-1][1] : span[0]])
    start = item.cue[0][0]
    others = (rule for rule in rules if rule.cue and not any_overlap(rule.cue, item.cue))
    return any(
        (behind and rule.content == (span,))
        or (span in rule.content and span[1] <= rule.cue[0][0] < start)
        or (span in rule.content and rule.cue[-1][1] <= span[0] < start)
        or (rule.content == (span,) and rule.source and item.cue[-1][1] <= rule.cue[0][0] < span[0])
        for rule in others
    )


def is_heard_with_other_cue(span: Range, item: Finding, found: Sequence[Finding]) -> bool:
    """Whether one of those *found* is *span*, a part of *item*, reported with a cue that is not *item*'s.

    A verb in the source of *item* is no other cue ("purred the man whom everybody feared").
    """
    named = (*item.cue, *item.source)
    return any(
        other.content == (span,) and other.cue and not any_overlap(other.cue, named) for other in found
    )


def is_set_apart(first: Finding, second: Finding) -> bool:
    """Whether the layout gives the second its edges."""
    return second.fixed is not None


def share_cue(first: Finding, second: Finding) -> bool:
    """Whether a span of one's cue is one of the other's."""
    return bool(set(first.cue) & set(second.cue))


def share_source(first: Finding, second: Finding) -> bool:
    """Whether both are given to the very same words, and their contents overlap.

    Of a label, before its turn, nobody takes what ends in front of it.
    """
    if not set(first.source) & set(second.source):
        return False
    is_before_label = second.end <= first.source[0][0] < first.start
    return is_before_label or any_overlap(first.content, second.content)


def is_call_of_turn(first: Finding, second: Finding) -> bool:
    """Whether the second takes for its source whom the turn of the first calls out first ("Ann: see there").

    Nothing but a colon, if anything, is its cue.
    """
    begins = second.source[:1] == ((first.start, second.source[0][1]),) if second.source else False
    worded = any(end - start > 1 for start, end in second.cue)
    return begins and not worded and second.start >= second.source[0][1]


def always(*_: object) -> bool:
    """Holds for whatever no row before it is about."""
    return True
