"""From quotes of the copies that were read to quotes of the text as it was given.

A text is read in a plain copy (`quotekit.text.plain_copy`), and parsed in a copy of that one which has the
same offsets (`quotekit.parse.readable`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from unicodedata import normalize

from attrs import evolve

from quotekit.records import Quote, Span, Speaker
from quotekit.text.copied_text import PlainCopy
from quotekit.text.plain_copy import SOFT_HYPHEN
from quotekit.text.words import plainly_spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["quote_as_given", "quote_as_read", "quote_of_parse"]

_ELIDED = re.compile(r"\w+'\w+")
"""A word with an apostrophe, of a name that is put together from several places of the text."""


def quote_as_given(copy: PlainCopy, quote: Quote) -> Quote:
    """A *quote* of a copy as its text has it."""
    if not copy.changes:
        return quote
    given = _with_spans(quote, copy.span_as_given)
    if quote.speaker is None or given.speaker is None:
        return given
    return evolve(given, speaker=evolve(given.speaker, name=_name_as_given(copy, quote.speaker)))


def quote_as_read(copy: PlainCopy, quote: Quote) -> Quote:
    """A *quote* of a text as the copy has it."""
    return _with_spans(quote, copy.span_as_read) if copy.changes else quote


def _with_spans(quote: Quote, moved: Callable[[Span], Span]) -> Quote:
    """The quote with each of its spans *moved*."""
    return evolve(
        quote,
        content=tuple(map(moved, quote.content)),
        cue=tuple(map(moved, quote.cue)),
        source=tuple(map(moved, quote.source)),
        addressee=tuple(map(moved, quote.addressee)),
        speaker=None if quote.speaker is None else _with_mention(quote.speaker, moved),
    )


def _with_mention(speaker: Speaker, moved: Callable[[Span], Span]) -> Speaker:
    role = None if speaker.role is None else moved(speaker.role)
    return evolve(speaker, mention=moved(speaker.mention), role=role)


def _name_as_given(copy: PlainCopy, speaker: Speaker) -> str:
    """The name as its mention has it, its letters composed: whoever is named in many files has one name."""
    at = speaker.mention.text.find(speaker.name)
    if at < 0:
        return _ELIDED.sub(lambda word: _words_as_given(copy, copy.text.find(word[0]), word[0]), speaker.name)
    return _words_as_given(copy, speaker.mention.start + at, speaker.name)


def _words_as_given(copy: PlainCopy, start: int, words: str) -> str:
    """The *words* that stand at *start* in the copy as its text has them, in whole plain words."""
    if start < 0:
        return words
    given = copy.span_as_given(Span.of(copy.text, start, start + len(words))).text
    return " ".join(normalize("NFC", given.replace(SOFT_HYPHEN, "")).split())


def quote_of_parse(text: str, doc: Doc, quote: Quote) -> Quote:
    """The quote with its speaker's mention and its addressee as *text* has them, after a parse of its copy.

    A source whose edges lie within tokens, as in a script that the pipeline cannot tokenise, names
    the speaker by its own words, but for one who is called otherwise than the text has it.
    """
    addressee = tuple(Span.of(text, span.start, span.end) for span in quote.addressee)
    quote = quote if addressee == quote.addressee else evolve(quote, addressee=addressee)
    if quote.speaker is None:
        return quote
    speaker = _speaker_of_parse(text, quote.speaker)
    is_as_written = quote.speaker.name == plainly_spaced(quote.speaker.mention.text)
    if (
        quote.source
        and is_as_written
        and speaker.how not in {"pronoun", "nominal"}
        and _is_cut(text, doc, quote.source[0], speaker.mention)
    ):
        [whole, *_] = quote.source
        return evolve(quote, speaker=evolve(speaker, name=plainly_spaced(whole.text), mention=whole))
    return evolve(quote, speaker=speaker)


def _is_cut(text: str, doc: Doc, source: Span, mention: Span) -> bool:
    """Whether an edge of *source* lies in a token, but for blanks and an afterthought's stop ("Va.")."""
    whole = doc.char_span(source.start, source.end, alignment_mode="expand")
    if whole is None:
        return True
    read, first = whole.text, whole.start_char
    if not (read[: source.start - first] + read[source.end - first :]).strip():
        return False
    stopped = whole.start_char == source.start and text[source.end : whole.end_char] == "."
    return not stopped or mention.end > whole[-1].idx


def _speaker_of_parse(text: str, speaker: Speaker) -> Speaker:
    """The speaker with mention and role as *text* has them, and a name that reads differently on one line."""
    mention = Span.of(text, speaker.mention.start, speaker.mention.end)
    role = None if speaker.role is None else Span.of(text, speaker.role.start, speaker.role.end)
    name = speaker.name if mention == speaker.mention else plainly_spaced(speaker.name)
    return evolve(speaker, name=name, mention=mention, role=role)
