"""The lines that open turns, if those of a page make a dialogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from attrs import evolve

from quotekit.finders.layouts.evidence import (
    SENTENCE_END,
    LabelledLines,
    first_line_of,
    is_spoken,
    points_of,
    sentences,
)
from quotekit.finders.layouts.label_forms import LabelForm
from quotekit.finders.layouts.labels import last_word_of_label
from quotekit.finders.layouts.openings import Opening, openings_in
from quotekit.language import every_language
from quotekit.text.page import Page

__all__ = ["Dialogue", "dialogue_in"]

BESIDE: Final = 3
"""Points that a dialogue in one form adds to lines in another: a court names counsel with a colon
between questions and answers with a stop. A guess."""

Dialogue = tuple[list[Opening], list[Opening]]
"""The openings of turns, and the lines that open none and end the turn before them."""


@lru_cache(maxsize=2)
def dialogue_in(page: Page) -> Dialogue:
    """What opens the turns of *page*, and what ends them; both are empty if it is no dialogue.

    Turns and headlines ask in turn; do not change the lists.
    """
    found = with_paired_letters(page.text, openings_in(page.text))
    kinds = [list(items) for _, items in groupby(sorted(found, key=name_of_form), key=name_of_form)]
    families = {items[0].form.name: family_of(page, items) for items in kinds}
    points = {
        name: points_of(lines) - lines.openings[0].form.asks
        for name, lines in families.items()
        if lines.openings
    }
    if max(points.values(), default=-1.0) < 0:
        return [], []
    chosen = [families[name] for name, value in points.items() if value >= 0 or value + BESIDE >= 0]
    return split_by_owner(page, chosen, found)


def name_of_form(item: Opening) -> str:
    """The name of the form of an opening."""
    return item.form.name


def with_paired_letters(text: str, found: Sequence[Opening]) -> list[Opening]:
    """The openings, in which letters of questions and of answers are somebody's if both are there.

    So are those of questions alone beside names with a colon, who answer them: a press conference.
    """
    words = every_language().function_words
    letters = words.question_letter | words.answer_letter
    lettered = {item.start: text[slice(*item.label)] for item in found if text[slice(*item.label)] in letters}
    paired = len(set(lettered.values())) > 1
    asking = not paired and words.question_letter.issuperset(lettered.values())
    form = answering_form(found) if asking and lettered else None
    if not paired and form is None:
        return [item for item in found if item.form.name != "letter"]
    return [
        evolve(item, standing="person", form=form or item.form) if item.start in lettered else item
        for item in found
    ]


def answering_form(found: Sequence[Opening]) -> LabelForm | None:
    """The form of persons with a colon, if there are any."""
    return next((item.form for item in found if item.colon and item.standing == "person"), None)


def family_of(page: Page, items: Sequence[Opening]) -> LabelledLines:
    """The lines in one form that could be somebody's: names, and words that come back or are stamped."""
    text = page.text
    counted = Counter(label_of(text, item) for item in items)
    surnames = {last_word_of_label(label_of(text, item)) for item in items if " " in label_of(text, item)}
    theirs = [item for item in items if could_be_theirs(text, item, counted, surnames)]
    headings = sum(item.standing == "heading" for item in items) - sum(
        item.standing == "heading" for item in theirs
    )
    return LabelledLines(page, theirs, headings)


def label_of(text: str, item: Opening) -> str:
    """The label of an opening, in lower case."""
    return text[slice(*item.label)].casefold()


def could_be_theirs(text: str, item: Opening, counted: Counter[str], surnames: set[str]) -> bool:
    """Whether the label of an opening could be somebody's beside the others of its form."""
    label = label_of(text, item)
    if item.standing in {"person", "name"}:
        return True
    if item.standing == "heading":
        return label in surnames and counted[label] < len(counted)
    return item.stamped or counted[label] > 1


def split_by_owner(page: Page, chosen: Sequence[LabelledLines], found: Sequence[Opening]) -> Dialogue:
    """The openings of turns among those *found*, and those of nobody."""
    known = {item.start: lines for lines in chosen for item in lines.openings}
    forms = {lines.openings[0].form.name for lines in chosen if lines.openings}
    capitals = share_of_capitals(page, known, found) > 0.8
    turns: list[Opening] = []
    ends: list[Opening] = []
    for item in found:
        if item.start in known:
            (ends if is_field(page.text, item, known[item.start]) else turns).append(item)
        elif item.form.name in forms:
            if is_unknown_speaker(page.text, item, capitals=capitals):
                turns.append(item)
            elif page.text[slice(*item.label)].isupper() or (item.standing == "heading" and not capitals):
                ends.append(item)
    return turns, ends


def share_of_capitals(page: Page, known: dict[int, LabelledLines], found: Sequence[Opening]) -> float:
    """The share of labels of turns that are in capitals."""
    flags = [page.text[slice(*item.label)].isupper() for item in found if item.start in known]
    return sum(flags) / max(1, len(flags))


def is_unknown_speaker(text: str, item: Opening, *, capitals: bool) -> bool:
    """Whether a label among known ones is a speaker's by its capitals, which they have as well."""
    label = text[slice(*item.label)]
    return item.standing == "words" and capitals and label.isupper() and len(label.split()) <= 6


def is_field(text: str, item: Opening, lines: LabelledLines) -> bool:
    """Whether a line among turns is a field: only its label stands once, and nobody speaks behind it."""
    label, said = label_of(text, item), first_line_of(text, item)
    counted = lines.counted
    if counted[label] > 1 or item.stamped or max(counted.values()) < 2:
        return False
    ended = SENTENCE_END.search(said[-12:]) is not None or (
        item.standing == "person" and sentences(lines) < 0.5
    )
    return not is_spoken(said) and not ended
