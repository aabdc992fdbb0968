"""The datelines of news agencies and press releases: place, day and agency before the first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotekit.language import every_language
from quotekit.text.ranges import Range

__all__ = ["DATELINE", "PLACE", "SURE_DATELINE", "ends_of_datelines"]

PLACE: Final = r"[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ][\w.'’-]*){0,4}"
PLACES: Final = rf"{PLACE}(?: ?/ ?{PLACE})?(?: \[{PLACE}\])?"
"""One or two of them, perhaps with the country in brackets ("Delhi [India]")."""
SHOUTED: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:,? [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}(?:, [^\W\d_][\w. ]{0,20})?"
BRACKETS_OF_AGENCY: Final = r"\([A-Z][\w ./-]{1,30}\)"
AGENCY: Final = rf",? ?(?:{BRACKETS_OF_AGENCY}|/ ?[A-Z][\w .-]{{1,30}} ?/|(?<=,) ?[A-Z]{{2,5}}(?=[ :]))"
"""An agency in brackets or between slashes, or its letters behind a comma."""
DATED: Final = r"(?:, \w+\.?(?: \d{1,2})?)?"
DAY: Final = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}[a-z]{0,2} [^\W\d_]{3,9}\.?)(?:,? \d{4})?"
"""A month and a day in either order, perhaps with the year."""
DASH: Final = r" ?[—–―-]{1,2} "
DATELINE: Final = rf"{PLACE}{DATED}(?: ?\([^)\n]{{1,40}}\))?{DASH}"
BEFORE_SENTENCE: Final = r"(?=[“\"‘'A-ZÀ-Þ0-9])"
SURE_DATELINE: Final = re.compile(
    rf"(?:{SHOUTED}(?: ?{BRACKETS_OF_AGENCY})?|{PLACE}{DATED} ?{BRACKETS_OF_AGENCY}){DASH}"
    rf"|{PLACES},? {DAY}(?:\.?{AGENCY})?(?:\.?{DASH}|: ){BEFORE_SENTENCE}"
    rf"|{PLACES},? {DAY}\.?{AGENCY}\.? {BEFORE_SENTENCE}"
    rf"|(?:{SHOUTED}|(?:{PLACES}|{DAY})?){AGENCY}(?:{DASH}|\.- ){BEFORE_SENTENCE}"
    rf"|{PLACES}{DASH}{DAY}(?:{DASH}|: ){BEFORE_SENTENCE}"
    rf"|{DAY}(?:{DASH}|, ){PLACES}(?:{DASH}|: ){BEFORE_SENTENCE}"
    rf"|{SHOUTED}—(?=[A-ZÀ-Þ])|{SHOUTED},? ?\([A-Z]{{2,5}}\): {BEFORE_SENTENCE}"
    rf"|{PLACE}--\([A-Z][A-Z ]{{1,20}}\)--{BEFORE_SENTENCE}"
    rf"|(?:{PLACE} )?\([A-Z]{{2,5}}\)(?=[A-Z][a-z])|\([A-Z]{{2,5}}\) {BEFORE_SENTENCE}"
)
"""What is one by its form: capitals or an agency before a dash, a day too before a colon or a sentence."""

LABELLED: Final = re.compile(rf"{SHOUTED}(?: ?\([^)\n]{{1,20}}\))?:")
"""What can be the label of a turn: capitals before a colon, perhaps with a note on how it is spoken."""


def ends_of_datelines(text: str, found: Sequence[Range]) -> dict[int, int]:
    """Where the dateline ends that each paragraph begins with, by where that begins.

    One without an agency, or before a colon, that comes back is somebody's who speaks again ("LUND — Good
    night."), and then so are all; so are several before a colon, or a dash without blanks, a person's, and
    all where several paragraphs have labels ("ALF (OFF): It's me!").
    """
    labelled = sum(LABELLED.match(text, *piece) is not None for piece in found)
    leads = [lead for piece in found if (lead := SURE_DATELINE.match(text, *piece)) is not None]
    alone = [lead[0] for lead in leads if could_be_label(lead[0])]
    speak = labelled > 1 or len(set(alone)) < len(alone) or sum(map(is_close_label, alone)) > 1
    return {
        lead.start(): lead.end()
        for lead in leads
        if not (could_be_label(lead[0]) and (speak or begins_with_person(lead[0])))
    }


def could_be_label(lead: str) -> bool:
    """Whether a dateline looks like the label of a turn: it names no agency, or ends with a colon."""
    return "(" not in lead or lead.rstrip().endswith(":")


def is_close_label(lead: str) -> bool:
    """Whether a dateline without an agency ends as the labels of turns do, with a colon or a bare dash."""
    return "(" not in lead and (lead.endswith("—") or lead.rstrip().endswith(":"))


def begins_with_person(lead: str) -> bool:
    """Whether a first name and another stand before the day ("Ada Lund, May 3:")."""
    words = lead.partition(",")[0].split()
    dated = any(map(str.isdigit, lead))
    return dated and len(words) > 1 and words[0].casefold() in every_language().first_names
