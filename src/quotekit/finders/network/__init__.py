"""The trained tagger: a small network that gives every word its role."""

from quotekit.finders.network.tagger import RULE, ModelTagger, load_tagger

__all__ = ["RULE", "ModelTagger", "load_tagger"]
