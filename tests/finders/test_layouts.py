"""Attributions by layout, without a parse."""

from __future__ import annotations

import pytest

from quotekit.finders.layouts import find_by_layout
from quotekit.finders.layouts.turns.fields import colons_of_nobody
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
        (
            "Operator\n\nWelcome to the call.\n\nMabel Oye -- Chief Executive\n\nThank you. We sail on.\n\n"
            "Otto Lind -- Quay Bank -- Analyst\n\nWhat about the hull?",
            [
                ("turn", "Operator", ["Welcome to the call."]),
                ("turn", "Mabel Oye", ["Thank you. We sail on."]),
                ("turn", "Otto Lind", ["What about the hull?"]),
            ],
        ),
        (
            "Q    Do we sail?\n\nMR. LIND:  We do.\n\nQ    When?\n\nMR. LIND:  At nine.",
            [
                ("turn", "Q", ["Do we sail?"]),
                ("turn", "MR. LIND", ["We do."]),
                ("turn", "Q", ["When?"]),
                ("turn", "MR. LIND", ["At nine."]),
            ],
        ),
        (
            "EXT. QUAY - DAWN\n\nWaves.\n\nMABEL\nThe boat is gone.\n\nShe sits.",
            [("turn", "MABEL", ["The boat is gone."])],
        ),
        ("SCENE OF THE FIRE\n\nDAMAGE\nThe roof is gone.", []),
        (
            "In article <1f@quay.org>, Ann Lund wrote:\n> In article <2g@quay.org>, Bo Oye writes:\n"
            ">> Do we sail?\n> We do.\n\nGood.",
            [("reply", "Bo Oye", ["Do we sail?"]), ("reply", "Ann Lund", ["We do."])],
        ),
        (
            "On Mon, Ann wrote:\n>> Do we sail?\n> We do.\nGood.",
            [("reply", "", ["Do we sail?"]), ("reply", "Ann", ["We do."])],
        ),
        (
            "On Mon, Ann wrote:\n> Do we sail?\nYes.\n> When?\nAt nine.",
            [("reply", "Ann", ["Do we sail?"]), ("reply", "Ann", ["When?"])],
        ),
        ("> u/sailor: We sail at nine.\n\nFine.", [("reply", "u/sailor", ["We sail at nine."])]),
        ("[quote=ann]We sail.[/quote]\nGood.", [("block", "ann", ["We sail."])]),
        ("[quote]We sail.[/quote]\nGood.", []),
        (
            "<blockquote><p>We sail.</p><p>We do.</p></blockquote>\n<p>— Ann Lund</p>",
            [("block", "Ann Lund", ["We sail.", "We do."])],
        ),
        (
            "<blockquote>We sail. <cite>Ann Lund</cite></blockquote>",
            [("block", "Ann Lund", ["We sail."])],
        ),
        ("<blockquote>We sail.</blockquote>\n<p>So it went.</p>", []),
        ("“We sail at nine.”\nOlek Prus, 34", [("signature", "Olek Prus", ["“We sail at nine.”"])]),
        ("“We sail at nine.”\n\nAnna Lund, captain", [("signature", "Anna Lund", ["“We sail at nine.”"])]),
        ("“We sail at nine.”\n\nThe Long Way Home", []),
        ("“We sail at nine.”\n\nAnna, feeling cold,\nwent home.", []),
        ("[00:12] ANN: We sail.", [("turn", "ANN", ["We sail."])]),
        (
            "THE COURT: You may sit.\nQ. Where were you?\nA. At home.\nMR. OYE: Objection.\n"
            "Q. Alone?\nA. I was.",
            [
                ("turn", "THE COURT", ["You may sit."]),
                ("turn", "Q", ["Where were you?"]),
                ("turn", "A", ["At home."]),
                ("turn", "MR. OYE", ["Objection."]),
                ("turn", "Q", ["Alone?"]),
                ("turn", "A", ["I was."]),
            ],
        ),
        (
            "SCENE: a quay.\n\nMABEL. Is it you?\n\nOTTO. (without) It is.\n\nHe enters.\n\nMABEL. Sit down!",
            [
                ("turn", "MABEL", ["Is it you?"]),
                ("turn", "OTTO", ["It is."]),
                ("turn", "MABEL", ["Sit down!"]),
            ],
        ),
        (
            "INT. SHED - NIGHT\n\nMABEL\n(softly)\nIs it you?\n\nOtto shrugs.\n\nOTTO (O.S.)\n"
            "You know it is.\n\nMABEL\nWell.",
            [
                ("turn", "MABEL", ["Is it you?"]),
                ("turn", "OTTO", ["You know it is."]),
                ("turn", "MABEL", ["Well."]),
            ],
        ),
        (
            "Mrs Ada Lund (Kelm East): Will he answer?\n\n4.15 pm\n\nThe Chair: Order.\n\n"
            "Mrs Ada Lund: I thank you.",
            [
                ("turn", "Mrs Ada Lund", ["Will he answer?"]),
                ("turn", "The Chair", ["Order."]),
                ("turn", "Mrs Ada Lund", ["I thank you."]),
            ],
        ),
        (
            "spk_0: are you there\nspk_1: i am\nspk_0: good",
            [("turn", "spk_0", ["are you there"]), ("turn", "spk_1", ["i am"]), ("turn", "spk_0", ["good"])],
        ),
        (
            "Speaker 1  0:04\nAre you there?\n\nSpeaker 2  0:06\nI am.",
            [("turn", "Speaker 1", ["Are you there?"]), ("turn", "Speaker 2", ["I am."])],
        ),
        (
            "10:02 <mab> you up\n10:02 <otto> yes\n10:03 -!- otto has quit\n10:04 <mab> oh",
            [("turn", "mab", ["you up"]), ("turn", "otto", ["yes"]), ("turn", "mab", ["oh"])],
        ),
        (
            "12/03/24, 19:02 - Mab: who has the key\n12/03/24, 19:05 - Otto (Lund): not me",
            [("turn", "Mab", ["who has the key"]), ("turn", "Otto (Lund)", ["not me"])],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nMAB: You came.\n\n2\n00:00:03,000 --> 00:00:04,000\n"
            "At last.\n\n"
            "3\n00:00:05,000 --> 00:00:06,000\nOTTO: I did.\n\n4\n00:00:07,000 --> 00:00:08,000\nMAB: Sit.",
            [
                ("turn", "MAB", ["You came.", "At last."]),
                ("turn", "OTTO", ["I did."]),
                ("turn", "MAB", ["Sit."]),
            ],
        ),
        (
            "Ann Page: Are you sure?\n\nOtto Price: I am.\n\nPage: Why?\n\nPrice: I asked.\n\nSTATUS: closed",
            [
                ("turn", "Ann Page", ["Are you sure?"]),
                ("turn", "Otto Price", ["I am."]),
                ("turn", "Page", ["Why?"]),
                ("turn", "Price", ["I asked."]),
            ],
        ),
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
        (
            "In article <77@quay.example> Ann Holm writes:\n"
            "> On Sunday, Otto Lund wrote:\n>> We sail.\n> Do we?",
            [("reply", "Otto Lund", ["We sail."]), ("reply", "Ann Holm", ["Do we?"])],
        ),
        (
            "On Monday, Ann Holm wrote:\n> Do we sail?\nYes.\n> At nine?\nAt ten.",
            [("reply", "Ann Holm", ["Do we sail?"]), ("reply", "Ann Holm", ["At nine?"])],
        ),
        ("> We sail.\n>\n> — **Ann Holm**, *Log*\n\nFine.", [("reply", "Ann Holm", ["We sail."])]),
        ("> We sail.\n\n— Ann Holm, pilot\n\nFine.", [("reply", "Ann Holm", ["We sail."])]),
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
        "ENERGY: Oil fell two percent on Monday.\n\nMETALS: Tin rose.\n\nCURRENCIES: The krone was flat.",
        "TONE: cold, then less cold.\nLENGTH: ninety minutes.\nRIGHTS: free.",
        "09:00 Welcome: The mayor opens the fair.\n10:00 Talk: The ferry and its people.",
        "Before: She said she was tired.\nAfter: She was tired.\nBefore: He asked for tea.\n"
        "After: He had tea.",
        "Bread: You need flour.\nSoup: You need water.\nThe bread and the soup are cheap.",
        "Mr. Lund spoke.\nMr. Lund left.\nMr. Reed asked why. Did you see him?",
        "The weather was poor.\n\nWeather: rain until noon.\n\nWind: light.",
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
    """A turn goes as far as the layout shows; what is signed is no part of what another signed."""
    text = "Ann: We sail.\nBo: Good.\n\n“We row.” — Cy"
    kinds = {item.rule.name: item.fixed for item in find_by_layout(read_page(text))}
    assert kinds == {"turn": "direct", "signature": "direct"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gaff: the spar.\nLuff: the edge in front.\nLeech: the edge behind it.", 3),
        ("Ode: The referee lost it.\n\nLind: We deserved more.\n\nRoe: A fair result.", 0),
        ("Gaff: the spar.\nLuff: the edge in front.\nAgreed: that the sail be mended.", 2),
        ("ODE: The US lost.\nLUFF: the edge in front.\nLEECH: the edge behind it.", 3),
    ],
)
def test_colons_of_nobody(text: str, expected: int) -> None:
    """The entries of a list are nobody's unless one of them tells of whoever says it."""
    assert len(colons_of_nobody(read_page(text))) == expected
