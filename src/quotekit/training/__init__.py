"""Training the tagger, from annotated documents to weights; needs the extra ``train``."""

from quotekit.training.command import build, release
from quotekit.training.corpora import Corpus, read_corpora
from quotekit.training.loop import TrainingOptions, train

__all__ = ["Corpus", "TrainingOptions", "build", "read_corpora", "release", "train"]
