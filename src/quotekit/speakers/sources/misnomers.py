"""Names in a source that are not of whoever speaks: of a work's owner, of an office, of a people."""

from __future__ import annotations

from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import ADJECTIVES, GROUPS, PLURALS
from quotekit.speakers.mentions.noun_phrases import determiner
from quotekit.speakers.sources.phrase import Phrase
from quotekit.speakers.sources.phrase_ends import tells_of_noun

__all__ = ["is_name_of_another", "is_office_in_capitals", "is_office_name"]

MEMBERSHIPS = frozenset({"party", "people"})
"""Kinds of names by which each of many is called."""

PEOPLES = frozenset({"", "NORP", "GPE"})
"""Labels of what can be the name of a people, in the plural ("Kurds")."""


def is_name_of_another(phrase: Phrase, name: Mention) -> bool:
    """Whether a name in a source is not that of whoever speaks."""
    questions = (
        is_possessed_work,
        is_told_apart,
        is_counted,
        is_role_for_somebody,
        is_noun_in_capitals,
        is_some_of_party,
    )
    return any(ask(phrase, name) for ask in questions)


def is_role_for_somebody(phrase: Phrase, name: Mention) -> bool:
    """Whether a lone name is a role, with whomever it is played for behind it ("Counsel for Lund")."""
    text, link = phrase.text, name.first + 1
    alone = name.last == link and text.lower[name.head] in phrase.language.roles
    return alone and link in phrase.tokens and phrase.is_any_of(link, phrase.function_words.link)


def is_noun_in_capitals(phrase: Phrase, name: Mention) -> bool:
    """Whether a lone word in capitals only says what somebody is, behind an indefinite article ("an NGO").

    A body that the text names elsewhere without an article can be so and so ("a defiant FLA").
    """
    text = phrase.text
    word, before = text.words[name.head], text.previous_word(name.first)
    while before in phrase.tokens and text.tags[before] in ADJECTIVES:
        before = text.previous_word(before)
    is_short = name.last == name.first + 1 and word.isupper() and name.label != "PERSON"
    is_one = before in phrase.tokens and determiner(text, before, phrase.language) == "indefinite"
    is_told_how = text.next_word(before) < name.first
    is_known = is_told_how and name.label in GROUPS and word in text.bare
    return is_short and is_one and not is_known


def is_some_of_party(phrase: Phrase, name: Mention) -> bool:
    """Whether a party's or a people's name is told only of some of them ("Tories backing the bill")."""
    text, after = phrase.text, phrase.text.next_word(name.last - 1)
    told = phrase.language.affiliations.get(text.words[name.head])
    if after not in phrase.tokens:
        return False
    if told is None:
        is_people = text.tags[name.head] in PLURALS and name.label in PEOPLES
        return is_people and tells_of_noun(phrase, after)
    if told.kind not in MEMBERSHIPS:
        return False
    opens = phrase.opens_addition(after) or phrase.is_any_of(after, phrase.function_words.relative)
    return opens or tells_of_noun(phrase, after)


def is_counted(phrase: Phrase, name: Mention) -> bool:
    """Whether a source is some of those whom a name in the plural names ("Several Senate Republicans")."""
    text = phrase.text
    if text.tags[name.head] not in PLURALS:
        return False
    before = range(phrase.tokens.start, name.first)
    return any(text.tags[at] == "CD" or phrase.is_any_of(at, phrase.function_words.other) for at in before)


def is_possessed_work(phrase: Phrase, name: Mention) -> bool:
    """Whether a work's name says only what somebody's work it is ("the bank's Annual Report")."""
    before = range(phrase.tokens.start, name.first)
    return name.label == "DOCUMENT" and any(phrase.text.tags[index] == "POS" for index in before)


def is_told_apart(phrase: Phrase, name: Mention) -> bool:
    """Whether a word tells two bearers of a surname apart ("the elder Lund")."""
    before = phrase.text.previous_word(name.first)
    return before > phrase.tokens.start and phrase.is_any_of(before, phrase.function_words.distinction)


def is_office_name(phrase: Phrase, name: Mention) -> bool:
    """Whether what is taken for a name ends in an office, behind an article or by itself.

    By itself it is what it is of that shows it (“Head of Sales”), that all of its words are such (“Chief
    Whip”), or that it holds no first name (“Chief Operating Officer”). An office may be of something within
    what is taken for a name ("Deputy Inspector of Police").
    """
    text, language = phrase.text, phrase.language
    if is_office_of_something(phrase, name):
        return True
    offices = [
        language.is_title(word) or word in language.roles for word in text.lower[name.first : name.last]
    ]
    if not offices[name.head - name.first]:
        return False
    behind_article = text.lower_at(text.previous_word(name.first)) in phrase.function_words.name_article
    alone = all(offices) or is_role_for_somebody(phrase, name) or is_office_in_capitals(phrase, name)
    return behind_article or alone


def is_office_of_something(phrase: Phrase, name: Mention) -> bool:
    """Whether an "of" stands inside what is taken for a name, and nothing but titles and roles before it."""
    text, language = phrase.text, phrase.language
    links = (
        at for at in range(name.first, name.last) if phrase.is_any_of(at, phrase.function_words.belonging)
    )
    before = text.lower[name.first : next(links, name.first)]
    return bool(before) and all(language.is_title(word) or word in language.roles for word in before)


def is_office_in_capitals(phrase: Phrase, name: Mention) -> bool:
    """Whether several words that end in a role are taken for a name, of which none is a first name.

    Whoever the recogniser takes for a person has a surname that is a role ("Captain Tarn Cook"), and a paper
    may be called by one ("Lund Observer").
    """
    words = phrase.text.lower[name.first : name.last]
    is_paper = words[-1] in phrase.language.trade_words
    is_role = len(words) > 1 and words[-1] in phrase.language.roles and not is_paper
    is_person = phrase.text.entities[name.head] == "PERSON"
    return is_role and not is_person and not any(word in phrase.language.first_names for word in words)
