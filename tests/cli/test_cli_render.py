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
    assert "give the output another name" in capsys.readouterr().err
    assert article.read_bytes() == TEXT.encode("utf-8")


@pytest.fixture
def articles(article: Path) -> Path:
    """A folder of two texts."""
    (article.parent / "other.txt").write_text("Bob Ray said that it would rain.", encoding="utf-8")
    return article.parent


def test_several_texts_make_a_site(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder of texts becomes a folder of pages with an index, under its title."""
    site = tmp_path_factory.mktemp("out") / "site"
    assert main(["render", str(articles), "-o", str(site), "--title", "All", "--quiet"]) == 0
    index = read((site / "index.html").read_text("utf-8"))
    assert index.all("h1")[0].text == "All"
    assert "2 texts · 2 quotes · 2 speakers" in index.text
    assert len(list((site / "texts").iterdir())) == 2


def test_one_text_in_a_folder_is_a_site(article: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder as the output asks for a site, of one text too."""
    site = tmp_path_factory.mktemp("site")
    assert main(["render", str(article), "-o", str(site)]) == 0
    assert (site / "index.html").is_file()


@pytest.mark.parametrize("output", ["-", "page.html"])
def test_several_texts_are_no_page(
    output: str, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Several texts are never written over each other into one page."""
    monkeypatch.chdir(articles)
    assert main(["render", "article.txt", "other.txt", "-o", output]) == 2
    assert "name a folder for it" in capsys.readouterr().err
    assert not Path("page.html").exists()


def test_a_site_does_not_lie_among_its_texts(articles: Path, capsys: Capture) -> None:
    """A site is not written into the folder that its texts are read from."""
    assert main(["render", str(articles), "-o", str(articles)]) == 2
    assert "give the output another name" in " ".join(capsys.readouterr().err.split())
    assert not (articles / "index.html").exists()


def test_nothing_to_show(tmp_path: Path, capsys: Capture) -> None:
    """Files without a text are an error that says so, and no page is written."""
    (tmp_path / "a.jsonl").touch()
    assert main(["render", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "a.html")]) == 1
    assert "it holds no text" in capsys.readouterr().err
    assert not (tmp_path / "a.html").exists()
