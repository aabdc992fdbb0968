"""Headlines that give their words to somebody with a colon: "Minister: no talks", "“No talks”: minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotekit.finders.finding import Attribution
from quotekit.finders.layouts.labels import labelled_lines, names_somebody
from quotekit.finders.layouts.turns import is_dialogue
from quotekit.language import every_language
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range

__all__ = ["headlines"]

SHORTEST, LONGEST = 3, 20
"""Words of a headline beside its colon."""

BEHIND = re.compile(
    r"^(?P<said>\S[^\n:;.!?]{6,160}[^\s:;.!?])(?P<colon>:) (?P<who>[^\W\d_][^\n:.,;!?]{1,40})$", re.MULTILINE
)


def headlines(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each line that a name opens or ends and no full stop closes, outside a dialogue."""
    lines = list(labelled_lines(text))
    if is_dialogue(text, lines):
        return
    for line in lines:
        words = text[slice(*line.rest)].split()
        if SHORTEST <= len(words) <= LONGEST and words[-1][-1] not in ".!:;" and words[0][0] not in "\"“‘'«":
            yield Attribution(content=(line.rest,), cue=(line.colon,), source=(line.label,))
    quoted = {mark.start: mark.end for mark in marks}
    for line in lines:
        if quoted.get(line.rest[0]) == line.rest[1]:
            yield Attribution(content=(line.rest,), cue=(line.colon,), source=(line.label,))
    for match in BEHIND.finditer(text):
        if is_claim(text, match.span("said"), quoted) and could_speak(match["who"]):
            content, cue, source = (match.span(part) for part in ("said", "colon", "who"))
            yield Attribution(content=(content,), cue=(cue,), source=(source,))


def is_claim(text: str, said: Range, quoted: dict[int, int]) -> bool:
    """Whether words before a colon are quoted, or say something of what will be or must be."""
    start, end = said
    if quoted.get(start) == end:
        return True
    words = text[start:end].casefold().split()
    return SHORTEST <= len(words) <= LONGEST and not every_language().claim_verbs.isdisjoint(words[1:])


def could_speak(who: str) -> bool:
    """Whether words are the name or the office of somebody, or something that can be cited."""
    last = who.rsplit(maxsplit=1)[-1].casefold()
    known = every_language()
    nouns = (known.roles, known.organisations, known.document_nouns, known.group_nouns)
    return any(last in words for words in nouns) or names_somebody(who)
