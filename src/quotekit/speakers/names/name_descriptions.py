"""Words with capitals that say what somebody is, and name nobody: roles, offices, members of a people."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from quotekit.language import Language
from quotekit.language.independent import vowels
from quotekit.speakers.beside_names.affiliations import affiliations_in, party_letter
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.personal_names import Name
from quotekit.speakers.ground.scheme import ADJECTIVES, MODIFYING, PARTICIPLES, PERSON_LABELS

__all__ = [
    "has_determiner",
    "is_abbreviation",
    "is_body_of_text",
    "is_cited_book",
    "is_description",
    "is_joined_rank",
    "is_nobodys_name",
    "is_office_twice",
    "is_one_of_people",
    "is_role_in_title",
    "is_seat",
]

LONGEST_LETTERS = 3
"""Letters in capitals that abbreviate something, at most, whatever they are; chosen by hand."""

LONGEST_NARROWING = 3
"""Adjectives between an article and the people that somebody is one of, at most; chosen by hand."""

MEMBER_TAGS = frozenset({"NN", "NNP", "JJ"})
"""Tags of the word for one of a people or a party ("a Muslim"), which taggers take for its adjective too."""

SEAT_MARKS = frozenset({",", "("})
"""Marks between a member's name and the letter of the party."""


CHAPTER_AND_VERSE = re.compile(r"[1-9]\d{0,2}:\d{1,3}(?![\d:])")
"""What stands behind the name of a book where it is cited ("Mark 4:10"), unlike a time ("Mark 04:10")."""


def is_nobodys_name(word: str, language: Language) -> bool:
    """Whether a word with a capital stands for somebody whom it does not name ("Highness", "Somebody")."""
    pronoun = language.pronouns.get(word)
    return word in language.function_words.honorific or (pronoun is not None and pronoun.kind == "indefinite")


def is_description(text: Discourse, run: list[int], language: Language) -> bool:
    """Whether words say what somebody is by role or country ("The Clerk", "the Ohio Democrat").

    A role is a name where no recogniser takes it for a person ("The Observer"), unless it is shortened ("the
    MP"), and so is an epithet with a capital that its table does not have ("The Star").
    """
    last = run[-1]
    if len(run) == 1 and text.lower[last] in language.roles and is_abbreviation(text.words[last]):
        return True
    if " ".join(text.words[index] for index in run) in language.affiliations and len(run) > 1:
        return True
    office = len(run) > 1 and is_bare_office(text, run, language)
    if office or (len(run) > 1 and not affiliations_in(text, run[:-1], language)):
        return office
    role = text.lower[last] in language.roles and text.entities[last] == "PERSON"
    return role or text.words[last] in language.epithet_nouns


def is_bare_office(text: Discourse, run: list[int], language: Language) -> bool:
    """Whether words name an office, and nobody ("the Transport Minister", "Ohio's Chief Judge").

    An article, a possessive or an adjective stands before them. On the label of a turn it is a name, and so
    is a paper's ("the Tarn Courier") that no title opens ("the Chief Examiner").
    """
    words = [text.lower[index] for index in run]
    named = any(word in language.first_names for word in words) or text.entities[run[-1]] not in PERSON_LABELS
    is_paper = words[-1] in language.trade_words and not language.is_title(words[0])
    return words[-1] in language.roles and not (named or is_paper) and run[0] not in text.labels


def is_joined_rank(text: Discourse, run: Sequence[int], language: Language) -> bool:
    """Whether words are titles that a hyphen joins ("the Sergeant-Major")."""
    words = [text.words[index] for index in run]
    return "-" in words[1:-1] and all(word == "-" or language.is_title(word) for word in words)


def is_office_twice(name: Name, language: Language) -> bool:
    """Whether what stands behind a title is an office itself, and nobody's name ("the Deputy Chair")."""
    title = language.title_of(name.parts[0]) if len(name.parts) == 1 else None
    return name.kind == "office" and title is not None and title.kind == "office"


def is_body_of_text(text: Discourse, index: int, language: Language) -> bool:
    """Whether an article makes a general noun with a capital mean some body of the text ("the Company")."""
    before = text.lower_at(text.previous_word(index))
    return before in language.function_words.name_article and text.lower[index] in language.organisations


def has_determiner(text: Discourse, index: int) -> bool:
    """Whether an article, a possessive or a modifier stands before the token ("the acting Mayor")."""
    before = text.previous_word(index)
    if before < 0:
        return False
    tells = text.tags[before] in PARTICIPLES and text.deps[before] in MODIFYING
    return tells or text.tags[before] in {"DT", "PRP$", "POS", "JJ"}


def is_one_of_people(text: Discourse, run: Sequence[int], language: Language) -> bool:
    """Whether words say what somebody unknown is by people or party ("one Ohio Democrat", "a Muslim")."""
    before = text.previous_word(run[0])
    for _ in range(LONGEST_NARROWING):
        before = text.previous_word(before) if text.tag_at(before) in ADJECTIVES else before
    words = language.function_words
    unknown = words.indefinite | (words.article - words.definite)
    last = run[-1]
    is_member = text.entities[last] == "NORP" and text.tags[last] in MEMBER_TAGS
    return is_member and text.deps[last] not in MODIFYING and text.lower_at(before) in unknown


def is_abbreviation(word: str) -> bool:
    """Whether capitals abbreviate something: three at most, or without a vowel."""
    return (
        word.isupper()
        and word.isalpha()
        and len(word) > 1
        and (len(word) <= LONGEST_LETTERS or vowels().isdisjoint(word))
    )


def is_role_in_title(text: Discourse, run: Sequence[int], language: Language, own: Set[str]) -> bool:
    """Whether a run is the role that a title begins with ("Surgeon warns of …"), and none of *own* names."""
    word = text.lower[run[0]]
    is_name = word in own and not is_abbreviation(text.words[run[0]])
    is_role = word in language.roles and not is_name and word not in language.first_names
    return len(run) == 1 and is_role and text.is_in_title(run[0]) and text.previous_word(run[0]) < 0


def is_seat(text: Discourse, run: Sequence[int], language: Language) -> bool:
    """Whether words behind a comma are a party's letter and where its member was elected ("Lund, D-Ohio")."""
    follows = text.word_at(text.previous_word(run[0])) in SEAT_MARKS
    joins = len(run) > 1 and text.words[run[1]] == "-"
    return follows and joins and party_letter(text, run[0]) in language.parties


def is_cited_book(text: Discourse, run: Sequence[int], language: Language) -> bool:
    """Whether a word that is no label of a turn is a book, with chapter and verse behind it."""
    first = run[0]
    is_book = len(run) == 1 and text.lower[first] in language.function_words.cited_book
    return is_book and first not in text.labels and bool(CHAPTER_AND_VERSE.match(text.word_at(first + 1)))
