"""Pages in Chromium, where it is installed: no foreign script runs, and clicks do what they should."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chromium import ATTACKS, CHROMIUM, PHONE, QUIET, needs_chromium, opened, running
from html_pages import quote_of, read
from quotekit.export.html import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

TEXT = "“We are late,” said Ann Lee, “by a day.”\n\nShe added that nobody came. Bob Ray said “no”."
QUOTES = [
    quote_of(TEXT, "“We are late,”", "“by a day.”", name="Ann Lee", cue="said", source="Ann Lee"),
    quote_of(TEXT, "that nobody came", name="Ann Lee", cue="added", source="She"),
    quote_of(TEXT, "“no”", name="Bob Ray", source="Bob Ray"),
]
SPEECH = " ".join(f"“Word {number},” said N{number}." for number in range(30))


def test_no_injected_script_runs(tmp_path: Path) -> None:
    """Scripts in text, names, sources and title are shown and not run."""
    words = " ".join(ATTACKS)
    text = f"{words} said “no”."
    quote = quote_of(text, "“no”", name=words, source=words, cue="said")
    page = tmp_path / "page.html"
    page.write_text(to_html(text, [quote], title=words), encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [str(CHROMIUM), "--headless", "--no-sandbox", *QUIET, profile, "--dump-dom", page.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    shown = read(run.stdout)
    assert shown.all("title")[0].text.startswith(ATTACKS[0])
    assert shown.all("main")[0].text.strip() == text
    assert (len(shown.all("script")), len(shown.all("img"))) == (1, 0)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for all tests of this module."""
    with running() as browser:
        yield browser


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of the text above in a window as wide as a phone."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(to_html(TEXT, QUOTES), encoding="utf-8")
    with opened(browser, file, PHONE) as view:
        yield view


def texts(page: Page, selector: str) -> list[str]:
    """The texts of the elements that a selector finds in the page's text."""
    return [element.text_content() or "" for element in page.locator(f"main {selector}").all()]


def test_fits_a_phone(page: Page) -> None:
    """Nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_choosing_a_quote(page: Page) -> None:
    """A click on a quote lights all of its parts and says who said it; Escape ends that."""
    page.click("#quote-0")
    assert texts(page, ".lit") == ["“We are late,”", "said", "Ann Lee", "“by a day.”"]
    assert page.locator(".card").text_content() == "Ann Lee · said · direct"
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    assert texts(page, ".lit") == []
    assert page.locator(".card").is_hidden()


def test_choosing_a_speaker(page: Page) -> None:
    """Opening a speaker lists the quotes and leaves only these coloured; Escape ends that."""
    page.focus("#speaker-1 summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("main .dim")
    assert page.locator("#speaker-1 ol").is_visible()
    assert texts(page, "mark:not(.dim)") == ["“no”"]
    page.keyboard.press("Escape")
    page.wait_for_selector("main .dim", state="detached")
    assert page.locator("#speaker-1 ol").is_hidden()


def test_link_to_a_quote(page: Page) -> None:
    """A link of the list leads to the quote in the text, and focusing it lights the quote."""
    page.click("#speaker-0 summary")
    page.focus("#speaker-0 li:nth-child(2) a")
    assert texts(page, ".lit") == ["She", "added", "that nobody came"]
    page.keyboard.press("Enter")
    page.wait_for_url("**#quote-1", timeout=5000)


def test_many_speakers_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """The list of many speakers scrolls, says so by a shade, and has nobody named at its end, in grey."""
    quotes = [
        quote_of(SPEECH, f"“Word {number},”", name=f"N{number}" if number else None) for number in range(30)
    ]
    file = tmp_path / "page.html"
    file.write_text(to_html(SPEECH, quotes), encoding="utf-8")
    with opened(browser, file, PHONE) as view:
        speakers = view.locator(".speakers")
        assert speakers.evaluate("list => list.scrollHeight > 2 * list.clientHeight")
        assert "local" in speakers.evaluate("list => getComputedStyle(list).backgroundAttachment")
        last = view.locator(".speakers .who").last
        assert last.text_content() == "Nobody named"
        colours = [view.locator(".speakers .who").nth(at).evaluate(COLOUR) for at in (0, 29)]
        assert colours[1] == view.locator(".legend").evaluate(COLOUR) != colours[0]


COLOUR = "element => getComputedStyle(element).color"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(page: Page, scheme: str) -> None:
    """Every colour of words stands out from what is behind it by 4.5 to 1, in light and in dark."""
    page.emulate_media(color_scheme=scheme)
    ratios = page.evaluate(CONTRAST)
    assert len(ratios) > 50
    assert min(ratios) >= 4.5


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
    const linear = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const hues = ["h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "rest"];
  const roles = ["content", "content lit", "source", "cue", "addressee"];
  const ratios = [];
  for (const hue of hues) for (const outer of hues) for (const role of roles) {
    const content = document.createElement("mark");
    const part = document.createElement("span");
    content.className = "content " + outer;
    part.className = role + " " + hue;
    content.append(part);
    document.querySelector("main p").append(content);
    const behind = role.startsWith("content") ? part : content;
    const colours = [getComputedStyle(part).color, getComputedStyle(behind).backgroundColor];
    const [ink, paper] = colours.map(luminance);
    ratios.push((Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
    content.remove();
  }
  return ratios;
}"""
