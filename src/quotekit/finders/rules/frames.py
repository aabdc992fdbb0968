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
    SUBJECTS,
    Words,
    complementiser,
    heads_clause,
    is_finite,
    phrase,
    runs,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Frame", "frames"]

QUESTION_TAGS = frozenset({"WP", "WDT", "WRB", "WP$"})


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
    for child in dependents(verb):
        name = clause_frame(child) if child != carried else None
        if name is not None:
            found = True
            yield Frame(name, content(verb, child))
    inserted = insert(verb)
    if inserted is not None:
        yield inserted
    elif not found:
        yield from phrases(verb)


def clause_frame(child: Token) -> str | None:
    """The frame of a clause that depends on a verb, or None when *child* heads no such clause."""
    if child.dep_ not in {"ccomp", "xcomp"}:
        return None
    if not heads_clause(child):
        return "small"
    openers = language_of(child.lang_).clause_openers
    word = complementiser(child)
    if asks(child):
        return "wh"
    if word or child.left_edge.lower_ in openers:
        return openers.get(word or child.left_edge.lower_, "that")
    return "clause" if is_finite(child) else nonfinite_frame(child)


def nonfinite_frame(clause: Token) -> str:
    """The frame of an infinitive, a participle or a subjunctive without its complementiser."""
    if clause.tag_ == "VB" and is_subjunctive(clause):
        return "that"
    forms = [clause.tag_, *(word.tag_ for word in dependents(clause) if word.dep_ in {"aux", "auxpass"})]
    return next((name for tag, name in (("VBG", "gerund"), ("VB", "to")) if tag in forms), "small")


def is_subjunctive(clause: Token) -> bool:
    """Whether a bare verb heads a clause with its own subject ("demanded that he go", "demanded he go")."""
    words = [word.lower_ for word in dependents(clause) if word.dep_ == "aux"]
    return "to" not in words and any(word.dep_ in SUBJECTS for word in dependents(clause))


def asks(clause: Token) -> bool:
    """Whether *clause* opens with a question word."""
    return clause.left_edge.tag_ in QUESTION_TAGS


def insert(verb: Token) -> Frame | None:
    """What surrounds a verb of reporting that is set into it ("…, Ode added, …")."""
    inserted = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and complementiser(verb) == "as")
    if not inserted or verb.head.i == verb.i:
        return None
    return Frame("insert", tuple(joined(verb.head, set(subtree(verb, verb)), verb)))


def phrases(verb: Token) -> Iterator[Frame]:
    """Objects and prepositional phrases as what is reported."""
    small = next((word for word in dependents(verb) if word.dep_ == "oprd"), None)
    for child in dependents(verb):
        if child.dep_ in {"dobj", "obj"}:
            first, last = phrase(child)
            if small is not None:
                yield Frame("small", ((min(first, phrase(small)[0]), max(last, phrase(small)[1])),))
            else:
                yield Frame("object", ((first, last),))
        elif child.dep_ == "prep" and child.lower_ != "to":
            yield Frame(child.lower_, (phrase(child),))


def content(verb: Token, clause: Token) -> tuple[Words, ...]:
    """The words of *clause* without those of the verb that reports it.

    A verb that ends its sentence reports all of it, however the clauses before it were attached.
    """
    source = subject(verb)
    if clause.i < verb.i and not any(word.i < verb.i for word in verb.ancestors):
        start = verb.i if source is None else min(verb.i, source.left_edge.i)
        low = max(verb.i - WIDEST, 0)
        first = next((i for i in range(start, low, -1) if verb.doc[i].is_sent_start), low)
        return ((first, start),) if first < start else ()
    out = {verb.i}
    if source is not None and not source.is_ancestor(verb):
        out.update(subtree(source, verb))
    return tuple(joined(clause, out, verb))


def joined(head: Token, out: Container[int], cue: Token) -> Iterator[Words]:
    """The subtree of *head* near its *cue* less the tokens *out*; gaps of mere punctuation are closed."""
    doc = head.doc
    last: Words | None = None
    for run in runs(index for index in subtree(head, cue) if index not in out):
        if last is not None and all(doc[i].is_punct or doc[i].is_space for i in range(last[1], run[0])):
            last = (last[0], run[1])
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
