"""Pages in Chromium, for tests that need a browser; they are skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 700}
DESKTOP = {"width": 1280, "height": 800}

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

ATTACKS = (
    "<script>document.title = 'injected'</script>",
    "<img src='x' onerror=\"document.title = 'injected'\">",
    "\"' onmouseover=\"document.title = 'injected'\" autofocus onfocus=\"document.title = 'injected'\" x='",
    "</title></style></script></textarea>--><svg onload=\"document.title = 'injected'\">",
    "javascript:document.title='injected'",
)


@contextmanager
def running() -> Iterator[Browser]:
    """Chromium, until the end of the block."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET, chromium_sandbox=False)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path, size: dict[str, int]) -> Iterator[Page]:
    """The page of a file in a window of a size; it fails when its console speaks or it asks a network."""
    complaints: list[str] = []
    view = browser.new_page(viewport=size)
    view.on("console", lambda message: complaints.append(message.text))
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.on("request", lambda request: complaints.extend(_foreign(request.url)))
    view.goto(file.as_uri())
    yield view
    view.close()
    assert complaints == []


def _foreign(address: str) -> list[str]:
    return [] if address.startswith("file:") else [address]
