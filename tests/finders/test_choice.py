"""Which finders are asked, and with which weights the network reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotekit.errors import WeightsError
from quotekit.finders.choice import finders_for, prepare_finders
from quotekit.finders.trained import find_by_network, trained_network
from quotekit.records import Settings
from quotekit.text.page import read_page

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_settings_choose_the_finders() -> None:
    """Left to choose, the network reads the languages that it was trained for."""
    assert finders_for(Settings(), "en") == ("layout", "rules", "network")
    assert finders_for(Settings(), "fr") == ("layout", "rules")
    assert finders_for(Settings(tagger="rules"), "en") == ("layout", "rules")
    assert finders_for(Settings(tagger="model"), "en") == ("layout", "rules", "network")


def test_weights_of_ones_own_choose_the_trained_network() -> None:
    """Who gives weights wants them read with, whatever the language."""
    assert finders_for(Settings(weights="run/weights"), "fr") == ("layout", "rules", "network")
    assert Settings(weights="run/weights") == Settings(weights=Path("run/weights"))


def test_weights_of_ones_own_are_used(nlp: Language, unsure: Path) -> None:
    """What is found is what these weights find, and the package's own are there as before."""
    doc = nlp("Brandt was adamant that the ferry must sail.")
    found = [
        find_by_network(read_page(doc.text), doc, Settings(weights=weights), ())
        for weights in (None, unsure, None)
    ]
    assert [len(findings) for findings in found] == [1, 0, 1]


def test_weights_are_loaded_once(unsure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder is loaded once, by whatever path it is reached."""
    monkeypatch.chdir(unsure.parent)
    assert trained_network(unsure) is trained_network(Path("weights"))
    assert trained_network(unsure) is not trained_network(None)


def test_weights_are_prepared_before_there_is_a_text(nlp: Language, tmp_path: Path) -> None:
    """Weights that are not there are an error at once where they would be used, and else none."""
    with pytest.raises(WeightsError, match="is missing"):
        prepare_finders(Settings(weights=tmp_path), nlp)
    prepare_finders(Settings(tagger="rules"), nlp)
