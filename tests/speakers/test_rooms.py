"""The rooms of the speakers stand in the order in which a text goes through them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotekit.speakers

PACKAGE = Path(quotekit.speakers.__file__).parent
ORDER = ("discourse", "nominal_labels", "names", "cast", "mentions", "sources", "dialogue", "labels")
"""The rooms; each imports from those before it alone. `resolution` is behind them."""

BESIDE = {"scheme": 0, "speaker_rule": 0, "mention": 2, "speaker_records": 7, "resolution": 8}
"""Single modules with the place of the room that they belong before or after."""

ROOMS = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent != PACKAGE]


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_back(path: Path) -> None:
    """Names are found before it is known who there is, and who there is before whom a mention means."""
    place = {**{room: at for at, room in enumerate(ORDER)}, **BESIDE}
    own = path.relative_to(PACKAGE).parts[0]
    imported = re.findall(r"^from quotekit\.speakers\.(\w+)", path.read_text("utf-8"), re.MULTILINE)
    assert [room for room in imported if place[room] > place[own]] == []
