"""What to look for in a text, and what to give back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import get_args

from attrs import field, frozen

from quotekit.choices import alias_pairs, checked_choice, checked_choices, cue_pairs, path_of, proportion
from quotekit.errors import SettingsError
from quotekit.terms import Act, Modality, ModelSize, Style, TaggerName

__all__ = ["Settings", "settings_or_default"]

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
ExtraCues = tuple[tuple[str, Act], ...]


def _acts(given: Act | Iterable[Act]) -> tuple[Act, ...]:
    return checked_choices("acts", given, get_args(Act))  # type: ignore[return-value]


def _modalities(given: Modality | Iterable[Modality]) -> tuple[Modality, ...]:
    return checked_choices("modalities", given, get_args(Modality))  # type: ignore[return-value]


def _weights(given: str | PathLike[str] | None) -> Path | None:
    return path_of("weights", given)


def _turn_weights(given: str | PathLike[str] | None) -> Path | None:
    return path_of("turn_weights", given)


def _min_confidence(given: float) -> float:
    return proportion("min_confidence", given)


def _min_speaker_confidence(given: float) -> float:
    return proportion("min_speaker_confidence", given)


def _extra_cues(given: str | Mapping[str, Act] | Iterable[str] | Iterable[tuple[str, Act]]) -> ExtraCues:
    return cue_pairs(given, get_args(Act))  # type: ignore[return-value]


def _aliases(given: Mapping[str, str | Iterable[str]] | Iterable[tuple[str, str | Iterable[str]]]) -> Aliases:
    return alias_pairs(given)


@frozen
class Settings:
    """What to look for and what to give back.

    Attributes:
        acts: The acts to return. A report of thoughts is left out unless asked for.
        modalities: The modalities to return. Negated and hypothetical reports are left out
            unless asked for.
        style: The marks that the text's outermost quotations use; ``auto`` infers it.
        tagger: What finds the attributions: ``rules`` over the parse; the trained ``model`` of English
            beside them, which has the last word, and without `weights` refuses other languages; or
            ``auto``, the model where there is one for the language and else the rules.
        weights: The folder of weights that the model reads with instead of those of the package, such
            as ``quotekit train`` writes; with them, ``auto`` is the model in every language.
        turn_weights: The file of weights that decide who speaks a turn of dialogue instead of those
            of the package, such as ``quotekit train-turns`` writes.
        model: Which trained reader the tagger ``model`` is: the ``small`` one of the package, the ``large``
            one of a package of its own, or ``auto``, the best that is installed.
        resolve_speakers: Whether to find out who each source is.
        min_confidence: Quotes of a lower confidence are left out.
        min_speaker_confidence: A speaker of a lower confidence is left out: the quote is given back with
            ``speaker=None``.
        extra_cues: Further reporting verbs, as lemmas, alone or with their act.
        aliases: Names and other names or descriptions of the same speaker, such as
            ``{"Elizabeth Bennet": ["Lizzy", "the second daughter"]}``.
    """

    acts: tuple[Act, ...] = field(default=("speech",), converter=_acts)
    modalities: tuple[Modality, ...] = field(default=("asserted",), converter=_modalities)
    style: Style = "auto"
    tagger: TaggerName = "auto"
    weights: Path | None = field(default=None, converter=_weights)
    turn_weights: Path | None = field(default=None, converter=_turn_weights)
    resolve_speakers: bool = True
    min_confidence: float = field(default=0.0, converter=_min_confidence)
    extra_cues: ExtraCues = field(default=(), converter=_extra_cues)
    aliases: Aliases = field(default=(), converter=_aliases)
    model: ModelSize = "auto"
    min_speaker_confidence: float = field(default=0.0, converter=_min_speaker_confidence)

    def __attrs_post_init__(self) -> None:
        """Refuse values that mean nothing.

        Raises:
            SettingsError: A setting has a value that it cannot have.
        """
        checked_choice("style", self.style, get_args(Style))
        checked_choice("tagger", self.tagger, get_args(TaggerName))
        checked_choice("model", self.model, get_args(ModelSize))
        if not isinstance(self.resolve_speakers, bool):
            raise SettingsError("resolve_speakers", repr(self.resolve_speakers), "True or False")
        if self.weights and self.tagger == "rules":
            raise SettingsError("weights", repr(str(self.weights)), "None beside tagger='rules'")


_DEFAULTS = Settings()


def settings_or_default(settings: Settings | None) -> Settings:
    """The *settings* that a caller gave, or those that stand for none.

    Raises:
        SettingsError: Something else was given, such as a dict.
    """
    if settings is None:
        return _DEFAULTS
    if not isinstance(settings, Settings):
        raise SettingsError(
            "settings", repr(settings), "a quotekit.Settings or None, such as Settings(acts='thought')"
        )
    return settings
