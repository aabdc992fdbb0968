"""A training learns, goes on where it was broken off, and leaves alone what it is told to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from attrs import evolve  # noqa: E402

from quotekit.training import Corpus, Recipe, loop, train  # noqa: E402

MakeRecipe = Callable[..., Recipe]
MakeRun = Callable[..., Any]


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
    for loss in ("field", "piece", "link", "tone"):
        assert rows[-1][loss] < 0.7 * rows[0][loss]


def test_a_broken_training_goes_on(
    make_recipe: MakeRecipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A training that is broken off and started again ends with the very weights of one that was not."""
    recipe = make_recipe(save_every=-1.0)
    whole = train(recipe, tmp_path / "whole")
    step, steps = loop._Run._step, []

    def failing(run: Any, batch: Any) -> None:
        steps.append(batch.pieces)
        if len(steps) == 4:
            raise KeyboardInterrupt
        step(run, batch)

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
    given = load_file(encoder / "model.safetensors")["encoder.layer.0.output.dense.weight"]
    assert torch.equal(weights(untrained)["layers.0.narrow.weight"], given)


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
    assert not {name for name in moved if name.startswith((*still, "positions", "features"))}
    assert {"label.weight", "link.weight"} <= moved
    assert (layers == 2) == (not {name for name in moved if name.startswith("layers")})


@pytest.fixture
def run(make_recipe: MakeRecipe, tmp_path: Path) -> MakeRun:
    """Makes a training that has not begun with the given parts of its recipe, nothing left to chance."""

    def make(**parts: Any) -> Any:
        made = loop._Run(make_recipe(**parts), tmp_path, map)
        made.network.eval()
        return made

    return make


def batch_of(run: Any) -> Any:
    """One batch of all of its documents."""
    chosen = [(document, corpus.convention) for corpus, documents in run.corpora for document in documents]
    options = evolve(run.options, blanked=0.0, batch=500)
    [batch] = loop.make_batches((run.tokenizer, options, chosen, 1))
    return batch


def test_half_precision_is_near(run: MakeRun) -> None:
    """Losses that are computed in 16 bits are those of 32 bits but for rounding."""
    exact, rounded = (run(precision=precision) for precision in ("float32", "bfloat16"))
    batch = batch_of(exact)
    wholly, roughly = exact._losses(batch), rounded._losses(batch)
    for name, value in wholly.items():
        assert roughly[name].item() == pytest.approx(value.item(), rel=0.05)
    assert wholly["field"].item() != roughly["field"].item()


def test_half_of_the_documents_hide_words(run: MakeRun) -> None:
    """What stands in the marks and where paragraphs begin is shown of hidden words as well."""
    made = run(blanked=1.0)
    [(_, [document, *_])] = made.corpora
    rng, tokenizer = loop.random.Random(0), loop.parse_tokenizer(made.tokenizer)
    seen = [loop._example(tokenizer, made.options, (document, "guidelines"), rng).pieces for _ in range(300)]
    hidden = sum(bool((pieces.ids == pieces.ids[0]).all()) for pieces in seen)
    assert 120 < hidden < 180
    assert len({pieces.features.tobytes() for pieces in seen}) == 1


def test_the_convention_of_a_corpus_is_told(corpus: Path, run: MakeRun) -> None:
    """What is learned from a corpus is read by its convention."""
    plain, other = (
        batch_of(run(corpora=[Corpus(corpus, convention=convention)]))
        for convention in ("guidelines", "polnear")
    )
    assert torch.equal(plain.ids, other.ids)
    assert not torch.equal(plain.features, other.features)


def test_a_teacher_of_ones_own_mind_teaches_nothing(run: MakeRun, untrained: Path) -> None:
    """A network that says what its teacher says is as far from it as from itself."""
    made = run(start=untrained, teacher=untrained)
    assert made._losses(batch_of(made))["taught"].item() == pytest.approx(0.0, abs=1e-3)


def test_a_teacher_is_learned_from(make_recipe: MakeRecipe, fast: dict[str, float], tmp_path: Path) -> None:
    """What is learned comes nearer to the teacher, of which nothing changes."""
    teacher = train(make_recipe(rounds=30, seed=2, **fast), tmp_path / "teacher")
    before = teacher.read_bytes()
    train(make_recipe(teacher=teacher, rounds=40, **fast), tmp_path)
    rows = [json.loads(line) for line in (tmp_path / loop.LOG).read_text("utf-8").splitlines()]
    assert rows[-1]["taught"] < 0.5 * rows[0]["taught"]
    assert teacher.read_bytes() == before


def test_the_teachers_vocabulary_may_be_another(run: MakeRun, untrained: Path) -> None:
    """Ids are shifted for a teacher that has more special pieces."""
    made = run(teacher=untrained, shift=4)
    asked = []

    def teacher(ids: Any, features: Any, present: Any) -> Any:
        asked.append(ids)
        return torch.zeros(*ids.shape, 7), None

    made.teacher, batch = teacher, batch_of(made)
    made._losses(batch)
    assert torch.equal(asked[0], batch.ids.long() + 4)


@pytest.mark.parametrize("layers", [None, 1])
def test_an_encoder_with_distances(
    layers: int | None, make_recipe: MakeRecipe, mpnet: Path, tmp_path: Path
) -> None:
    """MPNet's layout is trained like BERT's, distances and all, with as many layers as asked for."""
    trained = train(make_recipe(begins_as=mpnet, layers=layers, rounds=1), tmp_path)
    assert loop.load_network(trained).shape.layers == (layers or 2)
    first = train(make_recipe(begins_as=mpnet, layers=layers, minutes=1e-9), tmp_path / "untrained")
    assert "distances.weight" in changed(weights(first), weights(trained))


def test_more_readers_read_the_same(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """Whether batches are made by processes of their own or not, the training ends with the same weights."""
    one, two = (
        weights(train(make_recipe(rounds=1, readers=readers), tmp_path / str(readers))) for readers in (1, 2)
    )
    assert changed(one, two) == set()
