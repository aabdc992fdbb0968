"""Encoders to start from: BERT's layout and MPNet's, by the files of their folder.

Devlin et al. (2019), "BERT: Pre-training of Deep Bidirectional Transformers"; Song et al. (2020), "MPNet:
Masked and Permuted Pre-training", whose layers share a bias for how far apart two pieces stand.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from attrs import frozen
from safetensors.torch import load_file
from torch import Tensor, cat

__all__ = ["CONFIG", "WEIGHTS", "EncoderShape", "encoder_identity", "encoder_weights", "read_shape"]

CONFIG: Final = "config.json"
WEIGHTS: Final = "model.safetensors"

_SEGMENTS: Final = "embeddings.token_type_embeddings.weight"
"""Embeddings of the first and the second text of BERT's pairs; all pieces here are the first's."""

_BERT: Final = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
}
_MPNET: Final = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "attended": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
}
_BOTH: Final = {"wide": "intermediate.dense", "narrow": "output.dense", "output_norm": "output.LayerNorm"}
_LAYOUTS: Final = {"bert": _BERT, "mpnet": _MPNET}


@frozen
class EncoderShape:
    """The size of an encoder, and what its layout has that others lack.

    Attributes:
        layout: ``bert`` or ``mpnet``.
        width: Numbers that stand for each piece.
        inner: Numbers between the two halves of a layer's feed-forward part.
        heads: Attention heads of a layer.
        layers: How many layers are used, counted from the lowest.
        vocabulary: Word pieces that it knows.
        positions: Rows of its table of positions.
        first_position: The row of the first piece of a window.
        epsilon: What layer normalisation adds to a variance.
        buckets: Distances that the attention tells apart; 0 for an encoder that knows positions only.
    """

    layout: str
    width: int
    inner: int
    heads: int
    layers: int
    vocabulary: int
    positions: int
    first_position: int
    epsilon: float
    buckets: int


def read_shape(folder: Path, layers: int | None = None) -> EncoderShape:
    """The shape of the encoder in *folder*, or of its lower *layers*.

    Raises:
        ValueError: Its layout is neither BERT's nor MPNet's, or it has fewer layers.
        OSError: It has no ``config.json``.
    """
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    layout, whole = config.get("model_type"), int(config["num_hidden_layers"])
    if layout not in _LAYOUTS:
        raise ValueError(f"an encoder of type {layout!r} cannot be read, only those of {sorted(_LAYOUTS)}")
    if layers is not None and not 0 < layers <= whole:
        raise ValueError(f"the encoder has {whole} layers, not {layers}")
    is_mpnet = layout == "mpnet"
    return EncoderShape(
        layout=layout,
        width=int(config["hidden_size"]),
        inner=int(config["intermediate_size"]),
        heads=int(config["num_attention_heads"]),
        layers=layers or whole,
        vocabulary=int(config["vocab_size"]),
        positions=int(config["max_position_embeddings"]),
        first_position=int(config["pad_token_id"]) + 1 if is_mpnet else 0,
        epsilon=float(config["layer_norm_eps"]),
        buckets=int(config.get("relative_attention_num_buckets", 0)) if is_mpnet else 0,
    )


def encoder_identity(folder: Path) -> dict[str, str]:
    """What tells the encoder in *folder* from others: the name that its config gives, and a hash."""
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    digest = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    return {"name": str(config.get("_name_or_path", "")), WEIGHTS: digest}


def encoder_weights(folder: Path, shape: EncoderShape) -> dict[str, Tensor]:
    """The weights in *folder* by the names that `quotekit.training.network.Network` has for them."""
    given = {name: value.float() for name, value in load_file(folder / WEIGHTS).items()}
    found = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "input_norm.weight": given["embeddings.LayerNorm.weight"],
        "input_norm.bias": given["embeddings.LayerNorm.bias"],
    }
    if shape.buckets:
        found["distances.weight"] = given["encoder.relative_attention_bias.weight"]
    else:
        found["positions.weight"] = found["positions.weight"] + given[_SEGMENTS][0]
    for number in range(shape.layers):
        found.update(_layer(given, shape.layout, number))
    return found


def _layer(given: dict[str, Tensor], layout: str, number: int) -> dict[str, Tensor]:
    """The weights of one layer, its queries, keys and values as one matrix."""
    found, old, new = {}, f"encoder.layer.{number}.", f"layers.{number}."
    places = _LAYOUTS[layout] | _BOTH
    for kind in ("weight", "bias"):
        each = [given[f"{old}{places[name]}.{kind}"] for name in ("query", "key", "value")]
        found[f"{new}qkv.{kind}"] = cat(each)
        for name in ("attended", "attention_norm", *_BOTH):
            found[f"{new}{name}.{kind}"] = given[f"{old}{places[name]}.{kind}"]
    return found
