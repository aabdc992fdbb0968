"""Labels with a colon that head a field, a note or a topic, and open nobody's turn."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final

from quotekit.finders.layouts.dialogue import dialogue_in, is_in_capitals, is_placeholder
from quotekit.finders.layouts.labelled_lines import first_line_of
from quotekit.finders.layouts.openings import Opening
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import OPENERS
from quotekit.text.ranges import Range

__all__ = ["colons_of_nobody"]

FEWEST_FIELDS: Final = 3
"""Headings with a colon that make a list of fields, at least; one or two may be headlines. A guess."""
LIST: Final = 2
"""Paragraphs, or lines of a list, on either side that a label shares its kind with; a guess."""


def colons_of_nobody(page: Page) -> frozenset[Range]:
    """The colons behind labels that head a field or a note, and open no turn.

    A heading outside of the head must be in capitals or one of several: a headline may open with another
    ("Poll: most would go"); any other label must stand in a list of such lines. What is stamped with the
    time and opens no turn is a log's or a schedule's.
    """
    dialogue = dialogue_in(page)
    turns = {item.start for item in dialogue.turns}
    free = [item for item in dialogue.openings if item.colon and item.start not in turns]
    headings = sum(item.standing == "heading" for item in free)
    topics = {page.paragraph_number(item.start) for item in free if heads_topic(page.text, item)}
    labelled = {page.paragraph_number(item.start): page.text[slice(*item.label)] for item in free}
    return frozenset(
        item.colon
        for item in free
        if item.colon
        and (
            item.start in dialogue.fields
            or item.stamped
            or (item.standing == "heading" and headings >= FEWEST_FIELDS)
            or heads_topic(page.text, item)
            or is_placeholder(page.text, item)
            or (is_in_capitals(page.text, item) and is_among_topics(page, item, topics))
            or is_entry(page, item, labelled)
            or is_paired_letter(page, item, labelled)
        )
    )


def is_entry(page: Page, item: Opening, labelled: Mapping[int, str]) -> bool:
    """Whether a label of no more than a word, or that is no name, is one of a list of several such.

    What stands in quotation marks behind one is somebody's all the same ("The Herald: “Bold.”"), and so is
    what stands behind initials that the text gives somebody ("Ada Lund (AL)").
    """
    number = page.paragraph_number(item.start)
    listed = {labelled[at] for at in range(number - LIST, number + LIST + 1) if at in labelled}
    name = page.text[slice(*item.label)]
    plain = item.standing == "words" or (item.standing == "name" and " " not in name)
    marked = first_line_of(page.text, item).startswith(tuple(OPENERS))
    return plain and not marked and len(listed) >= FEWEST_FIELDS and f"({name})" not in page.text


def is_paired_letter(page: Page, item: Opening, labelled: Mapping[int, str]) -> bool:
    """Whether a label is the letter of questions or of answers, and both are there: frequent questions."""
    words, letter = every_language().function_words, page.text[slice(*item.label)]
    return letter in words.question_letter | words.answer_letter and not (
        words.question_letter.isdisjoint(labelled.values())
        or words.answer_letter.isdisjoint(labelled.values())
    )


def heads_topic(text: str, item: Opening) -> bool:
    """Whether a label in capitals is a heading's."""
    return item.standing == "heading" and is_in_capitals(text, item)


def is_among_topics(page: Page, item: Opening, topics: Container[int]) -> bool:
    """Whether a line of the same list has a heading for its label ("LISBON: …" over "WEATHER: …").

    A clause behind a label is what somebody decided or asked ("RESOLVED: that …").
    """
    number, words = page.paragraph_number(item.start), first_line_of(page.text, item).casefold().split()
    if words and words[0] in every_language().clause_openers:
        return False
    return item.standing != "person" and any(at in topics for at in range(number - LIST, number + LIST + 1))
