"""The options that several subcommands have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotekit.files import FORMS
from quotekit.records import Style, TaggerName
from quotekit.terms import ModelSize

__all__ = [
    "Acts",
    "AliasesFile",
    "Encoding",
    "Everything",
    "IdField",
    "InputFormat",
    "Jobs",
    "Lang",
    "LangOrAuto",
    "MinConfidence",
    "MinSpeakerConfidence",
    "Modalities",
    "Model",
    "Quiet",
    "QuotationStyle",
    "SpeakerName",
    "Tagger",
    "TextField",
    "Texts",
    "TurnWeights",
    "Verbose",
    "Weights",
]

_READING, _FINDING = "How the texts are read", "What is found"

Texts = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Texts, web pages, documents, tables, folders of them; - is standard input.",
        show_default=False,
    ),
]
_FORM_NAMES = ("auto", *(form.name for form in FORMS))


def _known_input(name: str) -> str:
    if name not in _FORM_NAMES:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(_FORM_NAMES)}.")
    return name


InputFormat = Annotated[
    str,
    typer.Option(
        "--input",
        rich_help_panel=_READING,
        parser=_known_input,
        metavar="FORM",
        help=f"What the files are, whatever they are called: {', '.join(_FORM_NAMES[1:])}.",
    ),
]
TextField = Annotated[
    str,
    typer.Option(
        "--text-column",
        "--text-field",
        metavar="NAME",
        rich_help_panel=_READING,
        help="The column or field with the text.",
    ),
]
IdField = Annotated[
    str,
    typer.Option(
        "--id-column",
        "--id-field",
        metavar="NAME",
        rich_help_panel=_READING,
        help="The column or field with the id.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        rich_help_panel=_READING,
        help="The encoding of text files; found out without it.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many processes read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No bar, and no word on what is passed over.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what reads, and what each text gave.")]
SpeakerName = Annotated[
    str | None,
    typer.Option(
        "--speaker",
        "-s",
        metavar="NAME",
        rich_help_panel=_FINDING,
        help="Only quotes of speakers with this in their names.",
        show_default=False,
    ),
]
AliasesFile = Annotated[
    Path | None,
    typer.Option(
        "--aliases",
        metavar="TABLE",
        rich_help_panel=_FINDING,
        help="Names of one person: a .tsv or .csv file with the columns name and alias.",
        exists=True,
        dir_okay=False,
        show_default=False,
    ),
]
LangOrAuto = Annotated[
    str,
    typer.Option(
        "--lang", rich_help_panel=_READING, help="The language of the texts; auto: of each its own."
    ),
]
Lang = Annotated[str, typer.Option("--lang", rich_help_panel=_READING, help="The language of the texts.")]
QuotationStyle = Annotated[
    Style, typer.Option("--style", rich_help_panel=_READING, help="The marks of the outermost quotations.")
]
Everything = Annotated[
    bool,
    typer.Option(
        "--all", rich_help_panel=_FINDING, help="Reports of thoughts too, and negated or hypothetical ones."
    ),
]
Acts = Annotated[
    list[str] | None,
    typer.Option(
        "--act",
        rich_help_panel=_FINDING,
        help="speech (the default) or thought; may be repeated.",
        metavar="ACT",
    ),
]
Modalities = Annotated[
    list[str] | None,
    typer.Option(
        "--modality",
        rich_help_panel=_FINDING,
        help="asserted (the default), negated or hypothetical; may be repeated.",
        metavar="MODALITY",
    ),
]
Tagger = Annotated[
    TaggerName, typer.Option("--tagger", rich_help_panel=_FINDING, help="What finds the attributions.")
]
Model = Annotated[
    ModelSize,
    typer.Option(
        "--model",
        rich_help_panel=_FINDING,
        help="Which trained reader: small comes with quotekit, large with a package of its own.",
    ),
]
Weights = Annotated[
    Path | None,
    typer.Option(
        "--weights",
        metavar="DIR",
        rich_help_panel=_FINDING,
        help="The weights of a tagger of one's own, as train writes them.",
        exists=True,
        file_okay=False,
    ),
]
TurnWeights = Annotated[
    Path | None,
    typer.Option(
        "--turn-weights",
        metavar="FILE",
        rich_help_panel=_FINDING,
        help="The weights of turns of one's own, as train-turns writes them.",
        exists=True,
        dir_okay=False,
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", rich_help_panel=_FINDING, min=0, max=1, help="Leave the less sure out."),
]

MinSpeakerConfidence = Annotated[
    float,
    typer.Option(
        "--min-speaker-confidence",
        rich_help_panel=_FINDING,
        min=0,
        max=1,
        help="Give quotes whose speaker is less sure without one.",
    ),
]
