"""Interviews whose answers have no labels: marked questions, and a line above that names who answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels.readings import nouns_of_people
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_question
from quotekit.text.words import UPPER

__all__ = ["unlabelled_interviews"]

LETTER: Final = r"{Q}\d{0,3}[.:)]"
"""The letter of questions, with or without a number; {Q} stands for the letters."""
BOLD: Final = rf"(?P<sign>\*\*|__)(?:{LETTER}[ \t]+)?(?P<bold>[^*\n]+?)(?P=sign)[ \t]*"
"""A line that is bold from end to end, perhaps with such a letter."""
LETTERED: Final = (
    rf"[ \t]*(?P<strong>\*\*|__)?{LETTER}(?(strong)(?P=strong))[ \t]*(?P<lettered>[^\n]*\S)[ \t]*"
)
"""A line behind the letter, which may be bold."""
FEWEST: Final = 2
"""Questions of an interview; a guess."""
ASKING: Final = Fraction(2, 3)
"""The share of such lines that ask, at least; a guess."""
NAME: Final = re.compile(
    rf"(?<![^\W\d_])(?:(?P<described>[^\W\d_]+)[ ,]{{1,2}})?(?P<name>(?P<first>(?-i:[{UPPER}])[^\W\d_]+)"
    rf"(?:[ ](?-i:[{UPPER}])\.)?(?:[ ](?-i:[{UPPER}])[\w'’-]+){{1,2}})"
)
"""A full name, and the word before it; both begin where a word does."""


@frozen
class Exchange:
    """A question, in bold or behind the letter of questions, and its answer.

    Attributes:
        question: Where the question stands.
        answer: The paragraphs of the answer.
    """

    question: Range
    answer: Sequence[Range]


def unlabelled_interviews(page: Page) -> Iterator[Finding]:
    """One finding for each question and each answer of an interview whose turns have no labels.

    Frequent questions and their answers look like it: somebody must be named above, and speak of themselves
    below.
    """
    exchanges = exchanges_in(page) if not has_labelled_turns(page) else []
    if not is_interview(page, exchanges):
        return
    above = page.text[: exchanges[0].question[0]]
    answering, asking = interviewee(above), asker(above)
    if answering is None:
        return
    for exchange in exchanges:
        yield Finding((exchange.question,), source=(asking,) if asking else (), fixed="direct")
        yield Finding(tuple(exchange.answer), source=(answering,), fixed="direct")


@cache
def question_lines() -> re.Pattern[str]:
    """Matches a line that may ask."""
    letters = f"[{''.join(sorted(every_language().function_words.question_letter))}]"
    return re.compile(rf"^(?:{BOLD}|{LETTERED})$".replace("{Q}", letters), re.MULTILINE)


def exchanges_in(page: Page) -> list[Exchange]:
    """The lines that may ask with the paragraphs below each, of the last the first one."""
    questions = list(question_lines().finditer(page.text))
    found = []
    for question, following in pairwise([*questions, None]):
        assert question is not None  # noqa: S101
        end = following.start() if following is not None else len(page.text)
        below = page.paragraphs_from(question.end(), end)
        said = question.span("bold" if question["bold"] else "lettered")
        found.append(Exchange(said, below if following is not None else below[:1]))
    return found


def is_interview(page: Page, exchanges: Sequence[Exchange]) -> bool:
    """Whether most of such lines ask, each is answered, and somebody speaks of themselves in an answer."""
    asked = sum(ends_question(page.text[slice(*item.question)]) for item in exchanges)
    if asked < FEWEST or asked < ASKING * len(exchanges) or not all(item.answer for item in exchanges):
        return False
    narrating = every_language().function_words.narrating
    words = (re.findall(r"\w+", page.text[slice(*span)]) for item in exchanges for span in item.answer)
    return any(not narrating.isdisjoint(found) for found in words)


def interviewee(above: str) -> Range | None:
    """Whoever answers: the one name above the questions, or of two the one that an office describes.

    Whom "by" names, or who is a reporter, asks.
    """
    found = [match for match in NAME.finditer(above) if is_full_name(match)]
    told = {match["name"]: match for match in found if not is_asking(match)}
    if len(told) > 1:
        told = {name: match for name, match in told.items() if is_named_guest(match)}
    return next(iter(told.values())).span("name") if len(told) == 1 else None


def asker(above: str) -> Range | None:
    """Whoever is told to ask, if it is one."""
    told = {
        match["name"]: match for match in NAME.finditer(above) if is_full_name(match) and is_asking(match)
    }
    return next(iter(told.values())).span("name") if len(told) == 1 else None


def is_full_name(match: re.Match[str]) -> bool:
    """Whether a first name that is known opens a name."""
    return match["first"].casefold() in every_language().first_names


def description_before(match: re.Match[str]) -> str:
    """The word before a name, in lower case."""
    return (match["described"] or "").casefold()


def is_asking(match: re.Match[str]) -> bool:
    """Whether a name is told to be who asks."""
    words = every_language().function_words
    return description_before(match) in words.authorship | words.asking


def is_named_guest(match: re.Match[str]) -> bool:
    """Whether an office or a calling stands before a name."""
    word = description_before(match)
    return word in nouns_of_people() or every_language().is_title(word)
