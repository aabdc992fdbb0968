"""The word lists that tell who is who, read once per language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from quotekit.language import language_of
from quotekit.language.rows import word_classes

__all__ = ["Vocabulary", "load_vocabulary", "nominal_label"]


@frozen(eq=False)
class Vocabulary:
    """Words of one language, lower case unless they are names.

    Attributes:
        titles: Titles with the gender they tell and their kind.
        title_nouns: The noun that an abbreviated title stands for ("sen": "senator").
        first_names: First names, casefolded, with their gender.
        family_names: Family names that stand first, casefolded.
        hypocoristics: Short forms of first names with the names they are short for, casefolded.
        pronouns: Pronouns with gender, number and kind.
        roles: Nouns for persons with their gender.
        organisations: Nouns for organisations with the label of what they name.
        documents: Nouns for what can say something in writing.
        relatives: Nouns for relatives with the titles that such a relative bears.
        particles: Words inside personal names.
        second_names: Words between two names of one person, lower case.
        suffixes: Words behind personal names.
        capitalised: Words that are written with a capital and are no names.
        capitalised_tags: Tags of words that may be names where they are written with a capital.
        groups: Nouns that name groups of people, with or without a determiner.
        places: Last words of the names of places.
        addressing: Verbs whose object is who is spoken to.
        unnamed: Nouns for persons who are often left unnamed.
        manners: Nouns that say how somebody speaks.
        plain: Nouns that tell no more than that somebody is a man, a woman or a child.
        epithets: Nouns by which a text takes up whoever it named.
        either: Nouns for a role that an organisation can play as well as a person.
        broader: Nouns for organisations with the nouns that name a kind of them.
        label_nouns: Words at the end of labels that name nobody.
        question_openers: Words that open a question that is reported, beside those of questions.
        label_roles: Words of labels with what whoever they stand for is said to be.
        function: Little words by what they do.
    """

    titles: Mapping[str, tuple[str, str]]
    title_nouns: Mapping[str, str]
    first_names: Mapping[str, str]
    family_names: frozenset[str]
    hypocoristics: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, tuple[str, str, str]]
    roles: Mapping[str, str]
    organisations: Mapping[str, str]
    documents: frozenset[str]
    relatives: Mapping[str, tuple[str, ...]]
    particles: frozenset[str]
    second_names: frozenset[str]
    suffixes: frozenset[str]
    capitalised: frozenset[str]
    capitalised_tags: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    addressing: frozenset[str]
    unnamed: frozenset[str]
    manners: frozenset[str]
    plain: frozenset[str]
    epithets: frozenset[str]
    either: frozenset[str]
    broader: Mapping[str, frozenset[str]]
    label_nouns: frozenset[str]
    question_openers: frozenset[str]
    label_roles: Mapping[str, frozenset[str]]
    function: Mapping[str, frozenset[str]]


@cache
def load_vocabulary(lang: str = "en") -> Vocabulary:
    """The words of language *lang*.

    Raises:
        LanguageError: There are no word lists for *lang*.
    """
    words = language_of(lang)
    return Vocabulary(
        titles={word: (title.gender, title.kind) for word, title in words.titles.items()},
        title_nouns=words.title_nouns,
        first_names=words.first_names,
        family_names=words.family_names,
        hypocoristics=words.hypocoristics,
        pronouns={form: (word.gender, word.number, word.kind) for form, word in words.pronouns.items()},
        roles=words.roles,
        organisations=words.organisations,
        documents=words.document_nouns,
        relatives=words.relatives,
        particles=words.name_particles,
        second_names=words.second_names,
        suffixes=words.name_suffixes,
        capitalised=words.capitalised_words,
        capitalised_tags=words.capitalised_tags,
        groups=words.group_nouns,
        places=words.place_nouns,
        addressing=words.addressing_verbs,
        unnamed=words.unnamed_roles,
        manners=words.manner_nouns,
        plain=words.plain_persons,
        epithets=words.epithet_nouns,
        either=words.either_roles,
        broader=words.broader_nouns,
        label_nouns=words.label_nouns,
        question_openers=frozenset(
            word for word, construction in words.clause_openers.items() if construction == "wh"
        ),
        label_roles=words.label_roles,
        function={name: getattr(words.function_words, name.replace(" ", "_")) for name in word_classes()},
    )


def nominal_label(noun: str, words: Vocabulary) -> str:
    """The label of what a common noun, lower case and singular, names; empty for a mere thing."""
    if noun in words.roles:
        return "PERSON"
    if noun in words.organisations:
        return words.organisations[noun]
    if noun in words.groups:
        return "GROUP"
    return "DOCUMENT" if noun in words.documents else ""
