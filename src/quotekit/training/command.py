"""From corpora to a folder of weights, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import asdict

from quotekit.tagging.model.confidence import EVIDENCE
from quotekit.tagging.model.tagger import load_tagger
from quotekit.training.calibration import Calibration, calibrate
from quotekit.training.corpora import Corpus, documents_of
from quotekit.training.export import export, write_manifest
from quotekit.training.loop import TrainingOptions, train

__all__ = ["build", "release"]


def build(corpora: Sequence[Corpus], encoder: Path, out: Path, options: TrainingOptions) -> Calibration:
    """Train, export and calibrate a tagger.

    Args:
        corpora: What to learn from.
        encoder: A folder with the encoder's ``model.safetensors`` and ``tokenizer.json``.
        out: Where to work: the checkpoint goes there, the weights into its folder ``weights``.
            A run that was broken off there goes on.
        options: How to train.
    """
    checkpoint = train(corpora, encoder, out, options)
    return release(checkpoint, corpora, encoder, out / "weights", options)


def release(
    checkpoint: Path, corpora: Sequence[Corpus], encoder: Path, out: Path, options: TrainingOptions
) -> Calibration:
    """Export a checkpoint and calibrate it on the documents that the corpora keep back."""
    facts = {
        "language": "en",
        "encoder": "sentence-transformers/all-MiniLM-L6-v2",
        "options": asdict(options),
        "corpora": [{**asdict(corpus), "path": corpus.path.name} for corpus in corpora],
    }
    uncalibrated = {"calibration": dict.fromkeys(EVIDENCE, 0.0), "least_confidence": 0.0}
    export(checkpoint, encoder, out, {**facts, **uncalibrated})
    documents = [document for corpus in corpora for document in documents_of(corpus, kept_back=True)]
    found = calibrate(load_tagger(out), documents)
    fitted = {"calibration": found.weights, "least_confidence": round(found.least, 2)}
    write_manifest(out, {**facts, **fitted})
    return found
