"""Clauses right behind whom they are told to ("told the inquiry | sales fell in May").

Parsers take the hearer for a part of the clause's subject ("inquiry sales"); what kinds of nouns hear, and
where a phrase ends, tell enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import cue_group
from quotekit.finders.rules.frames import clause_frame, frames
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_behind
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    NAMING,
    child,
    function_words_for,
    is_finite_form,
    is_passive,
    is_relative,
    labels_for,
    ranges,
    runs_of_tokens,
)
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["clauses_behind_hearers", "is_plural"]

LONGEST_HEARER: Final = 12
"""Tokens of a hearer, at most; a guess."""

LONGEST_SUBJECT: Final = 12
"""Tokens of the clause's subject before its verb, at most; a guess."""

OPENING: Final = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"})
"""Parts of speech that a clause without a conjunction begins with, and that stand before its verb."""

OWN_CLAUSES: Final = frozenset({"that", "wh", "to", "gerund"})
"""Constructions in which a conjunction or a verb's form parts what is said from who hears it."""


def clauses_behind_hearers(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of telling with a noun that hears and a clause right behind it."""
    doc = parsed.doc
    for verb in parsed.tokens:
        if parsed.verb(verb) is None or not needs_hearer(verb):
            continue
        low, high = sentence_behind(parsed, (verb.i + 1, parsed.words_around(verb)[1]))
        end = end_of_hearer(doc, low, high)
        if end is not None and end > end_in_parse(verb) and not is_cut_by_conjunction(parsed, end, high):
            yield Finding(
                content=ranges(doc, ((end, end_of_clause(verb, end, high)),)),
                cue=ranges(doc, runs_of_tokens(cue_group(verb))),
                source=ranges(doc, source_of(verb)),
                addressee=ranges(doc, ((low, end),)),
            )


def needs_hearer(verb: Token) -> bool:
    """Whether *verb* is said with whom it is said to, and no conjunction opens what it tells."""
    telling = lemma(verb) in function_words_for(verb).informing and not is_passive(verb)
    return telling and OWN_CLAUSES.isdisjoint(frame.name for frame in frames(verb))


def end_in_parse(verb: Token) -> int:
    """Where the hearer ends by the parse, if that gives what *verb* tells a subject of its own; else 0."""
    labels = labels_for(verb)
    clauses = (word for word in dependents(verb) if clause_frame(word) == "clause")
    if not any(child(word, labels.subjects) is not None for word in clauses):
        return 0
    heard = child(verb, labels.receivers | labels.direct_objects | labels.datives)
    return heard.right_edge.i + 1 if heard is not None else 0


def end_of_hearer(doc: Doc, low: int, high: int) -> int | None:
    """Where the noun phrase from *low* on ends that hears, of several ends the last that leaves a clause."""
    found, nouns = None, 0
    for index in range(low, min(high, low + LONGEST_HEARER)):
        word = doc[index]
        if opens_other_clause(word):
            return None
        if (nouns and begins_phrase(word)) or not (word.pos_ in OPENING or links_nouns(word)):
            return found
        nouns = nouns + (word.pos_ in {"NOUN", "PROPN"}) if not links_nouns(word) else 0
        if nouns and is_hearer(word) and opens_bare_clause(doc, index + 1, high):
            found = index + 1
            if is_plural(word):
                return found
    return found


def is_cut_by_conjunction(parsed: ParsedPage, start: int, high: int) -> bool:
    """Whether a conjunction from *start* on opens what is told, as no verb before it reports a clause.

    The words up to it are of the hearer then ("told the members present | that"; "the men she paid | that").
    """
    openers = language_of(parsed.lang).clause_openers
    words = parsed.doc[start:high]
    place = next((w.i for w in words if w.pos_ == "SCONJ" and openers.get(w.lower_) == "that"), start)
    return place > start and all(parsed.verb(word) is None for word in parsed.doc[start:place])


def is_plural(word: Token) -> bool:
    """Whether *word* is a plural, which stands before no other noun of its phrase."""
    return "Plur" in word.morph.get("Number", [])


def begins_phrase(word: Token) -> bool:
    """Whether *word* can only begin a phrase of its own behind a noun."""
    return word.pos_ in {"DET", "PRON", "NUM"} and word.ent_iob_ != "I"


def links_nouns(word: Token) -> bool:
    """Whether *word* ties a noun to the one before it ("a meeting of officials", "the bank's staff")."""
    return word.lower_ in function_words_for(word).belonging or word.tag_ in labels_for(word).possessive_tags


def is_hearer(word: Token) -> bool:
    """Whether *word* is a noun for somebody who can hear, or ends the name of one."""
    if word.ent_type_ in {"PERSON", "ORG", "NORP"}:
        return word.i + 1 == len(word.doc) or word.nbor().ent_iob_ != "I"
    language, noun = language_of(word.lang_), lemma(word)
    occasions = language.function_words.gathering
    kinds = (language.organisations, language.roles, language.group_nouns, language.plain_persons, occasions)
    return word.pos_ == "NOUN" and any(noun in kind for kind in kinds)


def opens_bare_clause(doc: Doc, start: int, high: int) -> bool:
    """Whether a subject and its finite verb stand at *start* with nothing before or between them."""
    if start >= high or doc[start].pos_ not in OPENING or opens_other_clause(doc[start]):
        return False
    for index in range(start, min(high, start + LONGEST_SUBJECT)):
        if is_finite_form(doc[index]):
            return any(word.pos_ in NAMING for word in doc[start:index])
        joins_words = doc[index].tag_ == "HYPH"
        if (doc[index].is_punct and not joins_words) or opens_other_clause(doc[index]):
            return False
    return False


def opens_other_clause(word: Token) -> bool:
    """Whether *word* opens a relative clause, a question or a clause by its conjunction."""
    return is_relative(word) or word.lower_ in language_of(word.lang_).clause_openers


def end_of_clause(verb: Token, start: int, high: int) -> int:
    """Where the clause that begins at *start* ends: by the parse if it hangs on *verb*, else the sentence."""
    clause = (child for child in verb.rights if child.left_edge.i <= start < child.right_edge.i)
    return next((min(high, word.right_edge.i + 1) for word in clause if is_finite_form(word)), high)
