"""Headlines that give their words to somebody with a colon: "Minister: no talks", "“No talks”: minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.dialogue import dialogue_in
from quotekit.finders.layouts.labels import names_somebody
from quotekit.finders.layouts.openings import Opening
from quotekit.finders.layouts.turns import has_labelled_turns
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_sentence

__all__ = ["headlines"]

SHORTEST, LONGEST = 3, 20
"""Words of a headline beside its colon."""

TOP: Final = 2
"""Paragraphs at the top of a text in which its headlines stand."""

BEHIND = re.compile(
    r"^(?P<said>[“\"‘'«][^\n:]{2,160}[”\"’'»]|\S[^\n:;.!?]{6,160}[^\s:;.!?])[ \u00a0\u202f]?(?P<colon>:)"
    r" (?P<who>[^\W\d_][^\n:.,;!?]{1,80})$",
    re.MULTILINE,
)
REST = re.compile(r"[^\n]*")


def headlines(page: Page) -> Iterator[Finding]:
    """One finding for each line at the top that a name opens or ends and that claims something.

    Wherever it stands, a line behind a name is one that is quoted as a whole.
    """
    if has_labelled_turns(page):
        return
    for item in dialogue_in(page).openings:
        rest = rest_of_line(page.text, item)
        colon, named = item.colon, item.standing in {"person", "name"}
        if colon and named and (is_quoted_sentence(page, item, rest) or is_news(page, item, rest)):
            start, end = item.label
            who = told_behind(page.text[start:end])
            yield Finding(content=(rest,), cue=(colon,), source=((start, start + len(who)),))
    for match in BEHIND.finditer(page.text):
        said = match.span("said")
        claimed = is_at_top(page, said) and claims(page.text[slice(*said)], named_first=False)
        quoted = is_quoted(page, said)
        who = told_behind(match["who"]) if quoted else match["who"]
        if (quoted or claimed) and could_speak(head_of(who) if quoted else who):
            start = match.start("who")
            yield Finding((said,), (match.span("colon"),), ((start, start + len(who)),))


def rest_of_line(text: str, item: Opening) -> Range:
    """The rest of the line that a label opens."""
    match = REST.match(text, item.said)
    end = match.end() if match else item.said
    return item.said, item.said + len(text[item.said : end].rstrip(" \t*_"))


def is_news(page: Page, item: Opening, rest: Range) -> bool:
    """Whether the rest of a line at the top claims something as headlines do, without a full stop."""
    words = page.text[slice(*rest)]
    closed = words[-1:] in {".", "!", ":", ";", ""} or words[:1] in set("\"“‘'«")
    return is_at_top(page, item.label) and not item.stamped and not closed and claims(words, named_first=True)


def is_at_top(page: Page, place: Range) -> bool:
    """Whether *place* is in the first paragraphs of a text."""
    return page.paragraph_number(place[0]) < TOP


def claims(said: str, *, named_first: bool) -> bool:
    """Whether words say something of what is, will be or must be."""
    known = every_language()
    words = said.casefold().split()
    verbs = known.claim_verbs | (known.function_words.infinitive if named_first else frozenset())
    return SHORTEST <= len(words) <= LONGEST and not verbs.isdisjoint(words[1:])


def is_quoted(page: Page, words: Range) -> bool:
    """Whether *words* are all that stands in a pair of quotation marks."""
    mark = page.openings.get(words[0])
    return mark is not None and mark.end == words[1]


def is_quoted_sentence(page: Page, item: Opening, rest: Range) -> bool:
    """Whether the rest of a line is quoted, and is a sentence unless its label is known as somebody's."""
    if not is_quoted(page, rest):
        return False
    words = page.text[slice(*rest)]
    return item.standing == "person" or ends_sentence(words) or len(words) != len(words.rstrip())


def told_behind(words: str) -> str:
    """Whoever *words* beside a quotation name, without what it is about ("Ada Lund on suing a cathedral")."""
    topics = every_language().function_words.topical
    found = words.split(" ")
    at = next((at for at, word in enumerate(found) if at and word.lower() in topics), len(found))
    return " ".join(found[:at])


def head_of(who: str) -> str:
    """What stands before the first phrase that is added to a noun ("mayor of Santa Brígida")."""
    links = every_language().function_words.link
    found = who.split()
    at = next((at for at, word in enumerate(found) if word in links), len(found))
    return " ".join(found[:at])


def could_speak(who: str) -> bool:
    """Whether words are the name or the office of somebody, or something that can be cited."""
    last = who.rsplit(maxsplit=1)[-1:]
    known = every_language()
    nouns = (known.roles, known.organisations, known.document_nouns, known.group_nouns)
    return any(not words.isdisjoint(map(str.casefold, last)) for words in nouns) or names_somebody(who)
