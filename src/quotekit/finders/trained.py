"""The trained network as a finder."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.finders.installed import weights_asked_for
from quotekit.language import language_of
from quotekit.records import Settings
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.finders.network import ModelTagger

__all__ = ["find_by_network", "trained_network", "without_bare_article"]

LOADED: Final = 4
"""How many trained networks are kept in memory."""


def find_by_network(page: Page, doc: Doc, settings: Settings, earlier: Sequence[Finding]) -> list[Finding]:
    """What the network finds in *page*, which needs neither the parse nor what others found *earlier*.

    Raises:
        ExtraMissingError: The settings ask for the large network, which is not installed.
        WeightsError: The weights that they name are missing or damaged.
    """
    articles = language_of(doc.lang_).function_words.name_article
    text = doc.text
    found = trained_network(settings)(text, page.marks, bounds=page.of_copy(text).paragraphs)
    return [without_bare_article(text, item, articles) for item in found]


def without_bare_article(text: str, item: Finding, articles: Set[str]) -> Finding:
    """*item*, without its source where that is no more than an article that was cut off from its noun."""
    words = {text[start:end].lower() for start, end in item.source}
    return evolve(item, source=()) if words and words <= articles else item


def trained_network(settings: Settings) -> ModelTagger:
    """The network that *settings* ask for, loaded at its first use.

    Raises:
        ExtraMissingError: It is the large one, which is not installed.
        WeightsError: Its weights are missing or damaged, or do not fit this version.
    """
    return loaded_network(weights_asked_for(settings))


@lru_cache(maxsize=LOADED)
def loaded_network(weights: Path | None) -> ModelTagger:
    """The network with the weights in a folder of which no other path is asked for."""
    from quotekit.finders.network import load_tagger  # noqa: PLC0415 - loads the network's runtime

    return load_tagger(weights) if weights else load_tagger()
