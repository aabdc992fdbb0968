"""The lines that open turns, if those of a page make a dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from attrs import evolve

from quotekit.finders.layouts.evidence import (
    LabelledLines,
    first_line_of,
    is_spoken,
    is_utterance_ended,
    persons,
    points_of,
    sentences,
)
from quotekit.finders.layouts.heads import head_fields, surnames_told
from quotekit.finders.layouts.label_forms import LabelForm
from quotekit.finders.layouts.labels import endings_of_label, initials_of_label
from quotekit.finders.layouts.openings import Opening, openings_in
from quotekit.finders.layouts.staging import is_staging
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["Dialogue", "colons_of_nobody", "dialogue_in"]

LETTERS: Final = re.compile(r"[^\W\d_]+")
BESIDE: Final = 3
"""Points that a dialogue in one form adds to lines in another: a court names counsel with a colon
between questions and answers with a stop. A guess."""

LIST: Final = 2
"""Paragraphs, or lines of a list, on either side that a label shares its kind with; a guess."""

CAPITALS: Final = 0.8
"""The share of labels in capitals, above which capitals show a speaker whom nothing else tells; a guess."""

LONGEST_UNKNOWN: Final = 6
"""Words of the label of such a speaker, at most; a guess."""

UNFINISHED: Final = 0.5
"""The share of lines that end as sentences do, under which those of people need not end so; a guess."""

Dialogue = tuple[list[Opening], list[Opening]]
"""The openings of turns, and the lines that open none and end the turn before them."""


@lru_cache(maxsize=2)
def dialogue_in(page: Page) -> Dialogue:
    """What opens the turns of *page*, and what ends them; both are empty if it is no dialogue.

    Turns and headlines ask in turn; do not change the lists.
    """
    found = with_paired_letters(page.text, with_names_told(page.text, openings_below_head(page.text)))
    kinds = [list(items) for _, items in groupby(sorted(found, key=name_of_form), key=name_of_form)]
    families = {items[0].form.name: family_of(page, items) for items in kinds}
    points = {
        name: points_of(lines) - lines.openings[0].form.asks
        for name, lines in families.items()
        if lines.openings
    }
    if max(points.values(), default=-1.0) < 0:
        return [], []
    chosen = [families[name] for name, value in points.items() if value + allowance(families[name]) >= 0]
    return split_by_owner(page, chosen, found)


def colons_of_nobody(page: Page) -> frozenset[Range]:
    """The colons behind labels that head a field or a note, and open no turn.

    A heading outside of the head must be in capitals: a headline may open with another ("Poll: most would
    go").
    """
    found = openings_in(page.text)
    fields = head_fields(page.text, found)
    turns = {item.start for item in dialogue_in(page)[0]}
    free = [item for item in found if item.colon and item.start not in turns]
    topics = {page.paragraph_number(item.start) for item in free if heads_topic(page.text, item)}
    return frozenset(
        item.colon
        for item in free
        if item.colon
        and (
            item.start in fields
            or heads_topic(page.text, item)
            or is_placeholder(page.text, item)
            or (is_in_capitals(page.text, item) and is_among_topics(page, item, topics))
        )
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


def is_placeholder(text: str, item: Opening) -> bool:
    """Whether a program wrote what stands behind a label, for a picture or words that are left out."""
    words = LETTERS.findall(first_line_of(text, item).casefold())
    return " ".join(words) in every_language().placeholders


def is_in_capitals(text: str, item: Opening) -> bool:
    """Whether the label of an opening is in capitals."""
    return text[slice(*item.label)].isupper()


def openings_below_head(text: str) -> list[Opening]:
    """The openings of *text* that are no fields of its head."""
    found = openings_in(text)
    fields = head_fields(text, found)
    return [item for item in found if item.start not in fields]


def with_names_told(text: str, found: Sequence[Opening]) -> list[Opening]:
    """The openings, in which a name that the text tells in full somewhere is somebody's."""
    told = surnames_told(text)
    return [
        evolve(item, standing="person")
        if item.standing == "name" and label_of(text, item).split()[-1] in told
        else item
        for item in found
    ]


def allowance(lines: LabelledLines) -> float:
    """The points given to lines beside a dialogue in another form: more to persons who speak in sentences.

    A single name over a paragraph is the author's.
    """
    if len(lines.openings) == 1 and lines.openings[0].form.below:
        return 0.0
    return BESIDE * (1 + 2 * persons(lines) * sentences(lines))


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
    endings = {ending for label in counted for ending in endings_of_label(label)}
    initials = {initials_of_label(label) for label in counted}
    theirs = [
        item
        for item in items
        if label_of(text, item) in initials or could_be_theirs(text, item, counted, endings)
    ]
    headings = sum(item.standing == "heading" for item in items) - sum(
        item.standing == "heading" for item in theirs
    )
    return LabelledLines(page, theirs, headings)


def label_of(text: str, item: Opening) -> str:
    """The label of an opening, in lower case."""
    return text[slice(*item.label)].casefold()


def could_be_theirs(text: str, item: Opening, counted: Counter[str], endings: set[str]) -> bool:
    """Whether the label of an opening could be somebody's beside the others of its form.

    *endings* are shorter labels of those whom the others name ("van der Meer", "March"). What heads a scene
    is nobody ("EXT. PIER").
    """
    label = label_of(text, item)
    if item.standing in {"person", "name"}:
        return item.standing == "person" or not (is_in_capitals(text, item) and is_staging(text, item.start))
    if item.standing == "heading":
        return label in endings and counted[label] < len(counted)
    return item.stamped or counted[label] > 1 or label in endings


def split_by_owner(page: Page, chosen: Sequence[LabelledLines], found: Sequence[Opening]) -> Dialogue:
    """The openings of turns among those *found*, and those of nobody."""
    known = {item.start: lines for lines in chosen for item in lines.openings}
    forms = {lines.openings[0].form.name for lines in chosen if lines.openings}
    capitals = share_of_capitals(page, known, found) > CAPITALS
    dense = is_labelled_throughout(page.text, found)
    turns: list[Opening] = []
    ends: list[Opening] = []
    for item in found:
        if item.start in known:
            nobody = is_field(page.text, item, known[item.start]) or is_placeholder(page.text, item)
            (ends if nobody else turns).append(item)
        elif item.form.name in forms:
            if is_unknown_speaker(page.text, item, capitals=capitals, dense=dense):
                turns.append(item)
            elif is_in_capitals(page.text, item) or (item.standing == "heading" and not capitals):
                ends.append(item)
    return turns, ends


def share_of_capitals(page: Page, known: dict[int, LabelledLines], found: Sequence[Opening]) -> float:
    """The share of labels of turns that are in capitals."""
    flags = [is_in_capitals(page.text, item) for item in found if item.start in known]
    return sum(flags) / max(1, len(flags))


def is_labelled_throughout(text: str, found: Sequence[Opening]) -> bool:
    """Whether every line from the first opening to the last is one."""
    between = text[found[0].start : found[-1].start].split("\n") if found else []
    return sum(1 for line in between if line.strip()) + 1 == len(found)


def is_unknown_speaker(text: str, item: Opening, *, capitals: bool, dense: bool) -> bool:
    """Whether a label among known ones is a speaker's by its capitals, as theirs are, or by its article.

    The latter ("The knock in the wall") only where each line is somebody's.
    """
    label = text[slice(*item.label)]
    words = label.split()
    described = dense and words[0].casefold() in every_language().function_words.name_article
    return (
        item.standing == "words"
        and len(words) <= LONGEST_UNKNOWN
        and ((capitals and label.isupper()) or described)
    )


def is_field(text: str, item: Opening, lines: LabelledLines) -> bool:
    """Whether a line among turns is a field: only its label stands once, and nobody speaks behind it."""
    label, said = label_of(text, item), first_line_of(text, item)
    counted = lines.counted
    if counted[label] > 1 or item.stamped or max(counted.values()) < 2:
        return False
    ended = is_utterance_ended(said) or (item.standing == "person" and sentences(lines) < UNFINISHED)
    return not is_spoken(said) and not ended
