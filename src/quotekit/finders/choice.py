"""Which finders are asked, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from quotekit.errors import SettingsError
from quotekit.finders.finding import Finder, FinderName
from quotekit.finders.layouts import find_by_layout
from quotekit.finders.rules import find_by_rules
from quotekit.finders.trained import find_by_network, trained_network
from quotekit.records import Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["FINDERS", "asks_network", "finders_for", "prepare_finders"]

FINDERS: Final[Mapping[FinderName, Finder]] = {
    "layout": find_by_layout,
    "rules": find_by_rules,
    "network": find_by_network,
}
"""Every finder that looks at more than quotation marks."""

TRAINED: Final = frozenset({"en"})
"""The languages that the trained network of the package reads."""


def finders_for(settings: Settings, lang: str) -> tuple[FinderName, ...]:
    """The finders that *settings* ask for, in the order in which they are heard.

    The layout comes first, since it needs no parse; the network last, since what the rules found is
    weighed by what it reads.

    Raises:
        SettingsError: They ask for a network that does not read the language.
    """
    if asks_network(settings, lang):
        return "layout", "rules", "network"
    return "layout", "rules"


def asks_network(settings: Settings, lang: str) -> bool:
    """Whether *settings* ask for the network; left to choose, where it reads the language.

    Raises:
        SettingsError: They ask for it by name, and it does not read the language.
    """
    trained = lang in TRAINED or settings.weights is not None
    if settings.tagger == "model" and not trained:
        allowed = f"'auto' or 'rules' in language {lang!r}, unless weights are given that were trained on it"
        raise SettingsError("tagger", "'model'", allowed)
    return settings.tagger != "rules" and trained


def prepare_finders(settings: Settings, nlp: Language) -> None:
    """Load the weights that *settings* ask for before *nlp* parses the first text.

    Raises:
        ExtraMissingError: They are those of the large network, which is not installed.
        SettingsError: They ask for a network that does not read the pipeline's language.
        WeightsError: They are missing or damaged, or do not fit this version.
    """
    if asks_network(settings, nlp.lang or ""):
        trained_network(settings)
