"""Clauses that a conjunction opens right behind a verb of reporting which the parse takes for none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.nouns import spelled_out
from quotekit.finders.rules.frames import frames
from quotekit.finders.rules.insertions.circumstances import clause_opening
from quotekit.finders.rules.insertions.incise_places import group_start
from quotekit.finders.rules.insertions.inversions import words_of_verb
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sentence_before, sentence_behind
from quotekit.finders.rules.sources import source_of, without_pauses
from quotekit.language import language_of
from quotekit.parse.grammar import NAMING, Words, is_relative, is_verbal, labels_for, ranges, runs_of_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clauses_by_conjunction", "makes_dependent", "own_source", "subject_before"]

LONGEST_SOURCE: Final = 16
"""Tokens of a source before the verb, at most; a guess."""

FEWEST: Final = 3
"""Tokens of a clause, its conjunction among them, at least."""


def clauses_by_conjunction(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each form of a verb that reports clauses, between its subject and a clause.

    Small parsers take many a verb for a noun or an adjective; its form and the conjunction tell enough.
    """
    for token in parsed.tokens:
        reports = reports_clauses(parsed, token)
        opening = clause_opening(parsed, token, parsed.words_around(token)[1]) if reports else None
        if opening is None:
            continue
        first = group_start(token)
        source = subject_before(parsed, first) or (own_source(token) if opening > token.i + 1 else None)
        end = sentence_behind(parsed, (opening, parsed.words_around(token)[1]))[1]
        if source is not None and end - opening >= FEWEST:
            yield Finding(
                content=ranges(parsed.doc, ((opening, end),)),
                cue=ranges(parsed.doc, runs_of_tokens(words_of_verb(parsed, first, token))),
                source=ranges(parsed.doc, (source,)),
            )


def own_source(verb: Token) -> Words | None:
    """The words that the parse takes for who speaks, if they stand together."""
    found = source_of(verb)
    return found[0] if len(found) == 1 else None


def reports_clauses(parsed: ParsedPage, token: Token) -> bool:
    """Whether *token* has the form of a verb that reports clauses, and the parse gives it none."""
    verb = parsed.verbs.get(language_of(parsed.lang).lemmas.get(token.lower_, token.lemma_))
    if verb is None or "that" not in verb.frames or is_spelled_out_subject(token):
        return False
    return not (is_verbal(token) and any(frame.name in {"that", "clause"} for frame in frames(token)))


def is_spelled_out_subject(token: Token) -> bool:
    """Whether a clause spells out *token*, the subject of a verb ("her claim that it leaks is old")."""
    return token.dep_ in labels_for(token).nominal_subjects and spelled_out(token) is not None


def subject_before(parsed: ParsedPage, end: int) -> Words | None:
    """The words before the token *end* in its clause, if they name somebody and hold no verb."""
    first, last = sentence_before(parsed, (parsed.words_around(parsed.tokens[end])[0], end))
    pauses = [index for index in range(first, last) if parsed.tokens[index].text == ","]
    first = max(pauses[-1] if pauses else first, clause_start(parsed, first, last))
    first, last = without_pauses(first, last, parsed.tokens[end])
    if first < last and is_subject_pronoun(parsed.tokens[last - 1]):
        first = last - 1
    words = parsed.doc[first:last]
    if not 0 < last - first <= LONGEST_SOURCE or any(map(is_verbal, words)):
        return None
    return (first, last) if any(word.pos_ in NAMING for word in words) else None


def clause_start(parsed: ParsedPage, first: int, last: int) -> int:
    """Where the words of a clause begin behind the last word that opens one ("alors que | la police")."""
    behind = (at + 1 for at in range(last - 2, first - 1, -1) if makes_dependent(parsed.tokens[at]))
    return next(behind, first)


def makes_dependent(word: Token) -> bool:
    """Whether *word* opens a clause that hangs on another one, and no infinitive."""
    known = language_of(word.lang_).clause_openers.get(word.lower_, "to") != "to"
    return known or word.pos_ == "SCONJ" or is_relative(word)


def is_subject_pronoun(word: Token) -> bool:
    """Whether *word* is a pronoun that is whoever speaks, all by itself ("non seulement | il")."""
    language = language_of(word.lang_)
    pronoun = language.pronouns.get(word.lower_)
    governed = word.i > 0 and word.nbor(-1).pos_ == "ADP"
    personal = pronoun is not None and pronoun.kind == "person"
    return personal and word.lower_ not in language.clitics and not governed
