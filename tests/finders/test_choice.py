"""Which finders are asked, and with which weights the network reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotekit.errors import ExtraMissingError, SettingsError, WeightsError
from quotekit.finders import installed
from quotekit.finders.choice import finders_for, prepare_finders
from quotekit.finders.finding import Finding
from quotekit.finders.trained import find_by_network, trained_network, without_bare_article
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


def test_the_network_reads_no_other_language() -> None:
    """Who asks for the network by name in a language that it was not trained on is told what to do."""
    with pytest.raises(SettingsError, match=r"'auto' or 'rules' in language 'fr', unless weights are given"):
        finders_for(Settings(tagger="model"), "fr")
    own = Settings(tagger="model", weights="run/weights")
    assert finders_for(own, "fr") == ("layout", "rules", "network")


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


def test_the_network_reads_the_paragraphs_of_the_page(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs are found once, with the page, and nobody finds them anew for the network."""
    doc = nlp("Brandt was adamant that the ferry must sail.\n\n“It must,” she said.")
    page = read_page(doc.text)
    expected = find_by_network(page, doc, Settings(), ())
    assert expected
    monkeypatch.delattr("quotekit.finders.network.pieces.paragraphs")
    assert find_by_network(page, doc, Settings(), ()) == expected


def test_weights_are_loaded_once(unsure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder is loaded once, by whatever path it is reached."""
    monkeypatch.chdir(unsure.parent)
    first = trained_network(Settings(weights=unsure))
    assert first is trained_network(Settings(weights=Path("weights")))
    assert first is not trained_network(Settings(model="small"))


def test_weights_are_prepared_before_there_is_a_text(nlp: Language, tmp_path: Path) -> None:
    """Weights that are not there are an error at once where they would be used, and else none."""
    with pytest.raises(WeightsError, match="is missing"):
        prepare_finders(Settings(weights=tmp_path), nlp)
    prepare_finders(Settings(tagger="rules"), nlp)


class Installed:
    """What stands for the entry point of a package of weights."""

    value = "some_package:WEIGHTS"

    def __init__(self, folder: object) -> None:
        self.folder = folder

    def load(self) -> object:
        """Its folder, or an error of the package."""
        if isinstance(self.folder, Exception):
            raise self.folder
        return self.folder


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Lets packages of weights be installed, by what their entry points give."""

    def installing(*folders: object) -> None:
        def points(*, group: str, name: str) -> list[Installed]:
            assert (group, name) == ("quotekit_models", "en_large")
            return [Installed(folder) for folder in folders]

        monkeypatch.setattr(installed, "entry_points", points)
        installed.installed_weights.cache_clear()

    yield installing
    monkeypatch.undo()
    installed.installed_weights.cache_clear()


def test_the_best_that_is_installed(install: Callable[..., None], unsure: Path) -> None:
    """Left to choose, the large reader reads where it is installed, and else the small one."""
    install()
    assert trained_network(Settings()) is trained_network(Settings(model="small"))
    install(unsure)
    assert trained_network(Settings()) is trained_network(Settings(model="large"))
    assert trained_network(Settings()) is not trained_network(Settings(model="small"))


def test_ones_own_weights_go_first(install: Callable[..., None], unsure: Path, tmp_path: Path) -> None:
    """Whichever reader is asked for, the weights that the settings name are read with."""
    install(tmp_path / "none")
    assert trained_network(Settings(model="large", weights=unsure))


def test_a_reader_that_is_not_installed(install: Callable[..., None], nlp: Language) -> None:
    """Who asks for the large reader without its package is told what to install, before a text is parsed."""
    install()
    with pytest.raises(ExtraMissingError, match=r"quotekit-nlp-en-large.*quotekit-nlp\[large\]"):
        prepare_finders(Settings(model="large"), nlp)


@pytest.mark.parametrize("given", [AttributeError("no WEIGHTS"), 3])
def test_a_package_that_gives_no_folder(install: Callable[..., None], given: object) -> None:
    """A package of another version that is installed and gives nothing to read with is named."""
    install(given)
    with pytest.raises(WeightsError, match="some_package:WEIGHTS does not give the folder"):
        trained_network(Settings())


@pytest.mark.parametrize(("named", "kept"), [("The", ()), ("The wall", ((0, 8),))])
def test_an_article_alone_is_nobody(named: str, kept: tuple[tuple[int, int], ...]) -> None:
    """A source that the network cut down to its article is none; rules know whose it is."""
    item = Finding(((9, 12),), source=((0, len(named)),))
    assert without_bare_article("The wall out", item, {"the"}).source == kept
