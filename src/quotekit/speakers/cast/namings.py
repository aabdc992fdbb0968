"""Clauses that tell what somebody is called: "a boy, whom all called Tom"; "the frog's name was Bertram"."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import COMMON_NOUNS, NOUN_CLAUSES, PERSON_LABELS
from quotekit.text.punctuation import STOP_TOKENS

__all__ = ["is_known_as", "one_named"]

NAMING_TOKENS = 12
"""Tokens before a verb among which its subject stands; chosen by hand."""

TOLD_TOKENS = 24
"""Tokens before a "this" in which whoever it stands for is told of; chosen by hand."""

NEGATION_TOKENS = 3
"""Tokens from a verb on in which a "not" denies it; chosen by hand."""

NAME_RELATIONS = frozenset({"attr", "oprd", "dobj"})
"""What a name is to the verb that gives it."""

NAME_PAUSES = STOP_TOKENS | {",", ""}
"""What stands behind a name that is all that is said, or nothing."""

OTHERS_TOLD = frozenset({"NN", "WP", "WRB", "WDT"})
"""Tags of words for what else a sentence tells of: one thing, one person, whoever is asked for."""

PASSIVE_SUBJECT = "nsubjpass"
"""The relation of whoever a passive verb is done to."""


def one_named(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The index of the noun or the pronoun for whom a clause of the narration gives the name *mention*."""
    verb = text.heads[mention.head]
    if is_known_as(text, mention, language):
        return one_called(text, text.heads[verb], language)
    if text.quoted[mention.head]:
        return None
    if (noun := one_of_name(text, mention, language)) is not None:
        return noun
    if text.deps[mention.head] not in NAME_RELATIONS:
        return None
    if text.lemmas[verb] in language.function_words.equating:
        return one_who_is(text, verb, mention, language)
    return one_called(text, verb, language) if text.lemmas[verb] in language.function_words.dubbing else None


def one_of_name(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The noun for whoever goes by a name ("a Dane by the name of Bo Riis"), or None."""
    of, words = text.heads[mention.head], language.function_words
    name = text.heads[of]
    by = text.heads[name]
    goes_by = text.lower[by] in words.authorship and text.lower[name] in words.appellation
    is_noun = text.tags[text.heads[by]] in COMMON_NOUNS
    return (
        text.heads[by]
        if goes_by and is_noun and text.deps[name] == text.deps[mention.head] == "pobj"
        else None
    )


def is_known_as(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether somebody is said to be known by a name ("known to all as “Bako”"), which may stand in marks."""
    link, words = text.heads[mention.head], language.function_words
    is_styled = text.deps[mention.head] == "pobj" and text.lower[link] in words.styling
    return is_styled and text.lemmas[text.heads[link]] in words.knowing


def one_who_is(text: Discourse, verb: int, mention: Mention, language: Language) -> int | None:
    """Whose name the subject of "be" is, or who is it ("the caller was Edna Kvist", "He is Tom Riis")."""
    words, clause = language.function_words, text.heads[verb]
    told = clause if text.deps[verb] == "xcomp" and text.lemmas[clause] in words.proving else verb
    subject = next((at for at in below(text, told) if text.deps[at] == "nsubj"), None)
    if subject is None or any(
        text.deps[at] == "neg" for at in range(verb, min(verb + NEGATION_TOKENS, len(text)))
    ):
        return None
    if text.lower[subject] in words.relative:
        return modified(text, told)
    is_it = is_bare_it(text, subject, mention, language)
    if is_it or text.lower[subject] in words.demonstrative:
        return (only_one_told_of if is_it else one_told_of)(text, subject, language)
    if text.lower[subject] in words.appellation:
        return bearer_told(text, verb, subject, language)
    if is_he_or_she(text, subject, language):
        return subject
    first = next(below(text, subject), subject)
    known = text.lower[first] in words.definite and first < subject
    return subject if known and text.tags[subject] == "NN" else None


def bearer_told(text: Discourse, verb: int, noun: int, language: Language) -> int | None:
    """Whose name a noun is: that of what its clause modifies ("whose name was Ada"), or whose it says."""
    owner = next((at for at in below(text, noun) if text.deps[at] == "poss"), None)
    is_clause = owner is not None and text.lower[owner] in language.function_words.relative
    return modified(text, verb) if is_clause else owner


def is_bare_it(text: Discourse, subject: int, mention: Mention, language: Language) -> bool:
    """Whether a sentence says of an "it" only that it is some person ("It was Ada Lund.")."""
    pronoun = language.pronouns.get(text.lower[subject])
    opens = text.sentence_at(text.previous_word(subject)) != text.sentences[subject]
    after = text.word_at(text.next_word(mention.last - 1))
    is_whole = mention.name is not None and mention.name.is_full and mention.label in PERSON_LABELS
    return pronoun is not None and pronoun.gender == "n" and opens and is_whole and after in NAME_PAUSES


def is_he_or_she(text: Discourse, index: int, language: Language) -> bool:
    """Whether a pronoun of one person, or whose it is, stands at *index*."""
    pronoun = language.pronouns.get(text.lower[index])
    return pronoun is not None and pronoun.kind == "person" and pronoun.gender in {"m", "f"}


def one_told_of(text: Discourse, index: int, language: Language) -> int | None:
    """The last word for a person in the sentence before the one at *index* that opens its own.

    What is only somebody's, or of somebody, as of others, is none ("the face of a soldier"). Whom a pronoun
    means is only told of by what they are like, not by what they do ("She saw a light. This was Ada").
    """
    for at in range(index - 1, max(-1, index - TOLD_TOKENS), -1):
        if text.sentences[index] - text.sentences[at] > 1:
            return None
        link = text.lower[text.heads[at]]
        is_person = text.tags[at] == "NN" and label_beside_name(text.lemmas[at], language) == "PERSON"
        is_told = is_he_or_she(text, at, language) and is_only_described(text, at, language)
        if (is_person and link not in language.function_words.belonging) or is_told:
            return at
    return None


def is_only_described(text: Discourse, index: int, language: Language) -> bool:
    """Whether a sentence tells what somebody is like, or what is theirs, by the pronoun at *index*."""
    verb = text.lemmas[text.heads[index]]
    return text.tags[index] == "PRP$" or verb in language.function_words.equating


def only_one_told_of(text: Discourse, index: int, language: Language) -> int | None:
    """The person in the sentence before, if an "it" can mean nothing and nobody else there.

    Somebody else is who plays in what they hear, or whom they ask for ("asked who had called").
    """
    one = one_told_of(text, index, language)
    others = range(one + 1, index) if one is not None else ()
    return one if not any(text.tags[at] in OTHERS_TOLD for at in others) else None


def one_called(text: Discourse, verb: int, language: Language) -> int | None:
    """Whom a verb of naming names: what its clause modifies, or the subject of a passive."""
    named = next((at for at in below(text, verb) if text.deps[at] in {PASSIVE_SUBJECT, "dobj"}), None)
    if text.deps[verb] in NOUN_CLAUSES and (
        text.deps[verb] == "acl"
        or (named is not None and text.lower[named] in language.function_words.relative)
    ):
        return modified(text, verb)
    return named if named is not None and text.deps[named] == PASSIVE_SUBJECT else None


def below(text: Discourse, head: int) -> Iterator[int]:
    """The tokens right before *head* that depend on it, in order."""
    return (at for at in range(max(0, head - NAMING_TOKENS), head) if text.heads[at] == head)


def modified(text: Discourse, verb: int) -> int | None:
    """The noun whose clause *verb* heads."""
    return text.heads[verb] if text.deps[verb] in NOUN_CLAUSES and text.heads[verb] < verb else None
