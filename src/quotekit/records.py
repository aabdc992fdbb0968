"""The records that quotekit takes and gives: frozen, comparable, free of spaCy.

All offsets are characters (Unicode code points) of the text as it was given, and half open:
for every `Span`, ``text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from attrs import Attribute, field, frozen
from attrs.validators import optional

from quotekit.errors import OffsetsError, RecordError
from quotekit.plain import as_dict, beginning, field_is, field_is_number, field_is_one_of, record_from
from quotekit.settings import Settings, settings_or_default
from quotekit.terms import Act, How, Kind, Modality, ModelSize, Pronoun, Style, TaggerName

__all__ = [
    "Act",
    "How",
    "Kind",
    "MarkedSpan",
    "Modality",
    "ModelSize",
    "Pronoun",
    "Quote",
    "Settings",
    "Span",
    "Speaker",
    "Style",
    "TaggerName",
    "quote_spans",
    "require_in_text",
    "settings_or_default",
]

_is_whole = field_is_number(int, "a whole number from 0")
_is_proportion = field_is_number((int, float), "a number from 0 to 1", most=1)
_is_text = field_is(str, "a str")


def _is_end(span: Any, attribute: Attribute[Any], value: Any) -> None:
    """Refuse an end that is no offset, or stands before the start.

    Raises:
        RecordError: It is such a one.
    """
    _is_whole(span, attribute, value)
    if value < span.start:
        raise RecordError(type(span).__name__, f"end={value!r} stands before start={span.start!r}")


@frozen
class Span:
    """A stretch of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        text: The characters themselves.
    """

    start: int = field(validator=_is_whole)
    end: int = field(validator=_is_end)
    text: str = field(validator=_is_text)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of *text* from *start* up to *end*, in characters, end exclusive.

        Raises:
            RecordError: *start* is no offset, or *end* stands before it.
        """
        return cls(start, end, text[start:end])

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        """The record that `to_dict` gave *data* of.

        Args:
            data: A mapping with just the fields of the record; those that have a default may be missing.

        Raises:
            RecordError: It is no mapping, or a field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data)


def require_in_text(text: str, spans: Iterable[Span]) -> None:
    """Refuse *spans* of another text than *text*.

    Raises:
        OffsetsError: One of them does not stand where it says.
    """
    for span in spans:
        there = text[span.start : span.end]
        if there != span.text:
            raise OffsetsError(span.start, span.end, span.text, there)


@frozen
class MarkedSpan:
    """A stretch of text in quotation marks, marks included.

    Attributes:
        start: Offset of the opening mark.
        end: Offset behind the closing mark. When no mark closes it, offset behind the last
            character of the paragraph, or before the mark that opens the next quotation in it.
        text: The characters from start to end.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
        closed: Whether a closing mark was found in its paragraph. A quotation of several
            paragraphs opens anew in each of them and closes in the last.
    """

    start: int = field(validator=_is_whole)
    end: int = field(validator=_is_end)
    text: str = field(validator=_is_text)
    depth: int = field(default=0, validator=_is_whole)
    closed: bool = field(default=True, validator=field_is(bool, "True or False"))

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> MarkedSpan:
        """The record that `to_dict` gave *data* of.

        Args:
            data: A mapping with just the fields of the record; those that have a default may be missing.

        Raises:
            RecordError: It is no mapping, or a field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data)


_is_span = field_is(Span, "a Span")


@frozen
class Speaker:
    """Who said it, as one entity of the document.

    Attributes:
        name: The fullest name that the document gives, or the fullest description when it
            gives no name.
        label: What it is: ``PERSON``, ``ORG``, ``GPE``, ``GROUP``, ``DOCUMENT``, another label of the
            pipeline's, or ``OTHER`` where neither that nor a table tells.
        mention: Where that name stands; its text holds `name`, whose accents may stand apart there (NFD).
        how: How the quote's own source names the speaker: by a full ``name``, ``partial`` name,
            ``pronoun``, ``nominal`` description, by the ``turn`` of a conversation, or as
            somebody ``unnamed`` in the whole document.
        role: The fullest description that the text gives of them ("Afghanistan's acting foreign
            minister"), or None.
        pronoun: What the text itself calls them: ``he``, ``she``, ``they`` or ``it``; None where it
            doesn't say. It is never guessed from a name.
        confidence: 0 to 1, how sure it is that this is who said it, apart from the quote's own.
        rule: The name of what decided it.
    """

    name: str = field(validator=_is_text)
    label: str = field(validator=_is_text)
    mention: Span = field(validator=_is_span)
    how: How = field(validator=field_is_one_of(get_args(How)))
    role: Span | None = field(default=None, validator=optional(_is_span))
    pronoun: Pronoun | None = field(default=None, validator=optional(field_is_one_of(get_args(Pronoun))))
    confidence: float = field(default=1.0, validator=_is_proportion)
    rule: str = field(default="", validator=_is_text)

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        """The record that `to_dict` gave *data* of.

        Args:
            data: A mapping with just the fields of the record; those that have a default may be missing.

        Raises:
            RecordError: It is no mapping, or a field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data, mention=Span.from_dict, role=_role_from)


def _are_spans(quote: Any, attribute: Attribute[Any], value: Any) -> None:
    """Refuse what is no tuple of spans.

    Raises:
        RecordError: It is none.
    """
    if not isinstance(value, tuple) or not all(isinstance(span, Span) for span in value):
        raise RecordError(type(quote).__name__, f"{attribute.name}={value!r} is not a tuple of Span")


def _is_content(quote: Any, attribute: Attribute[Any], value: Any) -> None:
    """Refuse a content that is no tuple of spans.

    Raises:
        RecordError: It is none, or empty.
    """
    _are_spans(quote, attribute, value)
    if not value:
        raise RecordError(type(quote).__name__, "content=() is not a tuple of one Span or more")


@frozen
class Quote:
    """Words that the text attributes to somebody.

    Attributes:
        kind: ``direct`` (all of it in quotation marks), ``indirect`` (none) or ``mixed``.
        content: What was said; several spans when something interrupts it.
        cue: The words that signal the attribution; empty when none do.
        source: The words that name the source, as written there; empty when none do.
        speaker: Who the source is, or None when the text does not tell.
        act: ``speech`` (uttered or written) or ``thought`` (believed, hoped, wanted).
        modality: ``asserted``, ``negated`` ("did not say that") or ``hypothetical``.
        addressee: The words that name whom it was said to.
        depth: 0, or the number of quotes that this one stands inside.
        confidence: 0 to 1.
        rule: The name of what found it.
    """

    kind: Kind = field(validator=field_is_one_of(get_args(Kind)))
    content: tuple[Span, ...] = field(validator=_is_content)
    cue: tuple[Span, ...] = field(default=(), validator=_are_spans)
    source: tuple[Span, ...] = field(default=(), validator=_are_spans)
    speaker: Speaker | None = field(default=None, validator=optional(field_is(Speaker, "a Speaker or None")))
    act: Act = field(default="speech", validator=field_is_one_of(get_args(Act)))
    modality: Modality = field(default="asserted", validator=field_is_one_of(get_args(Modality)))
    addressee: tuple[Span, ...] = field(default=(), validator=_are_spans)
    depth: int = field(default=0, validator=_is_whole)
    confidence: float = field(default=1.0, validator=_is_proportion)
    rule: str = field(default="", validator=_is_text)

    @property
    def text(self) -> str:
        """The content's spans, joined by a blank."""
        return " ".join(span.text for span in self.content)

    @property
    def start(self) -> int:
        """Offset of the content's first character."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset behind the content's last character."""
        return self.content[-1].end

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name, or None when the text does not tell who said it."""
        return None if self.speaker is None else self.speaker.name

    def __repr__(self) -> str:
        words = beginning(self.text)
        return f"<Quote {self.kind} {self.start}-{self.end} by {self.speaker_name!r}: {words}>"

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data: dicts, lists, strings, numbers and None."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quote:
        """The record that `to_dict` gave *data* of.

        Args:
            data: A mapping with just the fields of the record; those that have a default may be missing.

        Raises:
            RecordError: It is no mapping, or a field is missing, unknown or of the wrong type.
        """
        parts = dict.fromkeys(("content", "cue", "source", "addressee"), _spans_from)
        return record_from(cls, data, speaker=_speaker_from, **parts)


def quote_spans(quote: Quote) -> list[Span]:
    """All spans of a quote, those of its speaker last."""
    spans = [*quote.content, *quote.cue, *quote.source, *quote.addressee]
    if quote.speaker is None:
        return spans
    role = [] if quote.speaker.role is None else [quote.speaker.role]
    return [*spans, quote.speaker.mention, *role]


def _spans_from(data: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(span) for span in data)


def _speaker_from(data: Mapping[str, Any] | None) -> Speaker | None:
    return None if data is None else Speaker.from_dict(data)


def _role_from(data: Mapping[str, Any] | None) -> Span | None:
    return None if data is None else Span.from_dict(data)
