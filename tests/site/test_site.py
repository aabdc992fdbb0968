"""Sites: a page for each text, an index that knows every quote, files to download, and nothing injected."""

from __future__ import annotations

import csv
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sites import DOCUMENTS, FIRST, HOSTILE, said_by

from html_pages import Page, quote_of, read
from quotekit.errors import FileError, InputTypeError, OffsetsError
from quotekit.export import jsonl
from quotekit.export.documents import QuotedText
from quotekit.site import write_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the texts above."""
    folder = tmp_path_factory.mktemp("all") / "site"
    write_site(iter(DOCUMENTS), str(folder), title="All of it")
    return folder


def index_of(site: Path) -> Page:
    """The index of a site, read."""
    return read((site / "index.html").read_text("utf-8"))


def data_of(site: Path) -> dict[str, Any]:
    """What the script of the index knows."""
    [element] = [one for one in index_of(site).all("script") if one.attributes.get("id") == "data"]
    data: dict[str, Any] = json.loads(element.text)
    return data


def test_files(site: Path) -> None:
    """A site is an index, a page for each text, and three files to download."""
    files = sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file())
    pages = [f"texts/{number}.html" for number in (1, 2, 3)]
    assert files == ["index.html", "people.csv", "quotes.csv", "quotes.jsonl", *pages]


def test_links_lead_somewhere(site: Path) -> None:
    """Every link of every page leads to a file of the site, or to an element of the page."""
    for path in site.rglob("*.html"):
        page = read(path.read_text("utf-8"))
        ids = {element.attributes.get("id") for element in page.elements}
        links = [link.attributes["href"] or "" for link in page.all("a") if "href" in link.attributes]
        assert links
        for link in links:
            assert link[1:] in ids if link.startswith("#") else (path.parent / link).is_file()


def test_a_page_for_each_text(site: Path) -> None:
    """The page of a text shows all of it under its title, and leads back to the index."""
    page = read((site / "texts" / "1.html").read_text("utf-8"))
    assert page.all("h1")[0].text == "The old bridge"
    assert page.all("main")[0].text.strip() == FIRST
    assert page.all("a")[1].attributes["href"] == "../index.html"


def test_index_lists_people_and_texts(site: Path) -> None:
    """The index says how much there is, who is quoted, with nobody named last, and where the texts are."""
    page = index_of(site)
    assert (page.all("h1")[0].text, "3 texts · 6 quotes · 3 speakers" in page.text) == ("All of it", True)
    people = [button.text for button in page.all("button") if "data-person" in button.attributes]
    names = [re.split(r" \d+%", person)[0] for person in people]
    assert names[1:] == ["Helen Brandt", "Omar Diaz", "Nobody named"]
    texts = [link.text for link in page.all("a") if "texts/" in (link.attributes.get("href") or "")]
    assert texts[:2] == ["The old bridge", "b"]
    assert "Post · 2026-05-01 · 2 quotes" in page.text


def test_names_of_one_person_are_put_together(site: Path) -> None:
    """A surname is found under the full name of its outlet, and descriptions under nobody."""
    data = data_of(site)
    people = [data["people"][row[2]][0] for row in data["quotes"][:5]]
    assert people == ["Helen Brandt", "Omar Diaz", "Helen Brandt", "Nobody named", "Nobody named"]
    assert ["Helen Brandt", ["Brandt"], 1] in data["people"]
    assert [row[3] for row in data["quotes"][2:5]] == ["Brandt", "a driver", ""]


def test_rows_lead_to_their_quotes(site: Path) -> None:
    """Each row names a text and the number that its quote has on that page."""
    data = data_of(site)
    for text, number, *_, words in data["quotes"]:
        page = read((site / data["texts"][text][1]).read_text("utf-8"))
        [target] = [one for one in page.elements if one.attributes.get("id") == f"quote-{number}"]
        assert " ".join(target.text.split()).startswith(words[:20])


def test_downloads_are_read_back(site: Path) -> None:
    """The files hold every quote and every person."""
    assert jsonl.read(site / "quotes.jsonl") == DOCUMENTS
    with (site / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 6
    with (site / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        people = {row["name"]: row for row in csv.DictReader(file)}
    assert people["Helen Brandt"]["names"] == "Brandt; Helen Brandt"


def test_nothing_is_injected(site: Path) -> None:
    """Markup in text, names, title and fields is shown as text: it makes no element and no attribute."""
    page = index_of(site)
    assert HOSTILE[:100] in page.text
    assert (page.badly_nested, len(page.all("script")), page.all("img")) == ([], 2, [])
    assert not {"src", "style", "onclick", "onload"} & {one for e in page.elements for one in e.attributes}
    assert "<" not in next(one for one in page.all("script") if one.attributes.get("id")).text


def test_policy(site: Path) -> None:
    """The index forbids every script and style but its own two, and loads nothing."""
    page = index_of(site)
    policy = next(e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes) or ""
    for tag, own in (("style", page.all("style")[0]), ("script", page.all("script")[-1])):
        assert f"{tag}-src 'sha256-{b64encode(sha256(own.text.encode()).digest()).decode()}';" in policy
    assert "url(" not in page.all("style")[0].text


def test_long_quotes_stay_small_in_the_index(tmp_path: Path) -> None:
    """Quotes that are all as long as the text take no more of the index than their beginnings."""
    text = "word " * 4000
    quote = quote_of(text, text.strip())
    write_site([QuotedText("a", text, (quote,) * 50)], tmp_path)
    assert (tmp_path / "index.html").stat().st_size < 100_000


def test_many_people_are_found_by_the_search(tmp_path: Path) -> None:
    """Of very many people those who say most are listed; the search knows all."""
    names = [f"N{number}." for number in range(400)]
    text = " ".join(["“No,” said", *names])
    quotes = tuple(said_by(name, text, "“No,”") for name in names)
    write_site([QuotedText("a", text, quotes)], tmp_path)
    assert "and 100 more speakers, whom the search finds" in (tmp_path / "index.html").read_text("utf-8")
    assert len(data_of(tmp_path)["people"]) == 400


def test_no_texts(tmp_path: Path) -> None:
    """A site of nothing is an index without texts."""
    write_site([], tmp_path)
    assert "0 texts · 0 quotes · 0 speakers" in (tmp_path / "index.html").read_text("utf-8")


@pytest.mark.parametrize("bad", [None, "Another text."])
def test_a_text_that_has_no_page(bad: str | None, tmp_path: Path) -> None:
    """Quotes without their text, or of another one, are refused before anything is written."""
    folder = tmp_path / "site"
    with pytest.raises(OffsetsError):
        write_site([DOCUMENTS[0], QuotedText("b", bad, DOCUMENTS[0].quotes)], folder)
    assert not folder.exists()


def test_what_makes_no_site(tmp_path: Path) -> None:
    """Quotes alone, quotes of another text and a file in place of the folder are errors that say so."""
    with pytest.raises(InputTypeError):
        write_site(list(DOCUMENTS[0].quotes), tmp_path)  # type: ignore[arg-type]
    with pytest.raises(OffsetsError):
        write_site([QuotedText("a", "Another.", DOCUMENTS[0].quotes)], tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="Cannot write"):
        write_site(DOCUMENTS, tmp_path / "file")
