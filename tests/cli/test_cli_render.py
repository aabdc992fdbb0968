"""``quotekit render``: the page that it writes, where, and with which exit status."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from html_pages import read
from quotekit.cli import main

TEXT = "“We leave on Monday,” said Ann Lee.\r\nShe believes that nobody will come. 1 < 2 & 3.\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with a quote and a thought."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def test_page(article: Path, tmp_path: Path, capsys: Capture) -> None:
    """The page holds the file's text as it is, its quotes, and the file's name; nothing is printed."""
    target = tmp_path / "page.html"
    assert main(["render", str(article), "-o", str(target)]) == 0
    page = read(target.read_bytes().decode("utf-8"))
    assert page.all("main")[0].text.strip("\n") == TEXT.strip("\n")
    assert [mark.text for mark in page.all("mark")] == ["“We leave on Monday,”"]
    assert page.all("h1")[0].text == "article.txt"
    assert capsys.readouterr() == ("", "")


def test_standard_streams(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file to write, the page goes to standard output, in UTF-8."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="ascii"))
    assert main(["render", "-", "--title", "Leaving"]) == 0
    page = read(capsysbinary.readouterr().out.decode("utf-8"))
    assert page.all("title")[0].text == "Leaving"


def test_all(article: Path, tmp_path: Path) -> None:
    """Thoughts are shown on request."""
    target = tmp_path / "page.html"
    main(["render", "--all", str(article), "--output", str(target)])
    assert len(read(target.read_text("utf-8")).all("mark")) == 2


def test_unreadable_file(tmp_path: Path, capsys: Capture) -> None:
    """A text that cannot be read is named on standard error, and no page is written."""
    target = tmp_path / "page.html"
    assert main(["render", str(tmp_path / "none.txt"), "-o", str(target)]) == 1
    assert "none.txt: No such file or directory." in capsys.readouterr().err
    assert not target.exists()


def test_unwritable_page(article: Path, tmp_path: Path, capsys: Capture) -> None:
    """A page that cannot be written is named on standard error."""
    assert main(["render", str(article), "-o", str(tmp_path / "none" / "page.html")]) == 1
    assert "page.html: No such file or directory." in capsys.readouterr().err


def test_page_never_replaces_the_text(article: Path, capsys: Capture) -> None:
    """A page under the name of the text itself is refused, and the text is kept."""
    assert main(["render", str(article), "-o", str(article)]) == 2
    assert "give the page another name" in capsys.readouterr().err
    assert article.read_bytes() == TEXT.encode("utf-8")
