"""What a training needs to be repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from attrs import field, frozen
from attrs.validators import in_

from quotekit.training.corpora import Corpus

__all__ = ["Precision", "Recipe", "TrainingOptions"]

Precision = Literal["float32", "bfloat16"]


@frozen
class TrainingOptions:
    """How to train.

    Attributes:
        seed: Where all randomness starts from.
        rounds: How often the corpora are read.
        minutes: Stop after so many minutes at the latest, the learning rate falling with the
            clock; 0 for no limit. A run that the clock ends is not exactly repeatable.
        window: The most pieces of a window.
        batch: The most pieces of a batch.
        encoder_rate: Highest learning rate of the encoder.
        head_rate: Highest learning rate of the heads and of the features' embeddings.
        field_rate: Highest learning rate of transitions and link biases.
        layers: How many of the encoder's layers are used, from the lowest; None for all.
        piece_weight: Weight of the loss of each piece on its own beside that of the field.
        tone_weight: Weight of the loss of acts and modalities.
        taught_weight: Weight of how far the network is from its teacher.
        shift: What is added to a piece's id for the teacher, whose vocabulary has more special pieces.
        warmup: The share of the training in which the learning rate rises.
        settle: When the encoder's lowest layers stop learning, as pairs of progress and number of
            layers; later steps are cheaper for it (Brock et al. 2017, "FreezeOut").
        average: How much of the averaged weights each step keeps; they are what the training leaves.
        blanked: The share of word pieces that half of the documents hide from the network, so that it
            learns to tell a report by its construction where the word is new.
        threads: Threads of torch.
        readers: Processes that make batches; 1 for none beside the training itself.
        precision: What the encoder computes in; its weights are 32-bit floats either way. Processors with
            16-bit dot products train nearly twice as fast with ``bfloat16``.
        save_every: Seconds between checkpoints.
    """

    seed: int = 1
    rounds: int = 3
    minutes: float = 0.0
    window: int = 192
    batch: int = 1152
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    field_rate: float = 1e-2
    layers: int | None = None
    piece_weight: float = 0.5
    tone_weight: float = 0.5
    taught_weight: float = 1.0
    shift: int = 0
    warmup: float = 0.06
    settle: tuple[tuple[float, int], ...] = ((0.6, 2), (0.8, 3))
    average: float = 0.999
    blanked: float = 0.1
    threads: int = 2
    readers: int = 1
    precision: Precision = field(default="float32", validator=in_(("float32", "bfloat16")))
    save_every: float = 240.0

    def weight(self, loss: str) -> float:
        """The weight of a loss by its name."""
        weights = {"piece": self.piece_weight, "tone": self.tone_weight, "taught": self.taught_weight}
        return weights.get(loss, 1.0)


@frozen(eq=False)
class Recipe:
    """What to learn from, and how.

    Attributes:
        corpora: The annotated documents.
        encoder: A folder with the encoder's ``config.json``, ``model.safetensors`` and ``tokenizer.json``.
        lang: The code of the language of the texts.
        options: How to train.
        start: A checkpoint whose network is trained further, instead of the encoder's own weights.
        teacher: A checkpoint whose network is learned from, beside the annotation.
    """

    corpora: tuple[Corpus, ...]
    encoder: Path
    lang: str
    options: TrainingOptions
    start: Path | None = None
    teacher: Path | None = None
