"""A training learns, goes on where it was broken off, and leaves alone what it is told to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from quotekit.training import Recipe, loop, train  # noqa: E402

MakeRecipe = Callable[..., Recipe]


def weights(checkpoint: Path, part: str = "network") -> dict[str, Any]:
    """The weights of a checkpoint by their names."""
    found: dict[str, Any] = torch.load(checkpoint, weights_only=True)[part]
    return found


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """The names of the weights that are others."""
    return {name for name in after if not torch.equal(before[name], after[name])}


@pytest.fixture(scope="module")
def untrained(make_recipe: MakeRecipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkpoint of a training whose time is over before its first step."""
    return train(make_recipe(minutes=1e-9), tmp_path_factory.mktemp("untrained"))


def test_it_learns(make_recipe: MakeRecipe, fast: dict[str, float], tmp_path: Path) -> None:
    """Every 25 steps the log says how far the training is, and that the losses fall."""
    train(make_recipe(rounds=40, **fast), tmp_path)
    rows = [json.loads(line) for line in (tmp_path / loop.LOG).read_text("utf-8").splitlines()]
    assert [row["step"] for row in rows] == list(range(25, rows[-1]["step"] + 1, 25))
    assert 0 < rows[0]["done"] < rows[-1]["done"] <= 1
    for loss in ("field", "piece", "link"):
        assert rows[-1][loss] < 0.7 * rows[0][loss]


def test_a_broken_training_goes_on(
    make_recipe: MakeRecipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A training that is broken off and started again ends with the very weights of one that was not."""
    recipe = make_recipe(save_every=-1.0)
    whole = train(recipe, tmp_path / "whole")
    step, steps = loop._Run._step, []

    def failing(run: Any, items: Any) -> None:
        steps.append(len(items))
        if len(steps) == 4:
            raise KeyboardInterrupt
        step(run, items)

    with monkeypatch.context() as patch:
        patch.setattr(loop._Run, "_step", failing)
        with pytest.raises(KeyboardInterrupt):
            train(recipe, tmp_path / "part")
    broken = torch.load(tmp_path / "part" / loop.CHECKPOINT, weights_only=True)
    assert broken["at"]["step"] == 3
    again = train(recipe, tmp_path / "part")
    assert changed(weights(whole), weights(again)) == set()
    assert changed(weights(whole, "unaveraged"), weights(again, "unaveraged")) == set()


def test_seeds(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """The same recipe gives the same weights, another seed others."""
    first, second, other = (
        weights(train(make_recipe(rounds=1, seed=seed), tmp_path / name))
        for name, seed in (("first", 1), ("second", 1), ("other", 2))
    )
    assert changed(first, second) == set()
    assert "label.weight" in changed(first, other)


def test_the_clock_ends_it(untrained: Path, encoder: Path) -> None:
    """A training without any time leaves the encoder's weights as they came."""
    from safetensors.torch import load_file

    assert torch.load(untrained, weights_only=True)["at"]["step"] == 0
    given = load_file(encoder / "model.safetensors")
    assert torch.equal(weights(untrained)["words.weight"], given["embeddings.word_embeddings.weight"])


def test_the_network_of_another_training_is_trained_further(
    make_recipe: MakeRecipe, untrained: Path, tmp_path: Path
) -> None:
    """A training that starts from a checkpoint and has no time leaves that checkpoint's network."""
    first = train(make_recipe(rounds=1), tmp_path / "first")
    second = train(make_recipe(start=first, minutes=1e-9), tmp_path / "second")
    assert changed(weights(first), weights(second)) == set()
    assert changed(weights(untrained), weights(second))


def test_word_embeddings_stay(make_recipe: MakeRecipe, untrained: Path, tmp_path: Path) -> None:
    """All parts learn but the embeddings of words."""
    after = weights(train(make_recipe(), tmp_path))
    still = set(after) - changed(weights(untrained), after)
    assert "words.weight" in still
    assert not {
        name for name in still if name.startswith(("layers", "label", "positions", "steps", "begins"))
    }


@pytest.mark.parametrize(("layers", "still"), [(1, ("layers.0.",)), (2, ("layers.0.", "layers.1."))])
def test_settled_layers_stay(
    layers: int, still: tuple[str, ...], make_recipe: MakeRecipe, untrained: Path, tmp_path: Path
) -> None:
    """Settled layers and what is below them learn no more, the rest does."""
    recipe = make_recipe(settle=((0.0, layers),))
    moved = changed(weights(untrained), weights(train(recipe, tmp_path)))
    assert not {name for name in moved if name.startswith((*still, "positions", "segment", "features"))}
    assert {"label.weight", "link.weight"} <= moved
    assert (layers == 2) == (not {name for name in moved if name.startswith("layers")})


def test_half_precision_is_near(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """Losses that are computed in 16 bits are those of 32 bits but for rounding."""
    run = loop._Run(make_recipe(), tmp_path)
    run.network.eval()
    rng = loop.random.Random(0)
    examples = [run._example(document, rng) for _, documents in run.corpora for document in documents]
    [items, *_] = loop.epoch_batches(examples, rng, 24, 200)
    exact, rounded = (loop._losses(run.network, items, precision) for precision in ("float32", "bfloat16"))
    for name, value in exact.items():
        assert rounded[name].item() == pytest.approx(value.item(), rel=0.05)
    assert exact["field"].item() != rounded["field"].item()


def test_what_a_document_is_told_varies(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """Most documents come with their parse and their hints, some without; half of them with words hidden."""
    run = loop._Run(make_recipe(blanked=1.0), tmp_path)
    [(_, [document, *_])] = run.corpora
    rng = loop.random.Random(0)
    seen = [run._example(document, rng).pieces for _ in range(300)]
    hidden = sum(bool((pieces.ids == pieces.ids[0]).all()) for pieces in seen)
    told = {pieces.features.tobytes() for pieces in seen}
    assert 120 < hidden < 180
    assert len(told) == 3
