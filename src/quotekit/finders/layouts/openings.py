"""Lines that may open a turn: a label, set apart from what is said by one of a few forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.label_forms import CAPTION, LABEL_FORMS, LabelForm
from quotekit.finders.layouts.labels import Standing, standing_of_label
from quotekit.finders.layouts.stamps import stamp
from quotekit.finders.page_memory import kept_with_page
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["Opening", "is_captioned", "is_stamped", "openings_in"]

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
    """The lines of *page* that may open a turn, in order, each in the first form that it has."""
    found: dict[int, Opening] = {}
    captioned = is_captioned(page)
    for form, pattern in compiled_forms():
        if form.name == CAPTION and not captioned:
            continue
        for match in pattern.finditer(page.text):
            if match.start() not in found:
                found.update((match.start(), item) for item in opening_of(form, match))
    return [found[start] for start in sorted(found)]


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
    standing = "person" if form.names else standing_of_label(match["label"])
    if standing in form.standings:
        start, end = match.span("label")
        colon = match.span("colon") if parts.get("colon") else None
        yield Opening(
            form,
            match.start(),
            (start, end_of_label(match, end)),
            colon,
            match.end(),
            bool(parts.get("stamp") or parts.get("after")) or is_stamp_in_brackets(parts.get("brackets")),
            bool(parts.get("office")),
            standing,
        )


def is_stamp_in_brackets(brackets: str | None) -> bool:
    """Whether what stands in brackets behind a label is nothing but a time ("Ann (18:02):")."""
    inner = (brackets or "").strip(" \t()[]")
    return bool(inner) and stamp_alone().fullmatch(inner) is not None


def is_title_or_first_name(word: str) -> bool:
    """Whether a word opens a name."""
    known = every_language()
    return known.is_title(word) or word in known.first_names


def end_of_label(match: re.Match[str], end: int) -> int:
    """Where a label ends: behind its brackets if they name somebody ("The Minister (Mr Ode)")."""
    brackets = match.groupdict().get("brackets") or ""
    opening, _, inner = brackets.partition("(")
    first = inner.split(maxsplit=1)[0].strip(".)").casefold() if inner.strip() else ""
    chat = bool(match.groupdict().get("stamp")) and inner[:1].isupper() and not match["label"].isupper()
    if chat and not opening.strip() and match.group("brackets").count("(") == 1:
        return match.end("brackets")
    named = not opening.strip() and brackets.count("(") == 1 and is_title_or_first_name(first)
    behind = " ".join(inner.split()[1:])
    return match.end("brackets") if named and behind[:1].isupper() else end
