"""Reading spaCy's dependency parse: subjects, phrases, verb groups, all as token indices.

These questions are asked by the finders and by what makes quotes of findings. What tells the speakers
asks a `quotekit.speakers.ground.discourse.Discourse`, which has one scheme of labels for all languages. Which
labels answer them is told by the schemes of the document's language, see `quotekit.language.labelling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from quotekit.language import FunctionWords, Labels, language_of
from quotekit.parse.compound_verbs import carrying_verb, is_put_object, with_reflexive
from quotekit.parse.dependents import dependents, is_wide
from quotekit.parse.lemmas import lemma
from quotekit.parse.textacy_words import expanded_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "NAMING",
    "Words",
    "agent",
    "antecedent",
    "child",
    "complementiser",
    "function_words_for",
    "heads_clause",
    "is_bare_participle",
    "is_deep",
    "is_finite",
    "is_finite_clause",
    "is_finite_form",
    "is_passive",
    "is_relative",
    "is_verb_part",
    "is_verbal",
    "labels_for",
    "modifies_noun",
    "passive_subject",
    "phrase",
    "possessor",
    "ranges",
    "runs_of_tokens",
    "solid",
    "subject",
    "verb_group",
]

Words = tuple[int, int]
"""Token indices ``(first, last + 1)``."""

NAMING = frozenset({"NOUN", "PRON", "PROPN"})
"""The parts of speech of words that name somebody or something."""

DEEPEST = 50
"""Words above a verb in the parse, at most: reports within reports repeat a text's words at each level."""


def child(token: Token, labels: Iterable[str]) -> Token | None:
    """The first child of *token* whose label is one of *labels*."""
    return next((word for word in dependents(token) if word.dep_ in labels), None)


def labels_for(token: Token) -> Labels:
    """What the parsers of the language of *token* call what is asked here."""
    return language_of(token.lang_).labels


def function_words_for(token: Token) -> FunctionWords:
    """The little words of the language of *token*."""
    return language_of(token.lang_).function_words


def is_verbal(token: Token) -> bool:
    """Whether *token* is a verb, an auxiliary among them."""
    return token.pos_ in {"VERB", "AUX"}


def heads_clause(token: Token) -> bool:
    """Whether *token* is a verb, or heads a clause by its copula or the word that opens it."""
    labels = labels_for(token)
    return is_verbal(token) or child(token, labels.copulas | labels.complementisers) is not None


def is_verb_part(token: Token) -> bool:
    """Whether *token* is an auxiliary, a copula or a particle, which belongs to the verb above it."""
    return token.dep_ in labels_for(token).verb_parts


def is_coordinating(word: Token) -> bool:
    """Whether *word* joins two words, phrases or clauses of one rank."""
    return word.pos_ == "CCONJ" or word.dep_ in labels_for(word).coordinators


def modifies_noun(verb: Token) -> bool:
    """Whether *verb* heads a relative clause or another clause that modifies a noun."""
    return verb.dep_ in labels_for(verb).modifying


def is_finite_form(word: Token) -> bool:
    """Whether *word* itself is a finite form, by its tag or its morphology."""
    return word.tag_ in labels_for(word).finite_tags or "Fin" in word.morph.get("VerbForm", [])


def is_finite(verb: Token) -> bool:
    """Whether *verb* is the head of a finite clause, as its own form or an auxiliary's tells."""
    return is_finite_form(verb) or any(
        is_finite_form(word) for word in dependents(verb) if is_verb_part(word)
    )


def is_finite_clause(word: Token) -> bool:
    """Whether *word* is the head of a finite clause that modifies no noun."""
    return not modifies_noun(word) and is_finite(word)


def is_passive(verb: Token) -> bool:
    """Whether *verb* is a passive, with or without an auxiliary."""
    return child(verb, labels_for(verb).passives) is not None


def passive_subject(verb: Token) -> Token | None:
    """Whoever something is done to, as the subject of a passive *verb*."""
    return child(verb, labels_for(verb).passive_subjects)


def is_bare_participle(verb: Token) -> bool:
    """Whether *verb* is a past participle that stands for a clause: "Asked whether it leaked, …".

    A conjunction or an adverb can stand before it ("when asked"); taggers take it for a finite verb then,
    which would have a subject.
    """
    labels = labels_for(verb)
    clauses = labels.adverbial_clauses | labels.noun_clauses
    opening = labels.adverbs | labels.complementisers
    before = [word.dep_ in opening for word in verb.lefts]
    past = verb.tag_ in labels.participle_tags | (labels.finite_tags if before else frozenset())
    return past and verb.dep_ in clauses and all(before)


def is_reduced_passive(verb: Token) -> bool:
    """Whether *verb* is a participle that tells what is said of a noun, or to it ("a man accused of theft").

    One with an object is rather a verb of the past that was read wrongly, and so is one in a sentence that no
    other finite verb governs.
    """
    labels = labels_for(verb)
    if verb.tag_ not in labels.participle_tags or verb.dep_ not in labels.modifying or is_deep(verb):
        return False
    if lemma(verb) not in function_words_for(verb).accusing | language_of(verb.lang_).addressing_verbs:
        return False
    own = any(word.pos_ in NAMING or word.dep_ in labels.auxiliaries for word in dependents(verb))
    return not own and any(map(is_finite, verb.ancestors))


def agent(verb: Token) -> Token | None:
    """Whoever does what a passive verb says."""
    labels = labels_for(verb)
    found = child(verb, labels.agent_prepositions | labels.agents)
    if found is None or found.dep_ in labels.agents:
        return found
    return child(found, labels.prepositional_objects)


def complementiser(clause: Token) -> str:
    """The lower-cased word that introduces *clause*, or an empty string."""
    mark = child(clause, labels_for(clause).complementisers)
    return mark.lower_ if mark is not None else ""


def antecedent(verb: Token) -> Token | None:
    """The noun that the clause of *verb* modifies: a relative clause's or a participle's."""
    return verb.head if modifies_noun(verb) and verb.head.i != verb.i else None


def possessor(noun: Token) -> Words | None:
    """The phrase of whoever *noun* belongs to, without the sign that says so."""
    labels = labels_for(noun)
    owner = child(noun, labels.possessors)
    if owner is None:
        return None
    first, last = phrase(owner)
    return first, last - (noun.doc[last - 1].tag_ in labels.possessive_tags)


def subject(verb: Token) -> Token | None:
    """Whoever does what *verb* says, also when another verb or a noun lends its subject.

    A relative pronoun gives way to the noun it stands for. A participle ("…, adding that"), an
    infinitive or a coordinated verb takes the subject of the verb above it.
    """
    labels = labels_for(verb)
    own = child(verb, labels.subjects)
    carrying = carrying_verb(verb) if own is None else None
    if carrying is not None:
        return subject(carrying)
    if own is not None:
        return antecedent(verb) if verb.dep_ in labels.relative_clauses and is_relative(own) else own
    if verb.dep_ in labels.modifying:
        return antecedent(verb)
    if verb.dep_ not in labels.controlled or verb.head.i == verb.i:
        return None
    if (verb.dep_ not in labels.conjuncts and is_finite(verb)) or is_deep(verb):
        return None
    above = verb.head
    while above.dep_ in labels.prepositions | labels.prepositional_clauses and above.head.i != above.i:
        above = above.head
    return lent_subject(above)


def is_relative(word: Token) -> bool:
    """Whether *word* is a relative pronoun that stands for a noun, by its tag or its morphology."""
    return word.tag_ in labels_for(word).relative_tags or "Rel" in word.morph.get("PronType", [])


def lent_subject(above: Token) -> Token | None:
    """The subject that a verb lends to those that hang on it; a passive's agent before it."""
    if not is_verbal(above):
        return None
    return (agent(above) or passive_subject(above)) if is_passive(above) else subject(above)


def is_deep(token: Token) -> bool:
    """Whether more than `DEEPEST` words stand above *token*."""
    return next(islice(token.ancestors, DEEPEST, None), None) is not None


def phrase(token: Token) -> Words:
    """The whole phrase whose head is *token*, without a preposition that the parse hangs on it."""
    first = token.left_edge.i
    while first < token.i and is_preposition_of(token.doc[first], token):
        first += 1
    return first, token.right_edge.i + 1


def is_preposition_of(word: Token, head: Token) -> bool:
    """Whether *word* is the preposition of *head*, or a part of it, that hangs on it."""
    labels = labels_for(word)
    if word.dep_ in labels.fixed_parts:
        return head.i in {word.head.i, word.head.head.i}
    return word.dep_ in labels.case_markers and word.head.i == head.i


def verb_group(verb: Token) -> list[int]:
    """The indices of *verb*, its auxiliaries and its particle, without negation and without "to".

    What the parser takes from the paragraph before is none (“… wouldn’t you?” / “Heaps,” said Ode).
    """
    carrying = carrying_verb(verb)
    if carrying is not None:
        return [*verb_group(carrying), verb.i]
    group = {token.i: token for token in ([verb] if is_wide(verb) else expanded_verb(verb))}
    group.update((word.i, word) for word in dependents(verb) if is_verb_part(word) or is_put_object(word))
    language = language_of(verb.lang_)
    negations, infinitives = language.labels.negations, language.function_words.infinitive
    first = max((word.i for word in verb.doc[min(group) : verb.i] if word.text.count("\n") > 1), default=-1)
    words = (i for i, w in group.items() if w.dep_ not in negations and w.lower_ not in infinitives)
    return with_reflexive(verb.doc, sorted(i for i in words if i > first))


def runs_of_tokens(indices: Iterable[int]) -> Iterator[Words]:
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
