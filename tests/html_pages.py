"""Reading pages of HTML in tests, as a browser would, and texts with quotes to make pages of."""

from __future__ import annotations

from html.parser import HTMLParser

from attrs import Factory, define
from hypothesis import strategies as st

from quotekit.records import Quote, Span, Speaker

VOID = {"input", "meta"}
TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'\n\r\0\u2028\ud800é😀"), max_size=40)


@define
class Element:
    """An element: its tag, its attributes, the text in it, and where in the page's text that begins."""

    tag: str
    attributes: dict[str, str | None]
    start: int
    text: str = ""


@define
class Page(HTMLParser):
    """A page that has been read: its elements in order, and whether each was closed where it should be."""

    elements: list[Element] = Factory(list)
    open: list[Element] = Factory(list)
    badly_nested: list[str] = Factory(list)
    text: str = ""

    def __attrs_pre_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        self.elements.append(Element(tag, dict(attrs), len(self.text)))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.elements.append(Element(tag, dict(attrs), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        """Note an element that closes."""
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.badly_nested.append(tag)

    def handle_data(self, data: str) -> None:
        """Give text to all elements that are open."""
        self.text += data
        for element in self.open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        """The elements of a tag."""
        return [element for element in self.elements if element.tag == tag]

    def of_quote(self, number: int, role: str) -> list[Element]:
        """The elements in the text that show a part of a quote."""
        marks = [element for element in self.elements if element.tag in ("mark", "span")]
        return [
            element
            for element in marks
            if element.attributes.get("data-quote") == str(number)
            and role in (element.attributes.get("class") or "").split()
        ]


def read(html: str) -> Page:
    """The page of *html*."""
    page = Page()
    page.feed(html)
    page.close()
    return page


def readable(text: str) -> str:
    """*text* with a stand-in for what HTML cannot hold."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char < "\ue000" else char for char in text)


def quote_of(text: str, *content: str, name: str | None = None, **parts: str) -> Quote:
    """A quote whose spans are the first places of the given words in *text*."""
    spans = {role: (span_of(text, words),) for role, words in parts.items()}
    speaker = None if name is None else Speaker(name, "PERSON", Span(0, len(name), name), "name")
    return Quote("direct", tuple(span_of(text, words) for words in content), speaker=speaker, **spans)


def span_of(text: str, words: str) -> Span:
    """The first place of *words* in *text*."""
    return Span.of(text, text.index(words), text.index(words) + len(words))


@st.composite
def texts_with_quotes(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    """A text and quotes whose parts lie anywhere in it, across each other and across paragraphs."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span.of(text, min(pair), max(pair)))
    parts = st.lists(spans, max_size=2).map(tuple)
    names = st.none() | TEXTS
    speakers = names.map(lambda name: name and Speaker(name, "PERSON", Span(0, 0, ""), "name"))
    quotes = st.builds(
        Quote,
        kind=st.sampled_from(["direct", "indirect", "mixed"]),
        content=st.lists(spans, min_size=1, max_size=3).map(tuple),
        cue=parts,
        source=parts,
        addressee=parts,
        speaker=speakers.map(lambda speaker: speaker or None),
    )
    return text, draw(st.lists(quotes, max_size=4))
