"""The trained tagger: a small network that gives every word its role."""

from quotekit.tagging.model.tagger import RULE, ModelTagger, load_tagger

__all__ = ["RULE", "ModelTagger", "load_tagger"]
