"""The parts of which patterns of labels are made."""

from __future__ import annotations

from typing import Final

from quotekit.text.words import LOWER, UPPER

__all__ = [
    "BEFORE_STAMP",
    "BELOW",
    "BRACKETS",
    "BULLET",
    "CAPITALS",
    "DASH",
    "DIRECTION",
    "GUTTER",
    "IN_BRACKETS",
    "NAMED",
    "NEXT",
    "NUMBERED",
    "OFFICE_BEFORE_COLON",
    "OFFICE_BEHIND",
    "OFFICE_TITLED",
    "PARTY",
    "SOUND",
    "STRONG",
    "TITLED",
    "TITLE_AND_CAPITALS",
    "UNBOLD",
    "UNDER",
    "WORDS",
    "WORK",
]

GUTTER: Final = r"[ \t]*(?:\d{1,2}[ \t]{2,})?"
"""What stands before a line: blanks, and the number of the line in a court's transcript."""
STRONG: Final = r"(?P<strong>\*\*|__|[*_])?"
UNBOLD: Final = r"(?:\*\*|\*|(?(strong)__?|(?!)))?"
"""What ends strong words; a line below ends a nick unless one opened them ("quill_")."""
NUMBERED: Final = r"(?:\*{0,2}[LETTERS]\d{1,4}\.?\*{0,2}[ \t]+(?=[^\n:]{2}))?"
"""The number of a question before whoever asks it, as committees count them ("Q12 Chair:")."""
BLANKS: Final = r"(?:(?<![ \t])[ \t]+)"
"""Blanks from their first one on, so that none are read from each of them."""
BRACKETS: Final = rf"(?P<brackets>(?:{BLANKS}?[\[(][^\])\n]{{1,80}}[\])]){{0,2}})"
NEXT: Final = r"(?:[ \t]+(?=\S)|[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*\S))"
BELOW: Final = r"[ \t]*\n(?=[ \t]*\S)"
UNDER: Final = r"[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*\S)"
WORDS: Final = r"(?P<label>[@#+]?\w[^\n:\"“”«»*\[\](<>|{}]{0,130}?)"
NAMED: Final = r"(?P<label>[^\W\d_][^\n:.;!?\"“”«»*\[(<>|{}—–]{0,50}?)"
TITLED: Final = r"(?P<label>(?:[^\W\d_]{1,4}\. ?)?[^\W\d_][^\n:.;,!?\"“”«»*\[(<>|{}—–]{0,40}?)"
OFFICE_TITLED: Final = rf"{TITLED[:-1]}(?:[^\n:.;!?\"“”«»*\[(<>|{{}}—–]{{0,90}}?(?=[ \t]+\())?)"
"""The same, or longer before a bracket ("The Under-Secretary of State for Ports and the Sea (Ada Ode)")."""
CAPITALS: Final = (
    rf"(?P<label>(?:(?![IVXLC]+\.)(?-i:[{UPPER}]{{2,4}})\.[ ])?"
    rf"(?-i:[^\W\d_{LOWER}])[^\W{LOWER}](?:[^\n:;!?\"“”«»*\[(<>|{{}}{LOWER}]{{0,40}}?))"
)
TITLE_AND_CAPITALS: Final = (
    rf"(?P<label>[{UPPER}][a-zà-þ]{{1,8}}\.? (?:[{UPPER}](?:\.|[a-zà-þ]{{1,9}}) )?"
    rf"[{UPPER}][{UPPER}'’-]{{2,}}(?: [{UPPER}'’-]{{2,}}){{0,3}}"
    rf"(?: [^\W\d_{UPPER}]{{2,4}} [^\W\d_]+(?: [{UPPER}][^\W\d_]+)?)?)"
)
BULLET: Final = r"(?:(?:[-*•–]|\d{1,3}[.)])[ \t]+)?"
BEFORE_STAMP: Final = r",?(?:[ \t]+APP)?(?:[ \t]+[—–|@·•-](?:[ \t]+[^\W\d_]+){0,2})?"
"""What stands between a name and the time: a comma, a program's sign, or a dash and words ("— Today at")."""
IN_BRACKETS: Final = r"[\[(](?P<label>[^\W\d_][^\n:;!?\"“”«»*\[\](){}<>|]{0,40}?)[\])]"
SOUND: Final = rf"(?:[\[(][{UPPER} ]{{3,40}}[\])][ \t]+)?"
"""A sound that subtitles tell in capitals before a label ("(COUGHS) LUND: No.")."""
DIRECTION: Final = rf"(?:,[ ](?P<told>[{LOWER}][{LOWER} ]{{2,40}}))?"
"""How somebody speaks, in small letters behind a comma ("OTTO, rising. Who?")."""
WORK: Final = r"(?:,[ ][\"“][^\n\"“”]{2,60}[\"”])?"
"""The title of a work that somebody made, behind a comma and their office ("AUTHOR, “NINE LOCKS”:")."""
DASH: Final = r"(?:--?|[—–])"
PARTY: Final = rf"(?:{BLANKS}?\([A-Z]{{1,3}}(?:-[A-Z.]{{2,5}})?\),[ \t]+(?=[^ \t])[^\n:.!?]{{2,60}}?)?"
"""A party in brackets, and behind a comma a state or an office."""
OFFICE_BEFORE_COLON: Final = rf"(?P<office>{BLANKS}(?:--?|[—–])[ \t]+(?=[^ \t])[^\n.!?:]{{2,60}}?)?"
"""A dash and what somebody is, behind a name and before a colon ("Mette Holm - CFO:")."""
OFFICE_BEHIND: Final = (
    rf"(?P<office>(?:,[ \t]+(?=[^ \t])[^\n.!?,]{{2,60}})?{BLANKS}(?:--?|[—–])[ \t]+"
    r"(?=[^ \t])(?:[^\n.!?]|(?<=[^\W\d_]{2})\.(?=[ \t]+[-–—&])){2,80}\.?)?"
)
