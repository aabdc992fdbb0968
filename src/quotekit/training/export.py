"""From a checkpoint to what the run time reads: an int8 ONNX file, small arrays, a tokenizer, a manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from quotekit.finders.network.linker import LINK_KINDS
from quotekit.finders.network.pieces import FEATURES
from quotekit.finders.network.session import WINDOW
from quotekit.finders.network.weights import ARRAYS, MANIFEST, NETWORK, TOKENIZER, WORDS
from quotekit.finders.network.words import packed
from quotekit.training.encoder import EncoderShape
from quotekit.training.loop import load_network
from quotekit.training.network import Network

__all__ = ["export", "link_arrays", "write_manifest"]


class Exported(nn.Module):
    """The network as the run time calls it: word embeddings come looked up, tables fit its windows."""

    bias: Tensor | None

    def __init__(self, network: Network, longest: int) -> None:
        super().__init__()
        self.network = network
        told = network.distances is not None
        self.register_buffer("bias", network.distance_bias(longest).detach() if told else None)

    def forward(self, words: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        length = words.shape[1]
        bias = self.bias[:, :, :length, :length] if self.bias is not None else None
        emissions, vectors = self.network.read(words, features, present, bias)
        return emissions, vectors


def export(checkpoint: Path, encoder: Path, out: Path, facts: Mapping[str, Any]) -> None:
    """Write the run time's files.

    Args:
        checkpoint: What `quotekit.training.loop.train` wrote.
        encoder: The folder of the encoder that the training started from.
        out: The folder to write to.
        facts: What the manifest shall say besides the files' hashes.
    """
    network = load_network(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _trace(network, whole)
        _quantise(whole, out / NETWORK, network.shape)
    table = packed(network.words.weight.numpy())
    np.savez(out / WORDS, rows=table.rows, scales=table.scales)
    np.savez(out / ARRAYS, **link_arrays(network))  # type: ignore[arg-type]
    shutil.copyfile(encoder / TOKENIZER, out / TOKENIZER)
    write_manifest(out, facts)


def write_manifest(out: Path, facts: Mapping[str, Any]) -> None:
    """Write the hashes of the files in *out*, with *facts* about them."""
    hashes = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in (NETWORK, WORDS, ARRAYS, TOKENIZER)
    }
    text = json.dumps({**facts, "sha256": hashes}, indent=2, sort_keys=True)
    (out / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _trace(network: Network, path: Path) -> None:
    """The network as an ONNX file of 32-bit floats."""
    words = torch.zeros((2, 40, network.shape.width))
    features = torch.zeros((2, 40, FEATURES), dtype=torch.int64)
    inputs, outputs = ("words", "features", "present"), ("emissions", "vectors")
    axes = {name: {0: "batch", 1: "length"} for name in inputs + outputs}
    torch.onnx.export(
        Exported(network, WINDOW + 2).eval(),
        (words, features, torch.ones((2, 40), dtype=torch.int64)),
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantise(whole: Path, path: Path, shape: EncoderShape) -> None:
    """The network with fused operators and its weights as 8-bit integers, one scale a channel.

    Of the 8 bits 7 are used, so that every processor computes the same: where one has no 8-bit dot
    products, it adds two products in 16 bits, and those of wider weights overflow.
    """
    fused = whole.with_name("fused.onnx")
    model = optimize_model(
        str(whole),
        model_type="bert",
        num_heads=shape.heads,
        hidden_size=shape.width,
        optimization_options=FusionOptions("bert"),
    )
    model.save_model_to_file(str(fused))
    quantize_dynamic(
        fused,
        path,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": 1},
    )


def link_arrays(network: Network) -> dict[str, np.ndarray[Any, Any]]:
    """The weights that are used outside of the ONNX file."""
    parts: dict[str, torch.Tensor] = {"steps": network.steps, "begins": network.begins}
    heads = {"start": network.link_from, "end": network.link_to, "none": network.link_none}
    for number, kind in enumerate(LINK_KINDS):
        for name, head in heads.items():
            for part, value in head[number].named_parameters():
                parts[f"{kind}.{name}" if part == "weight" else f"{kind}.{name}_bias"] = value
        parts[f"{kind}.pairs"] = network.link_bias[number]
    for name, layer in (("hidden", network.tone_hidden), ("out", network.tone)):
        parts |= {f"tone.{name}": layer.weight, f"tone.{name}_bias": layer.bias}
    return {name: value.detach().cpu().numpy().astype(np.float32) for name, value in parts.items()}
