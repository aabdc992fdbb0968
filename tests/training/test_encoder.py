"""Encoders are read by the files of their folder, in the layout of BERT or of MPNet."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import load_file  # noqa: E402

from quotekit.training.encoder import encoder_identity, encoder_weights, read_shape  # noqa: E402


def changed(encoder: Path, folder: Path, **values: object) -> Path:
    """A folder with the encoder's config, some values of it others."""
    config = json.loads((encoder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, **values}), encoding="utf-8")
    return folder


def test_shape_of_bert(encoder: Path) -> None:
    """BERT knows positions from 0 on and no distances."""
    shape = read_shape(encoder)
    assert (shape.layout, shape.width, shape.inner, shape.heads, shape.layers) == ("bert", 24, 96, 2, 2)
    assert (shape.positions, shape.first_position, shape.buckets) == (200, 0, 0)


def test_shape_of_mpnet(mpnet: Path) -> None:
    """MPNet's positions begin behind that of padding, and its attention tells distances apart."""
    shape = read_shape(mpnet)
    assert (shape.layout, shape.first_position, shape.buckets, shape.epsilon) == ("mpnet", 2, 8, 1e-5)


def test_some_layers(encoder: Path) -> None:
    """A shape may have fewer layers than the encoder, and the weights of the others are left."""
    shape = read_shape(encoder, 1)
    assert shape.layers == 1
    assert not [name for name in encoder_weights(encoder, shape) if name.startswith("layers.1")]


@pytest.mark.parametrize("layers", [0, 3])
def test_layers_that_are_not_there(encoder: Path, layers: int) -> None:
    """More layers than the encoder has, or none, are refused."""
    with pytest.raises(ValueError, match=f"the encoder has 2 layers, not {layers}"):
        read_shape(encoder, layers)


def test_other_layouts(encoder: Path, tmp_path: Path) -> None:
    """An encoder of another layout is refused by its name."""
    with pytest.raises(ValueError, match="an encoder of type 'xlnet' cannot be read"):
        read_shape(changed(encoder, tmp_path, model_type="xlnet"))


def test_no_config(tmp_path: Path) -> None:
    """A folder without a config is no encoder."""
    with pytest.raises(OSError, match=r"config\.json"):
        read_shape(tmp_path)


def test_weights_of_mpnet(mpnet: Path) -> None:
    """Its attention's parts have other names; what comes out has the same ones, and the bias of distances."""
    given, found = load_file(mpnet / "model.safetensors"), encoder_weights(mpnet, read_shape(mpnet))
    first = "encoder.layer.0.attention.attn"
    expected = torch.cat([given[f"{first}.{part}.weight"] for part in "qkv"])
    assert torch.equal(found["layers.0.qkv.weight"], expected)
    assert torch.equal(found["layers.0.attended.bias"], given[f"{first}.o.bias"])
    assert torch.equal(found["distances.weight"], given["encoder.relative_attention_bias.weight"])
    assert torch.equal(found["positions.weight"], given["embeddings.position_embeddings.weight"])


def test_both_layouts_give_the_same_parts(encoder: Path, mpnet: Path) -> None:
    """But for distances, an encoder of either layout gives every part of the network the same way."""
    first, second = (set(encoder_weights(folder, read_shape(folder))) for folder in (encoder, mpnet))
    assert second - first == {"distances.weight"}
    assert first < second


def test_identity(encoder: Path, tmp_path: Path) -> None:
    """Name and hash tell an encoder from others of its name."""
    digest = hashlib.sha256((encoder / "model.safetensors").read_bytes()).hexdigest()
    assert encoder_identity(encoder) == {"name": "tiny-bert", "model.safetensors": digest}
    shutil.copyfile(encoder / "model.safetensors", tmp_path / "model.safetensors")
    other = changed(encoder, tmp_path, _name_or_path="another")
    assert encoder_identity(other) == {"name": "another", "model.safetensors": digest}
