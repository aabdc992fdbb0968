"""Proper nouns that the tagger takes for common ones, as it takes names it never saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from attrs import evolve, frozen

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import ADJECTIVES, PROPER_NOUNS, SUBJECTS
from quotekit.speakers.names.known_bodies import nouns_of_known_body
from quotekit.speakers.names.name_words import NAME_WORD

__all__ = ["opens_sentence", "with_proper_nouns"]

FEWEST_WORDS = 2
"""Words of a label that is a full name; one alone may be anything, see `is_capital_voice`."""

JOINERS = frozenset("-’'")
"""Signs that join the words of a name on a label."""

LITTLE = frozenset({"CC", "DT", "IN", "MD", "RB", "UH", "VB", "VBP"})
"""Tags of words that are a first name, too, in many a language ("Per", "An", "In", "So")."""

SENTENCE_OPENERS = frozenset({'"', "“", "‘", "``", "«", "—", "–", ":", "("})
"""Marks behind which a sentence can begin that the parse does not part."""


@frozen(eq=False)
class NameSigns:
    """What a text tells of which of its words are names.

    Attributes:
        known: Those that are tagged as names inside sentences.
        common: Those that it writes small.
        spoken: The tokens of the sources.
        voices: The sources that are in capitals.
        labelled: The tokens of names on labels of turns.
    """

    known: Set[str]
    common: Set[str]
    spoken: Set[int]
    voices: Set[str]
    labelled: Set[int]


def with_proper_nouns(text: Discourse, sources: Sequence[range], language: Language) -> Discourse:
    """*text*, where words that are written as names are tagged so too; *sources* name who speaks."""
    signs = read_name_signs(text, {index for source in sources for index in source}, language)
    tags = list(text.tags)
    for index in range(len(text) - 1, -1, -1):  # a word is a name where the next one is found to be
        if is_name_by_place(text, index, signs, language) or is_taken_for_common(
            text, index, tags, signs, language
        ):
            tags[index] = "NNP"
    return evolve(text, tags=tags)


def read_name_signs(text: Discourse, spoken: Set[int], language: Language) -> NameSigns:
    """What *text* tells of which of its words are names; *spoken* are the tokens of its sources."""
    common = {word for word in text.words if word.islower()}
    return NameSigns(
        known={text.lower[at] for at in names_inside_sentences(text, language)},
        common=common,
        spoken=spoken,
        voices={text.lower[at] for at in spoken if is_capital_voice(text, at, spoken)},
        labelled=set(names_on_labels(text, language, common)),
    )


def is_name_by_place(text: Discourse, index: int, signs: NameSigns, language: Language) -> bool:
    """Whether a word is of a name whatever its tag: of a source in capitals, a label, what brackets spell."""
    is_voice = text.lower[index] in signs.voices and text.words[index].isupper()
    return (
        (is_voice and is_written_as_name(text, index, language))
        or text.words[index] in text.initials
        or index in signs.labelled
        or is_little_name(text, index, signs.spoken, language)
    )


def is_taken_for_common(
    text: Discourse, index: int, tags: Sequence[str], signs: NameSigns, language: Language
) -> bool:
    """Whether a word of a name is tagged as a common one; *tags* are right behind it."""
    word = text.lower[index]
    is_tagged_common = tags[index] in language.capitalised_tags or is_bare_adjective(text, index)
    if not is_tagged_common or word in signs.common or not is_written_as_name(text, index, language):
        return False
    after = text.next_word(index)
    goes_on = after < len(text) and tags[after] in PROPER_NOUNS and after in signs.spoken
    return (
        word in signs.known
        or bool(nouns_of_known_body(text, (index,), language))
        or (is_capital_inside(text, index) and not text.words[index].isupper())
        or (index in signs.spoken and (goes_on or is_whole_source(text, index, signs.spoken)))
        or ends_name_of_source(text, index, signs.spoken)
        or (word in language.first_names and text.tag_at(after) == "POS")
    )


def is_little_name(text: Discourse, index: int, spoken: Set[int], language: Language) -> bool:
    """Whether a little word with a capital inside a sentence is a source's first name ("said Per Brandt").

    What stands behind it is a surname, and no office ("said The Clerk").
    """
    word, surname = text.words[index], text.next_word(index)
    if not {index, surname} <= spoken or text.tags[index] not in LITTLE:
        return False
    is_article = text.lower[index] in language.function_words.name_article
    named = text.tag_at(surname) in PROPER_NOUNS and is_written_as_name(text, surname, language)
    written = word[0].isupper() and word[1:].islower() and is_capital_inside(text, index)
    return named and written and not is_article


def names_on_labels(text: Discourse, language: Language, common: Set[str]) -> Iterator[int]:
    """The words of labels of turns that are names up to a comma ("TEVITE FONOTI", "Tevite Fonoti, editor").

    All of its words must be written as names, and none be one of the *common* words of the text.
    """
    for label in set(text.labels.values()):
        name = list(takewhile(lambda at: text.words[at] != ",", label))
        words = [at for at in name if text.words[at] not in JOINERS]
        if len(words) >= FEWEST_WORDS and all(
            is_written_as_name(text, at, language) and text.lower[at] not in common for at in words
        ):
            yield from words


def names_inside_sentences(text: Discourse, language: Language) -> Iterator[int]:
    """The words that are tagged as names where no sentence begins and no headline stands.

    One tagged as the name of several is a surname behind a first name, unless it is of members ("Senate
    Democrats").
    """
    for index, tag in enumerate(text.tags):
        is_surname = tag == "NNPS" and text.words[index] not in language.affiliations
        is_surname = is_surname and text.tag_at(index - 1) == "NNP" and text.heads[index - 1] == index
        if (tag == "NNP" or is_surname) and is_capital_inside(text, index):
            yield index


def is_capital_inside(text: Discourse, index: int) -> bool:
    """Whether a capital stands where only a name has one: in no headline, and not behind a full stop."""
    return not text.headline[text.paragraphs[index]] and not opens_sentence(text, index)


def is_written_as_name(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word has a name's capital and is not known to say what somebody is."""
    word, lemma = text.words[index], text.lemmas[index]
    if not NAME_WORD.fullmatch(word) or text.lower[index] in language.capitalised_words:
        return False
    return (
        not nominal_label(lemma, language)
        and not nominal_label(text.lower[index].removesuffix("s"), language)
        and not language.is_title(word)
    )


def is_bare_adjective(text: Discourse, index: int) -> bool:
    """Whether a word that opens its sentence is its subject, as nouns are, and tagged as an adjective."""
    return text.tags[index] in ADJECTIVES and text.deps[index] in SUBJECTS and opens_sentence(text, index)


def is_whole_source(text: Discourse, index: int, spoken: Set[int]) -> bool:
    """Whether a singular is all of a source without any determiner, as only names are."""
    return text.tags[index] != "NNS" and index - 1 not in spoken and index + 1 not in spoken


def ends_name_of_source(text: Discourse, index: int, spoken: Set[int]) -> bool:
    """Whether a word ends a source behind a name, before which the parse begins a sentence."""
    is_last = index in spoken and index - 1 in spoken and index + 1 not in spoken
    parted = is_last and text.sentences[index - 1] != text.sentences[index]
    return parted and text.tags[index - 1] in PROPER_NOUNS and text.words[index - 1][0].isupper()


def is_capital_voice(text: Discourse, index: int, spoken: Set[int]) -> bool:
    """Whether a word in capitals is all of a source, as on the label of a turn ("OLUWASEUN")."""
    alone = index - 1 not in spoken and index + 1 not in spoken
    return alone and text.words[index].isupper() and len(text.words[index]) > 1


def opens_sentence(text: Discourse, index: int) -> bool:
    """Whether nothing but marks stands before a token in its sentence, its paragraph, quotation or turn."""
    before = text.previous_word(index)
    return (
        before < 0
        or text.paragraphs[before] != text.paragraphs[index]
        or text.sentences[before] != text.sentences[index]
        or text.words[before] in SENTENCE_OPENERS
        or is_behind_label(text, before)
    )


def is_behind_label(text: Discourse, sign: int) -> bool:
    """Whether a token that is no word stands right behind the label of a turn, as a colon does."""
    return not text.words[sign].isalnum() and text.previous_word(sign) in text.labels
