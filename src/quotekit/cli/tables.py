"""Who said what as a table to read on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from quotekit.cli.console import printable
from quotekit.plain import counted
from quotekit.records import Quote, Settings

__all__ = ["quote_table"]

_COLOURS = {"direct": "green", "indirect": "cyan", "mixed": "yellow"}

_WIDEST_NAME, _WIDEST_CUE = 24, 14
"""Characters of the columns of speakers and cues, at most, so that the quote has most of a line; chosen by
hand."""

_KIND_WIDTH = len("indirect")
"""Characters of the longest kind."""


def quote_table(title: str, quotes: Sequence[Quote]) -> Table:
    """A row for each quote, and below them how many there are."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, show_header=bool(quotes))
    table.title, table.caption = _printable_cell(title), _how_many(quotes)
    table.title_justify = table.caption_justify = "left"
    table.add_column("Who", style="bold", max_width=_WIDEST_NAME)
    table.add_column("Cue", style="italic", max_width=_WIDEST_CUE)
    table.add_column("Quote")
    table.add_column("Kind", min_width=_KIND_WIDTH)
    for quote in quotes:
        table.add_row(
            _speaker_cell(quote),
            _printable_cell(" ".join(span.text for span in quote.cue)),
            _printable_cell(quote.text),
            _kind_cell(quote),
        )
        table.add_section()
    return table


def _speaker_cell(quote: Quote) -> Text:
    if quote.speaker is not None:
        return _printable_cell(quote.speaker.name)
    return _printable_cell(" ".join(span.text for span in quote.source) or "?")


def _kind_cell(quote: Quote) -> Text:
    usual = (*Settings().acts, *Settings().modalities)
    unusual = [word for word in (quote.act, quote.modality) if word not in usual]
    return Text("\n".join([quote.kind, *unusual]), style=_COLOURS[quote.kind])


def _how_many(quotes: Sequence[Quote]) -> Text:
    speakers = {quote.speaker.name for quote in quotes if quote.speaker is not None}
    return Text(f"\n{counted(len(quotes), 'quote')} by {counted(len(speakers), 'speaker')}")


def _printable_cell(text: str) -> Text:
    return Text(printable(text))
