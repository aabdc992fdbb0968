"""Descriptions and pronouns in the text: "the minister", "a tall man", "his wife", "she"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set

from attrs import evolve

from quotekit.language import Language
from quotekit.speakers.beside_names.affiliations import affiliations_in, words_of_parties
from quotekit.speakers.beside_names.ages import age_at
from quotekit.speakers.cast.predicates import says_office
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import DEFINITE, Mention
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import (
    ADJECTIVES,
    MODIFYING,
    NOUNS,
    PERSON_LABELS,
    SUBJECTS,
)
from quotekit.speakers.mentions.belongings import names_in_phrase
from quotekit.speakers.mentions.gestures import gender_by_gesture
from quotekit.speakers.mentions.noun_phrases import determiner, phrase_start

__all__ = [
    "as_person",
    "find_nominals",
    "find_pronouns",
    "pronoun_at",
    "read_nominal",
    "speaking_nouns",
]

FEWEST_ACTS = 4
"""Acts, of which a turn counts as two, from which on a source is somebody and no slip; chosen by hand."""

AGE_TOKENS = 3
"""Tokens from the noun of an age to the name that it describes ("24-year-old Ada Lund")."""

LONGEST_LIST = 4
"""Nouns joined to one that are passed on the way to it; chosen by hand."""


def find_pronouns(text: Discourse, language: Language) -> list[Mention]:
    """All pronouns of the third person and of the first that could be a speaker."""
    found = []
    for index, word in enumerate(text.lower):
        pronoun = language.pronouns.get(word)
        if (
            pronoun is not None
            and text.words[index] not in text.initials
            and pronoun.kind in {"person", "first"}
        ):
            found.append(pronoun_at(text, index, language))
    return found


def pronoun_at(text: Discourse, index: int, language: Language) -> Mention:
    """The mention that the pronoun at *index* is."""
    pronoun = language.pronouns[text.lower[index]]
    label = "PERSON" if pronoun.gender in {"m", "f"} else ""
    return Mention(
        "pronoun", index, index + 1, index, label, pronoun.gender, pronoun.number, None, pronoun.form
    )


def speaking_nouns(text: Discourse, voices: Iterable[range], language: Language) -> frozenset[str]:
    """The nouns that no table has of those who speak, such as animals in a tale; *voices* are sources."""
    heads = (
        index
        for voice in voices
        for index in voice
        if text.tags[index] == "NN" and text.heads[index] not in voice and text.words[index].islower()
    )
    times = Counter(text.lemmas[index] for index in heads)
    for index, dep in enumerate(text.deps):
        if dep == "nsubj" and text.lemmas[index] in times and not text.quoted[index]:
            times[text.lemmas[index]] += 1
    known = language.manner_nouns
    return frozenset(
        noun
        for noun, count in times.items()
        if count >= FEWEST_ACTS and not nominal_label(noun, language) and noun not in known
    )


def find_nominals(
    text: Discourse, names: Sequence[Mention], language: Language, speaking: Set[str] = frozenset()
) -> list[Mention]:
    """All common nouns of *text* that name persons, organisations or documents, with their phrase.

    *speaking* are those that name persons in this text alone.
    """
    taken = {index for name in names for index in range(name.first, name.last)}
    found = []
    for index, tag in enumerate(text.tags):
        is_noun = tag in NOUNS or is_calling_taken_for_adjective(text, index, language)
        if not is_noun or index in taken or text.deps[index] in MODIFYING:
            continue
        if says_office(text, index, language) or is_somebodys_part(text, index, language):
            continue
        is_voice = text.lemmas[index] in speaking
        mention = read_nominal(text, index, language, any_noun=is_voice)
        if mention is not None and is_voice:
            mention = as_person(mention)
        is_age = mention is not None and mention.noun.isdigit() and index + AGE_TOKENS in taken
        if (
            mention is None
            or mention.label == "DOCUMENT"
            or is_age
            or is_office_alone(text, mention, language)
        ):
            continue
        if mention.determiner in DEFINITE or not is_likened_to(text, index, language):
            found.append(mention)
    return found


def is_calling_taken_for_adjective(text: Discourse, index: int, language: Language) -> bool:
    """Whether a noun for a person is a subject that the tagger takes for an adjective ("the laundress")."""
    is_subject = text.tags[index] in ADJECTIVES and text.deps[index] in SUBJECTS
    return is_subject and text.lower[index] in language.roles


def is_somebodys_part(text: Discourse, index: int, language: Language) -> bool:
    """Whether a noun is a thing that one person has or is in ("his head"), and no office ("head of it")."""
    if text.lemmas[index] not in language.function_words.owned:
        return False
    first = phrase_start(text, index)
    pronoun = language.pronouns.get(text.lower[first])
    by_name = text.entities[first] == "PERSON"
    by_one = pronoun is not None and pronoun.number == "s" and pronoun.gender != "n"
    link, words = text.lower_at(text.previous_word(first)), language.function_words
    is_inside = link in words.place and link not in words.authorship
    is_office = text.lower_at(text.next_word(index)) in words.belonging
    return (by_name or by_one or is_inside) and not is_office


def is_office_alone(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is only what an office is, behind a preposition ("the post of | mayor")."""
    before = text.lower_at(text.previous_word(mention.first))
    governs = before in language.function_words.link or before in language.function_words.comparing
    is_one = mention.label == "PERSON" and mention.number == "s" and mention.last == mention.first + 1
    return governs and is_one and not mention.determiner and mention.noun not in language.relatives


def is_likened_to(text: Discourse, index: int, language: Language) -> bool:
    """Whether a noun, or the one that it is joined to, only tells what somebody is like ("like a thief")."""
    hops = 0
    while text.deps[index] == "conj" and hops < LONGEST_LIST:
        index, hops = text.heads[index], hops + 1
    comparing = language.function_words.comparing
    return text.deps[index] == "pobj" and text.lower[text.heads[index]] in comparing


def as_person(mention: Mention) -> Mention:
    """A description by a noun that no table has, as one of a person."""
    if mention.label or mention.number == "p":
        return mention
    return evolve(mention, label="PERSON", gender=mention.gender.replace("n", "-"), number="s")


def read_nominal(
    text: Discourse, index: int, language: Language, *, any_noun: bool = False
) -> Mention | None:
    """The mention whose head is the noun at *index*.

    None when the noun names no possible source, unless *any_noun* will do.
    """
    noun = singular(text, index, language)
    label = "PERSON" if noun.isdigit() else nominal_label(noun, language)
    if not label and not any_noun:
        return None
    first = phrase_start(text, index)
    plural = text.tags[index] in {"NNS", "NNPS"} or label == "GROUP"
    names = names_in_phrase(text, first, index, language) if label == "PERSON" else frozenset()
    gender = gender_told(text, index, noun, label, language)
    return Mention(
        "nominal",
        first,
        index + AGE_TOKENS if noun.isdigit() and text.word_at(index + 1) == "-" else index + 1,
        index,
        label,
        "-" if plural else gender,
        "p" if plural else ("s" if label == "PERSON" else "-"),
        None,
        noun,
        determiner(text, first, language),
        affiliations_in(text, range(first, index + 1), language),
        names,
        names - language.organisations.keys() - words_of_parties(text, range(first, index), language)
        if tells_holder(text, first, index, noun, language)
        else frozenset(),
    )


def gender_told(text: Discourse, index: int, noun: str, label: str, language: Language) -> str:
    """The gender of whoever *noun* at *index* is: by the noun, its article, or what they do there."""
    gender = language.roles.get(noun, "-" if label in {"GROUP", "PERSON"} else "n")
    if gender in {"m", "f"} or label not in PERSON_LABELS:
        return gender
    is_open = noun not in language.function_words.of_one_gender
    article = language.article_genders.get(text.lower[phrase_start(text, index)], "-") if is_open else "-"
    told = article if article != "-" else gender_by_gesture(text, index, language)
    return gender if told == "-" else told


def tells_holder(text: Discourse, first: int, index: int, noun: str, language: Language) -> bool:
    """Whether a name before a noun tells whoever holds that office in a place, or is a person's, from others.

    A body and a team are called otherwise too ("the Kremlin spokesman" for Putin's, "the Wolves manager"),
    and initials are another form of a name ("the NYC mayor").
    """
    words = language.function_words
    is_owned = index - first > 1 and text.tags[index - 1] == "POS"
    of_person = is_owned and (noun in language.relatives or text.entities[index - 2] == "PERSON")
    is_local = noun in words.local_office and not text.words[index - 1].isupper()
    was = not words.past.isdisjoint(text.lower[first:index])
    return (is_local or of_person) and not was and text.words[index].islower()


def singular(text: Discourse, index: int, language: Language) -> str:
    """The noun's lemma, the last part of a hyphenated one that no table has; an age in years; a decade."""
    lemma = text.lemmas[index] or text.lower[index]
    lemma = text.lower[index] if lemma.isdigit() else lemma
    if age := age_at(text, index, lemma, language):
        return age
    joined = "".join(text.lower[max(0, index - 2) : index + 1]) if text.word_at(index - 1) == "-" else ""
    if joined in language.organisations:
        return joined
    first, _, last = lemma.partition("-")
    return last if lemma.count("-") == 1 and first not in language.function_words.sharing else lemma
