"""The lines that open turns, if those of a page make a dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import evolve, frozen

from quotekit.finders.layouts.labels.form import LabelForm
from quotekit.finders.layouts.labels.labelled_lines import LabelledLines, first_line_of, letter_of
from quotekit.finders.layouts.labels.openings import Opening, openings_in
from quotekit.finders.layouts.labels.readings import endings_of_label, initials_of_label
from quotekit.finders.layouts.turns.evidence import persons, points_of, sentences
from quotekit.finders.layouts.turns.heads import head_fields, surnames_told
from quotekit.finders.layouts.turns.staging import is_staging
from quotekit.finders.layouts.utterances import is_spoken, is_utterance_ended
from quotekit.finders.page_memory import kept_with_page
from quotekit.language import every_language
from quotekit.text.page import Page

__all__ = ["Dialogue", "dialogue_in", "is_in_capitals", "is_placeholder"]

LETTERS: Final = re.compile(r"[^\W\d_]+")
BESIDE: Final = 3
"""Points that a dialogue in one form adds to lines in another: a court names counsel with a colon
between questions and answers with a stop. A guess."""

CAPITALS: Final = 0.8
"""The share of labels in capitals, above which capitals show a speaker whom nothing else tells; a guess."""

LONGEST_UNKNOWN: Final = 6
"""Words of the label of such a speaker, at most; a guess."""

SHOUTED: Final = ("!", "?")
"""What ends a shout, and no item of an agenda."""
UNFINISHED: Final = 0.5
"""The share of lines that end as sentences do, under which those of people need not end so; a guess."""


@frozen(eq=False)
class Dialogue:
    """The lines of a page that may open turns, and those that do.

    Attributes:
        openings: All lines that may open a turn, in order.
        fields: Where those begin that are fields of the head.
        turns: Those that open turns; none if the page is no dialogue.
        ends: Those that open none, and end the turn before them.
    """

    openings: Sequence[Opening]
    fields: frozenset[int]
    turns: Sequence[Opening] = ()
    ends: Sequence[Opening] = ()


@kept_with_page
def dialogue_in(page: Page) -> Dialogue:
    """The lines of *page* that may open turns, and those that do: turns, headlines and the verdict ask."""
    openings = openings_in(page)
    fields = head_fields(page.text, openings)
    below = without_first_words(page.text, [item for item in openings if item.start not in fields])
    found = with_paired_letters(page.text, with_names_told(page.text, below))
    head = [item for item in openings if item.start in fields]
    chosen = chosen_lines(lines_by_form(page, found, head))
    turns, ends = split_by_owner(page, chosen, found) if chosen else ((), ())
    return Dialogue(openings, fields, turns, ends)


def lines_by_form(page: Page, found: Sequence[Opening], head: Sequence[Opening]) -> list[LabelledLines]:
    """The lines in each form that could be somebody's, by the name of the form."""
    kinds = groupby(sorted(found, key=name_of_form), key=name_of_form)
    return [family_of(page, list(items), head) for _, items in kinds]


def chosen_lines(families: Sequence[LabelledLines]) -> list[LabelledLines]:
    """The lines that make a dialogue, with those in other forms that could belong to it; none if none do."""
    points = [(lines, points_of(lines) - lines.openings[0].form.asks) for lines in families if lines.openings]
    if max((value for _, value in points), default=-1.0) < 0:
        return []
    return [lines for lines, value in points if value + allowance(lines) >= 0]


def without_first_words(text: str, found: Sequence[Opening]) -> list[Opening]:
    """The openings but what comes once, right below a label that comes back ("ADA:" over "Listen: …")."""
    counted = Counter(label_of(text, item) for item in found)
    below = {item.said for item in found if counted[label_of(text, item)] > 1 and text[item.said - 1] == "\n"}
    return [
        item
        for item in found
        if item.start not in below or item.standing == "person" or counted[label_of(text, item)] > 1
    ]


def is_placeholder(text: str, item: Opening) -> bool:
    """Whether a program wrote what stands behind a label, for a picture or words that are left out."""
    words = LETTERS.findall(first_line_of(text, item).casefold())
    return " ".join(words) in every_language().placeholders


def is_in_capitals(text: str, item: Opening) -> bool:
    """Whether the label of an opening is in capitals."""
    return text[slice(*item.label)].isupper()


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

    So are those of questions alone beside names with a colon, who answer them: a press conference. Beside
    answers without labels such questions open no turns, into which the answers would run.
    """
    words = every_language().function_words
    letters = words.question_letter | words.answer_letter
    lettered = {item.start: letter for item in found if (letter := letter_of(text, item)) in letters}
    paired = len(set(lettered.values())) > 1
    asking = not paired and words.question_letter.issuperset(lettered.values())
    form = answering_form(found) if asking and lettered else None
    if not paired and form is None:
        left = lettered if asking and not are_answered(found, lettered) else {}
        return [item for item in found if item.form.name != "letter" and item.start not in left]
    return [
        evolve(item, standing="person", form=form or item.form) if item.start in lettered else item
        for item in found
    ]


def are_answered(found: Sequence[Opening], questions: Container[int]) -> bool:
    """Whether somebody else's label stands behind most of the *questions*, by where they begin."""
    behind = [other for one, other in pairwise(found) if one.start in questions]
    answers = sum(item.start not in questions and item.standing != "heading" for item in behind)
    return 2 * answers > len(behind)


def answering_form(found: Sequence[Opening]) -> LabelForm | None:
    """The form of persons with a colon, if there are any."""
    return next((item.form for item in found if item.colon and item.standing == "person"), None)


def family_of(page: Page, items: Sequence[Opening], head: Sequence[Opening]) -> LabelledLines:
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
    return LabelledLines(page, theirs, headings, head)


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


def split_by_owner(
    page: Page, chosen: Sequence[LabelledLines], found: Sequence[Opening]
) -> tuple[list[Opening], list[Opening]]:
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
            nobody = nobody or (not capitals and is_agenda_in_capitals(page.text, item, known[item.start]))
            (ends if nobody else turns).append(item)
        elif item.form.name in forms:
            if item.form.alone or is_unknown_speaker(page.text, item, capitals=capitals, dense=dense):
                turns.append(item)
            elif is_in_capitals(page.text, item) or (item.standing == "heading" and not capitals):
                ends.append(item)
    return turns, ends


def is_agenda_in_capitals(text: str, item: Opening, lines: LabelledLines) -> bool:
    """Whether a label and the line behind it are in capitals, as an item of an agenda is.

    What somebody shouts ends as a shout does ("VALE: YES!"), or is not all that they say.
    """
    line, comes_back = first_line_of(text, item), lines.counted[label_of(text, item)] > 1
    shouted = comes_back or line.endswith(SHOUTED)
    return is_in_capitals(text, item) and line.isupper() and not shouted


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
    label, said = label_of(text, item), lines.said_behind[item.start]
    counted = lines.counted
    if counted[label] > 1 or item.stamped or item.form.alone or max(counted.values()) < 2:
        return False
    ended = is_utterance_ended(said) or (item.standing == "person" and sentences(lines) < UNFINISHED)
    return not is_spoken(said) and not ended
