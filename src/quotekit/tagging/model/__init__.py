"""The trained tagger: a small network that gives every word its role."""

from quotekit.tagging.model.tagger import RULE, ModelTagger, load_tagger
from quotekit.tagging.model.weights import WeightsError

__all__ = ["RULE", "ModelTagger", "WeightsError", "load_tagger"]
