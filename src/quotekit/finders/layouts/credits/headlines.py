"""Headlines that give their words to somebody with a colon: "Minister: no talks", "“No talks”: minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.credits.works import is_title_of_work
from quotekit.finders.layouts.labels.openings import Opening
from quotekit.finders.layouts.labels.readings import names_somebody
from quotekit.finders.layouts.turns.dialogue import dialogue_in
from quotekit.finders.layouts.turns.fields import colons_of_nobody
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
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
    r" (?P<who>[^\W\d_][^\n:.,;!?]{1,80})(?P<more>[.,;][^\n]{0,240})?$",
    re.MULTILINE,
)
"""Words, a colon and whoever is behind it; a caption goes on ("“…”: Ada Lund at home. Photograph: Bo Ek")."""
OFFICE: Final = 3
"""Words before a name that say what somebody is, at most ("retired ferry captain"); a guess."""
REST = re.compile(r"[^\n]*")
NEXT_WORD: Final = 4
"""Characters behind a line in which the next one begins, its blanks left out."""


def headlines(page: Page) -> Iterator[Finding]:
    """One finding for each line at the top that a name opens or ends and that claims something.

    Wherever it stands, a line behind a name is one that is quoted as a whole.
    """
    if has_labelled_turns(page):
        return
    nobodys = colons_of_nobody(page)
    for item in dialogue_in(page).openings:
        rest = rest_of_line(page.text, item)
        colon, named = item.colon, item.standing in {"person", "name"} and item.colon not in nobodys
        if colon and named and (is_quoted_sentence(page, item, rest) or is_news(page, item, rest)):
            start, end = item.label
            who = told_behind(page.text[start:end])
            yield Finding(content=(rest,), cue=(colon,), source=((start, start + len(who)),))
    for match in BEHIND.finditer(page.text):
        said = match.span("said")
        who = speaker_behind(page, said, match["who"], ends=not match["more"])
        if who:
            start = match.start("who")
            yield Finding((said,), (match.span("colon"),), ((start, start + len(who)),))


def speaker_behind(page: Page, said: Range, words: str, *, ends: bool) -> str:
    """Whoever of the *words* behind a colon said what stands before it; nobody where that is no claim.

    Behind marks a person counts wherever their line *ends*, unless the marks hold the title of a work.
    """
    if not is_quoted(page, said):
        told = claims(page.text[slice(*said)], named_first=False) or ends_in_marks(page, said)
        claimed = ends and is_at_top(page, said) and told
        return words if claimed and could_speak(words) else ""
    who = told_behind(words)
    if ends and could_speak(head_of(who)):
        return who
    return "" if is_title_of_work(page.text[slice(*said)]) else person_opening(who)


def person_opening(words: str) -> str:
    """The full name that *words* open with, what its bearer is before it ("lifeguard Ada Lund at sea")."""
    known = every_language()
    added = known.function_words.link - known.function_words.origin
    found = words.split(" ")
    at = next((at for at, word in enumerate(found) if word in added), len(found))
    first = next((at for at, word in enumerate(found[:at]) if word[:1].isupper()), at)
    name, before = found[first:at], found[max(first - 1, 0) : first]
    known_by = name[:1] and (name[0].casefold() in known.first_names or not known.roles.isdisjoint(before))
    full = len(name) > 1 and first <= OFFICE and known_by and names_somebody(" ".join(name))
    return " ".join(found[:at]) if full else ""


def rest_of_line(text: str, item: Opening) -> Range:
    """The rest of the line that a label opens."""
    match = REST.match(text, item.said)
    end = match.end() if match else item.said
    return item.said, item.said + len(text[item.said : end].rstrip(" \t*_"))


def is_news(page: Page, item: Opening, rest: Range) -> bool:
    """Whether the rest of a line at the top claims something as headlines do, without a full stop.

    A line with which the next one goes on is none ("Borage: its flowers go into⏎drinks.").
    """
    words = page.text[slice(*rest)]
    closed = words[-1:] in {".", "!", ":", ";", ""} or words[:1] in set("\"“‘'«")
    wrapped = page.text[rest[1] : rest[1] + NEXT_WORD].lstrip()[:1].islower()
    told = is_at_top(page, item.label) and not item.stamped and not closed and not wrapped
    return told and claims(words, named_first=True)


def is_at_top(page: Page, place: Range) -> bool:
    """Whether *place* is in the first paragraphs of a text."""
    return page.paragraph_number(place[0]) < TOP


def claims(said: str, *, named_first: bool) -> bool:
    """Whether words say something of what is, will be or must be."""
    known = every_language()
    words = said.casefold().split()
    verbs = known.claim_verbs | (known.function_words.infinitive if named_first else frozenset())
    return SHORTEST <= len(words) <= LONGEST and not verbs.isdisjoint(words[1:])


def ends_in_marks(page: Page, said: Range) -> bool:
    """Whether the last words of *said* stand in marks and are no name: a claim that leaves out its verb.

    Behind an article or a preposition they are a part of a title ("Recipe for ‘proper chips’").
    """
    known = every_language().function_words
    marks = (mark for mark in page.marks_from(said[0] + 1, said[1]) if mark.end == said[1])
    last = next((mark for mark in marks if mark.text[1:2].islower()), None)
    before = page.text[said[0] : last.start].split() if last is not None else []
    return bool(before) and before[-1].casefold() not in known.link | known.article


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
    """Whether words are the name or the office of somebody, or something that can be cited.

    An article before a document introduces the document itself, its title in marks ("“Salt”: a novel").
    """
    known, words = every_language(), who.casefold().split()
    introduced = not known.function_words.article.isdisjoint(words)
    cited = frozenset() if introduced else known.document_nouns
    nouns = (known.roles, known.organisations, known.group_nouns, cited)
    return any(not group.isdisjoint(words[-1:]) for group in nouns) or names_somebody(who)
