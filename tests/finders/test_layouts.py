"""Attributions by layout, without a parse."""

from __future__ import annotations

import pytest

from quotekit.finders.layouts import find_by_layout
from quotekit.text.page import read_page


def found(text: str) -> list[tuple[str, str, list[str]]]:
    """Rule, source and content of what the layout of *text* tells."""
    items = find_by_layout(read_page(text))
    return [
        (
            item.rule.name,
            "".join(text[a:b] for a, b in item.source),
            [text[a:b].strip() for a, b in item.content],
        )
        for item in items
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Do we sail?\nA: We do.", [("turn", "Q", ["Do we sail?"]), ("turn", "A", ["We do."])]),
        (
            "ANN: We sail. (laughs) We do.\nBO: Good.",
            [("turn", "ANN", ["We sail.", "We do."]), ("turn", "BO", ["Good."])],
        ),
        ("[00:12] ANN: We sail.", [("turn", "ANN", ["We sail."])]),
        ("Minister: Ferries to sail again", [("headline", "Minister", ["Ferries to sail again"])]),
        ("“We sail.” — Ann Holm, pilot", [("signature", "Ann Holm", ["“We sail.”"])]),
        ("“We sail.”\n— Ann Holm", [("signature", "Ann Holm", ["“We sail.”"])]),
        ("“We sail.” -Captain Ann Holm", [("signature", "Captain Ann Holm", ["“We sail.”"])]),
        ("Q. Do we sail?\nA. We do.", [("turn", "Q", ["Do we sail?"]), ("turn", "A", ["We do."])]),
        ("**Ann:** We sail.\n**Bo:** Good.", [("turn", "Ann", ["We sail."]), ("turn", "Bo", ["Good."])]),
        ("ANN (nods): We sail.\nBO: Good.", [("turn", "ANN", ["We sail."]), ("turn", "BO", ["Good."])]),
        (
            "ANN HOLM, PILOT: We sail\nat nine.\n\nSpeaker 2: Good.",
            [("turn", "ANN HOLM, PILOT", ["We sail\nat nine."]), ("turn", "Speaker 2", ["Good."])],
        ),
        (
            "Ann: We sail.\n\nWe row.\n\nBo: Good.\n\nAnn: It is.",
            [
                ("turn", "Ann", ["We sail.", "We row."]),
                ("turn", "Bo", ["Good."]),
                ("turn", "Ann", ["It is."]),
            ],
        ),
        ("Ferries will sail again: minister", [("headline", "minister", ["Ferries will sail again"])]),
        ("“Ferries are safe”: Ann Holm", [("headline", "Ann Holm", ["“Ferries are safe”"])]),
        ("We sail at nine.\n\n— Ann Holm (@annholm)", [("post", "Ann Holm", ["We sail at nine."])]),
        ("—Ven —dijo Ana—. Es tarde.", [("dash", "Ana", ["Ven", "Es tarde."])]),
        ("— Do we sail?\n— We do.", [("dash", "", ["Do we sail?"]), ("dash", "", ["We do."])]),
        ("«Zarpamos a las nueve», dijo Ana.", [("words beside marks", "Ana", ["«Zarpamos a las nueve»"])]),
        (
            "On Monday, Ann Holm wrote:\n> We sail.\n> At nine.\nFine.",
            [("reply", "Ann Holm", ["We sail.", "At nine."])],
        ),
        ("> We sail at nine.\n\nFine.", [("reply", "", ["We sail at nine."])]),
    ],
)
def test_layouts(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    """Turns, headlines and signatures name their source."""
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: The ferry at dawn",
        "Note: times may change without notice",
        "Update 2: The ferry sails at nine",
        "The reason: nobody paid the pilots",
        "Ferry news: The boat sails at nine. It is late.",
        "“We sail” — and he meant it — “at nine.”",
        "The ferry sails at 12:30 every day",
        "Results: Rovers two, United one",
        "A list of things to bring: Tent",
        "Chapter 3: The ferry at dawn",
        "We sail at nine.\n\n— Ann Holm",
        "- bread\n- wine",
        "— bread\n— wine",
        "«El faro» de Ana.",
        ">>> 1 + 1\n2",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """Captions, notes, headings, clock times and asides name nobody."""
    assert found(text) == []


def test_edges_of_the_layout() -> None:
    """A turn goes as far as the layout shows; what is signed goes as far as its marks."""
    text = "Ann: We sail.\nBo: Good.\n\n“We row.” — Cy"
    kinds = {item.rule.name: item.fixed for item in find_by_layout(read_page(text))}
    assert kinds == {"turn": "direct", "signature": None}
