"""What a page says about quotes and speakers, on one line; escaped, but where a docstring says otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.export.html.escaping import escaped, on_one_line, shortened
from quotekit.plain import counted
from quotekit.records import Quote
from quotekit.shares import Share

__all__ = [
    "counted",
    "kind_words",
    "name_or_nobody",
    "quote_facts",
    "share_words",
    "shown_name",
    "speaker_facts",
]

_NOBODY = "Nobody named"
_LONGEST = 80
"""Characters of a name, a source or a cue in a label; chosen by hand: a line of a browser's tooltip."""


def shown_name(name: str | None) -> str:
    """A speaker's name, or that there is none."""
    return escaped(name_or_nobody(name))


def name_or_nobody(name: str | None) -> str:
    """What `shown_name` gives, not yet escaped."""
    return shortened(name or _NOBODY, _LONGEST)


def kind_words(quote: Quote) -> str:
    """A quote's kind, and its act and modality where they are not the usual ones."""
    unusual = (word for word in (quote.act, quote.modality) if word not in ("speech", "asserted"))
    return " · ".join((quote.kind, *unusual))


def quote_facts(quote: Quote) -> str:
    """How the text gives a quote to its speaker: the source where it is not the name, the cue, the kind.

    Behind these stand how sure the quote is and, where that is not certain, how sure its speaker is,
    with the rule that decided it.
    """
    source, cue = (
        on_one_line(" ".join(span.text for span in spans), _LONGEST) for spans in (quote.source, quote.cue)
    )
    named = "" if source == shown_name(quote.speaker_name) else source
    return " · ".join(filter(None, (named, cue, kind_words(quote), *_certainty_words(quote))))


def _certainty_words(quote: Quote) -> list[str]:
    found = [f"{quote.confidence:.0%} sure"] if quote.confidence < 1 else []
    if quote.speaker is not None and quote.speaker.confidence < 1:
        rule = on_one_line(quote.speaker.rule, _LONGEST)
        found.append(f"speaker {quote.speaker.confidence:.0%} sure" + (f" by {rule}" if rule else ""))
    return found


def speaker_facts(quotes: Sequence[Quote]) -> str:
    """What the text says of the speaker of some quotes: the longest role, and the pronoun; often nothing."""
    speakers = [quote.speaker for quote in quotes if quote.speaker is not None]
    role = max((speaker.role.text for speaker in speakers if speaker.role), key=len, default="")
    pronoun = next((speaker.pronoun for speaker in speakers if speaker.pronoun), "")
    return " · ".join(filter(None, (on_one_line(role, _LONGEST), pronoun)))


def share_words(share: Share) -> str:
    """How much a speaker is quoted."""
    return f"{share.share:.0%} · {counted(share.quotes, 'quote')}"
