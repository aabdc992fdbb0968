"""A text with its quotes as a notebook shows it.

Notebooks strip style sheets and scripts from what they don't trust, and have themes of their own:
all style here is on the elements, and the colours are tints of whatever the theme has.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from quotekit.export.html.labels import quote_facts, share_words, shown_name
from quotekit.export.html.parts import Part, Tags, parts_of, with_elements
from quotekit.plain import beginning, number_of_quotes
from quotekit.records import Quote
from quotekit.shares import Share, speaker_shares

__all__ = ["View"]

_COLOURS = (
    "59, 130, 200",
    "210, 90, 30",
    "30, 150, 80",
    "185, 70, 170",
    "175, 125, 0",
    "0, 150, 165",
    "130, 100, 220",
    "215, 70, 80",
)
_COLOUR_OF_OTHERS = "128, 128, 128"
_STYLES = {
    "cue": "font-style: italic",
    "source": "font-weight: bold",
    "addressee": "text-decoration: underline",
}
_LINES = {"direct": "solid", "mixed": "dashed", "indirect": "dotted"}


@frozen
class View:
    """A text with its quotes, to be shown; a notebook shows it when it is a cell's last value.

    Attributes:
        text: The text.
        quotes: The quotes that were found in it.
    """

    text: str = field(repr=beginning)
    quotes: tuple[Quote, ...] = field(repr=number_of_quotes)

    def __attrs_post_init__(self) -> None:
        """Refuse quotes of another text.

        Raises:
            InputTypeError: *text* is no str, or *quotes* are no quotes.
            OffsetsError: A quote is not of this text.
        """
        parts_of(self.text, self.quotes)

    def _repr_html_(self) -> str:
        """The text with its quotes coloured by speaker, as HTML without style sheet or script."""
        shares = speaker_shares([self.quotes])
        colours = {share.speaker: _colour(number) for number, share in enumerate(shares)}
        tags = _inline_tags(self.quotes, colours)
        parts = parts_of(self.text, self.quotes)
        text = "".join(with_elements(self.text, parts, tags, paragraph=('<p dir="auto">', "</p>")))
        speakers = ", ".join(_speaker_mark(share, colours[share.speaker]) for share in shares)
        return f"<div><p>{speakers}</p>{text}</div>"


def _colour(number: int) -> str:
    return _COLOURS[number] if number < len(_COLOURS) else _COLOUR_OF_OTHERS


def _inline_tags(quotes: Sequence[Quote], colours: dict[str | None, str]) -> Tags:
    def tags(part: Part) -> tuple[str, str]:
        if part.role != "content":
            return f'<span style="{_STYLES[part.role]}">', "</span>"
        quote = quotes[part.quote]
        name = quote.speaker_name
        style = f"{_tint(colours[name])}; border-bottom: 2px {_LINES[quote.kind]} rgb({colours[name]})"
        return f'<mark style="{style}" title="{shown_name(name)} · {quote_facts(quote)}">', "</mark>"

    return tags


def _tint(colour: str) -> str:
    return f"color: inherit; background: rgba({colour}, 0.2)"


def _speaker_mark(share: Share, colour: str) -> str:
    return f'<mark style="{_tint(colour)}"><bdi>{shown_name(share.speaker)}</bdi></mark> {share_words(share)}'
