"""The options of several subcommands as records, each with what they mean together."""

from __future__ import annotations

from typing import cast, get_args

import typer
from attrs import frozen

from quotekit.cli.languages import AUTO, USUAL
from quotekit.cli.options import (
    Acts,
    AliasesFile,
    Encoding,
    Everything,
    IdField,
    InputFormat,
    LangOrAuto,
    MinConfidence,
    MinSpeakerConfidence,
    Modalities,
    Model,
    QuotationStyle,
    Tagger,
    TextField,
    TurnWeights,
    Weights,
)
from quotekit.cli.people import read_alias_table
from quotekit.files import ReadingChoices
from quotekit.files.decoding import checked_encoding
from quotekit.records import Act, Modality, Settings

__all__ = ["FindingOptions", "ReadingOptions"]


@frozen
class ReadingOptions:
    """How texts are read, and which names in them are one person's; fields in the order of ``--help``."""

    aliases: AliasesFile = None
    input_form: InputFormat = "auto"
    text_field: TextField = "text"
    id_field: IdField = "id"
    encoding: Encoding = None
    style: QuotationStyle = "auto"
    lang: LangOrAuto = "en"

    @property
    def is_form_named(self) -> bool:
        """Whether the form of all files is known, whatever they are called."""
        return self.input_form != "auto"

    @property
    def usual_lang(self) -> str:
        """The language of texts of which nothing else is known."""
        return USUAL if self.lang == AUTO else self.lang

    def choices(self) -> ReadingChoices:
        """How files are read.

        Raises:
            SettingsError: There is no such encoding.
        """
        return ReadingChoices(self.text_field, self.id_field, checked_encoding(self.encoding))


@frozen
class FindingOptions:
    """What is found, and what finds it; fields in the order of ``--help``."""

    everything: Everything = False
    acts: Acts = None
    modalities: Modalities = None
    tagger: Tagger = "auto"
    model: Model = "auto"
    weights: Weights = None
    turn_weights: TurnWeights = None
    min_confidence: MinConfidence = 0.0
    min_speaker_confidence: MinSpeakerConfidence = 0.0

    def settings(self, reading: ReadingOptions | None = None) -> Settings:
        """The settings that these options ask for, with those of *reading*.

        Raises:
            typer.BadParameter: ``--all`` stands beside a choice that it makes meaningless.
            SettingsError: There is no such act or modality, or the tagger takes no weights.
            CorpusError: The table of aliases is none.
        """
        reading = reading or ReadingOptions()
        acts, modalities = self._acts_and_modalities()
        return Settings(
            acts=cast(tuple[Act, ...], acts),
            modalities=cast(tuple[Modality, ...], modalities),
            tagger=self.tagger,
            model=self.model,
            weights=self.weights,
            turn_weights=self.turn_weights,
            style=reading.style,
            min_confidence=self.min_confidence,
            min_speaker_confidence=self.min_speaker_confidence,
            aliases=read_alias_table(reading.aliases),
        )

    def _acts_and_modalities(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if not self.everything:
            usual = Settings()
            return tuple(self.acts or usual.acts), tuple(self.modalities or usual.modalities)
        if self.acts or self.modalities:
            problem = "--all finds every act and modality; leave it or --act and --modality out."
            raise typer.BadParameter(problem)
        return get_args(Act), get_args(Modality)
