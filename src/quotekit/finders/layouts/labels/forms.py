"""The forms by which a label is set apart from what is said: one row each, the surer first."""

from __future__ import annotations

from typing import Final

from quotekit.finders.layouts.labels.form import LabelForm
from quotekit.finders.layouts.labels.parts import (
    BEFORE_STAMP,
    BELOW,
    BRACKETS,
    BULLET,
    CAPITALS,
    DASH,
    DIRECTION,
    GUTTER,
    IN_BRACKETS,
    NAMED,
    NEXT,
    NUMBERED,
    OFFICE_BEFORE_COLON,
    OFFICE_BEHIND,
    OFFICE_TITLED,
    PARTY,
    SOUND,
    STRONG,
    TITLE_AND_CAPITALS,
    TITLED,
    UNBOLD,
    UNDER,
    WORDS,
    WORK,
)
from quotekit.finders.layouts.labels.readings import Standing
from quotekit.text.words import LOWER

__all__ = ["CAPTION", "LABEL_FORMS"]

CAPTION: Final = "caption"
"""The name of the form of captions, in which two signs tell that somebody else speaks."""

ANY: Final[frozenset[Standing]] = frozenset({"person", "name", "words", "heading"})

LABEL_FORMS: Final = (
    LabelForm(
        "voice",
        r"^(?:-[ \t]*)?<v(?:\.[\w.]{1,20})?[ \t]+(?P<label>[^<>\n]{1,60})>(?=\s*\S)",
        -9,
        "A tag of subtitles that means nothing else: nothing more is asked of it.",
        ANY,
        below=True,
        alone=True,
    ),
    LabelForm(
        "nick",
        r"^(?:[ \t]{0,8}(?P<stamp>{T}[ \t]*))?<(?:[LETTERS] - )?[@+%~& ]?(?P<label>[^<>\n/=\"]{1,40})>:?"
        r"[ \t]+(?=\S)",
        0,
        "A chat's; markup that nobody knows looks like it, and indented arguments of commands: its "
        "labels must come back or be stamped.",
        ANY,
        alone=True,
    ),
    LabelForm(
        CAPTION,
        rf"^[ \t]*>{{2,3}}[ \t]*{WORDS}{BRACKETS}[ \t]?(?P<colon>:){NEXT}",
        -9,
        "Captions of broadcasts: looked for only where the signs are evidence enough (`is_captioned`).",
        ANY,
    ),
    LabelForm(
        "letter",
        rf"^{GUTTER}{STRONG}(?P<label>[LETTERS])(?:\.[ \t]*|[ \t]{{2,}})(?=\S)",
        5,
        "Before all other stops: the letters of questions and answers, both of which must be there.",
        over_gaps=True,
        names=True,
    ),
    LabelForm(
        "stop and dash",
        rf"^[ \t]*{STRONG}{TITLED}{BRACKETS}(?:,[ \t]+(?P<told>[^\n.!?:]{{2,60}}))?\.{UNBOLD}"
        rf"[ \t]?{DASH}[ \t]?(?=[^\s-])",
        5,
        "Old plays, and the parliament of Europe; before colons, which a turn of theirs can have.",
        over_gaps=True,
    ),
    LabelForm(
        "emphasis and stop",
        rf"^[ \t]*(?P<strong>\*\*|[*_]){TITLED}\.(?P=strong){BRACKETS}[ \t]+(?=\S)",
        5,
        "Plays in plain text and in Markdown; before colons, which a turn of theirs can have.",
        over_gaps=True,
    ),
    LabelForm(
        "addressed",
        rf"^(?P<stamp>{{T}})[ \t]+(?i:{{FROM}})[ \t]+{WORDS}(?:[ \t]+(?:{{TO}})[ \t]+[^\n:]{{1,40}}?)?"
        rf"[ \t]?(?P<colon>:){NEXT}",
        5,
        "Chats that tell whom a line is for; before other colons, for which these words are the label.",
        ANY,
    ),
    LabelForm(
        "colon",
        rf"^{GUTTER}{BULLET}(?P<stamp>{{T}}[ \t]*(?:[-–—|][ \t]*)?(?:~[ \t\u202f\u00a0]*)?)?"
        rf"{SOUND}{NUMBERED}{STRONG}{WORDS}"
        rf"(?:,(?=[ \t]*[\[(]))?{WORK}{OFFICE_BEFORE_COLON}{UNBOLD}{PARTY}{BRACKETS}{UNBOLD}"
        rf"[ \t]?(?P<colon>:){UNBOLD}(?:[ \t]*(?=[\[(])(?P<after>{{T}}){UNBOLD}(?!\S))?{NEXT}",
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
        "stamp and bar",
        r"^(?P<stamp>{T})[ \t]+[@+%~& ]?(?P<label>[^\s|│<>:][^\n\t|│<>:]{0,40}?)"
        r"(?:[ \t]*[|│][ \t]+|\t)(?=\S)",
        8,
        "Chats in columns, as timetables have them too; before times above names, which columns look like.",
        ANY,
    ),
    LabelForm(
        "stamp behind",
        rf"^{STRONG}(?P<label>[@#]?\w[^\n:;!?\"“”«»*\[(<>|{{}}]{{0,50}}?){UNBOLD}{BEFORE_STAMP}[ \t]{{1,4}}"
        rf"(?P<stamp>{{T}}):?{BELOW}",
        4,
        "The time of day behind a name over what is said: calls and chats.",
        ANY,
        below=True,
    ),
    LabelForm(
        "stamp above",
        rf"^(?P<stamp>{{T}})[ \t]+{STRONG}{TITLED}{UNBOLD}{BELOW}",
        4,
        "The same with the time before the name.",
        ANY,
        below=True,
    ),
    LabelForm(
        "stamp below",
        rf"^{STRONG}{TITLED}{UNBOLD}[ \t]*\n[ \t]*(?P<stamp>{{T}}){BELOW}",
        8,
        "The time on a line of its own below the name.",
        below=True,
    ),
    LabelForm(
        "brackets and colon",
        rf"^(?P<stamp>{{T}}[ \t]*)?{IN_BRACKETS}[ \t]?(?P<colon>:){NEXT}",
        5,
        "Subtitles and what machines write down.",
    ),
    LabelForm(
        "stamp in brackets",
        rf"^{STRONG}{TITLED}{UNBOLD}[ \t]*(?=[\[(])(?P<stamp>{{T}})[ \t]+(?=\S)",
        8,
        "The time in brackets and nothing else between a name and what is said.",
    ),
    LabelForm(
        "name in brackets",
        rf"^(?P<stamp>{{T}}[ \t]*)?{IN_BRACKETS}[ \t]+(?=\S)",
        6,
        "The same without a colon: no other words, since sounds and notes stand in brackets too.",
        exchanged=True,
    ),
    LabelForm(
        "prompt",
        r"^(?P<stamp>{T}[ \t]*)?(?P<label>[^\W\d_][^\n:;!?\"“”«»*\[\](){}<>|/$=]{0,40}?)>[ \t]+(?=\S)",
        6,
        "The closing sign of a chat alone: programs that wait have it too, but none takes turns.",
        ANY,
    ),
    LabelForm(
        "brackets",
        rf"^\[{CAPITALS}\][ \t]+(?=\S)",
        5,
        "Subtitles: what is no name in brackets and capitals tells of sounds.",
    ),
    LabelForm(
        "bold",
        rf"^\*\*(?P<label>[^*\n:]{{1,60}}?)\.?\*\*{BRACKETS}[ \t]+(?=\S)",
        5,
        "Set in bold without a colon: magazines.",
        over_gaps=True,
        bare=True,
    ),
    LabelForm(
        "title, capitals and stop",
        rf"^[ \t]*{TITLE_AND_CAPITALS}{BRACKETS}\.{NEXT}",
        5,
        "Parliaments of America: nothing else sets a title small and its name in capitals.",
        over_gaps=True,
        names=True,
    ),
    LabelForm(
        "capitals and stop",
        rf"^[ \t]*{STRONG}{CAPITALS}\.?{UNBOLD}{BRACKETS}{DIRECTION}\.{UNBOLD}{NEXT}",
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
        rf"^{STRONG}{NAMED}{UNBOLD}[ \t]+[—–][ \t]+(?=\S)",
        6,
        "A dash behind a name: datelines and lists have it too.",
        over_gaps=True,
        bare=True,
    ),
    LabelForm(
        "hyphen",
        rf"^{STRONG}{NAMED}{UNBOLD}[ \t]+-[ \t]+(?=\S)",
        10,
        "The hyphen that is typed for a dash: lists and what tells of each of many have it far oftener.",
        over_gaps=True,
        bare=True,
    ),
    LabelForm(
        "name above",
        rf"^{STRONG}(?![^\n]{{0,140}}[ \t]-){TITLED}{UNBOLD}(?:,[ \t]+|[ \t]*\n(?![^\n]{{0,90}}[ \t]-)[ \t]*)"
        r"(?P<office>[^\n:!?]{3,90}?)[ \t]*\n"
        rf"(?:[ \t]*\n)?(?=[ \t]*\S)",
        6,
        "A name, its office behind a comma or on a line of its own, and what is said: calls of companies.",
        over_gaps=True,
        below=True,
        ranked=True,
    ),
    LabelForm(
        "name above",
        rf"^(?:#{{1,6}}[ \t]+)?{STRONG}{OFFICE_TITLED}{UNBOLD}{BRACKETS}{OFFICE_BEHIND}{UNDER}",
        7,
        "A name alone on its line heads much else: only where it comes back and speech stands under it.",
        over_gaps=True,
        below=True,
    ),
    LabelForm(
        "bare capitals",
        rf"^[ \t]*{CAPITALS}{BRACKETS}[ \t]+(?![{LOWER}])(?=[^\W\d_]?[^\n]{{0,3}}[{LOWER}])",
        7,
        "Nothing but capitals sets the label apart, as those of abbreviations do; a verb goes on with it.",
    ),
    LabelForm(
        "name and stop",
        rf"^[ \t]*{STRONG}{TITLED}\.{UNBOLD}{BRACKETS}[ \t]+(?=\S)",
        9,
        "Last: any short sentence looks like it, so that only labels that come back often are read.",
        over_gaps=True,
    ),
)
"""Every form, the surer first: a line has the first whose label is one."""
