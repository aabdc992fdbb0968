"""The recipes of the shipped networks can be read, and are those that the manifest tells of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotekit.finders.network.weights import MANIFEST, SHIPPED

torch = pytest.importorskip("torch")

from attrs import asdict  # noqa: E402

from quotekit.training import Recipe, read_recipe  # noqa: E402

ROOT = Path(__file__).parent.parent.parent
RECIPES = ROOT / "tools" / "recipes"
LARGE = ROOT / "models" / "en_large" / "quotekit_en_large" / "weights"


def named_in(recipe: dict[str, Any]) -> Iterator[str]:
    """The files and folders that a recipe names."""
    yield from (recipe[name] for name in ("encoder", "teacher", "start") if name in recipe)
    yield from (corpus["path"] for corpus in recipe["corpora"])


def read(path: Path, folder: Path) -> Recipe:
    """The recipe in a folder that has all that it names."""
    for name in named_in(json.loads(path.read_text("utf-8"))):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    shutil.copy(path, folder)
    return read_recipe(folder / path.name)


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.json")), ids=lambda path: path.stem)
def test_recipes_are_read(path: Path, tmp_path: Path) -> None:
    """Each learns from the project's own documents by its guidelines, and from PolNeAR by PolNeAR's."""
    conventions = {corpus.path.stem: corpus.convention for corpus in read(path, tmp_path).corpora}
    assert conventions["written-train"] == conventions["real-train"] == "guidelines"
    assert conventions["polnear-train"] == "polnear"


@pytest.mark.parametrize(("weights", "name"), [(SHIPPED, "small-on"), (LARGE, "teacher")])
def test_the_manifest_tells_of_its_recipe(weights: Path, name: str, tmp_path: Path) -> None:
    """Options and corpora of a network's manifest are those of the recipe that it came of last."""
    if not weights.exists():
        pytest.skip("the package of the large reader is not part of this tree")
    recipe = read(RECIPES / f"{name}.json", tmp_path)
    manifest = json.loads((weights / MANIFEST).read_text("utf-8"))
    assert manifest["options"] == json.loads(json.dumps(asdict(recipe.options)))
    corpora = [{**asdict(corpus), "path": corpus.path.name} for corpus in recipe.corpora]
    assert manifest["corpora"] == corpora
