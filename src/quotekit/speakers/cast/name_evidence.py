"""What the words around a name tell of its bearer: a person, or an organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.language import Language
from quotekit.speakers.beside_names.ages import age_before
from quotekit.speakers.beside_names.nouns import afterthought, apposed_noun, introduction
from quotekit.speakers.beside_names.parenthood import CHILDREN_TOKENS, counts_own_children
from quotekit.speakers.cast.namings import one_named
from quotekit.speakers.cast.neuter_names import opens_text, speaks_next, tells_of_itself
from quotekit.speakers.cast.predicates import is_said_of, offices_in_front
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import FINITE_VERBS, GROUPS, NOUNS, PLURALS, SUBJECTS
from quotekit.speakers.names.own_names import is_all_of_speaker
from quotekit.text.citations import citation_at

__all__ = ["BODY", "FIRM", "PERSON", "evidence_for_label", "evidence_of_nouns"]

FIRM = 2.0
"""The weight of what settles a label alone, where a pronoun's is 1; chosen by hand."""

AGREEING = 3 * FIRM
"""The weight of a verb of several, which outweighs the pronouns behind a name; chosen by hand."""

JOINT = frozenset({"conj", "cc"})
"""Relations of what is joined to a name, and of the word that joins it."""

PERSON, BODY = "PERSON", "ORG"
"""The labels between which a name's surroundings decide."""

OWNER_TOKENS = 4
"""Tokens before a noun in which a pronoun says whose it is; chosen by hand."""

PRONOUN_TOKENS = 30
"""Tokens behind a name in which a pronoun tells of it; chosen by hand."""

PREDICATE_REACH = 16
"""Tokens behind a name in which a noun can be said of it; as far as descriptions are learned from."""

AGES = frozenset(map(str, range(10, 110)))
"""Years of somebody's age."""


def evidence_for_label(
    text: Discourse, names: Sequence[Mention], at: int, language: Language
) -> Iterator[tuple[str, float]]:
    """What each thing beside the name at *at* says that it names, and how firmly."""
    mention = names[at]
    yield from evidence_of_nouns(text, mention, language)
    opens = opens_text(text, names, at) and tells_of_itself(text, mention, language)
    if opens and not goes_on_as_person(text, names, at, language):
        yield BODY, FIRM
    if speaks_next(text, mention, language):
        yield BODY, FIRM
    yield from evidence_behind(text, mention, language)
    if text.quoted[mention.head]:
        return
    acts = text.deps[mention.head] in SUBJECTS
    if acts and (is_cited_scholar(text, mention) or is_born(text, mention, language)):
        yield PERSON, FIRM
    if acts and acts_as_several(text, mention, language):
        yield BODY, AGREEING
    if acts or is_companion(text, mention, language):
        yield from next_pronoun(text, tokens_behind(text, names, at), language)


def evidence_of_nouns(text: Discourse, mention: Mention, language: Language) -> Iterator[tuple[str, float]]:
    """What the nouns that are said of a name, an age, its relatives and its own words say that it names."""
    for noun in (
        introduction(text, mention, language),
        afterthought(text, mention),
        apposed_noun(text, mention, language),
        one_named(text, mention, language),
    ):
        label = role_label(text, noun, language) if noun is not None else ""
        if label:
            yield label, FIRM
    is_parent = counts_own_children(text, mention.first - CHILDREN_TOKENS, language)
    if is_parent or age_before(text, mention.first, language) or has_bracketed_age(text, mention):
        yield PERSON, FIRM
    said = {role_label(text, noun, language) for noun in nouns_said_of(text, mention, language)}
    yield from ((label, FIRM) for label in said if label)
    if owns_relative(text, mention, language) or is_all_of_speaker(text, mention, language):
        yield PERSON, FIRM


def evidence_behind(text: Discourse, mention: Mention, language: Language) -> Iterator[tuple[str, float]]:
    """What a name's spokesman or document says, and the age or the relative pronoun behind its comma."""
    index = text.next_word(mention.last - 1)
    documents = language.document_nouns if mention.name and mention.name.is_full else frozenset()
    voices = language.unnamed_roles | documents
    if index < len(text) and text.tags[index] == "NN" and text.lower[index] in voices:
        yield BODY, FIRM
    if index >= len(text) - 1 or text.words[index] != "," or is_possessor(text, mention, language):
        return
    word = text.lower_at(text.next_word(index))
    if word in AGES or word in language.function_words.personal_relative:
        yield PERSON, FIRM
    elif word in language.function_words.impersonal_relative:
        yield BODY, FIRM


def has_bracketed_age(text: Discourse, mention: Mention) -> bool:
    """Whether the bracket behind a full name holds an age alone ("Ada Lund (33)")."""
    bracket = text.next_word(mention.last - 1)
    inside = text.word_at(bracket) == "(" and text.word_at(bracket + 2) == ")"
    return inside and text.words[bracket + 1] in AGES and mention.name is not None and mention.name.is_full


def nouns_said_of(text: Discourse, mention: Mention, language: Language) -> Iterator[int]:
    """The nouns that the sentence of a full name says of its bearer: predicates and offices."""
    if mention.name is None or not mention.name.is_full:
        return
    yield from offices_in_front(text, mention, language)
    for noun in range(mention.last, min(mention.last + PREDICATE_REACH, len(text))):
        if text.sentences[noun] != text.sentences[mention.head]:
            return
        if text.tags[noun] in NOUNS and is_said_of(text, noun, mention, language):
            yield noun


def owns_relative(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is of whoever has a relative ("Ysolde’s husband"), and no "first lady"."""
    apostrophe = text.next_word(mention.last - 1)
    noun = text.next_word(apostrophe)
    return (
        text.tag_at(apostrophe) == "POS"
        and text.tag_at(noun) == "NN"
        and (text.lower_at(noun) in language.relatives and text.heads[mention.head] == noun)
    )


def goes_on_as_person(text: Discourse, names: Sequence[Mention], at: int, language: Language) -> bool:
    """Whether "he" or "she" comes next behind the name at *at* somewhere ("Lund told a rally … He said")."""
    same = (number for number, one in enumerate(names) if one.name == names[at].name)
    behind = (next_pronoun(text, tokens_behind(text, names, number), language) for number in same)
    return any(True for told in behind for _ in told)


def tokens_behind(text: Discourse, names: Sequence[Mention], at: int) -> range:
    """The tokens between a name and the next one in which a pronoun can mean its bearer."""
    first = names[at].last
    until = names[at + 1].first if at + 1 < len(names) else len(text)
    return range(first, min(until, first + PRONOUN_TOKENS))


def is_cited_scholar(text: Discourse, mention: Mention) -> bool:
    """Whether the year of a citation stands behind a name that is no abbreviation ("Lund (1999)")."""
    end = text.ends[mention.last - 1]
    is_abbreviation, bracket = text.words[mention.head].isupper(), text.next_word(mention.last - 1)
    return not is_abbreviation and text.word_at(bracket) == "(" and citation_at(text.text, end) > end


def is_born(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether the sentence of a name tells that its bearer was born ("Ada Lund was born in Tarn")."""
    birth = text.lemmas[text.heads[mention.head]] in language.function_words.birth
    name = mention.name
    known = name is not None and (name.is_full or name.first in language.first_names)
    return known and birth and text.deps[mention.head] in SUBJECTS - {"nsubj"}


def acts_as_several(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a verb of several is said of a name that stands alone ("Lund were ahead"), as of a body."""
    verb = text.heads[mention.head]
    behind = range(mention.last, min(verb + 1, mention.last + OWNER_TOKENS))
    several = language.function_words.of_several
    agrees = any(
        text.lower[at] in several and text.tags[at] in FINITE_VERBS and verb in (at, text.heads[at])
        for at in behind
    )
    is_joined = any(text.heads[at] == mention.head and text.deps[at] in JOINT for at in behind)
    return agrees and not is_joined and text.tags[mention.head] not in PLURALS


def is_companion(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a known first name opens that of whom, or with whom, something is done ("I ran with Ada").

    Behind "to", as behind words of place, it is as often where somebody goes.
    """
    name, words = mention.name, language.function_words
    before = text.lower_at(text.previous_word(mention.first))
    given = name is not None and not name.is_full and name.first in language.first_names
    return (
        given and text.deps[mention.head] in {"pobj", "dobj"} and before not in words.place | words.addressing
    )


def is_possessor(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a preposition joins a name to something before, of which a clause behind it may speak."""
    before = text.previous_word(mention.first)
    if before < 1 or text.lower[before] not in language.function_words.link:
        return False
    return text.sentence_at(text.previous_word(before)) == text.sentences[before]


def next_pronoun(text: Discourse, tokens: range, language: Language) -> Iterator[tuple[str, float]]:
    """What the next pronoun behind a name says, when no other name but that of a place comes first."""
    for index in tokens:
        if text.paragraphs[index] != text.paragraphs[tokens.start]:
            return
        if text.quoted[index]:
            continue
        pronoun = language.pronouns.get(text.lower[index])
        if pronoun is not None and pronoun.is_third_singular and pronoun.gender in {"m", "f"}:
            yield PERSON, 1.0 + (text.deps[index] == "nsubj")
            return


def role_label(text: Discourse, noun: int, language: Language) -> str:
    """Whether a noun or a pronoun is a person's or an organisation's; empty when it tells of neither."""
    lemma = text.lemmas[noun]
    pronoun = language.pronouns.get(text.lower[noun])
    if pronoun is not None:
        return PERSON if pronoun.gender in {"m", "f"} else ""
    label = label_beside_name(lemma, language)
    if lemma in language.organisations:
        return BODY if label in GROUPS and text.tags[noun] != "NNS" else ""
    return (
        PERSON
        if label == PERSON and (lemma not in language.either_roles or is_owned(text, noun, language))
        else ""
    )


def is_owned(text: Discourse, noun: int, language: Language) -> bool:
    """Whether a noun says whose somebody is, as only persons are said to be ("her business partner")."""
    return any(
        pronoun.gender in {"m", "f"}
        for index in range(max(0, noun - OWNER_TOKENS), noun)
        if text.heads[index] == noun and (pronoun := language.pronouns.get(text.lower[index])) is not None
    )
