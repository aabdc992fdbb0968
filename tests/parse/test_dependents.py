"""What hangs on a word is read as a whole in prose, and in part where a sentence has no end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import process_time

import pytest
import spacy
from spacy.tokens import Doc

from quotekit import Settings
from quotekit.finders.rules import find_by_rules
from quotekit.parse.dependents import WIDEST, dependents, is_wide, subtree
from quotekit.text.page import read_page

Row = tuple[str, str, str, str]
"""A word with its part of speech, its tag and its relation."""

REPORT: tuple[Row, ...] = (
    ("Ann", "PROPN", "NNP", "nsubj"),
    ("say", "VERB", "VBP", "ccomp"),
    ("that", "SCONJ", "IN", "mark"),
)
PHRASE: tuple[Row, ...] = (
    ("according", "VERB", "VBG", "prep"),
    ("to", "ADP", "IN", "prep"),
    ("Ann", "PROPN", "NNP", "pobj"),
)


def sentence(rows: Sequence[Row], heads: Sequence[int]) -> Doc:
    """A sentence by its words and the indices of their heads."""
    words, pos, tags, deps = (list(column) for column in zip(*rows, strict=True))
    deps = [
        "ROOT" if head == place else dep for place, (head, dep) in enumerate(zip(heads, deps, strict=True))
    ]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words, pos=pos, tags=tags, lemmas=words, heads=list(heads), deps=deps)


def reports(times: int) -> Doc:
    """Reports without an end, each in the one before."""
    heads = [head for verb in range(1, 3 * times, 3) for head in (verb, max(verb - 3, 1), verb + 3)]
    return sentence(REPORT * times, [*heads[:-1], heads[-1] - 3])


def phrases(times: int) -> Doc:
    """Phrases without an end, all of which hang on the first word."""
    heads = [head for first in range(0, 3 * times, 3) for head in (0, first, first + 1)]
    return sentence(PHRASE * times, heads)


def test_short_phrases_are_read_as_a_whole() -> None:
    """In a sentence of prose both functions give what spaCy gives."""
    for word in reports(100):
        assert [*dependents(word)] == [*word.children]
        assert [*subtree(word, word)] == sorted(other.i for other in word.subtree)


def test_wide_phrases_are_read_near_the_word() -> None:
    """Of a phrase without an end, that is read which stands near."""
    doc = phrases(2_000)
    assert is_wide(doc[0])
    assert 0 < len([*dependents(doc[0])]) < 100
    assert 3_000 in subtree(doc[0], doc[3_000])
    assert len(subtree(doc[0], doc[3_000])) == WIDEST


@pytest.mark.parametrize("make", [reports, phrases])
def test_endless_sentences_are_bounded(make: Callable[[int], Doc]) -> None:
    """What the rules find for each cue of a sentence without an end has its bounds, and so has their time."""
    doc = make(2_000)
    start = process_time()
    found = find_by_rules(read_page(doc.text), doc, Settings())
    assert process_time() - start < 3.0
    longest = max(end - start for item in found for start, end in item.content)
    assert WIDEST < longest < 12 * WIDEST
