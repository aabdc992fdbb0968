"""Reading spaCy's dependency parse: subjects, phrases, verb groups, all as token indices.

Labels are those of both schemes that spaCy's pipelines use: ClearNLP (English) and Universal
Dependencies (most other languages).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from quotekit.parse.dependents import dependents, is_wide
from quotekit.parse.textacy_words import expanded_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "Words",
    "agent",
    "antecedent",
    "complementiser",
    "heads_clause",
    "is_deep",
    "is_finite",
    "is_passive",
    "is_verbal",
    "phrase",
    "ranges",
    "runs",
    "solid",
    "subject",
    "verb_group",
]

Words = tuple[int, int]
"""Token indices ``(first, last + 1)``."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "nsubj:pass", "expl:subj"})
PASSIVES = frozenset({"auxpass", "aux:pass", "nsubjpass", "nsubj:pass"})
AUXILIARIES = frozenset({"aux", "auxpass", "aux:pass", "aux:tense", "cop", "prt", "compound:prt"})
CONTROLLED = frozenset({"advcl", "xcomp", "pcomp", "conj"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVES = frozenset({"relcl", "acl:relcl"})
MODIFYING = frozenset({"acl", *RELATIVES})

DEEPEST = 50
"""Words above a verb in the parse, at most: reports within reports repeat a text's words at each level."""


def child(token: Token, labels: Iterable[str]) -> Token | None:
    """The first child of *token* whose label is one of *labels*."""
    return next((word for word in dependents(token) if word.dep_ in labels), None)


def is_verbal(token: Token) -> bool:
    """Whether *token* is a verb, an auxiliary among them."""
    return token.pos_ in {"VERB", "AUX"}


def heads_clause(token: Token) -> bool:
    """Whether *token* is a verb, or heads a clause by its copula or the word that opens it."""
    return is_verbal(token) or child(token, {"cop", "mark"}) is not None


def is_finite(verb: Token) -> bool:
    """Whether *verb* is the head of a finite clause, as its own form or an auxiliary's tells."""
    group = [verb, *(word for word in dependents(verb) if word.dep_ in AUXILIARIES)]
    return any(word.tag_ in FINITE_TAGS or "Fin" in word.morph.get("VerbForm", []) for word in group)


def is_passive(verb: Token) -> bool:
    """Whether *verb* is a passive, with or without an auxiliary."""
    return child(verb, PASSIVES) is not None


def agent(verb: Token) -> Token | None:
    """Whoever a passive verb's "by" names."""
    by = child(verb, {"agent", "obl:agent"})
    if by is None or by.dep_ == "obl:agent":
        return by
    return child(by, {"pobj"})


def complementiser(clause: Token) -> str:
    """The lower-cased word that introduces *clause*, or an empty string."""
    mark = child(clause, {"mark"})
    return mark.lower_ if mark is not None else ""


def antecedent(verb: Token) -> Token | None:
    """The noun that the clause of *verb* modifies: a relative clause's or a participle's."""
    return verb.head if verb.dep_ in MODIFYING and verb.head.i != verb.i else None


def subject(verb: Token) -> Token | None:
    """Whoever does what *verb* says, also when another verb or a noun lends its subject.

    A relative pronoun gives way to the noun it stands for. A participle ("…, adding that"), an
    infinitive or a coordinated verb takes the subject of the verb above it.
    """
    own = child(verb, SUBJECTS)
    if own is not None:
        if verb.dep_ in RELATIVES and (own.tag_ in {"WP", "WDT"} or "Rel" in own.morph.get("PronType", [])):
            return antecedent(verb)
        return own
    if verb.dep_ in MODIFYING:
        return antecedent(verb)
    if verb.dep_ not in CONTROLLED or verb.head.i == verb.i or (verb.dep_ != "conj" and is_finite(verb)):
        return None
    if is_deep(verb):
        return None
    above = verb.head
    while above.dep_ in {"prep", "pcomp"} and above.head.i != above.i:
        above = above.head
    return lent_subject(above)


def lent_subject(above: Token) -> Token | None:
    """The subject that a verb lends to those that hang on it; a passive's agent before it."""
    if not is_verbal(above):
        return None
    if is_passive(above):
        return agent(above) or child(above, PASSIVES & SUBJECTS)
    return subject(above)


def is_deep(token: Token) -> bool:
    """Whether more than `DEEPEST` words stand above *token*."""
    return next(islice(token.ancestors, DEEPEST, None), None) is not None


def phrase(token: Token) -> Words:
    """The whole phrase whose head is *token*, without a preposition that the parse hangs on it."""
    first = token.left_edge.i
    while first < token.i and token.doc[first].dep_ in {"case", "fixed"} and opens(token.doc[first], token):
        first += 1
    return first, token.right_edge.i + 1


def opens(word: Token, head: Token) -> bool:
    """Whether *word* is the preposition of *head*, or a part of it."""
    return word.head.i == head.i or (word.dep_ == "fixed" and word.head.head.i == head.i)


def verb_group(verb: Token) -> list[int]:
    """The indices of *verb*, its auxiliaries and its particle, without negation and without "to"."""
    group = {token.i: token for token in ([verb] if is_wide(verb) else expanded_verb(verb))}
    group.update((word.i, word) for word in dependents(verb) if word.dep_ in AUXILIARIES)
    return sorted(i for i, word in group.items() if word.dep_ != "neg" and word.lower_ != "to")


def runs(indices: Iterable[int]) -> Iterator[Words]:
    """Ascending *indices* as ranges of neighbours."""
    start = last = None
    for index in indices:
        if start is None or last is None:
            start = index
        elif index != last + 1:
            yield start, last + 1
            start = index
        last = index
    if start is not None and last is not None:
        yield start, last + 1


def ranges(doc: Doc, words: Iterable[Words]) -> tuple[tuple[int, int], ...]:
    """Ranges of tokens as ranges of characters; white space at their edges stays out."""
    edges = (solid(doc, some) for some in words)
    return tuple(
        (doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) for first, last in edges if first < last
    )


def solid(doc: Doc, words: Words) -> Words:
    """*words* without the tokens at their edges that hold blanks only."""
    first, last = words
    while first < last and doc[first].is_space:
        first += 1
    while first < last and doc[last - 1].is_space:
        last -= 1
    return first, last
