"""Sites in Chromium, where it is installed: searching, filtering, following, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sites import DOCUMENTS

from chromium import DESKTOP, PHONE, needs_chromium, opened, running
from quotekit.site import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of three texts, one of them hostile, and of many that say the same."""
    folder = tmp_path_factory.mktemp("site")
    write_site([*DOCUMENTS, *[DOCUMENTS[0]] * 30], folder, title="Bridges")
    return folder


@pytest.fixture(scope="module", params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def view(request: pytest.FixtureRequest, folder: Path) -> Iterator[Page]:
    """The index of the site."""
    with running() as browser, opened(browser, folder / "index.html", request.param) as page:
        yield page


@pytest.fixture(autouse=True)
def cleared(view: Page) -> None:
    """Each test begins with everything shown."""
    view.click("#clear")


def count(view: Page) -> int:
    """How many quotes the index says it has found."""
    return int((view.text_content("#count") or "").split()[0])


def words(view: Page) -> set[str]:
    """The words of the quotes that are shown."""
    return {one.text_content() or "" for one in view.locator("#found .words").all()}


def test_everything_fits_and_nothing_was_injected(view: Page) -> None:
    """At first all quotes are found, forty of them shown, and nothing is wider than the window."""
    assert (count(view), view.locator("#found > li").count(), view.title()) == (66, 40, "Bridges")
    view.click("#more")
    assert view.locator("#found > li").count() == 66
    assert view.locator("#more").is_hidden()
    width = view.viewport_size["width"] if view.viewport_size else 0
    assert view.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bridge", 32),
        ("BRIDGE closed", 31),
        ("ridge", 0),
        ('"bridge is"', 31),
        ('"is bridge"', 0),
        ("year's", 31),
        ("(", 0),
    ],
)
def test_words(view: Page, query: str, found: int) -> None:
    """Quotes are found by beginnings of words, in capitals or not, and by phrases in marks."""
    view.fill("#words", query)
    assert count(view) == found


def test_found_words_are_marked(view: Page) -> None:
    """What was looked for stands out in the quotes."""
    view.fill("#words", "bridge clo")
    assert view.locator("#found li").first.locator("b").all_text_contents() == ["bridge", "clo"]


def test_speakers(view: Page) -> None:
    """A speaker is found by a part of any of their names, nobody by a description."""
    view.fill("#who", "brandt")
    assert (count(view), "bridges cost money" in words(view)) == (32, True)
    view.fill("#who", "driver")
    assert words(view) == {"“No,”"}
    assert view.locator("#found .who").text_content() == "a driver"
    view.fill("#who", "zzz")
    assert count(view) == 0


def test_choosing_a_person(view: Page) -> None:
    """A click on a person, in the list or at a quote, finds what is theirs."""
    view.click("#people button:has-text('Omar Diaz')")
    assert (view.input_value("#who"), count(view)) == ("Omar Diaz", 31)
    view.click("#people .nobody")
    assert words(view) == {"“No,”", "“Nothing but rain.”"}
    view.click("#clear")
    view.click("#found .who >> nth=0")
    assert (view.input_value("#who"), count(view)) == ("Helen Brandt", 32)


def test_filters(view: Page) -> None:
    """Quotes are chosen by kind and by how sure they are."""
    view.select_option("#kind", "indirect")
    assert count(view) == 32
    view.select_option("#sure", "0.7")
    assert words(view) == {"bridges cost money"}
    assert view.locator("#found .how").text_content() == "as Brandt · said · indirect"


def test_confidence_is_shown(view: Page) -> None:
    """How sure a quote and its speaker are stands beside it."""
    view.fill("#words", "year")
    assert "indirect · 60% sure" in (view.locator("#found .how").first.text_content() or "")
    view.fill("#who", "driver")
    view.fill("#words", "")
    assert "speaker 75% sure" in (view.locator("#found .how").first.text_content() or "")


def test_what_is_asked_stands_in_the_address(view: Page) -> None:
    """A search can be kept as an address; a quote leads to its place in its text, and back to the search."""
    view.fill("#words", "bridges")
    address = view.evaluate("location.href")
    assert address.endswith("#words=bridges")
    view.click("#found .words")
    view.wait_for_url("**/texts/02.html#quote-0")
    assert view.locator("#quote-0").text_content() == "bridges cost money"
    view.go_back()
    view.wait_for_url(address)
    assert (view.input_value("#words"), count(view)) == ("bridges", 1)


def test_downloads(view: Page) -> None:
    """The quotes come as a file."""
    with view.expect_download() as download:
        view.click("text=quotes.csv")
    assert Path(download.value.path()).read_text("utf-8-sig").startswith("document,number,kind")


def test_lists_scroll_visibly(view: Page) -> None:
    """A list that is longer than its place has a shade at its edge."""
    texts = view.locator(".texts")
    assert texts.evaluate("list => list.scrollHeight > list.clientHeight")
    assert "local" in texts.evaluate("list => getComputedStyle(list).backgroundAttachment")
