"""Lines that may open a turn: a label, set apart from what is said by one of a few forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.labels.form import LabelForm
from quotekit.finders.layouts.labels.forms import CAPTION, LABEL_FORMS
from quotekit.finders.layouts.labels.readings import Standing, names_office, standing_of_label
from quotekit.finders.layouts.labels.stamps import stamp
from quotekit.finders.layouts.labels.wrapping import goes_on_from_above
from quotekit.finders.page_memory import kept_with_page
from quotekit.language import every_language
from quotekit.language.rows import unstopped
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["Opening", "is_captioned", "is_stamped", "openings_in"]

SHORTEST_HOLDER: Final = 2
"""Words in a bracket that name whoever holds an office, at least."""
SHORTEST_STOPPED: Final = 3
"""Letters of a word that a full stop ends and does not shorten, at least; a guess."""
LONGEST_UNTITLED: Final = 71
"""Characters of a label that names no office, at most; a guess."""
TIMES_ABOVE: Final = re.compile(r"^[\d:.,]{8,12} --> [\d:.,]{8,12}[^\n]*\n[ \t-]*\Z", re.MULTILINE)
"""The line of times right above a subtitle."""
LONGEST_ABOVE: Final = 120
"""Characters of what is looked at above a label, at most; a guess."""
OFFICE_LINE: Final = re.compile(
    r"(?:(?:--?|[—–])[ \t]+)?[*_]{0,2}(?P<office>(?:[^\n.!?:*_]|\.(?=[ \t]+[-–—&])){2,80}\.?)"
    r"[*_]{0,2}[ \t]*\n(?:[ \t]*\n)?[ \t]*\S"
)
"""The rest of a line, perhaps behind a dash and in italics, and a text below it."""
MAIL_SIGN: Final = re.compile(r"^[ \t]*>(?!>)", re.MULTILINE)
"""A line that a mail quotes at its first level."""


@frozen
class Opening:
    """A line that may open a turn.

    Attributes:
        form: How its label is set apart.
        start: Where the line begins.
        label: Where the label stands.
        colon: Where the colon behind it stands, if there is one.
        said: Where what is said begins.
        stamped: Whether a time stamp stands at the label.
        titled: Whether an office or a body stands behind a dash at the label.
        standing: What the label is by its words.
    """

    form: LabelForm
    start: int
    label: Range
    colon: Range | None
    said: int
    stamped: bool
    titled: bool
    standing: Standing


@cache
def compiled_forms() -> tuple[tuple[LabelForm, re.Pattern[str]], ...]:
    """The forms with their patterns."""
    words = every_language().function_words
    filled = {
        "{T}": stamp(),
        "{FROM}": "|".join(sorted(words.sending)),
        "{TO}": "|".join(sorted(words.addressing)),
        "LETTERS": "".join(sorted(words.question_letter | words.answer_letter)),
    }
    return tuple(
        (form, re.compile(with_words_filled_in(form.pattern, filled), re.MULTILINE)) for form in LABEL_FORMS
    )


def with_words_filled_in(pattern: str, filled: Mapping[str, str]) -> str:
    """A pattern in which what each placeholder stands for is *filled* in."""
    for placeholder, words in filled.items():
        pattern = pattern.replace(placeholder, words)
    return pattern


@cache
def stamp_alone() -> re.Pattern[str]:
    """Matches a time stamp."""
    return re.compile(stamp())


@cache
def stamped_line() -> re.Pattern[str]:
    """Matches a line that a time stamp opens."""
    return re.compile(rf"[ \t]*{stamp()}(?!\w)")


def is_stamped(text: str, start: int) -> bool:
    """Whether a time stamp opens the line at *start*."""
    return stamped_line().match(text, start) is not None


def openings_in(page: Page) -> list[Opening]:
    """The lines of *page* that may open a turn, in order, each in the first form that it has.

    A colon that a label of another form, which comes back, leaves to what is said opens no turn, nor does a
    label that comes once where a sentence was only wrapped.
    """
    found = candidates_in(page)
    counted = Counter(
        (item.form.name, page.text[slice(*item.label)]) for items in found.values() for item in items
    )
    chosen = [opening_among(page.text, found[start], counted) for start in sorted(found)]
    lines = without_listed(without_offices(chosen))
    return [item for item in lines if not is_wrapped_there(page, item, counted)]


def without_offices(openings: Sequence[Opening]) -> Iterator[Opening]:
    """The openings but offices that stand between the label of another and what is said."""
    said = 0
    for item in openings:
        if item.start >= said:
            yield item
            said = item.said if item.form.ranked else said


def without_listed(lines: Iterable[Opening]) -> list[Opening]:
    """The openings but those of a list of who takes part: offices, right below each of which another stands.

    Nor is what heads the list one.
    """
    openings = list(lines)
    starts = {(item.start, item.form.name) for item in openings}
    below = {
        item.start: item.said for item in openings if item.titled and (item.said, item.form.name) in starts
    }
    listed = {*below, *below.values()}
    return [
        item
        for item in openings
        if not ((item.titled and item.start in listed) or (item.form.below and item.said in below))
    ]


def is_wrapped_there(page: Page, item: Opening, counted: Mapping[tuple[str, str], int]) -> bool:
    """Whether what looks like the label of a turn is a word of a sentence that was only wrapped."""
    once = counted[item.form.name, page.text[slice(*item.label)]] == 1
    return once and not (item.stamped or item.form.alone) and goes_on_from_above(page, item.start)


def candidates_in(page: Page) -> Mapping[int, list[Opening]]:
    """The openings that each line of *page* could be, by where it begins, the surer first."""
    found: dict[int, list[Opening]] = {}
    captioned = is_captioned(page)
    for form, pattern in compiled_forms():
        if form.name == CAPTION and not captioned:
            continue
        for match in pattern.finditer(page.text):
            for item in opening_of(form, match):
                found.setdefault(match.start(), []).append(item)
    return found


def opening_among(text: str, items: Sequence[Opening], counted: Mapping[tuple[str, str], int]) -> Opening:
    """The first of the openings that a line could be, or another one, for which its colon is said."""
    first = items[0]
    if first.form.name == "colon":
        for item in items[1:]:
            often = counted[item.form.name, text[slice(*item.label)]]
            more = often > counted[first.form.name, text[slice(*first.label)]]
            if item.said < first.label[1] and (
                item.form.names or (more and is_sentence_begun(text, item, first))
            ):
                return item
    return first


def is_sentence_begun(text: str, item: Opening, longer: Opening) -> bool:
    """Whether a sentence begins behind the label of *item*, and no name that the *longer* one ends in."""
    label, rest = text[slice(*item.label)], text[item.said : longer.label[1]]
    if len(label.split()[-1].strip(".")) < SHORTEST_STOPPED or rest.isupper() > label.isupper():
        return False
    return not (rest.isupper() or (" " in rest and standing_of_label(rest) in {"person", "name"}))


@kept_with_page
def is_captioned(page: Page) -> bool:
    """Whether the signs ">>" in *page* tell that somebody else speaks, and are no mail's.

    A mail that quotes at two levels quotes at one as well; captions label somebody in capitals, or a person.
    """
    text = page.text
    if ">>" not in text or MAIL_SIGN.search(text):
        return False
    pattern = next(pattern for form, pattern in compiled_forms() if form.name == CAPTION)
    labels = (match["label"] for match in pattern.finditer(text))
    return any(label.isupper() or standing_of_label(label) == "person" for label in labels)


def opening_of(form: LabelForm, match: re.Match[str]) -> Iterator[Opening]:
    """The opening that a line in *form* is, if its label may be one."""
    parts = match.groupdict()
    if not any(map(str.isalpha, match["label"])) and form.name not in {"colon", "number"}:
        return
    if not every_language().function_words.oath.isdisjoint((parts.get("told") or "").casefold().split()):
        return
    if form.bare and is_office_over_text(match):
        return
    if form.ranked and (not names_office(match["office"].split()) or is_letter_signed(match)):
        return
    standing = "person" if form.names else standing_of_label(match["label"])
    if standing in form.standings and (standing == "person" or len(match["label"]) <= LONGEST_UNTITLED):
        start, end = match.span("label")
        colon = match.span("colon") if parts.get("colon") else None
        yield Opening(
            form,
            match.start(),
            (start, end_of_label(match, end)),
            colon,
            match.end(),
            is_stamped_opening(match),
            bool(parts.get("office")),
            standing,
        )


def is_office_over_text(match: re.Match[str]) -> bool:
    """Whether nothing but an office or a body stands behind a label, and a text below it."""
    line = OFFICE_LINE.match(match.string, match.end())
    return line is not None and names_office(line["office"].split())


def is_letter_signed(match: re.Match[str]) -> bool:
    """Whether a comma ends the line above, as it does over the name under a letter ("Yours,")."""
    above = match.string[max(0, match.start() - LONGEST_ABOVE) : match.start()]
    return above.rstrip().endswith(",")


def is_stamped_opening(match: re.Match[str]) -> bool:
    """Whether a time stands at a label, or a subtitle's on the line above it."""
    parts = match.groupdict()
    above = match.string[max(0, match.start() - LONGEST_ABOVE) : match.start()]
    beside = bool(parts.get("stamp") or parts.get("after")) or is_stamp_in_brackets(parts.get("brackets"))
    return beside or TIMES_ABOVE.search(above) is not None


def is_stamp_in_brackets(brackets: str | None) -> bool:
    """Whether what stands in brackets behind a label is nothing but a time ("Ann (18:02):")."""
    inner = (brackets or "").strip(" \t()[]")
    return bool(inner) and stamp_alone().fullmatch(inner) is not None


def is_title_or_first_name(word: str) -> bool:
    """Whether a word opens a name."""
    known = every_language()
    return known.is_title(word) or word in known.first_names


def end_of_label(match: re.Match[str], end: int) -> int:
    """Where a label ends: behind its first bracket if that names somebody ("The Minister (Mr Ode) (Lab)")."""
    brackets = match.groupdict().get("brackets") or ""
    opening, _, rest = brackets.partition("(")
    inner = rest.partition(")")[0]
    chat = bool(match.groupdict().get("stamp")) and inner[:1].isupper() and not match["label"].isupper()
    if chat and not opening.strip() and brackets.count("(") == 1:
        return match.end("brackets")
    named = not opening.strip() and is_holder(match["label"], inner.split())
    return match.start("brackets") + brackets.index(")") + 1 if named else end


def is_whole_name(words: Sequence[str]) -> bool:
    """Whether a label has a name and a surname, behind which a bracket tells an office ("Ms. Ada Lund")."""
    known = every_language()
    named = [*dropwhile(known.is_title, words)]
    called = any(unstopped(word) in known.courtesies for word in words[: -len(named)])
    opens = called or (bool(named) and named[0].casefold() in known.first_names)
    return len(named) > 1 and opens and named[-1].casefold() not in known.roles


def is_holder(label: str, words: Sequence[str]) -> bool:
    """Whether *words* behind a label name somebody: a title or a first name opens them, or any name behind
    an office with its article.
    """
    if len(words) < SHORTEST_HOLDER or not words[1][0].isupper() or is_whole_name(label.split()):
        return False
    known, opening = every_language(), label.split()
    office = opening[0].casefold() in known.function_words.name_article and len(opening) > 1
    return is_title_or_first_name(words[0].strip(".").casefold()) or (
        office and standing_of_label(" ".join(words)) == "name"
    )
