"""Which word in front of a name only opens its sentence, and is no part of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.names.name_cuts import run_words
from quotekit.speakers.names.name_words import VERBS
from quotekit.speakers.names.proper_nouns import opens_sentence

__all__ = ["cut_at_sources", "without_openings"]

OPENERS = VERBS | {"VBG", "VBN", "RB", "WRB", "IN"}
"""Tags of words that are no names, whatever a recogniser takes them for."""

SHORTEST_PARTICIPLE = 5
"""Letters of a participle that is told by its ending, at least, for "Ming" is a name; chosen by hand."""


def without_openings(
    text: Discourse, runs: Sequence[list[int]], cues: Set[int], language: Language
) -> list[list[int]]:
    """*runs* without the words in front that only open their sentences; *cues* are the tokens of cues."""
    ends = Counter(run_words(text, run[at:]) for run in runs for at in range(len(run)))
    return [behind_cue(text, behind_opening(text, run, ends, language), cues) for run in runs]


def cut_at_sources(text: Discourse, run: list[int], edges: Set[int]) -> Iterator[list[int]]:
    """A run, or the pieces of one in a headline inside which a source begins or ends ("Lund Warns Board").

    *edges* are where sources begin, and the tokens behind their ends.
    """
    first = 0
    for at in range(1, len(run)):
        if run[at] in edges and text.headline[text.paragraphs[run[0]]]:
            yield run[first:at]
            first = at
    yield run[first:]


def behind_opening(
    text: Discourse, run: list[int], ends: Counter[tuple[str, ...]], language: Language
) -> list[int]:
    """A run without the word that only opens its sentence ("Though Lund", "According to Lund").

    What is left is a person's, stands behind a small word, or ends other names of the text too, as *ends*
    tells. Only the last, or a first name, parts it from a word told by its ending ("Painting Lund").
    """
    rest = run[1:]
    while rest and text.words[rest[0]].islower():
        rest = rest[1:]
    if not rest or not may_only_open(text, run[0], language):
        return run
    is_known = ends[run_words(text, rest)] > ends[run_words(text, run)]
    is_full = len(rest) > 1 and text.lower[rest[0]] in language.first_names
    if (is_known or is_full) and is_participle(text.lower[run[0]], language):
        return rest
    is_named = is_known or rest[0] != run[1] or all(text.entities[index] == "PERSON" for index in rest)
    return rest if is_named and is_little_or_verb(text, run[0], language) else run


def behind_cue(text: Discourse, run: list[int], cues: Set[int]) -> list[int]:
    """A run without the verb of saying that opens its sentence in front of whoever speaks ("Said Lund")."""
    is_cue = len(run) > 1 and run[0] in cues and run[1] not in cues and opens_sentence(text, run[0])
    return run[1:] if is_cue else run


def may_only_open(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word with a capital opens its sentence, and is no title, first name, initial or label."""
    word = text.words[index]
    known = text.lower[index] in language.first_names or language.is_title(word)
    is_free = index not in text.labels and not text.headline[text.paragraphs[index]]
    return is_free and word[1:].islower() and not known and opens_sentence(text, index)


def is_participle(word: str, language: Language) -> bool:
    """Whether a word ends as those do that say what somebody does."""
    ending = tuple(language.function_words.participle_ending)
    return len(word) >= SHORTEST_PARTICIPLE and word.endswith(ending)


def is_little_or_verb(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word opens sentences and no names, by its table or by its tag."""
    small = language.conjunctions | language.function_words.prefacing
    return text.lower[index] in small or text.tags[index] in OPENERS
