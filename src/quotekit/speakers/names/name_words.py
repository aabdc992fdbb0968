"""Which words of a text look like words of names."""

from __future__ import annotations

import re

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import (
    DATES,
    FINITE_VERBS,
    NAMED,
    PERSON_LABELS,
    PLACES,
    PLURALS,
    PROPER_NOUNS,
)

__all__ = [
    "BEFORE_DATES",
    "NAME_WORD",
    "NUMERAL",
    "VERBS",
    "is_first_name",
    "is_handle",
    "is_hyphenated",
    "is_namelike",
    "is_one_entity",
    "is_title_word",
    "opens_name",
]

NAME_WORD = re.compile(r"(?:[dl]['’])?[^\W\d_a-zß-ÿ](?:[\w'’&]|\.(?!\.)|-(?!-)|(?<=[À-ÿ])[\x80-\xbf])*")
"""A word that begins with a capital, perhaps behind "d'", with what may stand inside a name's word.

That includes what is left of a letter that was read in a wrong encoding ("JosÃ©").
"""

HANDLE_WORD = re.compile(r"@\w[\w.]*")
"""What somebody is called by on a network ("@ada.lund"), which is one word whatever its tag is."""

VERBS = FINITE_VERBS | {"VB"}
"""Tags of verbs that a first name can be taken for where it opens a sentence ("Will", "Mark")."""

STATEMENT_TOKENS = 40
"""Tokens of a sentence that are looked through for its verb, so that each takes the same time."""

BEFORE_DATES = frozenset({"IN", "JJ", "CD"})
"""Tags of what stands in front of the month of a date ("in June", "last June", "3 June")."""

LONGEST_JOINED = 3
"""Words of the first of several names behind the office that they share, at most; chosen by hand."""

NUMERAL = re.compile(r"[IVXLC]+|[IVXLC]{2,}\.")
"""Roman numerals; a letter with a full stop is an initial."""

SHORTENED_PLURAL = re.compile(r"[A-ZÀ-Þ]{2,}s")
"""Several of what capitals shorten, who have no name ("MPs", "NGOs")."""


def opens_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a name can begin at *index*."""
    if text.lower[index] in language.function_words.name_article:
        return False
    return (
        index in text.spelled
        or is_handle(text, index)
        or is_namelike(text, index, language)
        or is_hyphenated(text, index, language)
        or is_shouted_first_name(text, index, language)
        or is_mistaken_first_name(text, index, language)
        or is_epithet_of_label(text, index, language)
    )


def is_epithet_of_label(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word opens the label of a turn as a name's epithet, however it is tagged ("Little Fox:")."""
    label, title = text.labels.get(index, range(0)), language.title_of(text.words[index])
    opens = index in label[:1] and index + 1 in label and title is not None and title.kind == "epithet"
    return opens and is_namelike(text, index + 1, language)


def is_handle(text: Discourse, index: int) -> bool:
    """Whether the token at *index* is what somebody is called by on a network."""
    return HANDLE_WORD.fullmatch(text.words[index]) is not None


def is_shouted_first_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a first name in capitals stands before a surname in capitals, whatever its tag is.

    One that nobody knows is one where a heading presents somebody ("FIVE MINUTES WITH LAZLO BRANDT").
    """
    word, surname = text.words[index], text.word_at(index + 1)
    shouted = word.isalpha() and word.isupper() and surname.isupper()
    presented = text.lower_at(text.previous_word(index)) in language.function_words.presenting
    known = text.lower[index] in language.first_names or presented
    return shouted and known and is_namelike(text, index + 1, language)


def is_mistaken_first_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a first name in front of a surname is tagged as another word, in a statement with a verb.

    A question opens with an auxiliary, a demand has no other verb ("Will Lund go?", "Mark Lund's words.").
    """
    surname = text.lower_at(index + 1)
    opens = (
        not text.is_one_paragraph(index - 1, index) or text.sentence_at(index - 1) != text.sentences[index]
    )
    is_known = opens and text.lower[index] in language.first_names
    if (
        not is_known
        or not NAME_WORD.fullmatch(text.words[index])
        or not is_mistaken_tag(text, index, language)
    ):
        return False
    if surname in language.first_names or not surname or not is_namelike(text, index + 1, language):
        return False
    return states_something(text, index + 2)


def is_mistaken_tag(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is tagged as a verb, or as a common noun that is no calling and no title."""
    word, tag = text.lower[index], text.tags[index]
    return tag in VERBS or (tag == "NN" and not nominal_label(word, language) and not language.is_title(word))


def states_something(text: Discourse, first: int) -> bool:
    """Whether the sentence of a token has a finite verb from there on, and asks nothing."""
    end = first
    while end < min(len(text), first + STATEMENT_TOKENS) and text.sentences[end] == text.sentence_at(first):
        end += 1
    return "?" not in text.words[first:end] and not FINITE_VERBS.isdisjoint(text.tags[first:end])


def is_hyphenated(text: Discourse, index: int, language: Language) -> bool:
    """Whether a capitalised word that is tagged as none of a name's is hyphenated with one that is."""
    hyphen, after = index + 1, index + 2
    return (
        after < len(text)
        and text.words[hyphen] == "-"
        and text.adjoin(index, hyphen)
        and text.adjoin(hyphen, after)
        and (text.entities[after] in PERSON_LABELS or is_one_entity(text, index, after))
        and NAME_WORD.fullmatch(text.words[index]) is not None
        and text.lower[index] not in language.function_words.prefix
        and is_namelike(text, after, language)
        and not is_title_word(text, after, language)
    )


def is_one_entity(text: Discourse, one: int, other: int) -> bool:
    """Whether two tokens belong to the same named entity."""
    return text.entity_starts[one] >= 0 and text.entity_starts[one] == text.entity_starts[other]


def is_namelike(text: Discourse, index: int, language: Language) -> bool:
    """Whether the token at *index* looks like a word of a name."""
    word = text.words[index]
    if (
        not NAME_WORD.fullmatch(word)
        or (text.lower[index] in language.capitalised_words and not is_time_of_name(text, index, language))
        or NUMERAL.fullmatch(word)
        or SHORTENED_PLURAL.fullmatch(word)
        or is_in_hyphened_office(text, index, language)
        or is_kin_of_several(text, index, language)
        or is_office_of_several(text, index, language)
    ):
        return False
    if text.tags[index] in PROPER_NOUNS:
        return True
    is_little = text.tags[index] in {"DT", "PRP$", "IN", "WP", "CC"} or text.lower[index] in language.pronouns
    if text.entities[index] in NAMED and not is_little:
        return True
    return language.is_title(word) and word[-1:] == "."


def is_time_of_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word that mostly says when is a first name: a month, or any between a title and a surname."""
    title = language.title_of(text.word_at(text.previous_word(index)))
    is_addressed = title is not None and title.kind == "courtesy" and text.word_at(index + 1)[:1].isupper()
    return is_addressed or is_month_of_name(text, index, language)


def is_month_of_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a month is the first name in front of a surname ("April Tolland"), and says no time.

    Behind a preposition it is where the recogniser takes both words for one name.
    """
    before, after = text.previous_word(index), index + 1
    if not is_month_and_name(text.lower[index], language) or after >= len(text):
        return False
    known = nominal_label(text.lower[after].removesuffix("s"), language) or is_title_word(
        text, after, language
    )
    if known or goes_on_as_date(text, after) or not is_namelike(text, after, language):
        return False
    return text.tag_at(before) not in BEFORE_DATES or (
        text.entities[index] not in DATES and is_one_entity(text, index, after)
    )


def goes_on_as_date(text: Discourse, index: int) -> bool:
    """Whether a word is inside of what the recogniser takes for a date ("April Fool’s Day")."""
    after = min(index + 1, len(text) - 1)
    return text.entities[index] in DATES and after > index and is_one_entity(text, index, after)


def is_month_and_name(word: str, language: Language) -> bool:
    """Whether a word that is written with a capital and names nobody is a first name all the same."""
    return word in language.capitalised_words and word in language.first_names


def is_in_hyphened_office(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is the first or the last of an office with a preposition in it ("Editor-in-Chief")."""
    for first in (index, index - 4):
        words = range(first, first + 5)
        if first < 0 or words.stop > len(text) or not all(map(text.adjoin, words, words[1:])):
            continue
        is_joined = text.words[first + 1] == text.words[first + 3] == "-"
        links = text.words[first + 2] in language.function_words.link
        holds = text.lower[words[-1]] in language.roles or language.is_title(text.words[words[-1]])
        if is_joined and links and holds:
            return True
    return False


def is_kin_of_several(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word says what those are to each other whose names follow it ("Brothers Sami and …")."""
    kin = text.lower[index].removesuffix("s")
    opens = index == 0 or text.sentences[index - 1] != text.sentences[index]
    title = language.title_of(kin) if opens and kin != text.lower[index] else None
    return title is not None and title.kind == "kin" and text.word_at(index + 1)[:1].isupper()


def is_office_of_several(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is the office of those whose joined names follow it ("Senators Lund and Rook")."""
    title = language.title_of(text.lower[index].removesuffix("s"))
    if title is None or title.kind != "office" or text.tags[index] not in PLURALS:
        return False
    joint = index + 1
    while text.word_at(joint)[:1].isupper() and joint - index <= LONGEST_JOINED:
        joint += 1
    joins = text.word_at(joint) == "," or text.tag_at(joint) == "CC"
    return joint > index + 1 and joins and text.word_at(joint + 1)[:1].isupper()


def is_title_word(text: Discourse, index: int, language: Language, *, alone: bool = True) -> bool:
    """Whether the token at *index* is a title and no first name or initial; *alone*, no mere modifier."""
    title = language.title_of(text.words[index])
    if title is None or text.lower[index] in language.first_names or len(title.form) == 1:
        return False
    return not alone or title.kind not in {"modifier", "epithet"}


def is_first_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a first name and no place's, as far as the tables and the pipeline know."""
    return text.lower[index] in language.first_names and text.entities[index] not in PLACES
