"""What a common noun names: somebody, a body of people, a group, a document, or a mere thing."""

from __future__ import annotations

from quotekit.language import Language

__all__ = ["is_epithet", "is_scholar", "label_beside_name", "nominal_label", "opens_question"]


def nominal_label(noun: str, language: Language) -> str:
    """The label of what a common noun, lower case and singular, names; empty for a mere thing."""
    if noun in language.roles or is_scholar(noun, language):
        return "PERSON"
    if noun in language.organisations:
        return language.organisations[noun]
    if noun in language.group_nouns:
        return "GROUP"
    return "DOCUMENT" if noun in language.document_nouns else ""


def label_beside_name(noun: str, language: Language) -> str:
    """The label of what a noun beside a name names; there an epithet is a person's ("the chef, Ada Lund")."""
    return nominal_label(noun, language) or ("PERSON" if is_epithet(noun, language) else "")


def is_epithet(noun: str, language: Language) -> bool:
    """Whether a noun, lower case, is an epithet, as those of countries are that have a capital."""
    known = noun in language.epithet_nouns or noun.capitalize() in language.epithet_nouns
    return known or is_scholar(noun, language)


def is_scholar(noun: str, language: Language) -> bool:
    """Whether its ending makes a noun a calling that no table needs to have ("neuroethologist")."""
    return noun.endswith(tuple(language.function_words.calling_ending))


def opens_question(word: str, language: Language) -> bool:
    """Whether a word, lower case, opens a question that is reported."""
    return language.clause_openers.get(word) == "wh"
