"""The records that quotekit takes and gives: frozen, comparable, free of spaCy.

All offsets are characters (Unicode code points) of the text as it was given, and half open:
for every `Span`, ``text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from attrs import Attribute, field, frozen

from quotekit.errors import RecordError
from quotekit.plain import as_dict, field_is, field_is_one_of, record_from
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
    "settings_or_default",
]

_LONGEST_SHOWN = 60
"""Characters of its words that a quote's repr shows, so that a list of quotes can be read."""

_is_offset = field_is(int, "a whole number")
_is_text = field_is(str, "a str")


@frozen
class Span:
    """A stretch of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        text: The characters themselves.
    """

    start: int = field(validator=_is_offset)
    end: int = field(validator=_is_offset)
    text: str = field(validator=_is_text)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of *text* from *start* up to *end*."""
        return cls(start, end, text[start:end])

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data)


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

    start: int = field(validator=_is_offset)
    end: int = field(validator=_is_offset)
    text: str = field(validator=_is_text)
    depth: int = 0
    closed: bool = True

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> MarkedSpan:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data)


@frozen
class Speaker:
    """Who said it, as one entity of the document.

    Attributes:
        name: The fullest name that the document gives, or the fullest description when it
            gives no name.
        label: What it is: ``PERSON``, ``ORG``, ``GPE``, ``GROUP``, ``DOCUMENT``, another label of the
            pipeline's, or ``OTHER`` where neither that nor a table tells.
        mention: Where that name stands; its text holds `name`.
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
    mention: Span
    how: How = field(validator=field_is_one_of(get_args(How)))
    role: Span | None = None
    pronoun: Pronoun | None = None
    confidence: float = 1.0
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what is no speaker.

        Raises:
            RecordError: A field is of the wrong type.
        """
        _require_span(self, "mention", self.mention)
        if self.role is not None:
            _require_span(self, "role", self.role)
        if self.pronoun is not None and self.pronoun not in get_args(Pronoun):
            raise RecordError(
                "Speaker", f"pronoun={self.pronoun!r} is none of {', '.join(get_args(Pronoun))}"
            )

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return record_from(cls, data, mention=Span.from_dict, role=_role_from)


def _require_span(record: Any, name: str, value: Any) -> None:
    if not isinstance(value, Span):
        raise RecordError(type(record).__name__, f"{name}={value!r} is not a Span")


def _is_content(quote: Any, _: Attribute[Any], value: Any) -> None:
    """Refuse a content that is no tuple of spans.

    Raises:
        RecordError: It is none, or empty.
    """
    if not isinstance(value, tuple) or not value or not all(isinstance(span, Span) for span in value):
        raise RecordError(type(quote).__name__, f"content={value!r} is not a tuple of one Span or more")


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
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    act: Act = field(default="speech", validator=field_is_one_of(get_args(Act)))
    modality: Modality = field(default="asserted", validator=field_is_one_of(get_args(Modality)))
    addressee: tuple[Span, ...] = ()
    depth: int = 0
    confidence: float = 1.0
    rule: str = ""

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
        words = self.text if len(self.text) <= _LONGEST_SHOWN else f"{self.text[: _LONGEST_SHOWN - 1]}…"
        return f"<Quote {self.kind} {self.start}-{self.end} by {self.speaker_name!r}: {words!r}>"

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data: dicts, lists, strings, numbers and None."""
        return as_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quote:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        parts = dict.fromkeys(("content", "cue", "source", "addressee"), _spans_from)
        return record_from(cls, data, speaker=_speaker_from, **parts)


def _spans_from(data: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(span) for span in data)


def _speaker_from(data: Mapping[str, Any] | None) -> Speaker | None:
    return None if data is None else Speaker.from_dict(data)


def _role_from(data: Mapping[str, Any] | None) -> Span | None:
    return None if data is None else Span.from_dict(data)
