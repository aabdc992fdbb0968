"""Reports that are set into what they report, by the pauses around them: "The wall, Bakker said, leaks".

Parsers often lose their way here; pauses, a subject and a verb of reporting tell enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quotekit.finders.finding import Finding
from quotekit.finders.page_memory import kept_with_page
from quotekit.finders.rules.insertions.places import (
    Insertion,
    governing,
    insertion,
    is_circumstance,
    is_extended,
    is_relative_tag,
    tells_when,
)
from quotekit.finders.rules.insertions.sequels import (
    REACH,
    asks_of_subject,
    has_finite_verb,
    is_finished_clause,
    lacks_rest,
    resumes_clause,
    trails_report,
    turns_to_another,
)
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.language import language_of
from quotekit.parse.grammar import (
    Words,
    function_words_for,
    is_coordinating,
    is_verbal,
    labels_for,
    ranges,
    runs_of_tokens,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS, MARKS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["appended_reports", "inserted_reports", "unconnected"]

GOVERNING: Final = frozenset({"VERB", "ADJ"})
"""Parts of speech of what governs a question, where a noun has a relative clause."""

BOTH: Final = 2
"""Stretches of a content that goes on behind an insertion."""


@frozen
class Room:
    """Where what an insertion reports begins and ends, because another insertion reports the rest.

    Attributes:
        opening: The conjunction before it.
        closing: The conjunction behind it.
    """

    opening: int | None = None
    closing: int | None = None


def inserted_reports(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of reporting that is set, with its subject, into a clause that it reports."""
    return (item for item, is_behind in between_pauses(parsed) if not is_behind)


def appended_reports(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each that stands so behind a whole clause, which may go on with what is behind it."""
    return (item for item, is_behind in between_pauses(parsed) if is_behind)


@kept_with_page
def between_pauses(parsed: ParsedPage) -> Sequence[tuple[Finding, bool]]:
    """What `reports_between_pauses` gives; two rules ask."""
    return tuple(reports_between_pauses(parsed))


def reports_between_pauses(parsed: ParsedPage) -> Iterator[tuple[Finding, bool]]:
    """The findings by pauses, each with whether its cue stands behind a clause that is whole."""
    places = [(verb, place) for verb in parsed.tokens if (place := insertion_by(parsed, verb)) is not None]
    joints = joints_between(parsed.doc, [place for _, place in places])
    for number, (verb, place) in enumerate(places):
        room = Room(joints.get(number), joints.get(number + 1))
        content = tuple(words_around_insertion(parsed, place, room))
        reports = any(has_finite_verb(parsed.doc, words) for words in content)
        if reports and not tells_when(parsed.doc, verb, content):
            own = (*range(governing(verb).i, verb.i), *verb_group(verb))
            cue = sorted({i for i in own if place.source[1] <= i < place.last}) or [verb.i]
            item = Finding(
                content=ranges(parsed.doc, content),
                cue=ranges(parsed.doc, runs_of_tokens(cue)),
                source=ranges(parsed.doc, (place.source,)),
            )
            trails = is_trailed(parsed, content, place, room)
            yield item, trails or stands_behind_clause(parsed.doc, content, place)


def stands_behind_clause(doc: Doc, content: Sequence[Words], place: Insertion) -> bool:
    """Whether an insertion parts a whole clause from what need not belong to it.

    Where it tells more than who said it ("said on Monday, | with") the author goes on in 147 of 190 such
    sentences of the training part of PolNeAR, right behind the verb or its subject in 161 of 349.
    """
    if len(content) < BOTH or content[0][1] > place.first or not is_extended(doc, place):
        return False
    front, back = content
    goes_on = doc[back[0]].is_quote or resumes_clause(doc, front, back)
    return is_finished_clause(doc, front) and not goes_on


def is_trailed(parsed: ParsedPage, content: Sequence[Words], place: Insertion, room: Room) -> bool:
    """Whether all of *content* stands in front of an insertion, and what trails behind it was left out."""
    rest = rest_behind(parsed, place, room)
    if rest is None or len(content) == BOTH:
        return False
    return content[0][1] <= place.first and is_trailed_by(parsed, place, content[0], rest)


def is_trailed_by(parsed: ParsedPage, place: Insertion, before: Words, rest: Words) -> bool:
    """Whether a whole clause stands *before* an insertion, and in the *rest* what trails the report."""
    words = (rest[0], sentence_end(parsed, *rest))
    whole = is_finished_clause(parsed.doc, before) and is_extended(parsed.doc, place)
    return whole and trails_report(parsed.doc, words)


def insertion_by(parsed: ParsedPage, verb: Token) -> Insertion | None:
    """Where *verb*, if it is one of reporting, is set in with a subject before it."""
    known = parsed.verb(verb)
    return insertion(verb) if known is not None and "insert" in known.frames else None


def joints_between(doc: Doc, places: Sequence[Insertion]) -> dict[int, int]:
    """By the number of the later one, the conjunction between what two insertions of a sentence report.

    "The wall, Bakker said, leaks, and the roof, Holm said, does not."
    """
    found: dict[int, int] = {}
    for number, (first, second) in enumerate(pairwise(places), 1):
        between = range(first.last + 1, second.first - 1)
        if any(doc[i].text in CLAUSE_ENDS for i in range(first.last, second.first)):
            continue
        joint = next((i for i in between if is_coordinating(doc[i]) and doc[i - 1].text in PAUSES), None)
        if joint is not None:
            found[number] = joint
    return found


def words_around_insertion(parsed: ParsedPage, place: Insertion, room: Room) -> Iterator[Words]:
    """What of the sentence stands before an insertion, and behind it if that goes on with it."""
    doc = parsed.doc
    low = parsed.words_around(doc[place.first])[0]
    before = joined_before(
        doc, (start_of_reported(doc, place, max(low, (room.opening or -1) + 1)), place.first - 1)
    )
    if before is not None and not is_circumstance(doc, before, place):
        yield before
    rest = rest_behind(parsed, place, room)
    if rest is None or (not is_broken_by(doc, place, before) and turns_to_another(parsed, *rest)):
        return
    if before is not None and is_trailed_by(parsed, place, before, rest):
        return
    end, stop = rest
    while (
        end < stop
        and end - place.last < REACH
        and not ends_report(parsed, end, stop)
        and not is_join(doc, end)
    ):
        end += 1
    if end > place.last + 1:
        yield place.last + 1, end


def rest_behind(parsed: ParsedPage, place: Insertion, room: Room) -> Words | None:
    """What of the sentence stands behind an insertion and its second pause."""
    high, end = parsed.words_around(parsed.doc[place.first])[1], place.last + 1
    closing = high if room.closing is None else room.closing
    stop = min(closing, end_of_relative_clause(parsed.doc, place, high))
    return (end, stop) if parsed.doc[place.last].text in PAUSES and end < stop else None


def sentence_end(parsed: ParsedPage, index: int, stop: int) -> int:
    """Where the sentence, or a clause that something else is reported behind, ends from *index* on."""
    return next((i for i in range(index, stop) if ends_report(parsed, i, stop)), stop)


def is_broken_by(doc: Doc, place: Insertion, before: Words | None) -> bool:
    """Whether an insertion parts a verb from what belongs to it."""
    return lacks_rest(doc[place.first - 2]) or (before is not None and asks_of_subject(doc, before))


def end_of_relative_clause(doc: Doc, place: Insertion, high: int) -> int:
    """Where the clause ends whose relative pronoun an insertion stands behind ("which, Ode said, …")."""
    opening = relative_opening(doc, (max(0, place.first - REACH), place.first - 1))
    if opening is None:
        return high
    pronoun = next(word for word in doc[opening : place.first] if is_relative_tag(word))
    verb = pronoun.head if is_verbal(pronoun.head) else pronoun.head.head
    return high if verb.i < place.last else min(high, verb.right_edge.i + 1)


def start_of_reported(doc: Doc, place: Insertion, low: int) -> int:
    """The token from *low* on at which begins what of its sentence an insertion reports."""
    start, contrasting = place.first - 1, function_words_for(doc[place.first]).contrasting
    while start > low and place.first - start < REACH and doc[start - 1].text not in CLAUSE_ENDS | MARKS:
        start -= 1
        if doc[start].lower_ in contrasting and start > low and doc[start - 1].text == ",":
            break
    return unconnected(doc, (start, place.first - 1))


def ends_report(parsed: ParsedPage, index: int, stop: int) -> bool:
    """Whether a sentence ends at *index*, or a clause that something else is reported behind.

    What a semicolon or a colon adds is reported as well: in the training part of PolNeAR in all of three.
    """
    if parsed.tokens[index].text not in CLAUSE_ENDS:
        return False
    end = next((i for i in range(index, stop) if parsed.tokens[i].text in STOP_TOKENS), stop)
    known = (parsed.verb(token) for token in parsed.tokens[index + 1 : end])
    return end == index or any(verb is not None and verb.says for verb in known)


def is_join(doc: Doc, index: int) -> bool:
    """Whether a conjunction with a pause behind it announces the next insertion (", but, she added, …")."""
    joins = doc[index].lower_ in language_of(doc.lang_).conjunctions
    return joins and index + 1 < len(doc) and doc[index + 1].text in PAUSES


def unconnected(doc: Doc, words: Words) -> int:
    """The first of *words* behind those that tie them to what was said before."""
    start, end = words
    known = language_of(doc.lang_).connectives
    while start < end and (doc[start].lower_ in known or doc[start].text in PAUSES or doc[start].is_space):
        start += 1
    return start


def joined_before(doc: Doc, words: Words) -> Words | None:
    """What of the words before an insertion belongs to the report: of two clauses not the first one."""
    start, end = words
    if start >= end or doc[end - 1].text in MARKS or is_answered_question(doc, words):
        return None
    opening = relative_opening(doc, words)
    if opening is not None:
        return opening, end
    joins = end - start > 1 and doc[end - 1].lower_ in language_of(doc.lang_).conjunctions
    return None if joins else words


def relative_opening(doc: Doc, words: Words) -> int | None:
    """The token at which a relative clause opens in *words* that has no verb there ("a girl | whose father").

    What a preposition ties to the pronoun opens it behind a pause (", all | of whom").
    """
    start, pronoun = words[0], None
    for index in range(words[1] - 1, start - 1, -1):
        word = doc[index]
        if is_verbal(word):
            return pronoun
        if word.text in PAUSES:
            return index + 1 if pronoun is not None and doc[pronoun - 1].pos_ == "ADP" else pronoun
        pronoun = index if is_relative_tag(word) and not is_governed(word) else pronoun
    return pronoun


def is_governed(word: Token) -> bool:
    """Whether *word* opens a question that the word before it governs ("knows which", "is unclear who")."""
    return word.i > word.sent.start and word.nbor(-1).pos_ in GOVERNING


def is_answered_question(doc: Doc, words: Words) -> bool:
    """Whether *words* tell what the report answers ("When Holm asked whether it leaked, …")."""
    asking = language_of(doc.lang_).addressing_verbs
    first, labels = doc[words[0]], labels_for(doc[words[0]])
    opened = first.tag_ in labels.question_adverb_tags | labels.participle_tags
    return (opened or first.dep_ in labels.adverbial_clauses) and any(
        lemma(word) in asking for word in doc[words[0] : words[1]] if word.pos_ == "VERB"
    )
