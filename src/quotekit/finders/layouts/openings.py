"""Lines that may open a turn: a label, set apart from what is said by one of a few forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from attrs import frozen

from quotekit.finders.layouts.labels import Standing, standing_of_label
from quotekit.language import every_language
from quotekit.text.ranges import Range

__all__ = ["FORMS", "LabelForm", "Opening", "is_stamped", "openings_in"]

CLOCK: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{1,3})?)?"
DAY: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
GUTTER: Final = r"[ \t]*(?:\d{1,2}[ \t]{2,})?"
"""What stands before a line: blanks, and the number of the line in a court's transcript."""
STRONG: Final = r"(?:\*\*|__|[*_])?"
BRACKETS: Final = r"(?P<brackets>(?:[ \t]*[\[(][^\])\n]{1,80}[\])]){0,2})"
NEXT: Final = r"(?:[ \t]+(?=\S)|[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*\S))"
BELOW: Final = r"[ \t]*\n(?=[ \t]*\S)"
UNDER: Final = r"[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*\S)"
WORDS: Final = r"(?P<label>[@#]?\w[^\n:\"“”«»*\[(<>|{}]{0,70}?)"
NAMED: Final = r"(?P<label>[^\W\d_][^\n:.;!?\"“”«»*\[(<>|{}—–]{0,50}?)"
TITLED: Final = r"(?P<label>(?:[^\W\d_]{1,4}\. ?)?[^\W\d_][^\n:.;,!?\"“”«»*\[(<>|{}—–]{0,40}?)"
CAPITALS: Final = (
    r"(?P<label>(?-i:[^\W\d_a-zß-öø-ÿ])[^\Wa-zß-öø-ÿ](?:[^\n:;!?\"“”«»*\[(<>|{}a-zß-öø-ÿ]{0,40}?))"
)
OFFICE_BEHIND: Final = r"(?P<office>[ \t]+(?:--|[—–])[ \t]+[^\n.!?]{2,80})?"


@cache
def stamp() -> str:
    """A pattern of the time of day, perhaps with the day, as it stands before or behind a label."""
    half_day = "|".join(map(spaced_letters, sorted(every_language().function_words.half_day)))
    clock = rf"{CLOCK}(?:[ \u202f]?(?:{half_day}))?"
    return rf"[\[(<]?(?:{DAY},?[ \t]+)?{clock}(?:,?[ \t]+{DAY})?[\])>]?"


def spaced_letters(word: str) -> str:
    """A pattern of the letters of *word*, of either case and perhaps each with a full stop ("a.m.")."""
    return "".join(rf"[{letter.upper()}{letter}]\.?" for letter in word)


@frozen
class LabelForm:
    """One way to set a label apart.

    Attributes:
        name: What it is called.
        pattern: Of a line up to what is said, with the groups ``label`` and perhaps ``stamp``, ``brackets``,
            ``office`` and ``colon``; {T} stands for a time stamp.
        asks: The points of evidence (`quotekit.finders.layouts.evidence`) that make its lines a dialogue.
        standings: What its labels may be.
        over_gaps: Whether a turn goes on behind a blank line.
        below: Whether what is said stands in lines below the label, all of which belong to it.
        reason: Why its place is before the next, and why it asks so much.
    """

    name: str
    pattern: str
    asks: float
    reason: str
    standings: frozenset[Standing] = frozenset({"person", "name"})
    over_gaps: bool = False
    below: bool = False


ANY: Final[frozenset[Standing]] = frozenset({"person", "name", "words", "heading"})

FORMS: Final = (
    LabelForm(
        "voice",
        r"^<v(?:\.[\w.]{1,20})?[ \t]+(?P<label>[^<>\n]{1,60})>(?=\s*\S)",
        0,
        "A tag of subtitles that means nothing else.",
        ANY,
        below=True,
    ),
    LabelForm(
        "nick",
        r"^(?P<stamp>{T}[ \t]*)?<[@+%~& ]?(?P<label>[^<>\n/=\"]{1,40})>[ \t]+(?=\S)",
        3,
        "A chat's; markup that nobody knows looks like it, so that its labels must come back or be stamped.",
        ANY,
    ),
    LabelForm(
        "letter",
        rf"^{GUTTER}{STRONG}(?P<label>[LETTERS])(?:\.[ \t]*|[ \t]{{2,}})(?=\S)",
        5,
        "Before all other stops: the letters of questions and answers, both of which must be there.",
        over_gaps=True,
    ),
    LabelForm(
        "colon",
        rf"^{GUTTER}(?P<stamp>{{T}}[ \t]*(?:[-–—|][ \t]*)?)?{STRONG}{WORDS}{STRONG}{BRACKETS}{STRONG}[ \t]?"
        rf"(?P<colon>:){STRONG}{NEXT}",
        5,
        "The commonest form, and the commonest of fields and headings as well.",
        ANY,
        over_gaps=True,
    ),
    LabelForm(
        "number",
        r"^(?P<label>#\d{1,3})[ \t]+(?=\S)",
        5,
        "Speakers that a machine counted.",
        over_gaps=True,
    ),
    LabelForm(
        "stamp behind",
        rf"^{STRONG}(?P<label>[@#]?\w[^\n:;!?\"“”«»*\[(<>|{{}}]{{0,50}}?){STRONG}(?:[ \t]+APP)?[ \t]{{1,4}}"
        rf"(?P<stamp>{{T}}){BELOW}",
        4,
        "The time of day behind a name over what is said: calls and chats.",
        ANY,
        below=True,
    ),
    LabelForm(
        "bold",
        rf"^\*\*(?P<label>[^*\n:]{{1,60}}?)\*\*{BRACKETS}[ \t]+(?=\S)",
        5,
        "Set in bold without a colon: magazines.",
        over_gaps=True,
    ),
    LabelForm(
        "capitals and stop",
        rf"^[ \t]*{CAPITALS}\.?{BRACKETS}\.{NEXT}",
        5,
        "Plays. Before names above what is said, which may have the stop of a title.",
        frozenset({"person", "name", "words"}),
        over_gaps=True,
    ),
    LabelForm(
        "capitals above",
        rf"^[ \t]*{CAPITALS}{BRACKETS}{BELOW}",
        5,
        "A name in capitals right over what is said: screenplays, whose unlabelled lines tell the action.",
        frozenset({"person", "name", "words"}),
        below=True,
    ),
    LabelForm(
        "gap",
        rf"^{GUTTER}{TITLED}(?:[ \t]{{2,4}}|\t)(?=[^\s\d])",
        6,
        "Two blanks behind a name; tables have them too.",
        over_gaps=True,
    ),
    LabelForm(
        "dash",
        rf"^{STRONG}{NAMED}{STRONG}[ \t]+[—–][ \t]+(?=\S)",
        6,
        "A dash behind a name: datelines and lists have it too.",
        over_gaps=True,
    ),
    LabelForm(
        "name above",
        rf"^{STRONG}{TITLED}{STRONG}{BRACKETS}{OFFICE_BEHIND}{UNDER}",
        7,
        "A name alone on its line heads much else: only where it comes back and speech stands under it.",
        over_gaps=True,
        below=True,
    ),
    LabelForm(
        "bare capitals",
        rf"^[ \t]*{CAPITALS}{BRACKETS}[ \t]+(?=[^\W\d_a-zß-öø-ÿ]?[^\n]{{0,3}}[a-zß-öø-ÿ])",
        7,
        "Nothing but capitals sets the label apart, as those of abbreviations do.",
    ),
    LabelForm(
        "name and stop",
        rf"^[ \t]*{TITLED}\.{BRACKETS}[ \t]+(?=\S)",
        9,
        "Last: any short sentence looks like it, so that only labels that come back often are read.",
        over_gaps=True,
    ),
)
"""Every form, the surer first: a line has the first whose label is one."""


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
    letters = "".join(sorted(words.question_letter | words.answer_letter))
    return tuple(
        (form, re.compile(form.pattern.replace("{T}", stamp()).replace("LETTERS", letters), re.MULTILINE))
        for form in FORMS
    )


@cache
def stamped_line() -> re.Pattern[str]:
    """Matches a line that a time stamp opens."""
    return re.compile(rf"[ \t]*{stamp()}(?!\w)")


def is_stamped(text: str, start: int) -> bool:
    """Whether a time stamp opens the line at *start*."""
    return stamped_line().match(text, start) is not None


@lru_cache(maxsize=2)
def openings_in(text: str) -> list[Opening]:
    """The lines of *text* that may open a turn, in order, each in the first form that it has.

    Turns and headlines ask in turn; do not change the list.
    """
    found: dict[int, Opening] = {}
    for form, pattern in compiled_forms():
        for match in pattern.finditer(text):
            if match.start() not in found:
                found.update((match.start(), item) for item in opening_of(form, match))
    return [found[start] for start in sorted(found)]


def opening_of(form: LabelForm, match: re.Match[str]) -> Iterator[Opening]:
    """The opening that a line in *form* is, if its label may be one."""
    parts = match.groupdict()
    if not any(map(str.isalpha, match["label"])) and form.name not in {"colon", "number"}:
        return
    standing = standing_of_label(match["label"])
    if form.name == "letter":
        standing = "person"
    if standing in form.standings:
        start, end = match.span("label")
        colon = match.span("colon") if parts.get("colon") else None
        yield Opening(
            form,
            match.start(),
            (start, end_of_label(match, end)),
            colon,
            match.end(),
            bool(parts.get("stamp")),
            bool(parts.get("office")),
            standing,
        )


def is_title_or_first_name(word: str) -> bool:
    """Whether a word opens a name."""
    known = every_language()
    return word in known.titles or word in known.first_names


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
