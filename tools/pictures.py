"""Take the pictures of pages in the documentation, in Chromium: a page of the README's article, and a site.

    python -m tools.pictures

The page is cut to the window, the site is that of the documents that were written for the project.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from quotekit.cli import main as quotekit

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "seeds" / "000_20a2edb54fd0fc69.txt"
WRITTEN = ROOT / "data" / "written" / "dev.jsonl"
IMAGES = ROOT / "docs" / "images"
NEWS = ("local-", "world-")
WINDOW = {"width": 1280, "height": 800}
COLOURS = 128
"""How many colours a picture has, so that it stays small in the repository; seen to be enough."""


def main() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quotekit(["render", str(ARTICLE), "-o", str(folder / "page.html"), "--title", "Talks in Doha"])
        quotekit(["render", str(_texts(folder)), "-o", str(folder / "site"), "--title", "Near and far"])
        take_picture(folder / "page.html", IMAGES / "render.png")
        take_picture(folder / "site" / "index.html", IMAGES / "site.png", search="year")


def _texts(folder: Path) -> Path:
    """The news among the written documents, without their annotations."""
    written = map(json.loads, WRITTEN.read_text(encoding="utf-8").splitlines())
    rows = [row for row in written if row["id"].startswith(NEWS)]
    lines = [
        json.dumps({"id": row["id"], "title": _headline(row["text"]), "text": row["text"]}) for row in rows
    ]
    path = folder / "texts.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _headline(text: str) -> str:
    return f"{text.strip().splitlines()[0][:60]}…"


def take_picture(page: Path, picture: Path, search: str = "") -> None:
    """Write what a browser shows of *page* at first, or once *search* has been looked for."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        view = browser.new_page(viewport=WINDOW, color_scheme="light")
        view.goto(page.as_uri())
        if search:
            view.fill("#words", search)
        shown = Image.open(io.BytesIO(view.screenshot()))
        shown.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
