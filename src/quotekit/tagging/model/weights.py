"""The trained weights: where they lie, and whether they are the ones that the manifest names."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import frozen

from quotekit.errors import QuotekitError
from quotekit.tagging.model.chain import Floats

__all__ = ["ARRAYS", "MANIFEST", "NETWORK", "SHIPPED", "TOKENIZER", "Weights", "WeightsError", "load_weights"]

SHIPPED: Final = Path(__file__).with_name("data") / "en"
"""The folder of the weights that come with the package."""

NETWORK: Final = "network.onnx"
ARRAYS: Final = "arrays.npz"
TOKENIZER: Final = "tokenizer.json"
MANIFEST: Final = "manifest.json"


class WeightsError(QuotekitError, OSError):
    """The trained weights are missing or damaged."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"Cannot load the trained tagger: {self.name} {self.problem}. Install quotekit anew."


@frozen(eq=False)
class Weights:
    """What a trained tagger consists of.

    Attributes:
        network: The bytes of the ONNX file.
        arrays: Transitions and linking weights by name.
        tokenizer: The tokenizer's JSON.
        manifest: How the weights were made, with the calibration of their confidence.
    """

    network: bytes
    arrays: Mapping[str, Floats]
    tokenizer: str
    manifest: Mapping[str, Any]


def load_weights(folder: Path) -> Weights:
    """The weights in *folder*.

    Raises:
        WeightsError: A file is missing or is not the one that the manifest names.
    """
    manifest = json.loads(_bytes(folder, MANIFEST))
    content = {name: _bytes(folder, name) for name in (NETWORK, ARRAYS, TOKENIZER)}
    for name, data in content.items():
        if hashlib.sha256(data).hexdigest() != manifest["sha256"].get(name):
            raise WeightsError(name, "is not the file that the manifest names")
    with np.load(io.BytesIO(content[ARRAYS]), allow_pickle=False) as arrays:
        named = {name: arrays[name] for name in arrays.files}
    return Weights(content[NETWORK], named, content[TOKENIZER].decode("utf-8"), manifest)


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        raise WeightsError(name, "is missing") from None
