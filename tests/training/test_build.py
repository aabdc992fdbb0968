"""From a recipe to weights that quotekit reads with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from quotekit import LearningError, Settings, extract_quotes  # noqa: E402
from quotekit.finders.network import load_tagger  # noqa: E402
from quotekit.finders.network.confidence import EVIDENCE  # noqa: E402
from quotekit.finders.network.pieces import FEATURES  # noqa: E402
from quotekit.finders.network.session import NetworkInputs, open_session  # noqa: E402
from quotekit.finders.network.weights import MANIFEST, load_weights  # noqa: E402
from quotekit.training import Corpus, Recipe, build  # noqa: E402
from quotekit.training.calibration import Calibration  # noqa: E402
from quotekit.training.export import export  # noqa: E402
from quotekit.training.loop import load_network, train  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language

MakeRecipe = Callable[..., Recipe]

UNCALIBRATED = {"calibration": dict.fromkeys(EVIDENCE, 0.0), "least_confidence": 0.0}

pytestmark = pytest.mark.filterwarnings("ignore:You are using the legacy TorchScript:DeprecationWarning")


@pytest.fixture(scope="module")
def built(
    make_recipe: MakeRecipe, fast: dict[str, float], corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Calibration]:
    """The folder of a training that is calibrated on what it learned, and how its confidence was fitted."""
    out = tmp_path_factory.mktemp("run")
    corpora = [Corpus(corpus), Corpus(corpus, keep_back=1)]
    return out, build(make_recipe(corpora=corpora, rounds=30, **fast), out)


def test_the_weights_are_read(built: tuple[Path, Calibration], nlp: Language) -> None:
    """What was trained is loaded by its hashes, and settings that name it are enough to read with it."""
    out, _ = built
    text = "Olsen said that the bridge was closed."
    assert load_tagger(out / "weights")
    found = extract_quotes(text, settings=Settings(weights=out / "weights"), nlp=nlp)
    assert [(quote.text, quote.act) for quote in found] == [("that the bridge was closed", "speech")]
    assert found[0].rule.startswith("model")


def test_the_manifest_tells_how(built: tuple[Path, Calibration]) -> None:
    """The manifest has the options, the corpora by name, and the confidence as it was fitted."""
    out, found = built
    manifest = json.loads((out / "weights" / MANIFEST).read_text("utf-8"))
    assert (manifest["language"], manifest["options"]["rounds"]) == ("en", 30)
    assert manifest["encoder"]["name"] == "tiny-bert"
    assert len(manifest["encoder"]["model.safetensors"]) == 64
    learned, kept = manifest["corpora"]
    assert (learned["path"], learned["keep_back"], kept["keep_back"]) == ("gold.jsonl", 0, 1)
    assert manifest["calibration"] == found.weights
    assert set(found.weights) == set(EVIDENCE)
    assert manifest["least_confidence"] == round(found.least, 2) <= 0.5
    assert (found.count, found.error < 0.5) == (3, True)


@pytest.mark.parametrize("layout", ["encoder", "mpnet"])
def test_the_network_is_the_trained_one(
    layout: str, make_recipe: MakeRecipe, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The exported network gives the scores of the trained one but for its rounded weights."""
    folder = request.getfixturevalue(layout)
    checkpoint = train(make_recipe(begins_as=folder, rounds=1), tmp_path)
    export(checkpoint, folder, tmp_path / "weights", UNCALIBRATED)
    network, weights = load_network(checkpoint), load_weights(tmp_path / "weights")
    run = open_session(weights.network, weights.words, 1)
    for shape in ((2, 9), (1, 194)):
        ids = torch.randint(1000, 2000, shape, generator=torch.Generator().manual_seed(3))
        features, present = (
            torch.zeros(*shape, FEATURES, dtype=torch.int64),
            torch.ones(*shape, dtype=torch.int64),
        )
        present[-1, 7:] = 0
        with torch.no_grad():
            expected = network(ids, features, present)
        found = run(NetworkInputs(ids.numpy(), features.numpy(), present.numpy()))
        for mine, theirs in zip(found, expected, strict=True):
            read, whole = mine[-1, :7], theirs.numpy()[-1, :7]
            assert np.abs(read - whole).max() < 0.1 * np.abs(whole).max()


def test_only_layers_that_are_used_are_exported(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """A network of one layer is read as such."""
    recipe = make_recipe(layers=1, rounds=1)
    checkpoint = train(recipe, tmp_path)
    export(checkpoint, recipe.encoder, tmp_path / "weights", UNCALIBRATED)
    assert load_network(checkpoint).shape.layers == 1
    assert load_tagger(tmp_path / "weights")("Olsen said no.", ()) is not None


def test_nothing_kept_back(make_recipe: MakeRecipe, tmp_path: Path) -> None:
    """Without documents to calibrate on there is no training, which would end in nothing."""
    with pytest.raises(LearningError, match="no document kept back"):
        build(make_recipe(), tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_nothing_found(make_recipe: MakeRecipe, corpus: Path, tmp_path: Path) -> None:
    """A tagger that finds nothing in what was kept back cannot be calibrated; its weights stay."""
    blank = tmp_path / "blank.jsonl"
    blank.write_text('{"id": "a", "text": "\\n", "quotes": []}\n', encoding="utf-8")
    corpora = [Corpus(corpus), Corpus(blank, keep_back=1)]
    with pytest.raises(LearningError, match="how sure the tagger is"):
        build(make_recipe(corpora=corpora, minutes=1e-9), tmp_path)
    assert load_tagger(tmp_path / "weights")
