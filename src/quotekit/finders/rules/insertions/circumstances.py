"""When, where and to whom something was said, between a verb and its subject: "a dit lundi Léa Roux".

They stand between a verb and the clause that it reports too: "a dit lundi à Brest que le pont est sûr".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.language import language_of
from quotekit.parse.grammar import NAMING, is_finite_form, is_verbal
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import DASHES, MARKS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["behind_circumstances", "behind_time", "clause_opening", "opens_circumstance"]

LONGEST: Final = 14
"""Tokens of such phrases, at most, all together; a guess."""


def behind_circumstances(doc: Doc, first: int) -> int:
    """The token behind the phrases from *first* on that say when, where or to whom; *first* where none does.

    An adverb stands among them too ("dit enfin Léa Roux"). Where they do not end before a subject, those
    that say where or to whom are none.
    """
    index, limit, sure = first, min(first + LONGEST, len(doc)), first
    while index < limit:
        end = index + 1 if is_adverb(doc[index]) else behind_time(doc, index)
        sure = end if index == sure else sure
        end = behind_place(doc, index, limit) if end == index else end
        if end == index:
            return index if opens_subject(doc[index]) else sure
        index = end
    return sure


def is_adverb(word: Token) -> bool:
    """Whether *word* is an adverb that stands beside verbs of reporting."""
    return word.pos_ == "ADV" and language_of(word.lang_).clitics.get(word.lower_) == "adverb"


def behind_time(doc: Doc, index: int) -> int:
    """The token behind a day, with the part of it and its date ("ce lundi soir", "mardi 12 mars").

    With an article it is a date or a longer time, and a subject follows ("le 22 mai Léa Roux", "l’an
    dernier Léa Roux"; not "la semaine de la presse").
    """
    words = language_of(doc.lang_).function_words
    near = doc[index].lower_ in words.nearness
    start = index + (near or doc[index].lower_ in words.article)
    if start >= len(doc) or not (is_time(doc[start]) or is_day_of_month(doc, start)):
        return index
    end = start + 1
    while end < len(doc) and (doc[end].lower_ in words.stretch | words.contrast or is_of_date(doc[end])):
        end += 1
    sure = start == index or (near and doc[start].lower_ not in words.period)
    return end if sure or (end < len(doc) and opens_subject(doc[end])) else index


def is_time(word: Token) -> bool:
    """Whether *word* is a day, a part of one, or a longer time."""
    words = language_of(word.lang_).function_words
    return word.lower_ in words.moment | words.stretch | words.period


def is_day_of_month(doc: Doc, index: int) -> bool:
    """Whether a number at *index* has a month behind it ("22 mai")."""
    return doc[index].is_digit and index + 1 < len(doc) and is_of_date(doc[index + 1])


def is_of_date(word: Token) -> bool:
    """Whether *word* is a number behind a day, or the month behind that."""
    month = word.is_lower and word.lower_ in language_of(word.lang_).capitalised_words and word.pos_ in NAMING
    return word.is_digit or (month and word.nbor(-1).is_digit)


def behind_place(doc: Doc, index: int, limit: int) -> int:
    """The token behind a preposition and what it governs, up to where a subject opens."""
    if not is_preposition(doc[index]):
        return index
    ends = list(possible_ends(doc, index + 1, limit))
    sure = (end for end in ends if opens_noun_phrase(doc[end]) or is_opening_of_name(doc[end]))
    return next(sure, ends[0] if ends else index)


def possible_ends(doc: Doc, first: int, limit: int) -> Iterator[int]:
    """The tokens from *first* on at which a subject, or when it was said, may open behind a phrase."""
    at = first + opens_noun_phrase(doc[min(first, limit - 1)])
    if at < limit and doc[at].text in MARKS:
        at = next((index for index in range(at + 1, limit) if doc[index].text in MARKS), limit)
    for end in range(at + 1, limit):
        before, word = doc[end - 1], doc[end]
        if word.text in PAUSES | STOP_TOKENS | MARKS or word.is_space:
            return
        opens = opens_subject(word) and may_end_phrase(before, word)
        if not must_go_on(before) and (opens or behind_time(doc, end) > end):
            yield end


def opens_circumstance(word: Token) -> bool:
    """Whether *word* may open what tells when, where or to whom: a day, or a preposition."""
    return is_preposition(word) or behind_time(word.doc, word.i) > word.i


def is_preposition(word: Token) -> bool:
    """Whether *word* is a preposition, whatever the parse takes it for."""
    return word.pos_ == "ADP" or word.lower_ in language_of(word.lang_).function_words.link


def must_go_on(word: Token) -> bool:
    """Whether a phrase cannot end in *word*: a preposition, a determiner, a hyphen."""
    return word.pos_ == "ADP" or opens_noun_phrase(word) or word.text in DASHES


def may_end_phrase(word: Token, behind: Token) -> bool:
    """Whether a phrase may end in *word*: no name that *behind* goes on, unless that is a first name."""
    closed = not word.text[:1].isupper() or word.is_upper
    return closed or opens_noun_phrase(behind) or is_opening_of_name(behind)


def is_opening_of_name(word: Token) -> bool:
    """Whether *word* is a first name with a capitalised word behind it, and no hyphen."""
    known = word.text[:1].isupper() and word.lower_.partition("-")[0] in language_of(word.lang_).first_names
    return known and word.i + 1 < len(word.doc) and word.nbor().text[:1].isupper()


def opens_noun_phrase(word: Token) -> bool:
    """Whether *word* is a determiner, whatever the parse takes it for."""
    words = language_of(word.lang_).function_words
    return word.is_lower and (word.pos_ == "DET" or word.lower_ in words.article | words.indefinite)


def opens_subject(word: Token) -> bool:
    """Whether *word* may open a subject: a determiner, or a capital of no preposition."""
    known = language_of(word.lang_).capitalised_words
    return opens_noun_phrase(word) or (word.text[:1].isupper() and word.lower_ not in known)


def clause_opening(parsed: ParsedPage, verb: Token, limit: int) -> int | None:
    """The token before *limit* that opens a reported clause: right behind *verb*, or behind what tells when.

    Where, to whom and whatever else two commas set off stand there too, but no verb; small parsers take
    many a name for one.
    """
    openers = language_of(parsed.lang).clause_openers
    aside = parsed.tokens[min(verb.i + 1, limit - 1)].text == ","
    for index in range(verb.i + 1, min(verb.i + LONGEST, limit)):
        word = parsed.tokens[index]
        if openers.get(word.lower_) == "that":
            return index if index == verb.i + 1 or opens_behind(parsed, verb, word) else None
        acts = is_finite_form(word) or (is_verbal(word) and word.is_lower)
        if acts or word.text in STOP_TOKENS or (word.text in PAUSES and not aside):
            return None
    return None


def ends_name(word: Token) -> bool:
    """Whether *word* has a capital, or is a number behind a word with one ("Europe | 1")."""
    capital = word.nbor(-1) if word.is_digit and word.i else word
    return capital.text[:1].isupper()


def opens_behind(parsed: ParsedPage, verb: Token, opener: Token) -> bool:
    """Whether *opener*, by the parse no relative pronoun, opens a clause behind what follows *verb*.

    Behind a name it is none, whatever the parse makes of it. What follows is set off by commas, or a phrase
    that tells when, where or to whom, perhaps with a title in marks, and no object (“a annoncé lundi le plan
    que …”, “dit à Paul le secret que …”). Behind an infinitive nothing may stand between, and no phrase
    behind what is taken for a noun (“a point of view that …”).
    """
    first, before = verb.nbor(), opener.nbor(-1)
    relative = opener.pos_ != "SCONJ" and not ends_name(before)
    if relative or joins_clauses(before) or "Inf" in verb.morph.get("VerbForm", []):
        return False
    if first.text == "," or verb.pos_ in NAMING:
        return first.text == before.text == ","
    unmarked = (word for word in verb.doc[first.i : opener.i] if not parsed.page.outermost_around(word.idx))
    return opens_circumstance(first) and not any(map(opens_object, unmarked))


def opens_object(word: Token) -> bool:
    """Whether *word* opens a noun phrase that tells no time and hangs on no preposition and no "and".

    A determiner that a preposition is part of opens none ("des").
    """
    before = word.nbor(-1)
    tied = (
        is_preposition(word)
        or is_preposition(before)
        or before.pos_ in {"CCONJ", "DET"}
        or opens_noun_phrase(before)
    )
    return opens_noun_phrase(word) and not tied and behind_time(word.doc, word.i) == word.i


def joins_clauses(word: Token) -> bool:
    """Whether *word* makes a conjunction with what opens a clause behind it ("à condition | que").

    Nor does a verb report the clause of a noun of speech ("disagree with the claim | that it leaks").
    """
    words = language_of(word.lang_).function_words
    joins = word.pos_ in {"ADV", "SCONJ"} and word.lower_ not in words.moment
    told = word.lower_ in words.subordinating or lemma(word) in language_of(word.lang_).cue_nouns
    return joins or is_preposition(word) or told
