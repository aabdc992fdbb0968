"""Labels with a colon that head a field, a note or a topic, and open nobody's turn."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Set
from typing import Final

from quotekit.finders.layouts.labels.labelled_lines import first_line_of
from quotekit.finders.layouts.labels.openings import Opening
from quotekit.finders.layouts.labels.readings import says_what_about
from quotekit.finders.layouts.turns.dialogue import dialogue_in, is_in_capitals, is_placeholder
from quotekit.finders.layouts.utterances import tells_of_self
from quotekit.finders.page_memory import kept_with_page
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import OPENERS
from quotekit.text.ranges import Range

__all__ = ["colons_of_nobody"]

FEWEST_FIELDS: Final = 3
"""Headings with a colon that make a list of fields, at least; one or two may be headlines. A guess."""
LIST: Final = 2
"""Paragraphs, or lines of a list, on either side that a label shares its kind with; a guess."""
GIVEN_IN_BRACKETS: Final = re.compile(r"\(([^()\n]{1,60})\)")
"""What a text gives in brackets, such as somebody's initials."""


@kept_with_page
def colons_of_nobody(page: Page) -> frozenset[Range]:
    """The colons behind labels that head a field or a note, and open no turn.

    A heading outside of the head must be in capitals, before marks or one of several: a headline may open
    with another ("Poll: most would go"); any other label must stand in a list of such lines. What is
    stamped with the time and opens no turn is a log's or a schedule's.
    """
    dialogue = dialogue_in(page)
    turns = {item.start for item in dialogue.turns}
    free = [item for item in dialogue.openings if item.colon and item.start not in turns]
    headings = sum(item.standing == "heading" for item in free)
    topics = {page.paragraph_number(item.start) for item in free if heads_topic(page.text, item)}
    listed = {page.paragraph_number(item.start): item for item in free}
    labels = {page.text[slice(*item.label)] for item in free}
    given = set(GIVEN_IN_BRACKETS.findall(page.text))
    return frozenset(
        item.colon
        for item in free
        if item.colon
        and (
            item.start in dialogue.fields
            or item.stamped
            or (item.standing == "heading" and headings >= FEWEST_FIELDS)
            or heads_topic(page.text, item)
            or heads_quotation(page.text, item)
            or is_placeholder(page.text, item)
            or (is_in_capitals(page.text, item) and is_among_topics(page, item, topics))
            or (page.text[slice(*item.label)] not in given and is_entry(page, item, listed))
            or is_paired_letter(page.text[slice(*item.label)], labels)
        )
    )


def is_entry(page: Page, item: Opening, listed: Mapping[int, Opening]) -> bool:
    """Whether a label of no more than a word, or that is no name, is one of a list of several such.

    What stands in quotation marks behind one is somebody's all the same ("The Herald: “Bold.”"), and so are
    a clause that a conjunction opens ("RESOLVED: that …") and each line of a list in which one tells of me or
    us ("Ode: We won." over "Lind: The referee lost.").
    """
    number = page.paragraph_number(item.start)
    near = [listed[at] for at in range(number - LIST, number + LIST + 1) if at in listed]
    several = len({page.text[slice(*one.label)] for one in near}) >= FEWEST_FIELDS
    plain = item.standing == "words" or (item.standing == "name" and " " not in page.text[slice(*item.label)])
    said = first_line_of(page.text, item)
    marked = said.startswith(tuple(OPENERS)) or said.split(" ")[0] in every_language().clause_openers
    told = any(tells_of_self(first_line_of(page.text, one)) for one in near)
    return plain and several and not marked and not told


def is_paired_letter(label: str, labels: Set[str]) -> bool:
    """Whether a label is the letter of questions or of answers, and both are there: frequent questions."""
    words = every_language().function_words
    paired = not (words.question_letter.isdisjoint(labels) or words.answer_letter.isdisjoint(labels))
    return paired and label in words.question_letter | words.answer_letter


def heads_quotation(text: str, item: Opening) -> bool:
    """Whether a heading of one word says what the quotation behind it is ("Moral: “…”").

    A document's tells it ("Letter: “…”"), and a longer one may name somebody ("Lund in May: “…”").
    """
    label = text[slice(*item.label)].casefold()
    marked = first_line_of(text, item).startswith(tuple(OPENERS))
    known = every_language()
    plain = " " not in label and label not in known.document_nouns
    return marked and plain and (item.standing == "heading" or label in known.function_words.captioning)


def heads_topic(text: str, item: Opening) -> bool:
    """Whether a label in capitals is a heading's, or says what something is about."""
    headed = item.standing == "heading" and is_in_capitals(text, item)
    return headed or says_what_about(text[slice(*item.label)])


def is_among_topics(page: Page, item: Opening, topics: Container[int]) -> bool:
    """Whether a line of the same list has a heading for its label ("LISBON: …" over "WEATHER: …").

    A clause behind a label is what somebody decided or asked ("RESOLVED: that …").
    """
    number, words = page.paragraph_number(item.start), first_line_of(page.text, item).casefold().split()
    if words and words[0] in every_language().clause_openers:
        return False
    return item.standing != "person" and any(at in topics for at in range(number - LIST, number + LIST + 1))
