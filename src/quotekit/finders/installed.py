"""Which trained networks are installed: the small one of the package, and the large one of its own."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

from quotekit.errors import ExtraMissingError, WeightsError
from quotekit.settings import Settings

__all__ = ["weights_asked_for"]

GROUP: Final = "quotekit_models"
"""The entry points by which packages of weights are found; each gives the folder of its weights."""

LARGE: Final = "en_large"
"""The entry point of the large network of English."""


def weights_asked_for(settings: Settings) -> Path | None:
    """The folder of the weights that *settings* ask for; None for those of the package.

    Folders of one's own go before everything; left to choose, the large network is better where it is
    installed.

    Raises:
        ExtraMissingError: The large network is asked for and not installed.
        WeightsError: It is installed and cannot be found there.
    """
    if settings.weights is not None:
        return settings.weights.resolve()
    if settings.model == "small":
        return None
    large = installed_weights(LARGE)
    if large is None and settings.model == "large":
        raise ExtraMissingError("the large reader (quotekit-nlp-en-large)", "large")
    return large


@lru_cache
def installed_weights(name: str) -> Path | None:
    """The folder of weights that an installed package gives by this *name*, if one does.

    Raises:
        WeightsError: The package is there and gives no folder.
    """
    found = next(iter(entry_points(group=GROUP, name=name)), None)
    if found is None:
        return None
    try:
        return Path(found.load()).resolve()
    except (ImportError, AttributeError, TypeError) as error:
        raise WeightsError(found.value, f"does not give the folder of its weights ({error})") from error
