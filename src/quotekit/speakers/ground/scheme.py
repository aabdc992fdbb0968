"""The labels that tell who speaks: ClearNLP's relations, the Penn Treebank's tags, OntoNotes' entities.

A `quotekit.speakers.ground.discourse.Discourse` holds no others, whatever the parser of its language calls
things.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ADJECTIVES",
    "BODIES",
    "COMMON_NOUNS",
    "DATES",
    "DETERMINERS",
    "FINITE_VERBS",
    "GROUPS",
    "MODIFYING",
    "NAMED",
    "NOUNS",
    "NOUN_CLAUSES",
    "PARTICIPLES",
    "PERSON_LABELS",
    "PLACES",
    "PLACES_AND_BODIES",
    "PLURALS",
    "PROPER_NOUNS",
    "SUBJECTS",
    "TOPICS",
]

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
"""Relations of whoever a verb is said of."""

TOPICS: Final = SUBJECTS | {"csubj", "ROOT"}
"""Relations of what a sentence is about: of its subjects, and of the noun that heads one without a verb."""

NOUN_CLAUSES: Final = frozenset({"relcl", "acl"})
"""Relations of clauses that modify a noun: relative ones, and others, for which parsers take them."""

MODIFYING: Final = frozenset({"amod", "compound", "nmod"})
"""Relations of a noun to the one that it modifies, which names nobody by itself."""

COMMON_NOUNS: Final = frozenset({"NN", "NNS"})
"""Tags of common nouns."""

PROPER_NOUNS: Final = frozenset({"NNP", "NNPS"})
"""Tags of the words of names."""

PLURALS: Final = frozenset({"NNS", "NNPS"})
"""Tags of nouns of both kinds in the plural."""

NOUNS: Final = COMMON_NOUNS | PROPER_NOUNS
"""Tags of nouns of both kinds."""

ADJECTIVES: Final = frozenset({"JJ", "JJR", "JJS"})
"""Tags of adjectives."""

DETERMINERS: Final = frozenset({"DT", "PRP$"})
"""Tags of articles, of other determiners, and of possessive pronouns."""

FINITE_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs."""

PARTICIPLES: Final = frozenset({"VBG", "VBN"})
"""Tags of participles, which can tell of the noun before them."""

GROUPS: Final = frozenset({"ORG", "GROUP"})
"""Labels of what people make up: an organisation, or several of them."""

BODIES: Final = GROUPS | {"GPE"}
"""Labels of what can act and is nobody in particular: states and towns too."""

PERSON_LABELS: Final = frozenset({"PERSON", ""})
"""Labels of who may be a person: of those who are, and of whoever nothing is known of."""

PLACES: Final = frozenset({"GPE", "LOC"})
"""Labels of countries, towns and regions, which a recogniser also gives to what it does not know."""

PLACES_AND_BODIES: Final = frozenset({"ORG", "GPE", "FAC", "LOC", "NORP"})
"""Labels of named entities that are places, organisations or peoples."""

NAMED: Final = PLACES_AND_BODIES | {"PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "MISC"}
"""Labels of named entities that have names; numbers and dates have none."""

DATES: Final = frozenset({"DATE", "TIME"})
"""Labels of what says when."""
