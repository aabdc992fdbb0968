"""A network small enough to be trained within a second, and what it learns from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quotekit.finders.network.weights import SHIPPED, TOKENIZER

if TYPE_CHECKING:
    from spacy.language import Language

    from quotekit.training import Recipe

WIDTH, LAYERS = 24, 2
TEXTS = (
    "“The ferry is late,” said Tove Brandt. Nobody had asked her.",
    "Olsen said that the bridge was closed.\n\nThe harbour lay still.",
    "“We sail at nine,” the pilot told them.",
)
QUOTES = (
    {"content": [[0, 20]], "cue": [[21, 25]], "source": [[26, 37]]},
    {"content": [[11, 37]], "cue": [[6, 10]], "source": [[0, 5]]},
    {"content": [[0, 18]], "cue": [[29, 33]], "source": [[19, 28]]},
)


@pytest.fixture(autouse=True, scope="package")
def small() -> Iterator[None]:
    """The network's shape is cut down for all tests of training."""
    from quotekit.training import export, network

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "LAYERS", LAYERS)
        for module in (network, export):
            patch.setattr(module, "WIDTH", WIDTH)
        yield


@pytest.fixture(scope="package")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an encoder that has learned nothing, in the layout of BERT."""
    import torch
    from safetensors.torch import save_file

    from quotekit.training.network import POSITIONS, VOCABULARY

    torch.manual_seed(1)
    shapes = {
        "embeddings.word_embeddings.weight": (VOCABULARY, WIDTH),
        "embeddings.position_embeddings.weight": (POSITIONS, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
        parts = [f"attention.self.{name}" for name in ("query", "key", "value")] + ["attention.output.dense"]
        sizes = dict.fromkeys(parts, (WIDTH, WIDTH))
        sizes |= {"intermediate.dense": (4 * WIDTH, WIDTH), "output.dense": (WIDTH, 4 * WIDTH)}
        shapes |= {f"{layer}.{part}.weight": size for part, size in sizes.items()}
        shapes |= {f"{layer}.{part}.bias": size[:1] for part, size in sizes.items()}
    weights = {name: 0.2 * torch.randn(shape) for name, shape in shapes.items()}
    for norm in norms:
        weights |= {f"{norm}.weight": torch.ones(WIDTH), f"{norm}.bias": torch.zeros(WIDTH)}
    folder = tmp_path_factory.mktemp("encoder")
    save_file(weights, folder / "model.safetensors")
    shutil.copyfile(SHIPPED / TOKENIZER, folder / "tokenizer.json")
    return folder


@pytest.fixture(scope="package")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of a few annotated documents."""
    path = tmp_path_factory.mktemp("corpus") / "gold.jsonl"
    rows = [
        {"id": str(number), "text": text, "quotes": [{"kind": "indirect", "act": "speech", **quote}]}
        for number, (text, quote) in enumerate(zip(TEXTS, QUOTES, strict=True))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="package")
def make_recipe(nlp: Language, encoder: Path, corpus: Path) -> Callable[..., Recipe]:
    """Makes a recipe that learns from the corpus, with the options of a quick training and those given."""
    from quotekit.training import Corpus, Reader, Recipe, TrainingOptions

    reader = Reader(nlp)

    def make(*, start: Path | None = None, corpora: Sequence[Corpus] = (), **options: Any) -> Recipe:
        usual = {"rounds": 3, "threads": 1, "window": 24, "batch": 30, "average": 0.5, "settle": ()}
        chosen = TrainingOptions(**{**usual, **options})
        return Recipe(tuple(corpora or [Corpus(corpus)]), encoder, reader, chosen, start)

    return make


@pytest.fixture(scope="package")
def fast() -> dict[str, float]:
    """Options by which a small network learns a few texts by heart."""
    return {"encoder_rate": 3e-3, "head_rate": 1e-2, "warmup": 0.01, "blanked": 0.0}
