"""Which documents are learned from, which are kept back, and what is made of them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from quotekit.training.corpora import Corpus, documents_of, variants

MakeCorpus = Callable[..., Corpus]
TEXT = "“Rain.” Ann said . It rained “Snow.”"


@pytest.fixture
def make_corpus(tmp_path: Path) -> MakeCorpus:
    """Makes a corpus of seven documents, named by letters, with the given uses."""
    path = tmp_path / "gold.jsonl"
    quote = {"kind": "direct", "act": "speech", "content": [[1, 6]], "cue": [[12, 16]], "source": [[8, 11]]}
    later = {**quote, "content": [[29, 34]]}
    rows = [{"id": name, "text": TEXT, "quotes": [quote, later]} for name in "abcdefg"]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return lambda **uses: Corpus(path, **uses)


@pytest.mark.parametrize(
    ("uses", "learned", "kept"),
    [
        ({}, "abcdefg", ""),
        ({"part": "even"}, "aceg", ""),
        ({"part": "odd"}, "bdf", ""),
        ({"keep_back": 3}, "bcef", "adg"),
        ({"keep_back": 1}, "", "abcdefg"),
        ({"part": "odd", "keep_back": 2}, "d", "bf"),
    ],
)
def test_parts(uses: dict[str, object], learned: str, kept: str, make_corpus: MakeCorpus) -> None:
    """Every document of the part is either learned from or kept back."""
    corpus = make_corpus(**uses)
    assert "".join(document.id for document in documents_of(corpus)) == learned
    assert "".join(document.id for document in documents_of(corpus, kept_back=True)) == kept


def test_incomplete_documents_get_their_marks(make_corpus: MakeCorpus) -> None:
    """Where cues and sources are not annotated, contents take in the marks that touch them."""
    for complete, content in ((True, (1, 6)), (False, (0, 7))):
        document = documents_of(make_corpus(complete=complete))[0]
        assert (document.complete, document.quotes[0].content) == (complete, (content,))


def test_distant_cues_of_tokens_are_taken_off(make_corpus: MakeCorpus) -> None:
    """In texts of tokens joined by blanks a quote behind the cue's sentence has none."""
    for spaced, cues in ((False, [((12, 16),)] * 2), (True, [((12, 16),), ()])):
        document = documents_of(make_corpus(spaced_tokens=spaced))[0]
        assert [quote.cue for quote in document.quotes] == cues


@pytest.mark.parametrize(("share", "count"), [(0.0, 0), (1.0, 7)])
def test_shares(share: float, count: int, make_corpus: MakeCorpus) -> None:
    """Each round reads the share of a corpus that it asks for."""
    corpus = make_corpus(share=share)
    found = variants([(corpus, documents_of(corpus))], random.Random(1))  # noqa: S311
    assert len(found) == count


def test_half_a_share(make_corpus: MakeCorpus) -> None:
    """A share between nothing and all is drawn anew by each round."""
    corpus = make_corpus(share=0.5)
    pairs = [(corpus, documents_of(corpus))]
    rounds = [{one.id for _, one in variants(pairs, random.Random(seed))} for seed in range(40)]  # noqa: S311
    assert 2.5 < sum(map(len, rounds)) / 40 < 4.5
    assert set.union(*rounds) == set("abcdefg")
