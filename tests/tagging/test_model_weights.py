"""Weights load only when they are the ones that the manifest names."""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from quotekit.errors import QuotekitError
from quotekit.tagging.model.weights import ARRAYS, MANIFEST, NETWORK, TOKENIZER, WeightsError, load_weights


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of weights that nothing could be tagged with."""
    (tmp_path / NETWORK).write_bytes(b"network")
    (tmp_path / TOKENIZER).write_text("{}", encoding="utf-8")
    np.savez(tmp_path / ARRAYS, begins=np.zeros(7, dtype=np.float32))
    names = (NETWORK, ARRAYS, TOKENIZER)
    hashes = {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in names}
    (tmp_path / MANIFEST).write_text(json.dumps({"sha256": hashes}), encoding="utf-8")
    return tmp_path


def test_loads_what_the_manifest_names(folder: Path) -> None:
    """Files and arrays come back as they were written."""
    weights = load_weights(folder)
    assert weights.network == b"network"
    assert weights.arrays["begins"].tolist() == [0.0] * 7


@pytest.mark.parametrize("name", [NETWORK, ARRAYS, TOKENIZER])
def test_refuses_other_files(folder: Path, name: str) -> None:
    """A file that was changed is refused by name."""
    (folder / name).write_bytes(b"changed")
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


@pytest.mark.parametrize("name", [NETWORK, MANIFEST])
def test_says_what_is_missing(folder: Path, name: str) -> None:
    """A file that is missing is named, with what to do."""
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=r"is missing. Install quotekit anew"):
        load_weights(folder)


def test_the_error_survives_pickling() -> None:
    """Worker processes can send the error back."""
    error = pickle.loads(pickle.dumps(WeightsError("a", "is missing")))
    assert isinstance(error, QuotekitError)
    assert str(error) == str(WeightsError("a", "is missing"))
