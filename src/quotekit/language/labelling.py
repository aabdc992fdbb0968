"""How parsers label: the relations and the tags that each scheme has for what the rules ask about.

A scheme is a table in the folder ``labels``: ClearNLP (spaCy's English pipelines), Universal
Dependencies (most others) and TIGER (spaCy's German ones). A language names those of its parsers in
its table ``schemes``. What tells the speakers reads the labels of one scheme alone, see
`quotekit.language.translation`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from attrs import field, fields, frozen

from quotekit.errors import TableError
from quotekit.language.tables import Column, Table, read_table

__all__ = ["NONE", "Labels", "Scheme", "labels_in_order", "labels_of_schemes"]

Scheme = Literal["clearnlp", "universal", "tiger"]

NONE: Final = "-"
"""Stands in a table where the scheme has no such label."""


@frozen(kw_only=True, eq=False)
class Labels:
    """The labels of relations and the tags by what they tell, of one scheme or of several together.

    Attributes:
        roots: The head of a sentence.
        active_subjects: Whoever does something.
        passive_subjects: Whoever something is done to, as the subject of a passive.
        clausal_subjects: A clause as a subject.
        expletive_subjects: A pronoun that stands for no one, as a subject.
        auxiliaries: An auxiliary.
        tense_auxiliaries: An auxiliary that tells the tense alone.
        passive_auxiliaries: An auxiliary that makes a passive.
        copulas: A verb that ties a predicate to its subject, below the predicate.
        particles: A particle that is part of a verb.
        agents: Whoever does what a passive says, named by their noun.
        agent_prepositions: The preposition over whoever does what a passive says.
        direct_objects: What a verb is about.
        statement_objects: A noun of speech as the object of what whoever makes it does.
        datives: Whom a verb is said to, as a noun or by the preposition over it.
        receivers: What can be whom a verb is said to, beside what it reports.
        prepositional_objects: A noun below its preposition.
        phrase_objects: A noun below the last word of a phrase that gives a source.
        clausal_complements: A clause that a verb or a noun reports.
        open_complements: A clause without a subject of its own that hangs on a verb.
        prepositional_clauses: A clause below its preposition.
        adverbial_clauses: A clause that tells when, why or how.
        conjuncts: What is joined to a word of the same kind.
        noun_clauses: A clause or a participle that modifies a noun.
        relative_clauses: A relative clause.
        inserted_clauses: A clause that is set into another.
        complementisers: The word that introduces a clause.
        coordinators: The word that joins another of the same kind.
        prepositions: A preposition over its noun.
        case_markers: A preposition below its noun.
        fixed_parts: A further word of a preposition of several words.
        possessors: Whoever a noun belongs to.
        noun_complements: A noun that another adds to its own.
        adjectives: An adjective or a participle before its noun.
        adverbs: A word that modifies a verb.
        time_nouns: A noun that says when something happened.
        negations: A negation.
        object_predicates: What somebody is said to be, beside the object.
        subject_predicates: What somebody is, as the complement of a verb.
        finite_tags: Tags of finite verbs; where there are none, the morphology tells.
        modal_tags: Tags of modal verbs.
        bare_tags: Tags of bare infinitives, and of subjunctives that look like them.
        gerund_tags: Tags of gerunds and present participles.
        participle_tags: Tags of past participles.
        question_tags: Tags of the words that open a question.
        question_adverb_tags: Tags of the adverbs that open a question.
        relative_tags: Tags of relative pronouns that stand for a noun.
        relative_possessive_tags: Tags of relative pronouns for whoever something belongs to.
        determiner_tags: Tags of determiners.
        possessive_tags: Tags of the sign behind a possessor.
        subjects: Any subject.
        nominal_subjects: A subject that is no clause and stands for somebody.
        passives: What shows a passive.
        verb_parts: What belongs to a verb: its auxiliaries, its copula, its particle.
        controlled: A clause that may take the subject of the one above it.
        modifying: A clause that modifies a noun.
    """

    roots: frozenset[str]
    active_subjects: frozenset[str]
    passive_subjects: frozenset[str]
    clausal_subjects: frozenset[str]
    expletive_subjects: frozenset[str]
    auxiliaries: frozenset[str]
    tense_auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    copulas: frozenset[str]
    particles: frozenset[str]
    agents: frozenset[str]
    agent_prepositions: frozenset[str]
    direct_objects: frozenset[str]
    statement_objects: frozenset[str]
    datives: frozenset[str]
    receivers: frozenset[str]
    prepositional_objects: frozenset[str]
    phrase_objects: frozenset[str]
    clausal_complements: frozenset[str]
    open_complements: frozenset[str]
    prepositional_clauses: frozenset[str]
    adverbial_clauses: frozenset[str]
    conjuncts: frozenset[str]
    noun_clauses: frozenset[str]
    relative_clauses: frozenset[str]
    inserted_clauses: frozenset[str]
    complementisers: frozenset[str]
    coordinators: frozenset[str]
    prepositions: frozenset[str]
    case_markers: frozenset[str]
    fixed_parts: frozenset[str]
    possessors: frozenset[str]
    noun_complements: frozenset[str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    time_nouns: frozenset[str]
    negations: frozenset[str]
    object_predicates: frozenset[str]
    subject_predicates: frozenset[str]
    finite_tags: frozenset[str]
    modal_tags: frozenset[str]
    bare_tags: frozenset[str]
    gerund_tags: frozenset[str]
    participle_tags: frozenset[str]
    question_tags: frozenset[str]
    question_adverb_tags: frozenset[str]
    relative_tags: frozenset[str]
    relative_possessive_tags: frozenset[str]
    determiner_tags: frozenset[str]
    possessive_tags: frozenset[str]
    nominal_subjects: frozenset[str] = field(init=False)
    subjects: frozenset[str] = field(init=False)
    passives: frozenset[str] = field(init=False)
    verb_parts: frozenset[str] = field(init=False)
    controlled: frozenset[str] = field(init=False)
    modifying: frozenset[str] = field(init=False)

    @nominal_subjects.default
    def _nominal_subjects(self) -> frozenset[str]:
        return self.active_subjects | self.passive_subjects

    @subjects.default
    def _subjects(self) -> frozenset[str]:
        return self.nominal_subjects | self.clausal_subjects | self.expletive_subjects

    @passives.default
    def _passives(self) -> frozenset[str]:
        return self.passive_auxiliaries | self.passive_subjects

    @verb_parts.default
    def _verb_parts(self) -> frozenset[str]:
        auxiliaries = self.auxiliaries | self.tense_auxiliaries | self.passive_auxiliaries
        return auxiliaries | self.copulas | self.particles

    @controlled.default
    def _controlled(self) -> frozenset[str]:
        clauses = self.adverbial_clauses | self.open_complements | self.prepositional_clauses
        return clauses | self.conjuncts

    @modifying.default
    def _modifying(self) -> frozenset[str]:
        return self.noun_clauses | self.relative_clauses


def label_roles() -> tuple[str, ...]:
    """What the tables of labels tell, in order."""
    return tuple(attribute.name for attribute in fields(Labels) if attribute.init)


@cache
def labels_in_order(scheme: str) -> dict[str, tuple[str, ...]]:
    """The labels of *scheme* by what they tell, the most usual first; do not change it.

    Raises:
        TableError: Its table cannot be read, or lacks a row.
    """
    path = files(__package__).joinpath("labels").joinpath(f"{scheme}.tsv")
    table = Table((Column("role", label_roles()), Column("labels", separator=" ")))
    rows = {role: tuple(labels.split()) for role, labels in read_table(path, table)}
    found = {role: () if labels == (NONE,) else labels for role, labels in rows.items()}
    missing = [role for role in label_roles() if role not in found]
    if missing:
        raise TableError(str(path), 1, f"there is no row {', '.join(missing)}")
    return found


def labels_of_scheme(scheme: str) -> dict[str, frozenset[str]]:
    """The labels of *scheme* by what they tell, in no order."""
    return {role: frozenset(labels) for role, labels in labels_in_order(scheme).items()}


def labels_of_schemes(schemes: Iterable[str]) -> Labels:
    """The labels of several schemes together, as a language's parsers use them."""
    known = [labels_of_scheme(scheme) for scheme in schemes]
    return Labels(
        **{role: frozenset[str]().union(*(labels[role] for labels in known)) for role in label_roles()}
    )
