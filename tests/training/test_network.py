"""The network: what it starts from, what it is told of distances, and that no padding is read."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import load_file  # noqa: E402

from quotekit.finders.network.labels import LABELS  # noqa: E402
from quotekit.finders.network.pieces import FEATURES  # noqa: E402
from quotekit.finders.network.tones import TONES, ToneWeights  # noqa: E402
from quotekit.training.encoder import read_shape  # noqa: E402
from quotekit.training.export import link_arrays  # noqa: E402
from quotekit.training.network import LINK_SIZE, Network, distance_buckets  # noqa: E402


def started(encoder: Path, layers: int | None = None) -> Network:
    """A network with an encoder's weights, ready to be used."""
    torch.manual_seed(2)
    made = Network(read_shape(encoder, layers))
    made.start_from(encoder)
    return made.eval()


@pytest.fixture(scope="module", params=["encoder", "mpnet"])
def network(request: pytest.FixtureRequest) -> Network:
    """A network that starts from an encoder of each layout."""
    return started(request.getfixturevalue(request.param))


def test_it_starts_from_the_encoder(encoder: Path) -> None:
    """Queries, keys and values are one matrix, in this order; all else keeps its shape."""
    given, network = load_file(encoder / "model.safetensors"), started(encoder)
    for number, layer in enumerate(network.layers):
        names = [f"encoder.layer.{number}.attention.self.{part}" for part in ("query", "key", "value")]
        for kind in ("weight", "bias"):
            expected = torch.cat([given[f"{name}.{kind}"] for name in names])
            assert torch.equal(getattr(layer.qkv, kind), expected)
        assert torch.equal(layer.narrow.weight, given[f"encoder.layer.{number}.output.dense.weight"])
    first_segment = given["embeddings.token_type_embeddings.weight"][0]
    expected = given["embeddings.position_embeddings.weight"] + first_segment
    assert torch.equal(network.positions.weight, expected)


def test_it_starts_from_some_layers(encoder: Path) -> None:
    """Of the encoder's layers the lowest are taken, as many as asked for."""
    lower, all_of_them = started(encoder, 1), started(encoder)
    assert (len(lower.layers), len(all_of_them.layers)) == (1, 2)
    assert torch.equal(lower.layers[0].wide.weight, all_of_them.layers[0].wide.weight)


def test_words_are_those_that_are_shipped(encoder: Path) -> None:
    """Word embeddings have 8 bits from the start, and never learn."""
    given, network = load_file(encoder / "model.safetensors"), started(encoder)
    words = given["embeddings.word_embeddings.weight"]
    assert not network.words.weight.requires_grad
    assert not torch.equal(network.words.weight, words)
    assert torch.allclose(network.words.weight, words, atol=float(words.abs().max()) / 127)
    assert all(len(row.unique()) <= 255 for row in network.words.weight[:5])


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


def test_distances_count(mpnet: Path) -> None:
    """Where the encoder tells distances apart, each head is told how far apart two pieces stand."""
    network = started(mpnet)
    bias = network.distance_bias(5)
    assert bias.shape == (1, 2, 5, 5)
    assert torch.equal(bias[0, :, 0, 1], bias[0, :, 3, 4])
    assert not torch.equal(bias[0, :, 0, 1], bias[0, :, 1, 0])


def test_buckets_of_distances() -> None:
    """Small distances have a bucket each, larger ones share theirs, and from the farthest on all are one."""
    offsets = torch.arange(-300, 301)
    found = distance_buckets(offsets, 32).tolist()
    before, after = found[:300][::-1], found[301:]
    assert found[300] == 0
    assert before[:7] == list(range(1, 8))
    assert after[:7] == [16 + near for near in range(1, 8)]
    assert before == sorted(before)
    assert after == [16 + bucket for bucket in before]
    assert set(before[127:]) == {15}
    assert before[126] == 15
    assert before[60] < 15


def test_tones_are_read_as_they_are_learned(network: Network) -> None:
    """The scores of acts and modalities that are learned from are those that the run time computes."""
    vectors = torch.randn(6, LINK_SIZE, generator=torch.Generator().manual_seed(3)).half().float()
    edges = torch.tensor([[2, 3, 0, 1], [4, 5, 6, 6]])
    with torch.no_grad():
        scores = network.tones(torch.cat([vectors, torch.zeros(1, LINK_SIZE)]), edges)
    from quotekit.finders.network.roles import Found

    found = [Found(((2, 4),), ((0, 2),)), Found(((4, 6),))]
    tones = ToneWeights.of(link_arrays(network)).read(vectors.half().numpy(), found)
    assert scores.shape == (2, len(TONES))
    for tone, row in zip(tones, scores, strict=True):
        acts, modalities = row[:2].softmax(0), row[2:].softmax(0)
        assert (tone.act, tone.modality) == (TONES[int(acts.argmax())], TONES[2 + int(modalities.argmax())])
        assert tone.act_sure == pytest.approx(acts.max().item(), abs=1e-3)
        assert tone.modality_sure == pytest.approx(modalities.max().item(), abs=1e-3)


def test_lowest(network: Network) -> None:
    """The embeddings but those of words, and as many layers as asked for; nothing for none."""
    assert list(network.lowest(0)) == []
    found = {id(parameter) for parameter in network.lowest(1)}
    names = {name.split(".")[0] for name, value in network.named_parameters() if id(value) in found}
    assert names == {"positions", "features", "input_norm", "layers"}
    assert not found & {id(parameter) for parameter in network.layers[1].parameters()}
