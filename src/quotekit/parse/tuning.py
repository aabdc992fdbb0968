"""spaCy's pipelines, faster: what they say of a text stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from thinc.api import Model, NumpyOps

from quotekit.parse.products import numpy_products
from quotekit.parse.word_patterns import RememberingMatcher

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["tuned"]


def tuned(nlp: Language) -> Language:
    """*nlp* itself, whose components take less time from now on."""
    from spacy.pipeline import AttributeRuler, Lemmatizer  # noqa: PLC0415 - slow to import, loads when needed

    products = numpy_products()
    for _, component in nlp.pipeline:
        for node in models_of(component):
            if type(node.ops) is NumpyOps:
                node.ops = products
        if isinstance(component, AttributeRuler):
            component.matcher = RememberingMatcher(component)  # type: ignore[assignment]
        elif isinstance(component, Lemmatizer):
            hash_words(component)
    return nlp


def models_of(component: Any) -> Iterator[Model[Any, Any]]:
    """The models that *component* consists of; some have none, or say so by True."""
    model = getattr(component, "model", None)
    return iter(model.walk()) if isinstance(model, Model) else iter(())


def hash_words(lemmatizer: Any) -> None:
    """Let *lemmatizer* look up known words by their hash, which it has as lists of tens of thousands."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(index):
            index[part_of_speech] = dict.fromkeys(index[part_of_speech])
