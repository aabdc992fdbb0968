"""Pages: all of the text, all parts of all quotes, and nothing that somebody else put in."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings

from html_pages import Page, quote_of, read, readable, texts_with_quotes
from quotekit.errors import InputTypeError, OffsetsError
from quotekit.export.html import to_html
from quotekit.records import Quote, Span

TEXT = "“We are late,” said Ann Lee, “by a day.”\n\nShe told Bob Ray that he said “no” twice."
QUOTES = [
    quote_of(TEXT, "“We are late,”", "“by a day.”", name="Ann Lee", cue="said", source="Ann Lee"),
    quote_of(TEXT, "that he said “no” twice", name="Ann Lee", cue="told", source="She", addressee="Bob Ray"),
    quote_of(TEXT, "“no” twice", name="Bob Ray", source="he"),
]
HOSTILE = (
    "</title></script></style><script>document.title='run'</script>"
    "<img src=x onerror=\"document.title='run'\"> ${title} $script"
)


def page_of(text: str, quotes: list[Quote], title: str | None = None) -> Page:
    """The page of a text, read."""
    return read(to_html(text, quotes, title=title))


def main_text(page: Page) -> str:
    """The text that the page shows, without the line ends around it that are the page's own."""
    return page.all("main")[0].text[1:-1]


@settings(max_examples=50)
@given(texts_with_quotes())
def test_text_is_whole(given: tuple[str, list[Quote]]) -> None:
    """Every character of the text stands in the page, once and in order, whatever the quotes are."""
    assert main_text(page_of(*given)) == readable(given[0])


@settings(max_examples=50)
@given(texts_with_quotes())
def test_elements_nest(given: tuple[str, list[Quote]]) -> None:
    """Every element closes inside the one that it opened in, however the parts of quotes cross."""
    page = page_of(*given)
    assert (page.badly_nested, page.open) == ([], [])


@settings(max_examples=50)
@given(texts_with_quotes())
def test_parts_are_marked(given: tuple[str, list[Quote]]) -> None:
    """The elements of a part hold exactly its characters, but for blanks between paragraphs."""
    text, quotes = given
    page = page_of(text, quotes)
    first = page.all("main")[0].start + 1
    for number, quote in enumerate(quotes):
        for role in ("content", "cue", "source", "addressee"):
            expected = {at for span in getattr(quote, role) for at in range(span.start, span.end)}
            found = {
                at - first
                for element in page.of_quote(number, role)
                for at in range(element.start, element.start + len(element.text))
            }
            assert found <= expected
            assert "".join(text[at] for at in expected - found).strip() == ""


@settings(max_examples=50)
@given(texts_with_quotes())
def test_links_lead_somewhere(given: tuple[str, list[Quote]]) -> None:
    """No id is given twice, and every link leads to an id of the page."""
    page = page_of(*given)
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    links = [element.attributes["href"] for element in page.all("a") if "href" in element.attributes]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link} <= set(ids)


def test_parts_of_a_quote_belong_together() -> None:
    """The spans of an interrupted quote, its cue and its source carry the same number."""
    page = page_of(TEXT, QUOTES)
    assert [element.text for element in page.of_quote(0, "content")] == ["“We are late,”", "“by a day.”"]
    assert [element.text for element in page.of_quote(0, "cue")] == ["said"]
    assert [element.text for element in page.of_quote(1, "addressee")] == ["Bob Ray"]


def test_nested_quote() -> None:
    """A quote inside another stands inside its element."""
    page = page_of(TEXT, QUOTES)
    assert page.of_quote(1, "content")[0].text == "that he said “no” twice"
    assert page.of_quote(2, "content")[0].text == "“no” twice"


def test_speakers() -> None:
    """Speakers are listed by their words, with their share, and with links to their quotes."""
    page = page_of(TEXT, QUOTES)
    summaries = [" ".join(element.text.split()) for element in page.all("summary")]
    assert summaries == ["Ann Lee 82% · 2 quotes", "Bob Ray 18% · 1 quote"]
    assert [element.attributes["width"] for element in page.all("rect")] == ["81.8", "18.2"]
    details = page.all("details")
    assert "“We are late,” “by a day.” said · direct" in details[0].text
    assert "“no” twice he · direct" in details[1].text
    assert [link.attributes["href"] for link in page.all("a")][1:] == ["#quote-0", "#quote-1", "#quote-2"]


def test_summary() -> None:
    """The page says how many quotes, speakers and words there are."""
    assert "3 quotes · 2 speakers · 11 of 18 words quoted" in to_html(TEXT, QUOTES)


def test_quote_of_nobody() -> None:
    """A quote without a speaker is listed as one of nobody, and counts no speaker."""
    html = to_html(TEXT, [quote_of(TEXT, "“no”")])
    assert "1 quote · 0 speakers" in html
    assert "Nobody named" in read(html).all("summary")[0].text


def test_unusual_quotes_say_so() -> None:
    """Thoughts and what was not said are told from what was."""
    span = Span.of(TEXT, 0, 14)
    html = to_html(TEXT, [Quote("direct", (span,), act="thought", modality="negated")])
    assert "direct · thought · negated" in html


def test_quotes_that_are_read_once() -> None:
    """Quotes may come in anything to loop over; what they are not is refused."""
    assert to_html(TEXT, iter(QUOTES)) == to_html(TEXT, QUOTES)
    with pytest.raises(InputTypeError, match="Cannot use str: expected quotes"):
        to_html(TEXT, "quotes")  # type: ignore[arg-type]


def test_no_quotes() -> None:
    """A text without quotes is a page without speakers."""
    page = page_of("", [])
    assert (main_text(page), page.all("details")) == ("", [])


@pytest.mark.parametrize("title", [None, "", "Late again"])
def test_title(title: str | None) -> None:
    """The title heads the page and names its tab."""
    page = page_of(TEXT, QUOTES, title)
    assert [page.all(tag)[0].text for tag in ("title", "h1")] == [title or "Who said what"] * 2


def test_nothing_is_injected() -> None:
    """Markup in text, names and title is shown as text: it makes no element and no attribute."""
    harmless = HOSTILE.replace("<", "(").replace('"', "'")
    hostile, tame = (
        page_of(
            f"{words} said “no”", [quote_of(f"{words} said “no”", "“no”", name=words, source=words)], words
        )
        for words in (HOSTILE, harmless)
    )
    assert HOSTILE in main_text(hostile)
    assert HOSTILE in hostile.all("title")[0].text
    assert shape(hostile) == shape(tame)


def shape(page: Page) -> list[tuple[str, list[str]]]:
    """The tags of a page, each with the names of its attributes."""
    return [(element.tag, list(element.attributes)) for element in page.elements]


def test_policy() -> None:
    """The page forbids every script and style but its own two, and loads nothing."""
    page = page_of(TEXT, QUOTES)
    policy = next(e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes) or ""
    for tag in ("style", "script"):
        (own,) = page.all(tag)
        digest = b64encode(sha256(own.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")
    attributes = [name for element in page.elements for name in element.attributes]
    assert not {"src", "style", "onclick"} & set(attributes)


def test_style_loads_nothing() -> None:
    """The style sheet names no font, image or sheet elsewhere."""
    style = page_of(TEXT, QUOTES).all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style


def test_quotes_of_another_text() -> None:
    """Quotes that don't fit the text are an error that says what stands where they should."""
    with pytest.raises(
        OffsetsError, match="Cannot find '“no” twice' at offsets 72 to 82: the text has '' there"
    ):
        to_html("Another text.", QUOTES[2:])


def test_offsets_behind_the_text() -> None:
    """A quote that stands behind the end of the text is an error, not a guess."""
    with pytest.raises(OffsetsError):
        to_html(TEXT, [Quote("direct", (Span(len(TEXT), len(TEXT) + 2, "no"),))])


def staircase(steps: int) -> str:
    """A page of a text with as many quotes, each of which crosses half of the others."""
    text = "ab " * steps
    return to_html(text, [Quote("direct", (Span.of(text, 3 * at, 2 * steps + at),)) for at in range(steps)])


def test_crossing_quotes_stay_small() -> None:
    """Twice as many quotes across each other make a page of twice the length, not of four times."""
    assert len(staircase(1200)) < 2.3 * len(staircase(600))


def test_deep_quotes_are_listed() -> None:
    """Quotes nested deeper than a page can show are listed without a link."""
    text = "a" * 200
    page = page_of(text, [Quote("direct", (Span.of(text, at, 200 - at),)) for at in range(80)])
    assert main_text(page) == text
    assert sum("href" in link.attributes for link in page.all("a")) == 1 + 64
    assert len(page.all("a")) == 1 + 80
