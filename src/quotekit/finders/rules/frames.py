"""What a verb reports, by the construction it reports it in.

The frames are ``that`` and ``clause`` (a finite clause with and without its complementiser),
``wh`` (a question or an exclamation), ``to`` (an infinitive), ``gerund``, ``small`` ("called it
nonsense"), ``object`` (a noun phrase), ``insert`` (the verb stands inside or behind what it
reports: "The pipe, Ode added, holds") and one for each preposition (``of``: "accused him of").
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from quotekit.language import language_of
from quotekit.parse.dependents import WIDEST, dependents, subtree
from quotekit.parse.grammar import (
    Words,
    child,
    complementiser,
    function_words_for,
    heads_clause,
    is_coordinating,
    is_finite,
    is_relative,
    is_verb_part,
    labels_for,
    phrase,
    runs_of_tokens,
    subject,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Frame", "clause_content", "clause_frame", "frames", "styles_marks"]


@frozen
class Frame:
    """A construction by which a verb reports something.

    Attributes:
        name: Which construction.
        content: Where the reported words stand, as ranges of tokens.
    """

    name: str
    content: tuple[Words, ...]


def frames(verb: Token, carried: Token | None = None) -> Iterator[Frame]:
    """The constructions that *verb* heads or is set into, the likeliest to be a report first.

    In those of a verb that carries another ("went on to say") the *carried* one is no content.
    """
    found = False
    for word in dependents(verb):
        name = clause_frame(word) if word != carried else None
        if name is not None and not (name == "clause" and is_about_object(verb, word)):
            found = True
            content = clause_content(verb, word)
            yield Frame(name, with_joined_infinitives(verb, content) if name == "to" else content)
    inserted = inserted_frame(verb)
    if inserted is not None:
        yield inserted
    elif not found:
        yield from order_frames(verb)
        yield from phrasal_frames(verb)


def order_frames(verb: Token) -> Iterator[Frame]:
    """What whoever *verb* speaks to is to do, where the parse hangs it on them ("aux gens | de fermer")."""
    noun_clauses = labels_for(verb).noun_clauses
    openers = language_of(verb.lang_).clause_openers
    objects = labels_for(verb).direct_objects
    nouns = (word for word in dependents(verb) if word.i > verb.i and word.pos_ in {"NOUN", "PROPN"})
    told = (word for word in nouns if word.dep_ not in objects)
    for clause in (below for noun in told for below in dependents(noun) if below.dep_ in noun_clauses):
        opening = complementiser(clause)
        if openers.get(opening) == "to" and opening not in function_words_for(verb).infinitive:
            yield Frame("to", (phrase(clause),))


def with_joined_infinitives(verb: Token, content: tuple[Words, ...]) -> tuple[Words, ...]:
    """*content*, an infinitive, with those that are joined to *verb* ("told him to go, and | to hurry")."""
    labels, end = labels_for(verb), content[-1][1] if content else 0
    for word in dependents(verb):
        first, last = phrase(word)
        between = verb.doc[end:first]
        joined = end < first and all(one.is_punct or one.dep_ in labels.coordinators for one in between)
        if joined and word.dep_ in labels.conjuncts and has_infinitive_marker(word):
            content, end = (*content[:-1], (content[-1][0], last)), last
    return content


def has_infinitive_marker(verb: Token) -> bool:
    """Whether the word that marks an infinitive stands before *verb*."""
    marker = function_words_for(verb).infinitive
    return any(word.lower_ in marker and is_verb_part(word) for word in dependents(verb))


def is_about_object(verb: Token, clause: Token) -> bool:
    """Whether a *clause* right behind the object of *verb* is about that ("claims land | it cannot find").

    It lacks the relative pronoun, by which the parser would know; whom a verb speaks to is no such object.
    """
    labels = labels_for(verb)
    thing = child(verb, labels.direct_objects)
    if thing is None or thing.right_edge.i + 1 != clause.left_edge.i or thing.pos_ != "NOUN":
        return False
    return lemma(verb) not in language_of(verb.lang_).addressing_verbs


def clause_frame(clause: Token) -> str | None:
    """The frame of a clause that depends on a verb, or None when *clause* heads no such clause."""
    labels = labels_for(clause)
    if clause.dep_ not in labels.clausal_complements | labels.open_complements:
        return None
    if not heads_clause(clause):
        return "small"
    openers = language_of(clause.lang_).clause_openers
    word = complementiser(clause)
    if asks(clause):
        return "wh"
    if word or clause.left_edge.lower_ in openers:
        return openers.get(word or clause.left_edge.lower_, "that")
    return "clause" if is_finite(clause) else nonfinite_frame(clause)


def nonfinite_frame(clause: Token) -> str:
    """The frame of an infinitive, a participle or a subjunctive without its complementiser."""
    labels = labels_for(clause)
    if clause.tag_ in labels.bare_tags and is_subjunctive(clause):
        return "that"
    auxiliaries = labels.auxiliaries | labels.passive_auxiliaries
    forms = {clause.tag_, *(word.tag_ for word in dependents(clause) if word.dep_ in auxiliaries)}
    if not labels.gerund_tags.isdisjoint(forms):
        return "gerund"
    return "small" if labels.bare_tags.isdisjoint(forms) else "to"


def is_subjunctive(clause: Token) -> bool:
    """Whether a bare verb heads a clause with its own subject ("demanded that he go", "demanded he go")."""
    labels = labels_for(clause)
    words = [word.lower_ for word in dependents(clause) if word.dep_ in labels.auxiliaries]
    return (
        function_words_for(clause).infinitive.isdisjoint(words) and child(clause, labels.subjects) is not None
    )


def asks(clause: Token) -> bool:
    """Whether *clause* opens with a question word."""
    return clause.left_edge.tag_ in labels_for(clause).question_tags


def inserted_frame(verb: Token) -> Frame | None:
    """What surrounds a verb of reporting that is set into it ("…, Ode added, …")."""
    labels = labels_for(verb)
    adverbial = (
        verb.dep_ in labels.adverbial_clauses
        and complementiser(verb) in function_words_for(verb).reporting_conjunction
    )
    if not (adverbial or verb.dep_ in labels.inserted_clauses) or verb.head.i == verb.i:
        return None
    around = words_without(verb.head, set(subtree(verb, verb)), verb)
    return Frame("insert", tuple(behind_clause_end(verb, words) for words in around))


def behind_clause_end(verb: Token, words: Words) -> Words:
    """*words* from behind the last colon or semicolon in them on, where they stand before *verb*."""
    first, last = words
    if first > verb.i:
        return words
    ends = (index + 1 for index in range(last - 2, first, -1) if verb.doc[index].text in CLAUSE_ENDS)
    return next(ends, first), last


def phrasal_frames(verb: Token) -> Iterator[Frame]:
    """Objects and prepositional phrases as what is reported."""
    labels = labels_for(verb)
    addressing = function_words_for(verb).addressing
    small = child(verb, labels.object_predicates)
    for word in dependents(verb):
        if word.dep_ in labels.direct_objects:
            first, last = phrase(word)
            if small is not None:
                low, high = phrase(small)
                whole = (low, high) if is_relative(word) else (min(first, low), max(last, high))
                yield Frame("small", (whole,))
            else:
                yield Frame("object", ((first, last),))
        elif word.dep_ in labels.prepositions and word.lower_ not in addressing and not styles_marks(word):
            yield Frame(word.lower_, (phrase(word),))


def styles_marks(word: Token) -> bool:
    """Whether *word* is an "as" with quotation marks right behind it, which hold all that is reported."""
    styles = word.lower_ in function_words_for(word).styling
    return styles and word.i + 1 < len(word.doc) and word.nbor().is_quote


def clause_content(verb: Token, clause: Token) -> tuple[Words, ...]:
    """The words of *clause* without those of the verb that reports it.

    A verb that ends its sentence reports all of it, however the clauses before it were attached.
    """
    source = subject(verb)
    if clause.i < verb.i and not any(word.i < verb.i for word in verb.ancestors):
        start = behind_adverb(verb.doc, verb.i if source is None else min(verb.i, source.left_edge.i))
        low = max(verb.i - WIDEST, 0)
        first = next((i for i in range(start, low, -1) if verb.doc[i].is_sent_start), low)
        return ((first, start),) if first < start else ()
    out = {verb.i}
    if source is not None and not source.is_ancestor(verb):
        out.update(subtree(source, verb))
    return tuple(words_without(clause, out, verb))


def behind_adverb(doc: Doc, start: int) -> int:
    """Where a word before *start* that points back to what is reported begins ("…, | or so Ode said")."""
    words = language_of(doc.lang_).function_words
    if not start or doc[start - 1].lower_ not in words.reporting_adverb:
        return start
    return start - 1 - (start > 1 and is_coordinating(doc[start - 2]))


def words_without(head: Token, out: Container[int], cue: Token) -> Iterator[Words]:
    """The subtree of *head* near its *cue* less the tokens *out*; gaps of mere punctuation are closed."""
    doc = head.doc
    last: Words | None = None
    for run in runs_of_tokens(index for index in subtree(head, cue) if index not in out):
        if last is not None and all(doc[i].is_punct or doc[i].is_space for i in range(last[1], run[0])):
            last = (last[0], run[1])
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
