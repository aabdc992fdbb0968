"""What the tests of the command share."""

from __future__ import annotations

import pytest

from quotekit.parse import pipelines


@pytest.fixture(autouse=True)
def packaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds the packaged pipeline, whatever else is installed, on a terminal of 80 columns."""
    usual = pipelines.pipeline_packages
    monkeypatch.setattr(pipelines, "pipeline_packages", lambda lang: usual(lang)[-1:])
    monkeypatch.setenv("COLUMNS", "80")
