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

from quotekit.errors import WeightsError
from quotekit.finders.network.chain import Floats
from quotekit.finders.network.words import WordTable

__all__ = ["ARRAYS", "MANIFEST", "NETWORK", "SHIPPED", "TOKENIZER", "WORDS", "Weights", "load_weights"]

SHIPPED: Final = Path(__file__).with_name("data") / "en"
"""The folder of the weights that come with the package."""

NETWORK: Final = "network.onnx"
WORDS: Final = "words.npz"
ARRAYS: Final = "arrays.npz"
TOKENIZER: Final = "tokenizer.json"
MANIFEST: Final = "manifest.json"

STATED: Final = frozenset({"sha256", "calibration", "least_confidence"})
"""What every manifest states."""


@frozen(eq=False)
class Weights:
    """What a trained tagger consists of.

    Attributes:
        network: The bytes of the ONNX file.
        words: The embeddings of the encoder's word pieces.
        arrays: Transitions and linking weights by name.
        tokenizer: The tokenizer's JSON.
        manifest: How the weights were made, with the calibration of their confidence.
    """

    network: bytes
    words: WordTable
    arrays: Mapping[str, Floats]
    tokenizer: str
    manifest: Mapping[str, Any]


def load_weights(folder: Path) -> Weights:
    """The weights in *folder*.

    Raises:
        WeightsError: A file is missing or is not the one that the manifest names.
    """
    manifest = _manifest(folder)
    content = {name: _bytes(folder, name) for name in (NETWORK, WORDS, ARRAYS, TOKENIZER)}
    for name, data in content.items():
        if hashlib.sha256(data).hexdigest() != manifest["sha256"].get(name):
            raise WeightsError(str(folder / name), "is not the file that the manifest names")
    words, arrays = _arrays(content[WORDS]), _arrays(content[ARRAYS])
    table = WordTable(words["rows"], words["scales"])
    return Weights(content[NETWORK], table, arrays, content[TOKENIZER].decode("utf-8"), manifest)


def _arrays(data: bytes) -> dict[str, Any]:
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest: Any = json.loads(_bytes(folder, MANIFEST))
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict) or not manifest.keys() >= STATED:
        raise WeightsError(str(folder / MANIFEST), "is no manifest of weights")
    return manifest


def _bytes(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WeightsError(str(path), "is missing") from None
    except OSError as error:
        raise WeightsError(str(path), f"cannot be read ({error.strerror})") from None
