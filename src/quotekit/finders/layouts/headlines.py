"""Headlines that give their words to somebody with a colon: "Minister: no talks", "“No talks”: minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels import labelled_lines, names_somebody
from quotekit.finders.layouts.turns import has_labelled_turns
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["headlines"]

SHORTEST, LONGEST = 3, 20
"""Words of a headline beside its colon."""

BEHIND = re.compile(
    r"^(?P<said>\S[^\n:;.!?]{6,160}[^\s:;.!?])(?P<colon>:) (?P<who>[^\W\d_][^\n:.,;!?]{1,40})$", re.MULTILINE
)


def headlines(page: Page) -> Iterator[Finding]:
    """One finding for each line that a name opens or ends and no full stop closes, outside a dialogue."""
    text = page.text
    lines = list(labelled_lines(text))
    if has_labelled_turns(page, lines):
        return
    for line in lines:
        words = text[slice(*line.rest)].split()
        if SHORTEST <= len(words) <= LONGEST and words[-1][-1] not in ".!:;" and words[0][0] not in "\"“‘'«":
            yield Finding(content=(line.rest,), cue=(line.colon,), source=(line.label,))
    for line in lines:
        if is_quoted(page, line.rest):
            yield Finding(content=(line.rest,), cue=(line.colon,), source=(line.label,))
    for match in BEHIND.finditer(text):
        if is_claim(page, match.span("said")) and could_speak(match["who"]):
            content, cue, source = (match.span(part) for part in ("said", "colon", "who"))
            yield Finding(content=(content,), cue=(cue,), source=(source,))


def is_claim(page: Page, said: Range) -> bool:
    """Whether words before a colon are quoted, or say something of what will be or must be."""
    if is_quoted(page, said):
        return True
    words = page.text[slice(*said)].casefold().split()
    return SHORTEST <= len(words) <= LONGEST and not every_language().claim_verbs.isdisjoint(words[1:])


def is_quoted(page: Page, words: Range) -> bool:
    """Whether *words* are all that stands in a pair of quotation marks."""
    mark = page.openings.get(words[0])
    return mark is not None and mark.end == words[1]


def could_speak(who: str) -> bool:
    """Whether words are the name or the office of somebody, or something that can be cited."""
    last = who.rsplit(maxsplit=1)[-1].casefold()
    known = every_language()
    nouns = (known.roles, known.organisations, known.document_nouns, known.group_nouns)
    return any(last in words for words in nouns) or names_somebody(who)
