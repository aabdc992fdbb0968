"""The ruler's patterns with a memory: the same matches as without."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.lang.en import English
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotekit.parse import word_patterns
from quotekit.parse.word_patterns import RememberingMatcher, is_of_kind

PATTERNS: list[Any] = [
    [{"LOWER": "harbour"}],
    [{"TAG": {"IN": ["NN", "NNS"]}}],
    [{"LOWER": {"REGEX": "^t"}, "DEP": {"NOT_IN": ["det"]}}],
    [{"IS_SPACE": True}],
    [{"LOWER": "the"}, {"TAG": "NN"}],
    [{"POS": "DET"}],
    [{"LOWER": "the", "OP": "+"}],
]


@pytest.fixture
def ruler() -> AttributeRuler:
    """A ruler with patterns of every sort."""
    made = AttributeRuler(English().vocab)
    for pattern in PATTERNS:
        made.add([pattern], {"LEMMA": "x"})
    return made


def doc_of(vocab: Vocab, *words: str, tags: list[str], pos: list[str]) -> Doc:
    """A Doc of *words* whose first is a determiner and whose others are roots."""
    deps = ["det", *["ROOT"] * (len(words) - 1)]
    return Doc(vocab, words=list(words), tags=tags, pos=pos, deps=deps, heads=list(range(len(words))))


@pytest.mark.parametrize("words", [("The", "harbour", "\n", "the"), ("the", "thaw", "THE", "the")])
def test_same_matches(ruler: AttributeRuler, words: tuple[str, ...]) -> None:
    """What is matched is what the plain matcher matches, met for the first time or not."""
    doc = doc_of(ruler.vocab, *words, tags=["DT", "NN", "_SP", "DT"], pos=["DET", "NOUN", "SPACE", "DET"])
    plain, remembering = ruler.matcher, RememberingMatcher(ruler)
    assert len(plain(doc)) > 4
    for _ in range(2):
        assert sorted(remembering(doc)) == sorted(plain(doc))


def test_other_tags(ruler: AttributeRuler) -> None:
    """A word with another tag is another kind: what was remembered of it does not hold."""
    remembering = RememberingMatcher(ruler)
    for tag in ("NN", "VB"):
        doc = doc_of(ruler.vocab, "A", "boat", tags=["DT", tag], pos=["DET", "X"])
        assert sorted(remembering(doc)) == sorted(ruler.matcher(doc))


def test_added_later(ruler: AttributeRuler) -> None:
    """A pattern that is added to the ruler later is matched, too, and listed among its patterns."""
    doc = doc_of(ruler.vocab, "The", "boat", tags=["DT", "NN"], pos=["DET", "NOUN"])
    ruler.matcher = RememberingMatcher(ruler)  # type: ignore[assignment]
    before = len(ruler.match(doc))
    ruler.add([[{"LOWER": "boat"}]], {"LEMMA": "ship"})
    assert len(ruler.match(doc)) == before + 1
    assert ruler.patterns[-1]["patterns"] == [[{"LOWER": "boat"}]]
    assert ruler(doc)[1].lemma_ == "ship"


def test_no_tokens(ruler: AttributeRuler) -> None:
    """An empty Doc has no matches."""
    assert RememberingMatcher(ruler)(Doc(ruler.vocab)) == []


def test_memory_is_bounded(ruler: AttributeRuler, monkeypatch: pytest.MonkeyPatch) -> None:
    """When too many kinds are remembered, all are forgotten, and matches stay the same."""
    monkeypatch.setattr(word_patterns, "MOST_KINDS", 3)
    remembering = RememberingMatcher(ruler)
    for words in (("a", "b", "c", "d"), ("the", "harbour", "the", "b")):
        doc = doc_of(ruler.vocab, *words, tags=["DT", "NN", "NN", "NN"], pos=["X"] * 4)
        assert sorted(remembering(doc)) == sorted(ruler.matcher(doc))
    assert len(remembering._matching) == 4


def test_what_follows_from_the_kind() -> None:
    """Only patterns of one token that look at nothing but word, tag and relation are remembered."""
    assert [is_of_kind(pattern) for pattern in PATTERNS] == [True, True, True, True, False, False, False]
