"""Training the tagger, from annotated documents to weights; needs the extra ``train``."""

from quotekit.training.command import build, release
from quotekit.training.configuration import read_recipe
from quotekit.training.corpora import Corpus, read_corpora
from quotekit.training.loop import train
from quotekit.training.recipe import Recipe, TrainingOptions

__all__ = [
    "Corpus",
    "Recipe",
    "TrainingOptions",
    "build",
    "read_corpora",
    "read_recipe",
    "release",
    "train",
]
