"""``quotekit evaluate``: how well quotes are found in annotated documents."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from quotekit.cli.console import complain, printable, with_progress
from quotekit.cli.option_groups import FindingOptions
from quotekit.cli.options import Lang, Model, Tagger, TurnWeights, Weights
from quotekit.corpora import AnnotatedDocument, AnnotatedQuote, annotated, read_corpus, read_quotes
from quotekit.errors import CorpusError
from quotekit.evaluation import Evaluation, as_data, as_tables
from quotekit.evaluation import evaluate as evaluate_documents
from quotekit.plain import counted
from quotekit.records import Settings

__all__ = ["evaluate_command"]

Format = Literal["table", "json"]
Finder = Callable[[AnnotatedDocument], Sequence[AnnotatedQuote]]


AnnotatedCorpora = Annotated[
    list[Path],
    typer.Argument(
        metavar="CORPUS",
        help="Annotated documents: JSON lines, or a folder of PolNeAR, RiQuA, LitBank or PDNC.",
        show_default=False,
    ),
]
Predictions = Annotated[
    Path | None,
    typer.Option(help="JSON lines of quotes found, joined by id; without it, they are looked for."),
]
Speech = Annotated[
    bool, typer.Option("--speech", help="Look for asserted speech alone; do not ask for thoughts.")
]
Fragments = Annotated[
    bool, typer.Option("--fragments", help="Count each span of a content on its own, as in fiction.")
]
Figures = Annotated[Format, typer.Option("--format", "-f", help="Tables to read, or one JSON object.")]


def evaluate_command(
    files: AnnotatedCorpora,
    predictions: Predictions = None,
    speech: Speech = False,
    fragments: Fragments = False,
    output: Figures = "table",
    tagger: Tagger = "auto",
    model: Model = "auto",
    weights: Weights = None,
    turn_weights: TurnWeights = None,
    lang: Lang = "en",
) -> None:
    """Score the quotes that are found in annotated documents, each CORPUS on its own.

    \b
    [bold]Examples[/bold]
      quotekit evaluate --speech dev.jsonl            find speech and score it
      quotekit evaluate -f json PolNeAR/data/dev      speech and thought, as JSON
      quotekit evaluate --fragments PDNC/data         spans of fiction
      quotekit evaluate dev.jsonl --predictions p.jsonl  what something else has found

    The exit status is 0, or 2 when a corpus cannot be read, holds no document or none of the predictions.
    """
    finding = FindingOptions(
        everything=not speech, tagger=tagger, model=model, weights=weights, turn_weights=turn_weights
    )
    settings = finding.settings()
    find = None if predictions else _extractor(settings, lang)
    scored = {str(path): _evaluation(path, find, predictions, speech, fragments) for path in files}
    _WRITERS[output](scored)


def _evaluation(
    path: Path, find: Finder | None, predictions: Path | None, speech: bool, fragments: bool
) -> Evaluation:
    try:
        documents = read_corpus(path)
        found = read_quotes(predictions, documents) if predictions else {}
    except OSError as error:
        complain(f"Cannot read {error.filename or path}: {error.strerror or error}.")
        raise typer.Exit(2) from None
    if not documents:
        raise CorpusError(str(path), 0, "it holds no document")
    if predictions:
        _check_ids(predictions, found, [document.id for document in documents])
    shown = with_progress(documents, len(documents), busy=sys.stdout.isatty())
    find = find or (lambda document: found.get(document.id, ()))
    return evaluate_documents(shown, find, speech=speech, fragments=fragments)


def _check_ids(predictions: Path, found: Mapping[str, object], ids: Sequence[str]) -> None:
    """Refuse predictions for none of the documents, and say for how many there are none.

    Raises:
        CorpusError: They share no id with the documents.
    """
    missing = [id_ for id_ in ids if id_ not in found]
    if len(missing) == len(ids):
        theirs = repr(next(iter(found))) if found else "none"
        problem = f"no document has one of its ids; it has {theirs}, the documents {ids[0]!r}"
        raise CorpusError(str(predictions), 0, problem)
    if missing:
        complain(
            f"{predictions} has no quotes of {counted(len(missing), 'document')}, such as {missing[0]!r}."
        )


def _extractor(settings: Settings, lang: str) -> Finder:
    """What finds the quotes of a document, with one pipeline for all of them."""
    from quotekit.extractor import extract_quotes  # noqa: PLC0415 - spaCy loads when a text is parsed
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415

    nlp = load_pipeline(lang)
    return lambda document: [
        annotated(quote) for quote in extract_quotes(document.text, settings=settings, nlp=nlp)
    ]


def _print_json(scored: Mapping[str, Evaluation]) -> None:
    data: dict[str, Any] = {name: as_data(evaluation) for name, evaluation in scored.items()}
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def _print_tables(scored: Mapping[str, Evaluation]) -> None:
    console = Console(highlight=False, markup=False)
    for name, evaluation in scored.items():
        console.print(f"{printable(name)} (documents: {evaluation.documents})")
        for table in as_tables(evaluation):
            console.print(table)


_WRITERS: dict[Format, Callable[[Mapping[str, Evaluation]], None]] = {
    "table": _print_tables,
    "json": _print_json,
}
