"""The large reader, a package of its own in this repository."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from quotekit.finders.installed import GROUP, LARGE
from quotekit.finders.network import load_tagger
from quotekit.finders.network.weights import MANIFEST

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "models" / LARGE
WEIGHTS = PACKAGE / f"quotekit_{LARGE}" / "weights"
MOST = 95 * 10**6
"""Bytes of a file, as hosts of repositories allow."""

if not PACKAGE.exists():
    pytest.skip("the package of the large reader is not part of this tree", allow_module_level=True)


def test_it_is_found_by_its_entry_point() -> None:
    """The package gives its folder of weights by the name that is looked for, and an extra installs it."""
    project = (PACKAGE / "pyproject.toml").read_text("utf-8")
    assert f'[project.entry-points.{GROUP}]\n{LARGE} = "quotekit_{LARGE}:WEIGHTS"' in project
    [name] = re.findall(r'^name = "(.+)"$', project, re.MULTILINE)
    assert f'large = ["{name}>=' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_no_file_is_too_large() -> None:
    """Every file stays under the limit of a repository."""
    assert all(path.stat().st_size < MOST for path in WEIGHTS.iterdir())


def test_it_reads() -> None:
    """Its weights are those of its manifest, and find what is reported."""
    [found] = load_tagger(WEIGHTS)("Olsen denied that the bridge was closed.", ())
    assert (found.content, found.source) == (((13, 39),), ((0, 5),))
    assert found.tone is not None
    assert found.tone.act == "speech"


def test_its_manifest_tells_what_it_was_made_of() -> None:
    """Encoder, options and corpora of the training stand in it, beside what it was calibrated to."""
    manifest = json.loads((WEIGHTS / MANIFEST).read_text("utf-8"))
    assert manifest["encoder"]["name"] == "sentence-transformers/all-mpnet-base-v2"
    assert {"options", "corpora", "trained", "calibration"} < manifest.keys()


def test_its_card_has_every_part() -> None:
    """The card says how it was made, what it scores, where it ends and under which licence it is."""
    card = (PACKAGE / "README.md").read_text("utf-8")
    for heading in ("How it was made", "Scores", "Limits", "Licence"):
        assert f"## {heading}" in card
