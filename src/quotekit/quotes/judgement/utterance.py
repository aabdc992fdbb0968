"""Words in quotation marks that were said, told from titles and from words that are merely set apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from quotekit.finders.layouts.utterances import is_spoken
from quotekit.finders.page_memory import kept_with_page
from quotekit.language import every_language
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.punctuation import BEFORE_CLOSER, BESIDE_MARK, CLOSERS
from quotekit.text.ranges import Range

__all__ = ["holds_title", "is_crosshead", "is_utterance", "marks_outside"]

SHORTEST = 16
"""Characters of an utterance that no punctuation of its own shows to be one."""

FEWEST_SENTENCE_WORDS = 9
"""Words in marks, at least, that are a sentence though its full stop stands behind them; a guess."""

FEWEST_SPOKEN_WORDS = 3
"""Those that speak of me or you, at least; a guess."""

MOST_TITLE_WORDS = 12
"""Words of a title, at most: more that are all capitalised are a headline or a shout; chosen by hand."""

BESIDE_TITLE = ",.'’\"”"
"""What stands behind the last word of a title inside its marks, and the marks."""

BEFORE_AFTERTHOUGHT = ","
"""What stands inside the marks of a title of which the sentence goes on to tell."""

FEWEST_TITLE_WORDS = 2
"""Words of such a title; a single one can be an answer (“Billy,”), so it is none."""

MOST_LISTED_WORDS = 2
"""Words in marks between commas, at most, that are an item of a list, and nothing that is said; a guess."""

MOST_CROSSHEAD_WORDS = 8
"""Words of a heading between the paragraphs of an article, at most; chosen by hand."""

SINGLE = frozenset("'‘`")
"""Single marks that open a quotation."""

DATED = re.compile(r"[,(]?\s?(?:1[5-9]|20)\d\d\b")
"""A year right behind quotation marks, as it stands behind the titles of works."""

IN_CODE = re.compile(r"\w\($|[\"']\s?:$")
"""What a program has before a string: the bracket of a call, a quoted key and its colon."""

CITED = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)[.:,]?$")
"""A year in brackets right before quotation marks, as it stands before the titles of a bibliography."""

LONGEST_LEAD = 16
"""Characters before quotation marks in which those are looked for; more than any of them has."""

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def holds_title(inner: str) -> bool:
    """Whether the words in quotation marks are a title or a name: all of any weight are capitalised."""
    words = WORD.findall(inner)
    small = every_language().function_words.titling
    heavy = [word for word in words if word.lower() not in small]
    if not heavy or len(words) > MOST_TITLE_WORDS:
        return False
    if inner.rstrip(CLOSERS).endswith((",", ".", "!", "?")):
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in heavy)


def is_utterance(text: str, mark: MarkedSpan, paragraph: Range) -> bool:
    """Whether words in quotation marks without a cue were said, not merely set apart.

    They are when they stand as sentences do: where a sentence may begin, and with an end of their
    own, or as a whole paragraph of some words.
    """
    before = text[paragraph[0] : mark.start].rstrip()
    if before and before[-1] not in ".!?:…—–([。！？：" + CLOSERS:
        return False
    lead = before[-LONGEST_LEAD:]
    if IN_CODE.search(lead) or CITED.search(lead):
        return False
    inner = text[mark.start : mark.end].strip(BESIDE_MARK)
    if not WORD.search(inner) or goes_on_with_list(before, inner):
        return False
    after = text[mark.end : paragraph[1]].lstrip(" \u00a0")
    if is_title_told_of(inner, after):
        return False
    if inner[-1] in BEFORE_CLOSER:
        return True
    stands_apart = not after or after[0] in ",，–—" or is_sentence_before_stop(before, inner, after)
    return stands_apart and len(inner) >= SHORTEST and not holds_title(inner)


def is_sentence_before_stop(before: str, inner: str, after: str) -> bool:
    """Whether marks hold a sentence whose full stop stands behind them (“We lost all”.)."""
    opened = (not before or before[-1] in ".!?…") and inner[0].isupper()
    count = len(WORD.findall(inner))
    told = count >= FEWEST_SENTENCE_WORDS or (count >= FEWEST_SPOKEN_WORDS and is_spoken(inner))
    return opened and told and after[:1] == "." and after[1:2] != "."


def goes_on_with_list(before: str, inner: str) -> bool:
    """Whether a word or two in marks go on with a list of such ("the words “mud,” | “fog,” and “rain”")."""
    follows = before[-1:] in CLOSERS and before.rstrip(BESIDE_MARK)[-1:] == ","
    return follows and len(WORD.findall(inner)) <= MOST_LISTED_WORDS


def is_title_told_of(inner: str, after: str) -> bool:
    """Whether marks hold a title with its year behind it, or what it is (“Tall Ships,” a play)."""
    if not holds_title(inner.rstrip(BESIDE_TITLE)):
        return False
    several, first = len(WORD.findall(inner)) >= FEWEST_TITLE_WORDS, WORD.match(after)
    joined = first is not None and first[0] in every_language().function_words.listing
    goes_on = inner[-1] in BEFORE_AFTERTHOUGHT and after[:1].islower() and not joined
    return bool(DATED.match(after)) or (several and goes_on)


def is_crosshead(page: Page, mark: MarkedSpan, paragraph: Range) -> bool:
    """Whether a paragraph is words in single marks, in a text that quotes in double ones ('A hard year.').

    Such words below a question answer it.
    """
    start, end = paragraph
    beside = page.text[start : mark.start] + page.text[mark.end : end]
    few = len(WORD.findall(page.text, mark.start, mark.end)) <= MOST_CROSSHEAD_WORDS
    if WORD.search(beside) or not few or not is_single(page, mark):
        return False
    return quotes_in_double_marks(page) and not stands_below_question(page, paragraph)


@kept_with_page
def quotes_in_double_marks(page: Page) -> bool:
    """Whether most quotations of a text stand in other marks than single ones."""
    return 2 * sum(is_single(page, mark) for mark in page.outermost_marks) < len(page.outermost_marks)


def stands_below_question(page: Page, paragraph: Range) -> bool:
    """Whether the last quotation of the paragraph above is a question."""
    number = page.paragraph_number(paragraph[0])
    above = page.marks_from(*page.paragraphs[number - 1]) if number else ()
    return any(page.text[mark.start : mark.end].rstrip(BESIDE_MARK).endswith("?") for mark in above[-1:])


def is_single(page: Page, mark: MarkedSpan) -> bool:
    """Whether a quotation stands in single marks, and in no pairs of them that are set for double ones."""
    return page.text[mark.start] in SINGLE and page.text[mark.start + 1] not in SINGLE


def marks_outside(marks: Iterable[MarkedSpan], taken: Sequence[Range]) -> Iterator[MarkedSpan]:
    """The marks that share no character with *taken*, ranges in order that do not overlap."""
    ends = [end for _, end in taken]
    for mark in marks:
        index = bisect_right(ends, mark.start)
        if index == len(taken) or taken[index][0] >= mark.end:
            yield mark
