"""Quotes of a column of a Spark DataFrame; needs the extra ``spark``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from quotekit.batch import ExtractionFailure, pipe
from quotekit.errors import ExtraMissingError, SettingsError
from quotekit.parse.pipelines import load_pipeline
from quotekit.records import Quote, Settings, settings_or_default

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType
    from spacy.language import Language

__all__ = ["quote_schema", "quotes_of_column"]


_TEXT_TYPES = ("string", "varchar", "char")
"""How Spark's names of the types begin that hold texts."""


def quote_schema() -> StructType:
    """The columns that `quotes_of_column` adds: the fields of a `quotekit.Quote`, and five more.

    ``number`` counts the quotes of a text from 0; ``text``, ``start`` and ``end`` are those of the
    quote's content as a whole; ``error`` says why a text has no quotes, and is null otherwise.

    Raises:
        ExtraMissingError: PySpark is not installed.
    """
    types = _types()
    numbers, words = types.IntegerType(), types.StringType()
    span = types.StructType().add("start", numbers).add("end", numbers).add("text", words)
    speaker = types.StructType().add("name", words).add("label", words).add("mention", span).add("how", words)
    speaker = speaker.add("role", span).add("pronoun", words).add("confidence", types.DoubleType())
    speaker = speaker.add("rule", words)
    columns = {
        "number": numbers,
        "kind": words,
        "act": words,
        "modality": words,
        "text": words,
        "start": numbers,
        "end": numbers,
        "content": types.ArrayType(span),
        "cue": types.ArrayType(span),
        "source": types.ArrayType(span),
        "addressee": types.ArrayType(span),
        "speaker": speaker,
        "depth": numbers,
        "confidence": types.DoubleType(),
        "rule": words,
        "error": words,
    }
    schema: StructType = types.StructType([types.StructField(*column) for column in columns.items()])
    return schema


def quotes_of_column(  # noqa: PLR0913 - one keyword for each choice
    frame: DataFrame,
    column: str = "text",
    *,
    keep: Sequence[str] | None = None,
    settings: Settings | None = None,
    pipeline: str | None = None,
    batch_size: int = 64,
) -> DataFrame:
    """One row for each quote in a column of texts, beside the row's other columns.

    A text without quotes has no row. A text that is null or cannot be read has one, with the reason
    in its column ``error`` and null in the other columns of `quote_schema`.

    Args:
        frame: The texts, one a row.
        column: The column that they are in.
        keep: The columns to keep of each row, by default all but *column*.
        settings: What to look for and what to give back; by default asserted speech.
        pipeline: The name or path of the spaCy pipeline that the workers load, each of them once; by
            default the best English one installed there.
        batch_size: How many texts a worker parses at a time.

    Raises:
        ExtraMissingError: PySpark is not installed.
        SettingsError: *column* or *keep* are no columns of *frame*, *column* holds no strings, or a
            kept one has the name of one that is added.
    """
    _types()
    kept = [name for name in frame.columns if name != column] if keep is None else list(keep)
    added = quote_schema()
    _check_columns(frame, column, kept, added.names)
    schema = _types().StructType([*(frame.schema[name] for name in kept), *added.fields])
    work = _work_on_frames(kept, (settings_or_default(settings), pipeline, batch_size), added.names)
    # mapInPandas takes no column with a dot in its name, so the workers know columns by their place.
    chosen = frame.select(*map(_quoted, [*kept, column])).toDF(*map(str, range(len(kept) + 1)))
    return chosen.mapInPandas(work, schema)


def _types() -> Any:
    try:
        from pyspark.sql import types  # noqa: PLC0415 - an extra, slow to import
    except ImportError as error:
        raise ExtraMissingError("pyspark", "spark") from error
    return types


def _quoted(name: str) -> str:
    """The name of a column as Spark reads it, whatever characters are in it."""
    return f"`{name.replace('`', '``')}`"


def _check_columns(frame: DataFrame, column: str, kept: Sequence[str], added: Sequence[str]) -> None:
    for setting, names in (("column", [column]), ("keep", kept)):
        if not set(names) <= set(frame.columns):
            raise SettingsError(setting, repr(names), f"what the frame has, {frame.columns}")
    kind = frame.schema[column].dataType.simpleString()
    if not kind.startswith(_TEXT_TYPES):
        raise SettingsError("column", repr(column), f"a column of strings, which one of {kind} is not")
    if taken := sorted(set(kept) & set(added)):
        raise SettingsError("keep", repr(taken), "any column whose name is not added; rename these first")


def _work_on_frames(
    kept: list[str], task: tuple[Settings, str | None, int], added: list[str]
) -> Callable[[Iterable[PandasFrame]], Iterator[PandasFrame]]:
    """What a worker does with its share of the rows: kept columns, and the text as the last one."""

    def work(frames: Iterable[PandasFrame]) -> Iterator[PandasFrame]:
        settings, pipeline, batch_size = task
        nlp = _load(pipeline)
        for frame in frames:
            texts = [text if isinstance(text, str) else None for text in frame.iloc[:, -1]]
            rows: list[dict[str, Any]] = []
            places: list[int] = []
            outcomes = pipe(texts, settings=settings, nlp=nlp, batch_size=batch_size)  # type: ignore[arg-type]
            for place, outcome in enumerate(outcomes):
                found = _spark_rows(outcome)
                rows += found
                places += [place] * len(found)
            yield _columns_beside(frame.iloc[:, :-1].set_axis(kept, axis=1), places, rows, added)

    return work


@cache
def _load(pipeline: str | None) -> Language:
    if pipeline is None:
        return load_pipeline()
    from spacy import load  # noqa: PLC0415 - loads in the workers only

    return load(pipeline)


def _spark_rows(outcome: list[Quote] | ExtractionFailure) -> list[dict[str, Any]]:
    if isinstance(outcome, ExtractionFailure):
        return [{"error": f"{outcome.kind}: {outcome.error}"}]
    return [_spark_row(number, quote) for number, quote in enumerate(outcome)]


def _spark_row(number: int, quote: Quote) -> dict[str, Any]:
    whole = {"number": number, "text": quote.text, "start": quote.start, "end": quote.end}
    return quote.to_dict() | whole


def _columns_beside(
    kept: PandasFrame, places: list[int], rows: list[dict[str, Any]], added: list[str]
) -> PandasFrame:
    """The kept columns of the rows at *places*, and beside them the columns that are *added*."""
    import pandas as pd  # noqa: PLC0415 - an extra, which loads in the workers only

    columns = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in added}
    return pd.concat([kept.take(places).reset_index(drop=True), pd.DataFrame(columns)], axis=1)
