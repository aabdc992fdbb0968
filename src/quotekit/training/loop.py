"""The training itself: rounds over the corpora, with a checkpoint to go on from."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from attrs import asdict, evolve
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer
from torch import Tensor, nn

from quotekit.corpora import AnnotatedDocument
from quotekit.finders.network.pieces import parse_tokenizer
from quotekit.training.average import Average
from quotekit.training.batching import Item, epoch_batches, gather
from quotekit.training.corpora import documents_of, variants
from quotekit.training.examples import Example, blanked, read_example, window_links
from quotekit.training.losses import field_loss, link_loss, piece_loss
from quotekit.training.network import Network
from quotekit.training.reading import Background
from quotekit.training.recipe import Precision, Recipe, TrainingOptions

__all__ = ["train"]

CHECKPOINT = "checkpoint.pt"
LOG = "log.jsonl"

_UNPARSED = 0.08
_WITHOUT_HINTS = 0.08
_BLANKED = 0.5


def train(recipe: Recipe, out: Path) -> Path:
    """Train a network and return the path of its checkpoint.

    Args:
        recipe: What to learn from, and how.
        out: A folder for checkpoint and log; a run that was broken off there goes on.
    """
    torch.set_num_threads(recipe.options.threads)
    out.mkdir(parents=True, exist_ok=True)
    run = _Run(recipe, out)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress:
        bar = progress.add_task("training", total=1.0)
        while run.done() < 1.0:
            run.round(progress, bar)
        run.save()
    return out / CHECKPOINT


class _Run:
    """Everything that changes while a network is trained."""

    def __init__(self, recipe: Recipe, out: Path) -> None:
        options, encoder = recipe.options, recipe.encoder
        torch.manual_seed(options.seed)
        self.options, self.reader, self.out = options, recipe.reader, out
        self.tokenizer: Tokenizer = parse_tokenizer((encoder / "tokenizer.json").read_text(encoding="utf-8"))
        self.corpora = [(corpus, documents_of(corpus)) for corpus in recipe.corpora]
        self.network = Network()
        self.optimizer = torch.optim.AdamW(_groups(self.network, options), betas=(0.9, 0.98), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.at = {"round": 0, "batch": 0, "step": 0, "of": 0}
        self.spent, self.since = 0.0, time.monotonic()
        self.sums: dict[str, float] = {}
        if recipe.start is not None:
            self.network.load_state_dict(torch.load(recipe.start, weights_only=True)["network"])
        else:
            self.network.start_from(encoder / "model.safetensors")
        self.average = Average(self.network, options.average)
        if (out / CHECKPOINT).exists():
            self._load()

    def elapsed(self) -> float:
        return self.spent + time.monotonic() - self.since

    def done(self) -> float:
        """How far the training is, from 0 to 1."""
        part = self.at["batch"] / self.at["of"] if self.at["of"] else 0.0
        by_count = (self.at["round"] + part) / self.options.rounds
        by_clock = self.elapsed() / 60 / self.options.minutes if self.options.minutes else 0.0
        return max(by_count, by_clock)

    def round(self, progress: Progress, bar: TaskID) -> None:
        """Read the corpora once, from where the checkpoint stands."""
        rng = random.Random(self.options.seed * 1000 + self.at["round"])  # noqa: S311
        examples = [self._example(document, rng) for document in variants(self.corpora, rng)]
        found = epoch_batches(examples, rng, self.options.window, self.options.batch)
        self.at["of"] = len(found)
        self.network.train()
        saved = self.elapsed()
        for items in found[self.at["batch"] :]:
            if self.done() >= 1.0:
                return
            self._step(items)
            self.at["batch"] += 1
            progress.update(bar, completed=self.done())
            if self.elapsed() - saved > self.options.save_every:
                self.save()
                saved = self.elapsed()
        self.at.update(round=self.at["round"] + 1, batch=0, of=0)

    def _example(self, document: AnnotatedDocument, rng: random.Random) -> Example:
        """*document* with what is known of it, now and then with less than that or with words hidden."""
        known, chance = self.reader.background(document.text), rng.random()
        if chance < _UNPARSED:
            known = Background(known.marks)
        elif chance < _UNPARSED + _WITHOUT_HINTS:
            known = evolve(known, hints=None)
        example = read_example(document, self.tokenizer, known)
        return blanked(example, rng, self.options.blanked) if rng.random() < _BLANKED else example

    def _step(self, items: Sequence[Item]) -> None:
        self._set_rates()
        self._settle()
        parts = _losses(self.network, items, self.options.precision)
        pieces = sum(window.end - window.start for _, window in items)
        loss = (parts["field"] + self.options.piece_weight * parts["piece"] + parts["link"]) / pieces
        self.optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.average.update()
        self.at["step"] += 1
        self._log({name: float(part.detach()) for name, part in parts.items()}, pieces)

    def _set_rates(self) -> None:
        done = self.done()
        scale = min((done + 0.001) / self.options.warmup, 1.0) * max(1.0 - done, 0.01)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale

    def _settle(self) -> None:
        settled = max((layers for when, layers in self.options.settle if self.done() >= when), default=0)
        for parameter in self.network.lowest(settled):
            parameter.requires_grad_(False)
            parameter.grad = None

    def _log(self, parts: dict[str, float], pieces: int) -> None:
        for name, value in (*parts.items(), ("pieces", pieces)):
            self.sums[name] = self.sums.get(name, 0.0) + value
        if self.at["step"] % 25 == 0:
            count = self.sums.pop("pieces")
            row: dict[str, Any] = {**self.at, "done": round(self.done(), 4), "seconds": round(self.elapsed())}
            row.update({name: round(value / count, 5) for name, value in self.sums.items()}, pieces=count)
            with (self.out / LOG).open("a", encoding="utf-8") as log:
                log.write(json.dumps(row) + "\n")
            self.sums = {}

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "network": {**self.network.state_dict(), **self.average.state()},
            "unaveraged": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "at": self.at,
            "spent": self.elapsed(),
            "torch": torch.get_rng_state(),
            "options": asdict(self.options),
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / CHECKPOINT)

    def _load(self) -> None:
        state = torch.load(self.out / CHECKPOINT, weights_only=True)
        self.network.load_state_dict(state["unaveraged"])
        self.average.load(state["network"], state["at"]["step"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.at, self.spent = state["at"], state["spent"]
        torch.set_rng_state(state["torch"])


def _losses(network: Network, items: Sequence[Item], precision: Precision) -> dict[str, Tensor]:
    """The losses of one batch, each summed over its pieces or links."""
    batch = gather(items)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bfloat16"):
        emissions, vectors = network(batch.ids, batch.features, batch.present)
    emissions, vectors = emissions[:, 1:-1].float(), vectors[:, 1:-1].float()
    present = batch.present[:, 2:] > 0
    link = emissions.new_zeros(())
    for row, (example, window) in enumerate(items):
        if example.linked:
            paragraph = example.pieces.paragraph[window.start : window.end]
            links = window_links(example.quotes, (window.start, window.end))
            link = link + link_loss(network, vectors[row], paragraph, links)
    return {
        "field": field_loss(network, emissions, batch.allowed, batch.begins, present),
        "piece": piece_loss(emissions[present], batch.allowed[present]),
        "link": link,
    }


def _groups(network: Network, options: TrainingOptions) -> list[dict[str, Any]]:
    """The parameters with their highest learning rate and weight decay; word embeddings stay as they are."""
    network.words.weight.requires_grad_(False)
    heads, field, matrices, vectors = [], [], [], []
    for name, parameter in network.named_parameters():
        if name.startswith("words"):
            continue
        if name.startswith(("steps", "begins", "link_bias")):
            field.append(parameter)
        elif name.startswith(("label", "link", "features")):
            heads.append(parameter)
        elif parameter.ndim > 1:
            matrices.append(parameter)
        else:
            vectors.append(parameter)
    return [
        {"params": matrices, "lr": options.encoder_rate, "weight_decay": 0.01},
        {"params": vectors, "lr": options.encoder_rate, "weight_decay": 0.0},
        {"params": heads, "lr": options.head_rate, "weight_decay": 0.01},
        {"params": field, "lr": options.field_rate, "weight_decay": 0.0},
    ]
