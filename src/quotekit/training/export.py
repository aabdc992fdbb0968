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

from quotekit.finders.network.linker import LINK_KINDS
from quotekit.finders.network.pieces import FEATURES
from quotekit.finders.network.weights import ARRAYS, MANIFEST, NETWORK, TOKENIZER
from quotekit.training.network import HEADS, WIDTH, Network

__all__ = ["export", "load_network", "write_manifest"]


def load_network(checkpoint: Path) -> Network:
    """The network of a checkpoint, ready to be used."""
    network = Network()
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    return network.eval()


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
        _quantise(whole, out / NETWORK)
    np.savez(out / ARRAYS, **_arrays(network))  # type: ignore[arg-type]
    shutil.copyfile(encoder / "tokenizer.json", out / TOKENIZER)
    write_manifest(out, facts)


def write_manifest(out: Path, facts: Mapping[str, Any]) -> None:
    """Write the hashes of the files in *out*, with *facts* about them."""
    hashes = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in (NETWORK, ARRAYS, TOKENIZER)
    }
    text = json.dumps({**facts, "sha256": hashes}, indent=2, sort_keys=True)
    (out / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _trace(network: Network, path: Path) -> None:
    """The network as an ONNX file of 32-bit floats."""
    ids = torch.randint(1000, 2000, (2, 40))
    features = torch.zeros((2, 40, FEATURES), dtype=torch.int64)
    inputs, outputs = ("ids", "features", "present"), ("emissions", "vectors")
    axes = {name: {0: "batch", 1: "length"} for name in inputs + outputs}
    torch.onnx.export(
        network,
        (ids, features, torch.ones_like(ids)),
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantise(whole: Path, path: Path) -> None:
    """The network with fused operators and its weights as 8-bit integers, one scale a channel."""
    fused = whole.with_name("fused.onnx")
    model = optimize_model(
        str(whole),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=FusionOptions("bert"),
    )
    model.save_model_to_file(str(fused))
    quantize_dynamic(
        fused,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": 1},
    )


def _arrays(network: Network) -> dict[str, np.ndarray[Any, Any]]:
    """The weights that are used outside of the ONNX file."""
    parts: dict[str, torch.Tensor] = {"steps": network.steps, "begins": network.begins}
    heads = {"start": network.link_from, "end": network.link_to, "none": network.link_none}
    for number, kind in enumerate(LINK_KINDS):
        for name, head in heads.items():
            for part, value in head[number].named_parameters():
                parts[f"{kind}.{name}" if part == "weight" else f"{kind}.{name}_bias"] = value
        parts[f"{kind}.pairs"] = network.link_bias[number]
    return {name: value.detach().numpy().astype(np.float32) for name, value in parts.items()}
