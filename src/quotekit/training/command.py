"""From corpora to a folder of weights, in one call."""

from __future__ import annotations

from pathlib import Path

from attrs import asdict

from quotekit.errors import LearningError
from quotekit.finders.network.confidence import EVIDENCE
from quotekit.finders.network.tagger import load_tagger
from quotekit.training.calibration import Calibration, calibrate
from quotekit.training.corpora import documents_of
from quotekit.training.encoder import encoder_identity
from quotekit.training.export import export, write_manifest
from quotekit.training.loop import train
from quotekit.training.recipe import Recipe

__all__ = ["build", "release"]


def build(recipe: Recipe, out: Path) -> Calibration:
    """Train, export and calibrate a tagger.

    Args:
        recipe: What to learn from, and how.
        out: Where to work: the checkpoint goes there, the weights into its folder ``weights``.
            A run that was broken off there goes on.

    Raises:
        LearningError: The corpora keep no document back, or nothing is found in those that they do.
    """
    if not any(corpus.keep_back for corpus in recipe.corpora):
        raise LearningError("how sure the tagger is", "document kept back")
    return release(recipe, train(recipe, out), out / "weights")


def release(recipe: Recipe, checkpoint: Path, out: Path) -> Calibration:
    """Export a checkpoint and calibrate it on the documents that the corpora keep back.

    Raises:
        LearningError: Nothing is found in these documents.
    """
    facts = {
        "language": recipe.lang,
        "encoder": encoder_identity(recipe.encoder),
        "options": asdict(recipe.options),
        "corpora": [{**asdict(corpus), "path": corpus.path.name} for corpus in recipe.corpora],
    }
    uncalibrated = {"calibration": dict.fromkeys(EVIDENCE, 0.0), "least_confidence": 0.0}
    export(checkpoint, recipe.encoder, out, {**facts, **uncalibrated})
    documents = [document for corpus in recipe.corpora for document in documents_of(corpus, kept_back=True)]
    found = calibrate(load_tagger(out), documents)
    fitted = {"calibration": found.weights, "least_confidence": round(found.least, 2)}
    write_manifest(out, {**facts, **fitted})
    return found
