"""The records that quotekit takes and gives: frozen, comparable, free of spaCy.

All offsets are characters (Unicode code points) of the text as it was given, and half open:
for every `Span`, ``text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from attrs import NOTHING, asdict, field, fields, frozen
from attrs.validators import in_, instance_of, min_len

from quotekit.errors import RecordError, SettingsError

__all__ = [
    "Act",
    "How",
    "Kind",
    "MarkedSpan",
    "Modality",
    "Quote",
    "Settings",
    "Span",
    "Speaker",
    "Style",
    "TaggerName",
]

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "thought"]
Modality = Literal["asserted", "negated", "hypothetical"]
How = Literal["name", "partial", "pronoun", "nominal", "turn", "unnamed"]
Style = Literal["auto", "double", "single"]
TaggerName = Literal["auto", "model", "rules"]

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
ExtraCues = tuple[tuple[str, Act], ...]

R = TypeVar("R")


@frozen
class Span:
    """A stretch of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        text: The characters themselves.
    """

    start: int = field(validator=instance_of(int))
    end: int = field(validator=instance_of(int))
    text: str = field(validator=instance_of(str))

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of *text* from *start* up to *end*."""
        return cls(start, end, text[start:end])

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return _build(cls, data)


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

    start: int
    end: int
    text: str
    depth: int = 0
    closed: bool = True

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> MarkedSpan:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return _build(cls, data)


@frozen
class Speaker:
    """Who said it, as one entity of the document.

    Attributes:
        name: The fullest name that the document gives, or the fullest description when it
            gives no name.
        label: What it is: ``PERSON``, ``ORG``, ``GPE``, ``GROUP``, ``DOCUMENT`` or another
            entity label.
        mention: Where that name stands; its text holds `name`.
        how: How the quote's own source names the speaker: by a full ``name``, ``partial`` name,
            ``pronoun``, ``nominal`` description, by the ``turn`` of a conversation, or as
            somebody ``unnamed`` in the whole document.
    """

    name: str
    label: str
    mention: Span
    how: How = field(validator=in_(get_args(How)))

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        return _build(cls, data, mention=Span.from_dict)


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

    kind: Kind = field(validator=in_(get_args(Kind)))
    content: tuple[Span, ...] = field(validator=min_len(1))
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    act: Act = field(default="speech", validator=in_(get_args(Act)))
    modality: Modality = field(default="asserted", validator=in_(get_args(Modality)))
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

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data: dicts, lists, strings, numbers and None."""
        data = asdict(self)
        return {key: list(value) if isinstance(value, tuple) else value for key, value in data.items()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quote:
        """The record that `to_dict` gave *data* of.

        Raises:
            RecordError: A field is missing, unknown or of the wrong type.
        """
        parts = dict.fromkeys(("content", "cue", "source", "addressee"), _spans)
        return _build(cls, data, speaker=_speaker, **parts)


def _spans(data: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(span) for span in data)


def _speaker(data: Mapping[str, Any] | None) -> Speaker | None:
    return None if data is None else Speaker.from_dict(data)


def _pairs(aliases: Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]]) -> Aliases:
    """A mapping of names to their aliases as something that can be frozen and hashed."""
    items = aliases.items() if isinstance(aliases, Mapping) else aliases
    return tuple((name, tuple(others)) for name, others in items)


def _verbs(cues: Mapping[str, Act] | Iterable[str] | Iterable[tuple[str, Act]]) -> ExtraCues:
    """Cue verbs with their act; a verb that comes without one is a verb of speech."""
    items = cues.items() if isinstance(cues, Mapping) else cues
    return tuple((cue, "speech") if isinstance(cue, str) else cue for cue in items)


def _path(path: str | PathLike[str] | None) -> Path | None:
    """The path of a file or folder that may be given by its name."""
    return None if path is None else Path(path)


@frozen
class Settings:
    """What to look for and what to give back.

    Attributes:
        acts: The acts to return. A report of thoughts is left out unless asked for.
        modalities: The modalities to return. Negated and hypothetical reports are left out
            unless asked for.
        style: The marks that the text's outermost quotations use; ``auto`` infers it.
        tagger: What finds the attributions: ``rules`` over the parse; the trained ``model`` of
            English, which is told what the rules found and has the last word; or ``auto``, the
            model where there is one for the language and else the rules.
        weights: The folder of weights that the model reads with instead of those of the package, such
            as ``quotekit train`` writes; with them, ``auto`` is the model in every language.
        turn_weights: The file of weights that decide who speaks a turn of dialogue instead of those
            of the package, such as ``quotekit train-turns`` writes.
        resolve_speakers: Whether to find out who each source is.
        min_confidence: Quotes of a lower confidence are left out.
        extra_cues: Further reporting verbs, as lemmas, alone or with their act.
        aliases: Names and the other names of the same speaker, such as
            ``{"Elizabeth Bennet": ["Lizzy", "Eliza"]}``.
    """

    acts: tuple[Act, ...] = ("speech",)
    modalities: tuple[Modality, ...] = ("asserted",)
    style: Style = "auto"
    tagger: TaggerName = "auto"
    weights: Path | None = field(default=None, converter=_path)
    turn_weights: Path | None = field(default=None, converter=_path)
    resolve_speakers: bool = True
    min_confidence: float = 0.0
    extra_cues: ExtraCues = field(default=(), converter=_verbs)
    aliases: Aliases = field(default=(), converter=_pairs)

    def __attrs_post_init__(self) -> None:
        """Refuse values that mean nothing.

        Raises:
            SettingsError: A setting has a value that it cannot have.
        """
        _check("acts", self.acts, get_args(Act))
        _check("modalities", self.modalities, get_args(Modality))
        _check("style", (self.style,), get_args(Style))
        _check("tagger", (self.tagger,), get_args(TaggerName))
        if self.weights and self.tagger == "rules":
            raise SettingsError("weights", repr(str(self.weights)), "None beside tagger='rules'")
        _check("extra_cues", tuple(act for _, act in self.extra_cues), get_args(Act))
        if not 0.0 <= self.min_confidence <= 1.0:
            raise SettingsError("min_confidence", repr(self.min_confidence), "a number from 0 to 1")


def _check(setting: str, values: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    if isinstance(values, str) or not set(values) <= set(allowed):
        raise SettingsError(setting, repr(values), " or ".join(map(repr, allowed)))


def _build(cls: type[R], data: Mapping[str, Any], **readers: Callable[[Any], Any]) -> R:
    """A record of *cls* from its dict form; *readers* read the fields that hold records."""
    known = {name.name: name.default for name in fields(cls)}  # type: ignore[arg-type]
    missing = [name for name, default in known.items() if default is NOTHING and name not in data]
    unknown = [name for name in data if name not in known]
    if missing or unknown:
        raise RecordError(cls.__name__, f"missing {missing}, unknown {unknown}")
    try:
        return cls(**{key: readers[key](value) if key in readers else value for key, value in data.items()})
    except (TypeError, ValueError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(cls.__name__, str(error)) from error
