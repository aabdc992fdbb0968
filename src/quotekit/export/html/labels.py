"""What a page says about quotes and speakers, escaped and on one line."""

from __future__ import annotations

from quotekit.export.html.escaping import on_one_line
from quotekit.records import Quote
from quotekit.shares import Share

__all__ = ["about", "counted", "figures", "speaker_name", "who"]

_NOBODY = "Nobody named"
_LONGEST = 80


def speaker_name(quote: Quote) -> str | None:
    """The name that shares of speakers are counted under, as it is."""
    return quote.speaker.name if quote.speaker else None


def who(name: str | None) -> str:
    """A speaker's name, or that there is none."""
    return on_one_line(name or _NOBODY, _LONGEST)


def about(quote: Quote) -> str:
    """How the text gives a quote to its speaker: the source where it is not the name, the cue, the kind."""
    source, cue = (
        on_one_line(" ".join(span.text for span in spans), _LONGEST) for spans in (quote.source, quote.cue)
    )
    named = "" if source == who(speaker_name(quote)) else source
    unusual = [word for word in (quote.act, quote.modality) if word not in ("speech", "asserted")]
    return " · ".join(filter(None, (named, cue, quote.kind, *unusual)))


def figures(share: Share) -> str:
    """How much a speaker is quoted."""
    return f"{share.share:.0%} · {counted(share.quotes, 'quote')}"


def counted(number: int, noun: str) -> str:
    """A number and what it is of."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
