"""A page of its own that shows a text with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotekit.export.html.escaping import escaped, on_one_line
from quotekit.export.html.labels import quote_facts, share_words, shown_name, speaker_facts
from quotekit.export.html.parts import Part, Tags, parts_of, with_elements
from quotekit.export.html.templates import content_policy, filled_template, template_text
from quotekit.given import checked_items, checked_value
from quotekit.plain import counted
from quotekit.records import Quote
from quotekit.shares import Share, speaker_shares, word_count

__all__ = ["to_html"]

_HUES = 8
"""Colours for speakers: as many as the style sheet has."""

_ENTRY = 240
"""Characters of a quote in the list of its speaker, and of the title; chosen by hand: some three lines."""


def to_html(text: str, quotes: Iterable[Quote], *, title: str | None = None, home: str | None = None) -> str:
    """A self-contained HTML page that shows who said what in a text.

    Content, cues and sources are coloured by speaker; pointing at one shows what belongs together.
    Beside the text stand the speakers with their share of the quoted words; opening one lists the
    speaker's quotes and leaves only these coloured. The page loads nothing, runs no script but
    its own, and can be read without any.

    Args:
        text: The text that the quotes were found in.
        quotes: Its quotes.
        title: What the page is headed by, "Who said what" unless given.
        home: The address of the page that lists this text among others, such as ``../index.html``; the page
            links to it.

    Returns:
        The page, to be written as UTF-8. Lone surrogates and null characters, which HTML cannot
        hold, are U+FFFD in it.

    Raises:
        InputTypeError: *text*, *title* or *home* is no str, or *quotes* are no quotes.
        OffsetsError: A quote is not of this text.
    """
    checked_value(title, str | None, "a title that is a str")  # type: ignore[arg-type]
    checked_value(home, str | None, "the address of a page, as a str")  # type: ignore[arg-type]
    quotes = tuple(checked_items(quotes, Quote, "quotes, as quotekit.extract_quotes gives"))
    parts = parts_of(text, quotes)
    shares = sorted(speaker_shares([quotes]), key=lambda share: share.speaker is None)
    numbers = {share.speaker: number for number, share in enumerate(shares)}
    speakers = [numbers[quote.speaker_name] for quote in quotes]
    shown: set[int] = set()
    tags = _linked_tags(quotes, speakers, shown)
    marked = "".join(with_elements(text, parts, tags, paragraph=('<p dir="auto">', "</p>")))
    style, script = (template_text(__package__, name) for name in ("page.css", "page.js"))
    return filled_template(
        __package__,
        "page.html",
        policy=content_policy(style, script),
        title=on_one_line(title or "Who said what", _ENTRY),
        home="" if home is None else filled_template(__package__, "home.html", address=escaped(home)),
        summary=_page_summary(text, shares),
        speakers="".join(_speaker_list(shares, quotes, speakers, shown)),
        text=marked,
        style=style,
        script=script,
    )


def _linked_tags(quotes: Sequence[Quote], speakers: Sequence[int], shown: set[int]) -> Tags:
    """The tags of the parts; which quotes have an element that links can lead to is noted in *shown*."""

    def tags(part: Part) -> tuple[str, str]:
        quote, speaker = quotes[part.quote], speakers[part.quote]
        links = f'data-quote="{part.quote}" data-speaker="{speaker}"'
        if part.role != "content":
            return f'<span class="{part.role} {_hue(quote, speaker)}" {links}>', "</span>"
        anchor = "" if part.quote in shown else f' id="quote-{part.quote}"'
        shown.add(part.quote)
        label = f"{shown_name(quote.speaker_name)} · {quote_facts(quote)}"
        return (
            f'<mark class="content {quote.kind} {_hue(quote, speaker)}" {links}{anchor} title="{label}">',
            "</mark>",
        )

    return tags


def _speaker_list(
    shares: Sequence[Share], quotes: Sequence[Quote], speakers: Sequence[int], shown: set[int]
) -> list[str]:
    """The list of the speakers, each with the list of the speaker's quotes."""
    said: list[list[int]] = [[] for _ in shares]
    for number, speaker in enumerate(speakers):
        said[speaker].append(number)
    return [_speaker_entry(place, share, quotes, said[place], shown) for place, share in enumerate(shares)]


def _speaker_entry(
    place: int, share: Share, quotes: Sequence[Quote], said: Sequence[int], shown: set[int]
) -> str:
    return filled_template(
        __package__,
        "speaker.html",
        number=place,
        hue=_hue(quotes[said[0]], place) + (" nobody" if share.speaker is None else ""),
        name=shown_name(share.speaker),
        facts=speaker_facts([quotes[number] for number in said]),
        figures=share_words(share),
        percent=f"{100 * share.share:.1f}",
        entries="".join(_quote_entry(number, quotes[number], linked=number in shown) for number in said),
    )


def _quote_entry(number: int, quote: Quote, *, linked: bool) -> str:
    return filled_template(
        __package__,
        "entry.html",
        number=number,
        target=f' href="#quote-{number}"' if linked else "",
        words=on_one_line(quote.text, _ENTRY),
        about=quote_facts(quote),
    )


def _hue(quote: Quote, speaker: int) -> str:
    """The colour of a quote's speaker; nobody named, and those who are quoted least, are grey."""
    return f"h{speaker}" if quote.speaker is not None and speaker < _HUES else "rest"


def _page_summary(text: str, shares: Sequence[Share]) -> str:
    quotes = counted(sum(share.quotes for share in shares), "quote")
    speakers = counted(sum(1 for share in shares if share.speaker is not None), "speaker")
    words = sum(share.words for share in shares)
    return f"{quotes} · {speakers} · {words} of {counted(word_count(text), 'word')} quoted"
