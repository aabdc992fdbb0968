"""Weights load only when they are the ones that the manifest names."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from quotekit.errors import WeightsError
from quotekit.finders.network import load_tagger
from quotekit.finders.network.weights import ARRAYS, MANIFEST, NETWORK, TOKENIZER, WORDS, load_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of weights that nothing could be tagged with."""
    (tmp_path / NETWORK).write_bytes(b"network")
    (tmp_path / TOKENIZER).write_text("{}", encoding="utf-8")
    np.savez(tmp_path / ARRAYS, begins=np.zeros(7, dtype=np.float32))
    np.savez(tmp_path / WORDS, rows=np.ones((3, 2), dtype=np.int8), scales=np.full(3, 0.5, dtype=np.float32))
    names = (NETWORK, WORDS, ARRAYS, TOKENIZER)
    hashes = {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in names}
    manifest = {"sha256": hashes, "calibration": {}, "least_confidence": 0.0}
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


def test_loads_what_the_manifest_names(folder: Path) -> None:
    """Files and arrays come back as they were written."""
    weights = load_weights(folder)
    assert weights.network == b"network"
    assert weights.arrays["begins"].tolist() == [0.0] * 7
    assert weights.words.at(np.array([2, 0])).tolist() == [[0.5, 0.5], [0.5, 0.5]]


@pytest.mark.parametrize("name", [NETWORK, WORDS, ARRAYS, TOKENIZER])
def test_refuses_other_files(folder: Path, name: str) -> None:
    """A file that was changed is refused by name."""
    (folder / name).write_bytes(b"changed")
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


@pytest.mark.parametrize("name", [NETWORK, WORDS, MANIFEST])
def test_says_what_is_missing(folder: Path, name: str) -> None:
    """A file that is missing is named, with what to do."""
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=r"is missing\. Name the folder weights that quotekit train"):
        load_weights(folder)


@pytest.mark.parametrize("manifest", ["", "{", "[]", "3", "[" * 100_000, '{"sha256": {}}', "\ud800"])
def test_refuses_what_is_no_manifest(folder: Path, manifest: str) -> None:
    """A manifest that states nothing of weights is refused, whatever else it is."""
    (folder / MANIFEST).write_bytes(manifest.encode("utf-8", "surrogatepass"))
    with pytest.raises(WeightsError, match=rf"{MANIFEST} is no manifest of weights"):
        load_weights(folder)


def test_says_what_cannot_be_read(folder: Path) -> None:
    """A folder where a file should be is named with what the system says of it."""
    (folder / TOKENIZER).unlink()
    (folder / TOKENIZER).mkdir()
    with pytest.raises(WeightsError, match=rf"{TOKENIZER} cannot be read"):
        load_weights(folder)


def test_weights_that_do_not_fit(folder: Path) -> None:
    """Undamaged files that are no tagger, such as those of another version, are refused by their folder."""
    with pytest.raises(WeightsError, match=rf"{folder.name} holds weights that do not fit"):
        load_tagger(folder)
