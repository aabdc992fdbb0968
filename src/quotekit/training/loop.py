"""The training itself: rounds over the corpora, with a checkpoint to go on from."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from attrs import asdict
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer
from torch import Tensor, nn

from quotekit.corpora import AnnotatedDocument
from quotekit.finders.network.pieces import Convention, parse_tokenizer, special_pieces
from quotekit.finders.network.weights import TOKENIZER
from quotekit.training.average import Average
from quotekit.training.batching import Batch, epoch_batches
from quotekit.training.corpora import documents_of, variants
from quotekit.training.encoder import EncoderShape, read_shape
from quotekit.training.examples import Example, blanked, mask_piece, read_example
from quotekit.training.losses import field_loss, link_loss, piece_loss, taught_loss, tone_loss
from quotekit.training.network import Network
from quotekit.training.recipe import Recipe, TrainingOptions

__all__ = ["CHECKPOINT", "load_network", "train"]

CHECKPOINT = "checkpoint.pt"
LOG = "log.jsonl"

_BLANKED = 0.5
"""The share of documents with hidden words; chosen by hand."""

_TOGETHER = 96
"""Documents whose windows are mixed with one another; chosen by hand."""

_CHARACTERS = 4.2
"""Characters of a word piece, counted in polnear-train; tells how long a round will be."""

Chosen = tuple[AnnotatedDocument, Convention]
Work = tuple[str, TrainingOptions, Sequence[Chosen], int]
Makers = Callable[[Callable[[Work], list[Batch]], Iterable[Work]], Iterable[list[Batch]]]


def load_network(checkpoint: Path) -> Network:
    """The network of a checkpoint, ready to be used."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    network = Network(EncoderShape(**state["shape"]))
    network.load_state_dict(state["network"])
    return network.eval()


def train(recipe: Recipe, out: Path) -> Path:
    """Train a network and return the path of its checkpoint.

    Args:
        recipe: What to learn from, and how.
        out: A folder for checkpoint and log; a run that was broken off there goes on.
    """
    torch.set_num_threads(recipe.options.threads)
    out.mkdir(parents=True, exist_ok=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with _batch_makers(recipe.options.readers) as make, Progress(*columns) as progress:
        run = _Run(recipe, out, make)
        bar = progress.add_task("training", total=1.0)
        while run.done() < 1.0:
            run.round(progress, bar)
        run.save()
    return out / CHECKPOINT


@contextmanager
def _batch_makers(readers: int) -> Iterator[Makers]:
    """What maps the making of batches over documents: so many processes, or this one."""
    if readers <= 1:
        yield map
        return
    with ProcessPoolExecutor(readers, get_context("spawn")) as pool:
        yield pool.map


class _Run:
    """Everything that changes while a network is trained."""

    def __init__(self, recipe: Recipe, out: Path, make: Makers) -> None:
        options, encoder = recipe.options, recipe.encoder
        torch.manual_seed(options.seed)
        self.options, self.out, self.make = options, out, make
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.tokenizer = (encoder / TOKENIZER).read_text(encoding="utf-8")
        self.corpora = [(corpus, documents_of(corpus)) for corpus in recipe.corpora]
        self.network = Network(read_shape(encoder, options.layers))
        self.teacher = load_network(recipe.teacher).to(self.device) if recipe.teacher is not None else None
        self.at = {"round": 0, "batch": 0, "step": 0, "of": 0}
        self.spent, self.since = 0.0, time.monotonic()
        self.sums: dict[str, Any] = {}
        if recipe.start is not None:
            self.network.load_state_dict(torch.load(recipe.start, weights_only=True)["network"])
        else:
            self.network.start_from(encoder)
        self.network.to(self.device)
        self.optimizer = torch.optim.AdamW(_groups(self.network, options), betas=(0.9, 0.98), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = Average(self.network, options.average)
        if (out / CHECKPOINT).exists():
            self._load()

    def elapsed(self) -> float:
        return self.spent + time.monotonic() - self.since

    def done(self) -> float:
        """How far the training is, from 0 to 1."""
        part = self.at["batch"] / self.at["of"] if self.at["of"] else 0.0
        by_count = (self.at["round"] + min(part, 1.0)) / self.options.rounds
        by_clock = self.elapsed() / 60 / self.options.minutes if self.options.minutes else 0.0
        return max(by_count, by_clock)

    def round(self, progress: Progress, bar: TaskID) -> None:
        """Read the corpora once, from where the checkpoint stands."""
        rng = random.Random(self.options.seed * 1000 + self.at["round"])  # noqa: S311
        chosen = [(document, corpus.convention) for corpus, document in variants(self.corpora, rng)]
        rng.shuffle(chosen)
        pieces = sum(len(document.text) for document, _ in chosen) / _CHARACTERS
        self.at["of"] = max(1, int(pieces / self.options.batch))
        self.network.train()
        saved = self.elapsed()
        for batch in islice(self._batches(chosen, rng), self.at["batch"], None):
            if self.done() >= 1.0:
                return
            self._step(batch.to(self.device))
            self.at["batch"] += 1
            progress.update(bar, completed=self.done())
            if self.elapsed() - saved > self.options.save_every:
                self.save()
                saved = self.elapsed()
        self.at.update(round=self.at["round"] + 1, batch=0, of=0)

    def _batches(self, chosen: Sequence[Chosen], rng: random.Random) -> Iterator[Batch]:
        """The batches of a round."""
        work = [
            (self.tokenizer, self.options, chosen[at : at + _TOGETHER], rng.getrandbits(32))
            for at in range(0, len(chosen), _TOGETHER)
        ]
        yield from (batch for some in self.make(make_batches, work) for batch in some)

    def _step(self, batch: Batch) -> None:
        self._set_rates()
        self._settle()
        parts = self._losses(batch)
        weighted = [self.options.weight(name) * part for name, part in parts.items()]
        loss = torch.stack(weighted).sum() / batch.pieces
        self.optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.average.update()
        self.at["step"] += 1
        self._log({name: part.detach() for name, part in parts.items()}, batch.pieces)

    def _losses(self, batch: Batch) -> dict[str, Tensor]:
        """The losses of one batch, each summed over its pieces, links or quotes."""
        ids, features = batch.ids.long(), batch.features.long()
        with torch.autocast(
            self.device.type, dtype=torch.bfloat16, enabled=self.options.precision == "bfloat16"
        ):
            emissions, vectors = self.network(ids, features, batch.present)
            if self.teacher is not None:
                with torch.no_grad():
                    taught, _ = self.teacher(ids + self.options.shift, features, batch.present)
        emissions, vectors = emissions[:, 1:-1].float(), vectors[:, 1:-1].float()
        present, flat = batch.present[:, 2:] > 0, vectors.flatten(0, 1)
        parts = {
            "field": field_loss(self.network, emissions, batch.allowed, batch.begins, present),
            "piece": piece_loss(emissions[present], batch.allowed[present]),
            "link": link_loss(self.network, flat, batch),
            "tone": tone_loss(self.network, flat, batch),
        }
        if self.teacher is not None:
            parts["taught"] = taught_loss(emissions[present], taught[:, 1:-1].float()[present])
        return parts

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

    def _log(self, parts: dict[str, Tensor], pieces: int) -> None:
        self.sums["pieces"] = self.sums.get("pieces", 0.0) + pieces
        for name, value in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + value
        if self.at["step"] % 25 == 0:
            count = int(self.sums.pop("pieces"))
            row: dict[str, Any] = {**self.at, "done": round(self.done(), 4), "seconds": round(self.elapsed())}
            row.update({name: round(float(value) / count, 5) for name, value in self.sums.items()})
            row["pieces"] = count
            with (self.out / LOG).open("a", encoding="utf-8") as log:
                log.write(json.dumps(row) + "\n")
            self.sums = {}

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "network": {**self.network.state_dict(), **self.average.state()},
            "unaveraged": self.network.state_dict(),
            "shape": asdict(self.network.shape),
            "optimizer": self.optimizer.state_dict(),
            "at": self.at,
            "spent": self.elapsed(),
            "torch": torch.get_rng_state(),
            "options": asdict(self.options),
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / CHECKPOINT)

    def _load(self) -> None:
        state = torch.load(self.out / CHECKPOINT, weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["unaveraged"])
        self.average.load(state["network"], state["at"]["step"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.at, self.spent = state["at"], state["spent"]
        torch.set_rng_state(state["torch"].cpu())


def make_batches(work: Work) -> list[Batch]:
    """The batches of some documents: tokenizer, options, the documents with their conventions, a seed."""
    description, options, chosen, seed = work
    rng, tokenizer = random.Random(seed), parse_tokenizer(description)  # noqa: S311
    examples = [_example(tokenizer, options, one, rng) for one in chosen]
    return epoch_batches(examples, rng, options.window, options.batch, special_pieces(tokenizer))


def _example(tokenizer: Tokenizer, options: TrainingOptions, one: Chosen, rng: random.Random) -> Example:
    """A document ready to be learned from, now and then with words hidden."""
    document, convention = one
    example = read_example(document, tokenizer, convention)
    if rng.random() >= _BLANKED:
        return example
    return blanked(example, rng, options.blanked, mask_piece(tokenizer))


def _groups(network: Network, options: TrainingOptions) -> list[dict[str, Any]]:
    """The parameters with their highest learning rate and weight decay; word embeddings stay as they are."""
    heads, field, matrices, vectors = [], [], [], []
    for name, parameter in network.named_parameters():
        if name.startswith("words"):
            continue
        if name.startswith(("steps", "begins", "link_bias")):
            field.append(parameter)
        elif name.startswith(("label", "link", "features", "tone")):
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
