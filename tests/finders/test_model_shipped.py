"""The trained tagger that comes with the package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import quotekit
from quotekit import Settings
from quotekit.finders.network import load_tagger
from quotekit.finders.network.weights import SHIPPED

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Settings(tagger="model")
MOST = 45 * 2**20
"""Bytes that the weights may take."""


def test_weights_are_small() -> None:
    """Everything that the tagger ships stays under the limit of the package's data."""
    sizes = [path.stat().st_size for path in SHIPPED.iterdir()]
    assert 0 < sum(sizes) < MOST


def test_card_has_every_part() -> None:
    """The card says what the weights are, what they learned from, what they score and where they end."""
    card = (SHIPPED / "README.md").read_text("utf-8")
    for heading in ("How it was made", "Scores", "Limits"):
        assert f"## {heading}" in card
    assert "@" not in card


def test_it_finds_what_rules_cannot(nlp: Language) -> None:
    """A cue that no list holds is found by the model alone."""
    text = "Brandt was adamant that the ferry must sail."
    by_rules = quotekit.extract_quotes(text, settings=Settings(tagger="rules"), nlp=nlp)
    by_model = load_tagger()(text, ())
    assert len(by_model) > len(by_rules)


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"', "\x00", "“", "a" * 5000, "said " * 2000])
def test_odd_texts(text: str, nlp: Language) -> None:
    """Texts without sentences raise nothing, and every span holds its own text."""
    for quote in quotekit.extract_quotes(text, settings=MODEL, nlp=nlp):
        for span in (*quote.content, *quote.cue, *quote.source):
            assert span.text == text[span.start : span.end]


def test_a_quotation_far_into_a_text_is_found_as_at_its_start(nlp: Language) -> None:
    """Where a window of the network ends makes no difference."""
    paragraph = "“The ferry is late again this morning,” Tove Brandt told the harbour council on Friday."
    [first] = quotekit.extract_quotes(paragraph, settings=MODEL, nlp=nlp)
    filler = "The harbour lay still and nothing moved on the water that morning.\n\n" * 60
    found = quotekit.extract_quotes(filler + paragraph, settings=MODEL, nlp=nlp)
    assert [first.text] == [quote.text for quote in found]


def test_given_a_folder_without_weights(tmp_path: Path) -> None:
    """A folder that holds no weights is named in the error."""
    with pytest.raises(quotekit.QuotekitError, match=r"manifest\.json is missing"):
        load_tagger(tmp_path)
