"""A name under or beside a quotation: "…" — Mara Ode; or Mara Ode, 34; posts, which need no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.credits.works import is_title_of_work
from quotekit.finders.layouts.labels.readings import describes_somebody, standing_of_label
from quotekit.finders.layouts.turns.staging import is_staging
from quotekit.language import every_language
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.punctuation import STOPS
from quotekit.text.ranges import Range
from quotekit.text.sentences import BRACKETS, end_in
from quotekit.text.words import UPPER

__all__ = ["signed_posts", "signed_quotations"]

SIGNATURE = re.compile(
    r"[*_]{0,3}\s{0,4}(?:(?:https?://|pic\.)\S{1,80}\s{1,2})?(?P<dash>[—―–]|--?|~)[ \t\u00a0]*"
    r"(?P<wrap>\n[ \t]*)?(?P<name>[^\W\d_][^\n,(—―–@]{0,60}?)(?<!-)[ \t\u00a0]*"
    r"(?:(?<=[^\W\d_]{3})\.[ \t\u00a0]*(?=\n|$))?(?=[,(\n]|$|[—―–@])"
)
POST = re.compile(r"(?P<dash>[—―–-]{1,2})[ \t\u00a0]*(?P<name>[^\W\d_][^\n,(@]{0,60}?)[ \t]*\(@\w{1,40}\)")

WORD = re.compile(r"[^\W\d_]+")
NAME = r"(?P<name>(?:[^\W\d_]\.[ ]?){0,3}[^\W\d_](?:[^\n,.:;!?\d(—–*_]|(?<=\b[^\W\d_])\.){2,60})"
"""A name, perhaps with initials in front or within."""
BELOW = re.compile(
    r"[*_]{0,3}[ \t]*\n(?P<indent>[ \t]*)(?:\n(?P<apart>[ \t]*))?(?P<strong>\*{1,3}|_{1,2})?"
    + NAME
    + r"[*_]{0,3}(?P<age>,[ \t]*\(?\d{1,3}\)?)?"
    rf"(?P<work>,[ \t]+[*_“\"]{{0,2}}(?-i:[{UPPER}])[^\n.!?:]{{2,60}})?(?:,[^\n.!?:;]{{2,60}})?[ \t]*(?=\n|$)"
)
"""A line that is a name, perhaps in emphasis or with the age, a work, and what else is told in a word."""
TOLD_BELOW = re.compile(r"(?:\n[ \t]*[^\n.!?:;“”\"]{2,60}){0,2}\s*")
"""At most two lines under a name, which say what somebody is."""
ABOVE = re.compile(
    r"(?:\A|\n)[ \t]*[*_]{0,3}" + NAME + r"[*_]{0,3}(?P<age>,[ \t]*\(?\d{1,3}\)?)?"
    r"(?P<office>,[^\n.!?:]{2,60})?[*_]{0,3}[ \t]*\n(?P<apart>[ \t]*\n)?[ \t]*\Z"
)
"""The same, with the age or what somebody is, as the line above."""
LONGEST_ABOVE = 200
"""Characters of such a line and the blank one under it, at most."""
IN_BRACKETS = re.compile(r"[*_]{0,3}[ \t]*(?:\n[ \t]*)?\(" + NAME + r"(?:,[^\n()]{2,60})?\)[ \t]*(?=\n|$)")
"""A name in brackets that ends the line or is the next one."""
BESIDE = re.compile(
    r"[ \t]+(?P<name>(?=[^\W\d_a-zß-ÿ])[^\n,.:;!?(—–“”\"]{2,50})(?:,[^\n.!?:“”\"]{2,60})?[ \t]*(?=\n|$)"
)
"""A name behind a quotation, with which the line ends."""
WITHIN = re.compile(
    r"[ \t\u00a0]*(?:(?P<dash>[—―–]|--?)[ \t\u00a0]*(?P<name>[^\W\d_][^\n,.:;!?(—–―“”\"]{2,50})"
    r"|\((?P<named>[^\W\d_][^\n,.:;!?()—–―“”\"]{2,50})\))\.(?=\s|\Z)"
)
"""A name behind a dash or in brackets that ends a sentence within its line."""
BEFORE_SENTENCE = re.compile(rf"(?:^|\n)\s*\Z|{end_in(STOPS + ':', BRACKETS).pattern}")
"""What stands before a sentence: the end of another, a colon, or the start of a line."""
BEFORE = 8
"""Characters before a quotation, or at the end of its line, in which such an end is looked for, with marks
and blanks behind it; a guess."""
LITTLE = 3
"""Letters of a word, at most, that needs no capital in a name ("of", "van", "the"); a guess."""
ON_NEXT_LINE = re.compile(r"[*_]{0,3}[ \t]*\n[ \t]*[*_]{0,3}")
"""What stands between two quotations on lines of their own."""
INDENT = 4
"""Blanks before a line that is set to the right under a quotation, at least."""


def signed_quotations(page: Page) -> Iterator[Finding]:
    """One finding for each quotation that a signature follows on its line or under it, or stands over."""
    beside, signed = signed_beside(page), set[Range]()
    for mark in page.outermost_marks:
        match = signature_behind(page, mark) if mark.closed else None
        if match is not None and (is_next_item(page, mark, match) or is_within_sentence(page, mark, match)):
            continue
        within = signed_within(page, mark) if mark.closed else None
        if match is not None and (is_capitalised_name(match["name"]) or is_described(page, mark, match)):
            yield from signed_by(match, (*marks_over(page, mark, match), mark))
        elif within is not None:
            cue = (within.span("dash"),) if within["dash"] else ()
            yield Finding(((mark.start, mark.end),), cue, (within.span("name" if cue else "named"),))
        elif match is None and mark.closed and heads_paragraph(page, mark):
            above = signed_above(page, mark)
            over = None if above in signed else above
            name = beside.get(mark.start) or over or signed_under(page, mark.end)
            if name is not None:
                signed.add(name)
                yield Finding(content=((mark.start, mark.end),), source=(name,))


def signed_by(match: re.Match[str], marks: Sequence[MarkedSpan]) -> Iterator[Finding]:
    """A finding for each of *marks* that is no title, by the signature that *match* is."""
    dash, name = match.span("dash"), match.span("name")
    for mark in marks:
        if not is_title_of_work(mark.text):
            yield Finding(((mark.start, mark.end),), (dash,), (name,), fixed="direct")


def signature_behind(page: Page, mark: MarkedSpan) -> re.Match[str] | None:
    """The signature behind a quotation; a name that is wrapped to the next line must be a full one's."""
    match = SIGNATURE.match(page.text, mark.end)
    if match is None or match["wrap"] is None:
        return match
    line = page.text.rfind("\n", 0, match.start("dash")) + 1
    own_line = page.text[line : match.start("dash")].strip()
    known = standing_of_label(match["name"]) in {"person", "name"} and " " in match["name"]
    return match if own_line and known and not stands_behind_words(page, mark) else None


def marks_over(page: Page, mark: MarkedSpan, match: re.Match[str]) -> Sequence[MarkedSpan]:
    """The quotations over *mark* in its block, on lines of their own, if its signature has such a line too.

    Where somebody tells more between them, it is a tale that is signed.
    """
    if "\n" not in match[0][: match.start("dash") - match.start()]:
        return ()
    over, first = list[MarkedSpan](), mark
    block = page.text.rfind("\n\n", 0, mark.start) + 1
    for one in reversed(page.marks_from(block, mark.start)):
        if one.depth == 0:
            if not (one.closed and ON_NEXT_LINE.fullmatch(page.text, one.end, first.start)):
                return ()
            over.append(one)
            first = one
    before = page.text[page.text.rfind("\n", 0, first.start) + 1 : first.start]
    return () if before.strip("*_ \t") else over[::-1]


def heads_paragraph(page: Page, mark: MarkedSpan) -> bool:
    """Whether a paragraph begins with *mark*, perhaps behind signs of emphasis."""
    start = mark.start
    while start and page.text[start - 1] in "*_":
        start -= 1
    return page.opens_paragraph(start)


def is_next_item(page: Page, mark: MarkedSpan, match: re.Match[str]) -> bool:
    """Whether what looks like the dash of a signature opens an item of a list.

    Either *mark* stands in it, or another item is right below.
    """
    line = page.text[page.text.rfind("\n", 0, mark.start) + 1 : mark.start].lstrip()
    item = f"{match['dash']} "
    is_below = "\n" in match[0][: match.start("dash") - match.start()]
    return is_below and (line.startswith(item) or page.text.startswith(f"\n{item}", match.end()))


def is_within_sentence(page: Page, mark: MarkedSpan, match: re.Match[str]) -> bool:
    """Whether a sentence that begins on the line before *mark* takes it in ("he called it “a joke” — Ada").

    It does where the words in marks are a name or open with a small letter, or where it goes on to its stop
    behind the name.
    """
    if not stands_behind_words(page, mark):
        return False
    below = page.text.find("\n", match.end())
    end = below if below >= 0 else len(page.text)
    rest = page.text[max(match.end(), end - BEFORE) : end].rstrip()
    return not opens_as_sentence(mark.text) or rest.endswith(tuple(STOPS))


def stands_behind_words(page: Page, mark: MarkedSpan) -> bool:
    """Whether words of the sentence of *mark* stand before it on its line."""
    line = range(page.text.rfind("\n", 0, mark.start) + 1, mark.start)
    return not opens_sentence_of_line(page, mark) and any(page.text[at].isalpha() for at in line)


def opens_as_sentence(marked: str) -> bool:
    """Whether words in marks open with a capital and have small letters too, unlike names and titles."""
    first, *others = WORD.findall(marked) or [""]
    return first[:1].isupper() and any(word[0].islower() for word in others)


def opens_sentence_of_line(page: Page, mark: MarkedSpan) -> bool:
    """Whether a sentence, or what a colon announces, begins with *mark*."""
    return BEFORE_SENTENCE.search(page.text[max(0, mark.start - BEFORE) : mark.start]) is not None


def is_described(page: Page, mark: MarkedSpan, match: re.Match[str]) -> bool:
    """Whether a signature describes somebody under words that open their paragraph ("the harbour museum")."""
    return heads_paragraph(page, mark) and describes_somebody(match["name"])


def signed_within(page: Page, mark: MarkedSpan) -> re.Match[str] | None:
    """The signature of a quotation that is a sentence of its own, at the end of that sentence."""
    match = WITHIN.match(page.text, mark.end)
    if match is None or not opens_sentence_of_line(page, mark):
        return None
    name = match["name"] or match["named"]
    standing = standing_of_label(name)
    full = standing == "person" or (standing == "name" and " " in name)
    return match if (full or describes_somebody(name)) and not is_title_of_work(mark.text) else None


def signed_beside(page: Page) -> Mapping[int, Range]:
    """The names behind quotations on their lines, by where these begin; where there are several: blurbs."""
    found = {
        mark.start: match
        for mark in page.outermost_marks
        if mark.closed
        and page.opens_paragraph(mark.start)
        and (match := BESIDE.match(page.text, mark.end))
        and page.paragraph_around(mark.start)[1] <= match.end()
    }
    named = sum(is_capitalised_name(match["name"]) for match in found.values())
    several = len(found) > 1 and 2 * named >= len(found)
    return {start: match.span("name") for start, match in found.items()} if several else {}


def signed_under(page: Page, end: int) -> Range | None:
    """The name under a quotation that ends at *end*, or in brackets behind it."""
    return signed_below(page, end) or signed_in_brackets(page, end)


def signed_below(page: Page, end: int) -> Range | None:
    """The name on the line under a quotation that opens its paragraph and ends at *end*.

    Without a dash the name must be known as somebody's, or an age, a work, or on the next line what somebody
    is, must stand behind it, or it must be set to the right; further below a name in emphasis heads what
    follows.
    """
    match = BELOW.match(page.text, end)
    if match is None or not is_capitalised_name(match["name"]):
        return None
    told = TOLD_BELOW.fullmatch(page.text, match.end(), page.paragraph_around(match.start("name"))[1])
    if told is None:
        return None
    if match["strong"] and match["apart"] is not None:
        return None
    standing = standing_of_label(match["name"])
    full = standing == "name" and " " in match["name"]
    indented = len(match["apart"] or match["indent"]) >= INDENT
    apposed = match["work"] or indented or tells_calling(match["name"], told[0].strip())
    signed = match["age"] or standing == "person" or (full and apposed)
    return match.span("name") if signed else None


def tells_calling(name: str, line: str) -> bool:
    """Whether a *line* under a *name* begins with a small letter, and not with "by" or "on".

    The name begins with one that people have, or the line has a word for what somebody is; titles and places
    have neither ("New York ⏎ late summer").
    """
    words, known = WORD.findall(line), every_language()
    if not words or not line[0].islower() or words[0] in known.function_words.link:
        return False
    return name.split(maxsplit=1)[0].casefold() in known.first_names or not known.roles.isdisjoint(words)


def signed_above(page: Page, mark: MarkedSpan) -> Range | None:
    """The name on the line over a quotation that is its whole paragraph.

    An age must stand behind it; somebody who is known may have an office instead, or nothing right over it.
    """
    before = max(0, mark.start - LONGEST_ABOVE)
    match = ABOVE.search(page.text[before : mark.start])
    if match is None or page.paragraph_around(mark.start)[1] > mark.end:
        return None
    known = standing_of_label(match["name"]) == "person" and " " in match["name"]
    headed = match["age"] or (known and (match["office"] or match["apart"] is None))
    start, end = match.span("name")
    return (before + start, before + end) if headed and is_capitalised_name(match["name"]) else None


def signed_in_brackets(page: Page, end: int) -> Range | None:
    """The name in brackets behind or under a quotation that opens its paragraph and ends at *end*."""
    match = IN_BRACKETS.match(page.text, end)
    if match is None or is_staging(page.text, match.start("name")):
        return None
    words = match["name"].split()
    article = words[0].casefold() in every_language().function_words.name_article
    standing = standing_of_label(match["name"])
    named = standing == "person" or (standing == "name" and len(words) > 1 and not article)
    return match.span("name") if named else None


def signed_posts(page: Page) -> Iterator[Finding]:
    """One finding for each paragraph without marks under which a name and its handle stand."""
    for (start, end), (first, last) in pairwise(page.paragraphs):
        match = POST.match(page.text, first, last)
        if match is not None and start not in page.openings:
            dash, name = match.span("dash"), match.span("name")
            yield Finding(((start, end),), (dash,), (name,), fixed="direct")


def is_capitalised_name(words: str) -> bool:
    """Whether every longer word is capitalised."""
    return all(word[0].isupper() or len(word) <= LITTLE for word in words.split()) and words[0].isupper()
