"""Layouts take time in proportion to a text, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest

from quotekit.finders.layouts import find_by_layout
from quotekit.text.page import read_page

LENGTH = 40_000
"""Characters of each text: most took more than five seconds where time grew with the square of these."""
BLANKS = " " * LENGTH
HOSTILE = {
    "blanks before a line": f"Rain.\n{BLANKS}She left.\n",
    "blanks at the end": f"Rain.\n“No.”{BLANKS}",
    "blanks of a post": f"Ann Lee @ann · 3h\nRain.\n{BLANKS}\nGo.\n",
    "blanks of a shared post": f"RT @ann: rain{BLANKS}x",
    "links of a shared post": "RT @ann: rain " + "http://a " * (LENGTH // 9) + "x",
    "figures below a post": "Ann Lee @ann · 3h\nRain.\n1 " + f"{'1' * 90} " * 5 + "!",
    "blanks around a dash": f"Ann Lee{BLANKS}—{BLANKS}x",
    "blanks before an office": f"Ann Lee, x{BLANKS}—{BLANKS}x\n\nRain.",
    "blanks below a quotation": f"“Rain.”{BLANKS}x\n\n> Rain.\n> Go.\n{BLANKS}x",
    "blanks in a turn": f"— Rain{BLANKS}x",
    "incises": "— Where is it? asked Nora. — There — said he — " * (LENGTH // 47),
    "incises and sentences": "— I go, said Nora. " * (LENGTH // 19),
    "short lines under a long one": f"{'a ' * (LENGTH // 2)}\n" + "B\nc.\n" * (LENGTH // 10),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_of_layouts_is_bounded(text: str) -> None:
    """No text of forty thousand characters takes layouts more than two seconds."""
    find_by_layout(read_page("Rain."))
    start = process_time()
    find_by_layout(read_page(text))
    assert process_time() - start < 2.0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("RT @ann: We sail on. https://quay.org pic.quay.org/1  ", "We sail on."),
        ("RT @ann: See https://quay.org for more", "See https://quay.org for more"),
        ("RT @ann: https://quay.org", "https://quay.org"),
    ],
)
def test_links_behind_a_shared_post_are_none_of_it(line: str, said: str) -> None:
    """Links and blanks at the end of a shared post are left out; a post may be a link alone."""
    (item,) = find_by_layout(read_page(line))
    assert [line[start:end] for start, end in item.content] == [said]


def test_figures_below_a_post_end_it() -> None:
    """How many liked a post is no part of it, also where no blank parts the counts."""
    text = "Ann Lee @ann · 3h\nWe sail on.\n3 likes4 shares\nGo."
    (item,) = find_by_layout(read_page(text))
    assert [text[start:end] for start, end in item.content] == ["We sail on."]


def test_dashes_that_follow_one_another_pause_each() -> None:
    """Behind two dashes an incise tells who speaks, as behind one."""
    text = "— We sail on — — said Ann — at nine."
    (item,) = find_by_layout(read_page(text))
    assert [text[start:end] for start, end in item.source] == ["Ann"]
