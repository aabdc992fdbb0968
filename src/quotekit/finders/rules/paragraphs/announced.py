"""What a colon announces and the layout sets apart: the items of a list, a block of its own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.messages.replies import quoted_blocks, said_in_lines
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
from quotekit.finders.rules.clauses.nouns import owner_of
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_before
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.compound_verbs import is_put_object
from quotekit.parse.grammar import (
    function_words_for,
    is_finite_form,
    is_verb_part,
    is_verbal,
    labels_for,
    ranges,
    runs_of_tokens,
    subject,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.records import Kind
from quotekit.text.page import Page
from quotekit.text.punctuation import BEFORE_CLOSER, ITEM_SIGN
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announced_blocks", "announced_items", "stated_paragraphs"]

NEXT_LINE = re.compile(r"\s*\n(?=[ \t]*\S)")
SET_APART = re.compile(r"[ \t]*\n\s*")
LABEL_BEFORE = re.compile(
    r"[^\W\d_][^\n:.!?]{0,60}?(?::|[ \t][—–-])[ \t]*|\[[^\n\]]{1,60}\]\([^\n)]{1,80}\):?[ \t]*"
)
"""A label with its sign, perhaps as a link, up to a quotation."""
CLOSING = re.compile(r"[.,;!?]?[ \t]*")
LABEL = re.compile(rf"[^\n:]{{1,60}}:[ \t]|[-*•>—–]|[^\W\d_]{{2,3}}>|https?:|^{ITEM_SIGN}\S", re.MULTILINE)


@frozen
class Announcement:
    """A sentence that ends in a colon and tells who says what follows.

    Attributes:
        end: Offset behind the colon.
        cue: Where its cue stands.
        source: Where its source stands.
        reports: Whether its cue is a verb or noun of speech, so that no quotation marks are needed.
    """

    end: int
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    reports: bool


def announced_items(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each item of a list that a colon announces.

    An item in quotation marks needs no verb of speech: to list words of somebody is to quote them.
    """
    for announcement in announcements(parsed):
        items = list(items_of_list(parsed.text, announcement.end, parsed.lang))
        for start, end in items_of_announcer(parsed, items):
            if has_own_label(parsed, (start, end)):
                continue
            last = end_of_opening_marks(parsed, start)
            if last is not None and CLOSING.fullmatch(parsed.text, last, end) is not None:
                yield given_to_announcer(announcement, ((start, last),), "direct")
            elif announcement.reports:
                yield given_to_announcer(announcement, ((start, end),), "indirect")


def end_of_opening_marks(parsed: ParsedPage, start: int) -> int | None:
    """Where the quotation ends that begins at *start*, or None where none does."""
    return next((mark.end for mark in parsed.page.marks_from(start, start + 1)), None)


def items_of_announcer(parsed: ParsedPage, items: Sequence[Range]) -> Sequence[Range]:
    """Those *items* that no cue of their own gives to somebody else.

    Behind an announced one such a cue tells of a conversation, in which others answer the first turn.
    """
    own = [item for item in items if not is_told_turn(parsed, item)]
    return own[:1] if own[:1] == items[:1] and len(own) < len(items) else own


def is_told_turn(parsed: ParsedPage, item: Range) -> bool:
    """Whether a verb of saying stands behind a quotation that opens an item ("— “No,” said Ann")."""
    last = end_of_opening_marks(parsed, item[0])
    if last is None or parsed.text[last - 2] not in BEFORE_CLOSER:
        return False
    verbs = map(parsed.verb, parsed.tokens[slice(*parsed.words(last, item[1]))])
    return any(verb is not None and verb.says for verb in verbs)


def has_own_label(parsed: ParsedPage, item: Range) -> bool:
    """Whether a label and a colon or a dash stand before the quotation of an item ("Ann: “No.”")."""
    mark = next(iter(parsed.page.marks_from(*item)), None)
    return mark is not None and LABEL_BEFORE.fullmatch(parsed.text, item[0], mark.start) is not None


@cache
def item_pattern(lang: str) -> re.Pattern[str]:
    """Matches an item of a list, up to the comma and the "and" at its end."""
    words = language_of(lang).function_words.listing
    joined = f"(?: (?:{'|'.join(map(re.escape, sorted(words)))}))?" if words else ""
    return re.compile(rf"^{ITEM_SIGN}(?P<item>\S[^\n]*?)(?:[;,]{joined})?[ \t]*$", re.MULTILINE)


def items_of_list(text: str, start: int, lang: str) -> Iterator[Range]:
    """The items of the list that begins behind *start*, one on each line."""
    while (line := NEXT_LINE.match(text, start)) is not None:
        item = item_pattern(lang).match(text, line.end())
        if item is None:
            return
        yield item.span("item")
        start = item.end()


def announced_blocks(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for the paragraphs without marks that a colon at the end of another announces.

    Behind the first of them those go on that are indented like it, or that speak of "me" or "us".
    """
    openings = parsed.page.openings
    place = {bounds[0]: index for index, bounds in enumerate(parsed.page.passages)}
    for announcement in announcements(parsed):
        behind = SET_APART.match(parsed.text, announcement.end)
        quoted = quoted_lines_from(parsed.page, behind.end()) if behind is not None else ()
        if quoted and announcement.reports:
            yield given_to_announcer(announcement, quoted, "direct")
            continue
        index = place.get(behind.end()) if behind is not None else None
        if index is None or not announcement.reports:
            continue
        block = [parsed.page.passages[index]]
        if block[0][0] in openings or not can_open_block(parsed, block[0]):
            continue
        for number in range(index + 1, len(parsed.page.passages)):
            last, following = parsed.page.passages[number - 1 : number + 1]
            if following[0] in openings or not belongs_to_block(parsed, last, following):
                break
            block.append(following)
        yield given_to_announcer(announcement, tuple(block), "direct")


def stated_paragraphs(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each quotation alone in its paragraph that the sentence before it says to be put so.

    "Ode put it bluntly after the match." needs no colon, since "it" is what follows.
    """
    passages = parsed.page.passages
    for last, following in pairwise(passages):
        mark = parsed.page.openings.get(following[0])
        if mark is None or parsed.text[mark.end : following[1]].strip():
            continue
        words = sentence_before(parsed, (parsed.words(*last)[0], parsed.words(*last)[1] - 1))
        for verb in parsed.tokens[slice(*words)]:
            if is_put_into_words(verb):
                cue, source = (
                    ranges(parsed.doc, runs_of_tokens(verb_group(verb))),
                    ranges(parsed.doc, source_of(verb)),
                )
                yield Finding(((mark.start, mark.end),), cue, source, fixed="direct")


def is_put_into_words(verb: Token) -> bool:
    """Whether *verb* says of something how it was put, and not where ("put it on the shelf")."""
    done = next(filter(is_put_object, verb.children), None)
    placed = done is not None and verb.doc[done.i + 1].pos_ == "ADP"
    return done is not None and not placed and subject(verb) is not None


def is_labelled(text: str, paragraph: Range) -> bool:
    """Whether a paragraph opens with a label, a link, or the sign of a list's item or of a turn."""
    return LABEL.match(text, *paragraph) is not None


def quoted_lines_from(page: Page, start: int) -> tuple[Range, ...]:
    """What the quoted lines ("> ...") say whose block begins at *start*.

    Behind a sign alone those of another level stand, which the layout parts ("> ⏎ > > No.").
    """
    if not page.text.startswith(">", start):
        return ()
    said = tuple(said_in_lines(next(quoted_blocks(page, start), [])))
    return () if any(page.text[slice(*span)].lstrip().startswith(">") for span in said) else said


def can_open_block(parsed: ParsedPage, paragraph: Range) -> bool:
    """Whether a paragraph has words, and is no labelled one, no quoted lines and no heading of turns."""
    worded = any(map(str.isalpha, parsed.text[slice(*paragraph)]))
    worded = worded and not parsed.text.startswith(">", paragraph[0])
    return worded and not is_labelled(parsed.text, paragraph) and not heads_turns(parsed, paragraph)


def heads_turns(parsed: ParsedPage, paragraph: Range) -> bool:
    """Whether a paragraph is a heading in capitals among labelled turns ("DIRECT EXAMINATION")."""
    return parsed.text[slice(*paragraph)].isupper() and has_labelled_turns(parsed.page)


def belongs_to_block(parsed: ParsedPage, last: Range, following: Range) -> bool:
    """Whether a paragraph belongs to the same block as the *last* one."""
    text = parsed.text
    if is_labelled(text, following) or parsed.page.marks_from(last[1], following[1]):
        return False
    indents = [len(text[:start].rpartition("\n")[2]) for start, _ in (last, following)]
    if indents[0] >= 2 or indents[1] >= 2:
        return indents[0] == indents[1]
    first = {word.form for word in language_of(parsed.lang).pronouns.values() if word.kind == "first"}
    return not first.isdisjoint(re.findall(r"\w+", text[slice(*following)].casefold()))


def given_to_announcer(announcement: Announcement, content: tuple[Range, ...], kind: Kind) -> Finding:
    """*content*, given to whoever the announcement names."""
    return Finding(content, announcement.cue, announcement.source, fixed=kind)


def announcements(parsed: ParsedPage) -> Iterator[Announcement]:
    """Every sentence whose colon ends its line, with its cue and its source."""
    doc = parsed.doc
    for colon in re.finditer(r":(?=[ \t]*\n)", parsed.text):
        words = parsed.words(parsed.page.passage_around(colon.start())[0], colon.start())
        first, last = sentence_before(parsed, words)
        tokens = [doc[index] for index in range(last - 1, first - 1, -1)]
        verb = next((word for word in tokens if is_speech_verb(parsed, word)), None)
        nouns = (word for word in tokens if is_speech_noun(parsed, word))
        noun = next((word for word in nouns if not is_beside(word, tokens)), None)
        other = next((word for word in tokens if is_full_verb(word)), None)
        if verb is not None or (noun is None and other is not None):
            cue = verb or other
            assert cue is not None  # noqa: S101
            source = ranges(doc, source_of(cue))
            yield Announcement(
                colon.end(), ranges(doc, runs_of_tokens(verb_group(cue))), source, verb is not None
            )
        elif noun is not None:
            owner = owner_of(noun)
            source = ranges(doc, (owner,)) if owner is not None else ()
            yield Announcement(colon.end(), ranges(doc, ((noun.i, noun.i + 1),)), source, reports=True)


def is_speech_verb(parsed: ParsedPage, word: Token) -> bool:
    """Whether *word* is a verb that reports speech, or says of a text how it goes.

    What only points back says nothing ("That said, there are three:").
    """
    if not is_verbal(word) or is_verb_part(word) or lacks_put_object(word):
        return False
    doer, known, words = subject(word), parsed.verb(word), function_words_for(word)
    if doer is None or lemma(word) in words.wording:
        return doer is not None
    speaks = known is not None and known.act == "speech" and doer.lower_ not in words.pointing
    return known is not None and speaks and not known.frames.isdisjoint(announcing_frames(word))


def announcing_frames(verb: Token) -> tuple[str, ...]:
    """The constructions by which *verb* reports what stands behind a colon.

    They are its marks, and that of the word before the colon, of which each item is a clause ("found that:").
    """
    last = next((word for word in verb.sent[verb.i - verb.sent.start :] if word.text == ":"), None)
    opening = (
        language_of(verb.lang_).clause_openers.get(verb.doc[last.i - 1].lower_) if last is not None else None
    )
    return ("marks",) if opening is None else ("marks", opening)


def is_beside(noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun below a preposition only tells where something is ("Below her words is a drawing:")."""
    below = noun.dep_ in labels_for(noun).prepositional_objects
    return below and any(is_finite_form(word) for word in tokens)


def is_speech_noun(parsed: ParsedPage, word: Token) -> bool:
    """Whether *word* is a noun of speech that stands with whoever spoke."""
    nouns = language_of(parsed.lang).cue_nouns
    return word.pos_ == "NOUN" and nouns.get(lemma(word)) == "speech" and owner_of(word) is not None


def lacks_put_object(word: Token) -> bool:
    """Whether a verb that reports by an impersonal object has none ("put" in a file)."""
    putting = function_words_for(word).putting
    return lemma(word) in putting and not any(map(is_put_object, word.children))


def is_full_verb(word: Token) -> bool:
    """Whether *word* is a full verb with a subject of its own."""
    return word.pos_ == "VERB" and not is_verb_part(word) and subject(word) is not None
