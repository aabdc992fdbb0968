"""Names in the text: runs of capitalised words, cut where titles and entities begin.

Named-entity labels are used where the pipeline gives them, and not needed: small models miss
many names, above all rare ones and those of novels.
"""

from __future__ import annotations

from collections import Counter

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.name_cuts import (
    cut_at_titles,
    cut_headline,
    cut_known_name,
    full_key,
    known_words,
)
from quotekit.speakers.names.name_runs import name_run
from quotekit.speakers.names.name_words import opens_name
from quotekit.speakers.names.personal_names import bare, parse_name
from quotekit.speakers.names.proper_nouns import opens_sentence
from quotekit.speakers.names.spellings import with_one_spelling
from quotekit.speakers.scheme import NAMED
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["find_names"]

VOWELS = frozenset("AEIOUYÄÖÜ")


def find_names(text: Discourse, vocabulary: Vocabulary) -> list[Mention]:
    """All names of *text*, in its order."""
    runs: list[list[int]] = []
    index = 0
    while index < len(text):
        if not opens_name(text, index, vocabulary):
            index += 1
            continue
        run = name_run(text, index, vocabulary)
        index = run[-1] + 1
        runs.extend(cut_at_titles(text, run, vocabulary))
    words = known_words(text, runs)
    runs = [piece for run in runs for piece in cut_headline(text, run, words, vocabulary)]
    known = Counter(key for run in runs if (key := full_key(text, run, vocabulary)))
    pieces = (piece for run in runs for piece in cut_known_name(text, run, known, vocabulary))
    mentions = [read_name(text, piece, vocabulary) for piece in pieces]
    found = without_openers(text, [mention for mention in mentions if mention is not None], vocabulary)
    return with_one_spelling(found)


def without_openers(text: Discourse, names: list[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """*names* without the common words that only the beginning of a sentence gives a capital."""
    common = {word for word in text.words if word.islower()}
    lone = {
        mention.first: text.lower[mention.first]
        for mention in names
        if mention.last == mention.first + 1
        and text.words[mention.first] not in text.initials
        and text.lower[mention.first] not in vocabulary.first_names
        and bare(text.words[mention.first]) not in vocabulary.titles
    }
    inside = {word for first, word in lone.items() if not opens_sentence(text, first)}
    return [
        mention
        for mention in names
        if (word := lone.get(mention.first)) is None
        or word in inside
        or (word not in common and word.removesuffix("s") not in common)
    ]


def read_name(text: Discourse, run: list[int], vocabulary: Vocabulary) -> Mention | None:
    """The mention that a run of words is, or None when it is only a title."""
    words = [text.words[index] for index in run]
    if len(run) == 1 and bare(words[0]) in vocabulary.titles:
        gender, kind = vocabulary.titles[bare(words[0])]
        if kind != "kin" or text.tags[run[0]] != "NNP" or has_determiner(text, run[0]):
            return None
    name = parse_name(words, vocabulary)
    if name is None:
        return None
    label = name_label(text, run, name.kind, vocabulary)
    if label != "PERSON":
        gender = "n" if label else "-"
        number = "-"
    else:
        gender, number = name.gender, "s"
    return Mention("name", run[0], run[-1] + 1, run[-1], label, gender, number, name)


def has_determiner(text: Discourse, index: int) -> bool:
    """Whether an article or a possessive stands before the token."""
    before = text.previous_word(index)
    return before >= 0 and text.tags[before] in {"DT", "PRP$", "POS", "JJ"}


def name_label(text: Discourse, run: list[int], kind: str, vocabulary: Vocabulary) -> str:
    """What a name is the name of; empty when nothing tells."""
    found = text.entities[run[-1]] or text.entities[run[0]]
    last = text.lower[run[-1]]
    if kind and last not in vocabulary.organisations:
        return "PERSON"
    if len(run) > 1 and (common := common_label(text, run, found, vocabulary)):
        return common
    if text.lower[run[0]] in vocabulary.first_names and (len(run) > 1 or found not in {"GPE", "LOC"}):
        return "PERSON"
    if found == "PERSON" and len(run) == 1 and is_abbreviation(text.words[run[0]]):
        return "ORG"
    return found if found in NAMED else ""


def is_abbreviation(word: str) -> bool:
    """Whether capitals abbreviate something: three at most, or without a vowel."""
    return word.isupper() and word.isalpha() and len(word) > 1 and (len(word) <= 3 or VOWELS.isdisjoint(word))


def common_label(text: Discourse, run: list[int], found: str, vocabulary: Vocabulary) -> str:
    """What a common noun inside a name tells of its bearer ("Lund Bank", "Mill Road")."""
    last = text.lower[run[-1]]
    if last in vocabulary.places and found != "PERSON":
        return "FAC"
    if last in vocabulary.documents:
        return "DOCUMENT"
    if last in vocabulary.organisations:
        return vocabulary.organisations[last]
    return "ORG" if any(text.lower[index] in vocabulary.organisations for index in run) else ""
