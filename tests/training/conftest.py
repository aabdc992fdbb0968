"""A network small enough to be trained within a second, and what it learns from."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quotekit.finders.network.weights import SHIPPED, TOKENIZER

if TYPE_CHECKING:
    from quotekit.training import Recipe

WIDTH, LAYERS, DISTANCES = 24, 2, 8
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


BERT = {
    "model_type": "bert",
    "_name_or_path": "tiny-bert",
    "vocab_size": 30522,
    "hidden_size": WIDTH,
    "intermediate_size": 4 * WIDTH,
    "num_attention_heads": 2,
    "num_hidden_layers": LAYERS,
    "max_position_embeddings": 200,
    "layer_norm_eps": 1e-12,
    "pad_token_id": 0,
}
MPNET = {**BERT, "model_type": "mpnet", "_name_or_path": "tiny-mpnet", "vocab_size": 30526}
MPNET |= {"pad_token_id": 1, "relative_attention_num_buckets": DISTANCES, "layer_norm_eps": 1e-5}

IN_BERT = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
IN_MPNET = tuple(f"attention.attn.{part}" for part in "qkvo")


def weights_of(config: dict[str, Any], attention: Sequence[str], norm: str) -> dict[str, Any]:
    """Random weights by the names that a layout has for those of its *attention* and the *norm* behind it."""
    import torch

    torch.manual_seed(1)
    shapes = {
        "embeddings.word_embeddings.weight": (config["vocab_size"], WIDTH),
        "embeddings.position_embeddings.weight": (config["max_position_embeddings"], WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        norms += [f"{layer}.{norm}", f"{layer}.output.LayerNorm"]
        sizes = dict.fromkeys(attention, (WIDTH, WIDTH))
        sizes |= {"intermediate.dense": (4 * WIDTH, WIDTH), "output.dense": (WIDTH, 4 * WIDTH)}
        shapes |= {f"{layer}.{part}.weight": size for part, size in sizes.items()}
        shapes |= {f"{layer}.{part}.bias": size[:1] for part, size in sizes.items()}
    weights = {name: 0.2 * torch.randn(shape) for name, shape in shapes.items()}
    for name in norms:
        weights |= {f"{name}.weight": torch.ones(WIDTH), f"{name}.bias": torch.zeros(WIDTH)}
    return weights


def written(folder: Path, config: dict[str, Any], weights: dict[str, Any], tokenizer: str) -> Path:
    """The folder of an encoder with all that is read of one."""
    from safetensors.torch import save_file

    save_file(weights, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    return folder


@pytest.fixture(scope="package")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an encoder that has learned nothing, in the layout of BERT."""
    import torch

    weights = weights_of(BERT, IN_BERT, "attention.output.LayerNorm")
    weights["embeddings.token_type_embeddings.weight"] = 0.2 * torch.randn(2, WIDTH)
    tokenizer = (SHIPPED / TOKENIZER).read_text("utf-8")
    return written(tmp_path_factory.mktemp("encoder"), BERT, weights, tokenizer)


@pytest.fixture(scope="package")
def mpnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of another in the layout of MPNet, with distances, and other names for its own pieces."""
    import torch

    weights = weights_of(MPNET, IN_MPNET, "attention.LayerNorm")
    weights["encoder.relative_attention_bias.weight"] = 0.2 * torch.randn(
        DISTANCES, MPNET["num_attention_heads"]
    )
    tokenizer = (SHIPPED / TOKENIZER).read_text("utf-8")
    for old, new in (("[CLS]", "<s>"), ("[SEP]", "</s>"), ("[MASK]", "<mask>")):
        tokenizer = tokenizer.replace(f'"{old}"', f'"{new}"')
    return written(tmp_path_factory.mktemp("mpnet"), MPNET, weights, tokenizer)


@pytest.fixture(scope="package")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of a few annotated documents."""
    path = tmp_path_factory.mktemp("corpus") / "gold.jsonl"
    tone = {"kind": "indirect", "act": "speech", "modality": "asserted"}
    rows = [
        {"id": str(number), "text": text, "quotes": [{**tone, **quote}]}
        for number, (text, quote) in enumerate(zip(TEXTS, QUOTES, strict=True))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="package")
def make_recipe(encoder: Path, corpus: Path) -> Callable[..., Recipe]:
    """Makes a recipe that learns from the corpus, with the options of a quick training and those given."""
    from quotekit.training import Corpus, Recipe, TrainingOptions

    def make(
        *,
        start: Path | None = None,
        teacher: Path | None = None,
        corpora: Sequence[Corpus] = (),
        begins_as: Path = encoder,
        **options: Any,
    ) -> Recipe:
        usual = {"rounds": 3, "threads": 1, "window": 24, "batch": 30, "average": 0.5, "settle": ()}
        chosen = TrainingOptions(**{**usual, **options})
        return Recipe(tuple(corpora or [Corpus(corpus)]), begins_as, "en", chosen, start, teacher)

    return make


@pytest.fixture(scope="package")
def fast() -> dict[str, float]:
    """Options by which a small network learns a few texts by heart."""
    return {"encoder_rate": 3e-3, "head_rate": 1e-2, "warmup": 0.01, "blanked": 0.0}
