"""The network: what it starts from, and that no window reads another's padding."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import load_file  # noqa: E402

from quotekit.finders.network.labels import LABELS  # noqa: E402
from quotekit.finders.network.pieces import FEATURES  # noqa: E402
from quotekit.training.network import LINK_SIZE, Network  # noqa: E402


@pytest.fixture(scope="module")
def network(encoder: Path) -> Network:
    """A network with the encoder's weights, ready to be used."""
    made = Network()
    made.start_from(encoder / "model.safetensors")
    return made.eval()


def test_it_starts_from_the_encoder(network: Network, encoder: Path) -> None:
    """Queries, keys and values are one matrix, in this order; all else keeps its shape."""
    given = load_file(encoder / "model.safetensors")
    for number, layer in enumerate(network.layers):
        names = [f"encoder.layer.{number}.attention.self.{part}" for part in ("query", "key", "value")]
        for kind in ("weight", "bias"):
            expected = torch.cat([given[f"{name}.{kind}"] for name in names])
            assert torch.equal(getattr(layer.qkv, kind), expected)
        assert torch.equal(layer.narrow.weight, given[f"encoder.layer.{number}.output.dense.weight"])
    assert torch.equal(network.segment, given["embeddings.token_type_embeddings.weight"][0])


def test_scores_of_every_piece(network: Network) -> None:
    """Every piece gets a score for each label and a vector."""
    ids = torch.tensor([[101, 7, 8, 9, 102]])
    emissions, vectors = network(ids, torch.zeros(1, 5, FEATURES, dtype=torch.int64), torch.ones_like(ids))
    assert (emissions.shape, vectors.shape) == ((1, 5, len(LABELS)), (1, 5, LINK_SIZE))


def test_padding_changes_nothing(network: Network) -> None:
    """A window is read alike on its own and beside a longer one."""
    short, long = [101, 7, 8, 102, 0, 0], [101, 7, 8, 9, 10, 102]
    ids = torch.tensor([short, long])
    features = torch.zeros(2, 6, FEATURES, dtype=torch.int64)
    both = network(ids, features, torch.tensor([[1, 1, 1, 1, 0, 0], [1] * 6]))
    alone = network(ids[:1, :4], features[:1, :4], torch.ones(1, 4, dtype=torch.int64))
    for padded, plain in zip(both, alone, strict=True):
        assert torch.allclose(padded[:1, :4], plain, atol=1e-5)


def test_features_count(network: Network) -> None:
    """What a piece is told besides its word changes what is read."""
    ids = torch.tensor([[101, 7, 8, 102]])
    plain = torch.zeros(1, 4, FEATURES, dtype=torch.int64)
    told = plain.clone()
    told[0, 1, 0] = 1
    assert not torch.allclose(
        network(ids, plain, torch.ones_like(ids))[0], network(ids, told, torch.ones_like(ids))[0]
    )


def test_lowest(network: Network) -> None:
    """The embeddings but those of words, and as many layers as asked for; nothing for none."""
    assert list(network.lowest(0)) == []
    found = {id(parameter) for parameter in network.lowest(1)}
    names = {name.split(".")[0] for name, value in network.named_parameters() if id(value) in found}
    assert names == {"positions", "features", "input_norm", "layers", "segment"}
    assert not found & {id(parameter) for parameter in network.layers[1].parameters()}
