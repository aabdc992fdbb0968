"""Nouns that report: "Ode's claim that the pipe was sealed"; "Ode's reply was short: …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.prepositions import is_in_cue_phrase
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    Words,
    child,
    complementiser,
    function_words_for,
    labels_for,
    phrase,
    possessor,
    ranges,
    subject,
)
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announced_marks", "nominal_reports"]

NAME_WORDS: Final = 4
"""Words of a name behind what its bearer is at most; chosen by hand."""

TIMES: Final = frozenset({"DATE", "TIME"})
"""Labels of what says when, which is no name."""


def nominal_reports(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each noun of speech or thought with the clause that spells it out."""
    for token in parsed.tokens:
        clause = spelled_out(token)
        if clause is not None:
            yield report_of_noun(parsed, token, phrase(clause))


def spelled_out(noun: Token) -> Token | None:
    """The clause that spells out a *noun* of speech or thought; None of any other word."""
    if noun.pos_ != "NOUN":
        return None
    known, labels = language_of(noun.lang_), labels_for(noun)
    if lemma(noun) not in known.cue_nouns:
        return None
    clause = child(noun, labels.noun_clauses | labels.clausal_complements)
    clause = clause or opened_clause(noun)
    opener = complementiser(clause) or clause.left_edge.lower_ if clause is not None else ""
    return clause if known.clause_openers.get(opener) == "that" else None


def opened_clause(noun: Token) -> Token | None:
    """The clause that the parse takes for a relative one of *noun*, though a conjunction opens it."""
    clause = child(noun, labels_for(noun).relative_clauses)
    return clause if clause is not None and complementiser(clause) else None


def announced_marks(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each quotation that a noun of speech announces before a colon."""
    nouns = language_of(parsed.lang).cue_nouns
    for site in sites(parsed):
        token = announcing(parsed, site, nouns)
        if token is not None:
            yield report_of_noun(parsed, token, parsed.words(site.mark.start, site.mark.end))


def announcing(parsed: ParsedPage, site: Site, nouns: Mapping[str, str]) -> Token | None:
    """The noun of the sentence before *site* that announces it."""
    first, last = site.before
    if first == last or parsed.tokens[last - 1].text != ":":
        return None
    words = (parsed.tokens[i] for i in range(last - 1, first - 1, -1))
    found = next((token for token in words if token.pos_ == "NOUN" and lemma(token) in nouns), None)
    return found if found is not None and not is_in_cue_phrase(found) else None


def report_of_noun(parsed: ParsedPage, noun: Token, content: Words) -> Finding:
    """The attribution of *content* to whoever *noun* belongs to."""
    owner = owner_of(noun)
    return Finding(
        content=ranges(parsed.doc, (content,)),
        cue=ranges(parsed.doc, ((noun.i, noun.i + 1),)),
        source=ranges(parsed.doc, (owner,)) if owner is not None else (),
    )


def with_names_behind(head: Token) -> Words:
    """The phrase of *head* with the name behind it, which the parse may hang on another noun."""
    first, last = phrase(head)
    end = min(len(head.doc), last + NAME_WORDS)
    while last < end and head.doc[last].pos_ == "PROPN" and head.doc[last].ent_type_ not in TIMES:
        last += 1
    return first, last


def is_feeling(noun: Token) -> bool:
    """Whether a common noun that names nobody stands alone, as feelings do ("a cry of pain")."""
    return noun.tag_ == "NN" and is_thing(noun) and next(iter(dependents(noun)), None) is None


def is_said_along(noun: Token) -> bool:
    """Whether *noun* tells what somebody says while they do something else ("turned with a cry of pain:").

    A bare noun behind a preposition is a part of that ("in order that").
    """
    link = noun.head
    is_manner = link.lower_ in function_words_for(noun).manner
    is_bare = noun.tag_ == "NN" and all(word.i > noun.i for word in dependents(noun))
    known = language_of(noun.lang_)
    is_said = known.cue_nouns.get(lemma(noun)) == "speech" and lemma(link.head) not in known.reporting_verbs
    is_object = noun.dep_ in labels_for(noun).prepositional_objects
    return is_object and is_manner and is_said and not is_bare


def sender_of(noun: Token) -> Token | None:
    """Whoever the verb of *noun*, its subject, says that it comes from ("the answer came from Ode")."""
    labels, sending = labels_for(noun), function_words_for(noun).sending
    if noun.dep_ not in labels.active_subjects:
        return None
    links = (word for word in dependents(noun.head) if word.lower_ in sending and word.i > noun.i)
    return next((found for link in links if (found := child(link, labels.prepositional_objects))), None)


def owner_of(noun: Token) -> Words | None:
    """The phrase of whoever made the statement: possessor, object of "by", sender or subject."""
    words = function_words_for(noun)
    possessed = possessor(noun)
    if possessed is not None:
        return possessed
    labels = labels_for(noun)
    owner = child(noun, labels.noun_complements)
    if owner is not None and owner.i > noun.i:
        return phrase(owner)
    for link in dependents(noun):
        if link.dep_ in labels.prepositions and link.lower_ in words.authorship:
            owner = child(link, labels.prepositional_objects)
            felt = link.lower_ in words.belonging and owner is not None and is_feeling(owner)
            if owner is not None and not felt:
                return with_names_behind(owner)
    doer = sender_of(noun) or doer_of(noun)
    return phrase(doer) if doer is not None else None


def doer_of(noun: Token) -> Token | None:
    """Whoever says *noun* ("Ode gave an answer"), or says it while they do something else.

    What happens beside it is nobody ("the trial ended with a warning that …").
    """
    labels, draws = labels_for(noun), lemma(noun.head) in function_words_for(noun).drawing
    is_said = noun.dep_ in labels.statement_objects | labels.subject_predicates and not draws
    verb = noun.head if is_said else noun.head.head if is_said_along(noun) else None
    owner = subject(verb) if verb is not None else None
    if owner is None or owner.i == noun.i:
        return None
    happens = is_thing(owner) or owner.ent_type_ in TIMES
    return owner if is_said or not happens else None
