"""Training the tagger, from annotated documents to weights; needs the extra ``train``.

What learns the weights of turns (`quotekit.training.turns`) needs no extra: torch is loaded at the first use
of a name that needs it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotekit.training.command import build, release
    from quotekit.training.configuration import read_recipe
    from quotekit.training.corpora import Corpus
    from quotekit.training.loop import train
    from quotekit.training.recipe import Recipe, TrainingOptions

__all__ = [
    "Corpus",
    "Recipe",
    "TrainingOptions",
    "build",
    "read_recipe",
    "release",
    "train",
]

_HOMES = {
    "build": "command",
    "release": "command",
    "read_recipe": "configuration",
    "Corpus": "corpora",
    "train": "loop",
    "Recipe": "recipe",
    "TrainingOptions": "recipe",
}
"""The module of each public name."""


def __getattr__(name: str) -> object:
    """Import the public *name* from its module, once."""
    from importlib import import_module  # noqa: PLC0415 - used once a name

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
