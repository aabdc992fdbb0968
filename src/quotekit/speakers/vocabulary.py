"""The word lists that tell who is who, read once per language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from quotekit.language import load_rows, load_table, load_words

__all__ = ["Vocabulary", "load_vocabulary", "nominal_label"]


@frozen(eq=False)
class Vocabulary:
    """Words of one language, lower case unless they are names.

    Attributes:
        titles: Titles with the gender they tell and their kind.
        title_nouns: The noun that an abbreviated title stands for ("sen": "senator").
        first_names: First names, casefolded, with their gender.
        hypocoristics: Short forms of first names with the names they are short for, casefolded.
        pronouns: Pronouns with gender, number and kind.
        roles: Nouns for persons with their gender.
        organisations: Nouns for organisations with the label of what they name.
        documents: Nouns for what can say something in writing.
        relatives: Nouns for relatives with the titles that such a relative bears.
        particles: Words inside personal names.
        suffixes: Words behind personal names.
        capitalised: Words that are written with a capital and are no names.
        groups: Nouns that name groups of people, with or without a determiner.
        places: Last words of the names of places.
        addressing: Verbs whose object is who is spoken to.
        replies: Nouns for words spoken.
        unnamed: Nouns for persons who are often left unnamed.
        manners: Nouns that say how somebody speaks.
        plain: Nouns that tell no more than that somebody is a man, a woman or a child.
        either: Nouns for a role that an organisation can play as well as a person.
        broader: Nouns for organisations with the nouns that name a kind of them.
        function: Little words by what they do.
    """

    titles: dict[str, tuple[str, str]]
    title_nouns: dict[str, str]
    first_names: dict[str, str]
    hypocoristics: dict[str, frozenset[str]]
    pronouns: dict[str, tuple[str, str, str]]
    roles: dict[str, str]
    organisations: dict[str, str]
    documents: frozenset[str]
    relatives: dict[str, tuple[str, ...]]
    particles: frozenset[str]
    suffixes: frozenset[str]
    capitalised: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    addressing: frozenset[str]
    replies: frozenset[str]
    unnamed: frozenset[str]
    manners: frozenset[str]
    plain: frozenset[str]
    either: frozenset[str]
    broader: dict[str, frozenset[str]]
    function: dict[str, frozenset[str]]


@cache
def load_vocabulary(lang: str = "en") -> Vocabulary:
    """The words of language *lang*.

    Raises:
        LanguageError: There are no word lists for *lang*.
    """
    return Vocabulary(
        titles={row[0]: (row[1], row[2]) for row in load_rows(lang, "titles")},
        title_nouns=load_table(lang, "title_nouns"),
        first_names={name.casefold(): gender for name, gender in load_table(lang, "first_names").items()},
        hypocoristics={
            short.casefold(): frozenset(full.casefold().split("|"))
            for short, full in load_table(lang, "hypocoristics").items()
        },
        pronouns={row[0]: (row[1], row[2], row[3]) for row in load_rows(lang, "pronouns")},
        roles=load_table(lang, "roles"),
        organisations=load_table(lang, "organisations"),
        documents=load_words(lang, "documents"),
        relatives={noun: tuple(titles.split("|")) for noun, titles in load_table(lang, "relatives").items()},
        particles=load_words(lang, "name_particles"),
        suffixes=load_words(lang, "name_suffixes"),
        capitalised=load_words(lang, "capitalised"),
        groups=load_words(lang, "groups"),
        places=load_words(lang, "places"),
        addressing=load_words(lang, "addressing_verbs"),
        replies=load_words(lang, "reply_nouns"),
        unnamed=load_words(lang, "unnamed_roles"),
        manners=load_words(lang, "manner_nouns"),
        plain=load_words(lang, "plain_persons"),
        either=load_words(lang, "either_roles"),
        broader={
            noun: frozenset(kinds.split("|")) for noun, kinds in load_table(lang, "broader_nouns").items()
        },
        function=by_class(load_rows(lang, "function_words")),
    )


def by_class(rows: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """The words of each class."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, kind in rows:
        found[kind].add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def nominal_label(noun: str, words: Vocabulary) -> str:
    """The label of what a common noun, lower case and singular, names; empty for a mere thing."""
    if noun in words.roles:
        return "PERSON"
    if noun in words.organisations:
        return words.organisations[noun]
    if noun in words.groups:
        return "GROUP"
    return "DOCUMENT" if noun in words.documents else ""
