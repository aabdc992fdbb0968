"""The nouns that a name stands beside: "the mayor of Lund, Pia Rook", "Pia Rook, the mayor of Lund"."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import COMMON_NOUNS, DETERMINERS, FINITE_VERBS, PROPER_NOUNS
from quotekit.text.punctuation import CLAUSE_ENDS

__all__ = ["afterthought", "apposed_noun", "introduction", "is_apposed_behind", "is_apposed_to_inverted"]

AFTERTHOUGHT = DETERMINERS | PROPER_NOUNS | {"JJ", "JJS", "NN", "POS", "HYPH", "VBN", "VBG"}
"""Tags of the words between a comma and the noun of the apposition that it opens, and right behind it."""

ITEM = AFTERTHOUGHT | {"PRP"}
"""Tags of the words of the last item of a list."""

LEADING = DETERMINERS | PROPER_NOUNS | {"CC", "JJ", "NN", "POS", "PRP$", "RB", "_SP"}
"""Tags of the words in front of an office that leads its sentence."""

LIST_OPENERS = frozenset({":", "-", "–", "—"})
"""Signs behind which bare words are the items of a list ("CHARACTERS: Narrator, Old Gran, a cat")."""

PHRASE_WORDS = 10
"""Words of a noun phrase that are looked through for its noun; chosen by hand."""


def introduction(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The index of the noun that a name follows as its apposition ("the mayor of Lund, Pia Rook")."""
    before = text.previous_word(mention.first)
    if before < 0 or text.paragraphs[before] != text.paragraphs[mention.first]:
        return None
    if text.lower[before] in language.function_words.naming:
        return nearest_noun(text, before, language)
    if text.lemmas[before] in language.function_words.equating and text.deps[mention.head] == "attr":
        return nearest_noun(text, before, language)
    if text.words[before] == ",":
        return noun_before_comma(text, before, mention, language)
    is_noun = text.tags[before] in COMMON_NOUNS and text.words[before].islower()
    is_noun = is_noun or (text.tags[before] in PROPER_NOUNS and text.lower[before] in language.roles)
    acts = text.deps[before] == "nsubj" and not shares_verb(text, before, mention.head)
    return before if is_noun and not acts else None


def noun_before_comma(text: Discourse, comma: int, mention: Mention, language: Language) -> int | None:
    """The noun that a name behind a comma is in apposition to; a person's is a body's man, not the body."""
    noun = nearest_noun(text, comma, language)
    if noun is None:
        return None
    if opens_list(text, noun):
        return None
    holder = holder_of_noun(text, noun, language)
    if is_open_subject(text, holder, mention):
        return holder
    is_holders = mention.label == "PERSON" or text.heads[mention.head] == holder
    told = holder if is_holders else noun
    return told if is_closed_apposition(text, mention, language) else None


def opens_list(text: Discourse, noun: int) -> bool:
    """Whether a bare noun is the first item of a list, whose other items are not in apposition to it.

    A hyphen that adjoins it opens none ("the vice-president, Ada Lund").
    """
    sign = text.previous_word(noun)
    return text.word_at(sign) in LIST_OPENERS and not text.adjoin(sign, noun)


def holder_of_noun(text: Discourse, noun: int, language: Language) -> int:
    """The noun for somebody whom the phrase of *noun* tells of ("a clerk from the bank"), or *noun*."""
    holder = text.heads[text.heads[noun]]
    is_inside = text.deps[noun] == "pobj" and holder < noun and text.tags[holder] in COMMON_NOUNS
    is_person = is_inside and label_beside_name(text.lemmas[holder], language) == "PERSON"
    return holder if is_person else noun


def is_open_subject(text: Discourse, noun: int, mention: Mention) -> bool:
    """Whether only a comma parts what somebody is from the name that acts ("The head of trade, Lund says").

    The office leads its sentence, so that nothing else is told of it.
    """
    acts = text.deps[mention.head] == "nsubj" and text.tags[noun] == "NN"
    opening = next((at for at in range(noun, -1, -1) if text.sentences[at] != text.sentences[noun]), -1)
    leads = all(text.tags[at] in LEADING for at in range(opening + 1, noun))
    return acts and leads and FINITE_VERBS.isdisjoint(text.tags[noun : mention.first])


def shares_verb(text: Discourse, noun: int, name: int) -> bool:
    """Whether the parse takes both a noun and the name behind it for the subject of one verb."""
    return text.deps[noun] == text.deps[name] == "nsubj" and text.heads[noun] == text.heads[name]


def is_apposed_behind(text: Discourse, noun: int, mention: Mention) -> bool:
    """Whether a noun is in apposition to a name before it, in no list and over no edge of a quotation.

    What a verb follows without a comma is its subject ("In a talk with Ada Lund, the mayor said").
    """
    is_apposed = text.deps[noun] == "appos" and mention.first <= text.heads[noun] < mention.last
    is_apposed = is_apposed or is_apposed_to_inverted(text, noun, mention)
    together = text.quoted[noun] == text.quoted[mention.head]
    acts = text.tag_at(text.next_word(noun)) in FINITE_VERBS
    return is_apposed and together and not acts and not is_before_last_of_list(text, noun)


def is_apposed_to_inverted(text: Discourse, noun: int, mention: Mention) -> bool:
    """Whether a noun stands behind a pause and a name that is its verb's subject too ("said Ida, a cook")."""
    verb = text.heads[noun]
    both = text.deps[noun] == text.deps[mention.head] == "nsubj" and verb == text.heads[mention.head]
    return both and verb < mention.first and text.word_at(text.next_word(mention.last - 1)) == ","


def is_before_last_of_list(text: Discourse, noun: int) -> bool:
    """Whether "and" and one more stand between a noun and the verb ("Ada, the cooper and I sat down").

    What is in apposition ends at a comma ("Ada Lund, the mayor and a baker, sat down").
    """
    index = text.next_word(noun)
    if text.tag_at(index) != "CC":
        return False
    index = text.next_word(index)
    last = index + PHRASE_WORDS
    while index < min(len(text), last) and text.tags[index] in ITEM:
        index = text.next_word(index)
    return text.tag_at(index) in FINITE_VERBS


def apposed_noun(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The index of the common noun before a name that the parse has it in apposition to, over no colon."""
    noun = office_holder(text, text.heads[mention.head], language)
    apposed = text.deps[mention.head] == "appos" and noun < mention.first
    is_noun = text.tags[noun] in COMMON_NOUNS or text.lower[noun] in language.roles
    told = apposed and is_noun and ":" not in text.words[noun : mention.first] and not opens_list(text, noun)
    return voice_of(text, noun, language) if told else office_set_off(text, mention, language)


def office_set_off(text: Discourse, mention: Mention, language: Language) -> int | None:
    """The office before a name that two commas part from it and from the verb ("Le maire, Léa Roux, a dit").

    Some parsers take the two for a list, and the name for the verb's subject.
    """
    comma, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    if mention.label != "PERSON" or not text.word_at(comma) == text.word_at(after) == ",":
        return None
    behind = text.next_word(after)
    behind = text.next_word(behind) if text.tag_at(behind) == "PRP" else behind
    noun = nearest_noun(text, comma, language)
    if noun is None or text.tag_at(behind) not in FINITE_VERBS:
        return None
    above = text.heads[noun]
    holder = above if text.deps[noun] == "pobj" and text.tags[above] in COMMON_NOUNS else noun
    definite = text.lower_at(text.previous_word(holder)) in language.function_words.definite
    return holder if definite and label_beside_name(text.lemmas[holder], language) == "PERSON" else None


def office_holder(text: Discourse, noun: int, language: Language) -> int:
    """Whoever holds an office of what *noun* names ("the mayor of Lund, Pia Rook"), or *noun*."""
    link = text.heads[noun]
    holder = text.heads[link]
    is_of = text.tags[noun] in PROPER_NOUNS and text.deps[noun] == "pobj" and holder < link
    is_office = is_of and text.tags[holder] in COMMON_NOUNS
    return holder if is_office and label_beside_name(text.lemmas[holder], language) == "PERSON" else noun


def voice_of(text: Discourse, noun: int, language: Language) -> int:
    """The noun for whoever speaks for the one at *noun* ("a spokesman for the heiress"), or *noun*."""
    link = text.heads[noun]
    voice = text.heads[link]
    is_for = text.deps[noun] == "pobj" and text.tags[voice] in COMMON_NOUNS and voice < link
    return voice if is_for and text.lemmas[voice] in language.unnamed_roles else noun


def is_closed_apposition(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name that a comma opens ends at a pause, a verb or a phrase, and is no item of a list."""
    after = text.next_word(mention.last - 1)
    if after >= len(text):
        return True
    if text.deps[mention.head] == "nsubj" and text.words[after] != ",":
        return False
    return text.tags[after] not in COMMON_NOUNS and text.tags[after] != "CC"


def nearest_noun(text: Discourse, index: int, language: Language) -> int | None:
    """The index of the last noun before *index* that tells what somebody is, within its phrase."""
    for _ in range(PHRASE_WORDS):
        index = text.previous_word(index)
        if index < 0 or text.words[index] in CLAUSE_ENDS | {","} or text.deps[index] == "ROOT":
            return None
        if text.tags[index] in COMMON_NOUNS and label_beside_name(text.lemmas[index], language):
            return voice_of(text, index, language)
    return None


def afterthought(text: Discourse, mention: Mention) -> int | None:
    """The index of the noun that follows a name and a comma as its apposition ("Pia Rook, the mayor of")."""
    index = text.next_word(mention.last - 1)
    if index >= len(text) or text.words[index] != ",":
        return None
    index = text.next_word(index)
    last, noun = index + PHRASE_WORDS, None
    while index < min(len(text), last) and (text.tags[index] in AFTERTHOUGHT or text.words[index] == "-"):
        noun = index if text.tags[index] in COMMON_NOUNS else noun if text.tags[index] == "VBN" else None
        index = text.next_word(index)
    return noun
