"""Errors: their words, the built-ins they derive from, and their way between processes."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

import pytest

from quotekit import errors
from quotekit.errors import (
    CorpusError,
    ExtraMissingError,
    FileError,
    InputTypeError,
    LanguageError,
    LearningError,
    OffsetsError,
    ParseMissingError,
    PipelineNotFoundError,
    QuotekitError,
    RecordError,
    SettingsError,
    TableError,
    WeightsError,
    WorkerError,
)
from quotekit.given import file_errors

CASES = [
    (CorpusError("gold.jsonl", 3, "no text"), ValueError, "Cannot read gold.jsonl, line 3: no text."),
    (
        ExtraMissingError("matplotlib", "plot"),
        ImportError,
        "matplotlib is not installed. Install it with: pip",
    ),
    (InputTypeError("bytes"), TypeError, "Cannot read quotes from bytes: expected a str or a spaCy Doc."),
    (InputTypeError("int", "a str or a Quote"), TypeError, "Cannot use int: expected a str or a Quote."),
    (FileError("a.txt", "it is gone"), OSError, "Cannot read a.txt: it is gone. Check its name"),
    (LanguageError("xx", ("en", "fr")), ValueError, "Cannot find quotes in language 'xx'"),
    (LanguageError("xx", ("en", "fr")), ValueError, "quotekit has word lists for en, fr."),
    (
        LanguageError("xx", ("en", "fr"), "titles.tsv"),
        ValueError,
        "in language 'xx': its word lists lack titles.tsv. Add the file",
    ),
    (TableError("fr/titles.tsv", 3, "x"), ValueError, "Cannot read fr/titles.tsv, line 3: x."),
    (LearningError("who speaks", "known speaker"), ValueError, "Cannot learn who speaks: there is no known"),
    (
        ParseMissingError(("tok2vec", "ner")),
        ValueError,
        "Cannot find quotes in a Doc without a dependency parse.",
    ),
    (
        OffsetsError(3, 5, "no", "on"),
        ValueError,
        "Cannot find 'no' at offsets 3 to 5: the text has 'on' there.",
    ),
    (PipelineNotFoundError("en", "pip install x"), OSError, "Install one with: pip install x"),
    (PipelineNotFoundError("de", ""), OSError, "no spaCy pipeline for language 'de' is known. Pass one"),
    (
        WeightsError("run/weights/network.onnx", "is missing"),
        OSError,
        "Cannot load weights: run/weights/network.onnx is missing. Name the folder weights that quotekit",
    ),
    (WorkerError("it died"), RuntimeError, "Cannot use a worker process: it died. Pass n_process=1"),
    (SettingsError("style", "'odd'", "'auto'"), ValueError, "Cannot use style='odd': allowed is 'auto'."),
    (
        RecordError("Span", "missing ['text']"),
        ValueError,
        "Cannot make a Span: missing ['text']. Give it what quotekit.Span says",
    ),
]


@pytest.mark.parametrize(("error", "builtin", "message"), CASES)
def test_message(error: QuotekitError, builtin: type[Exception], message: str) -> None:
    """An error says what cannot be done and why, and is also caught as the built-in that fits."""
    assert message in str(error)
    assert isinstance(error, builtin)


@pytest.mark.parametrize("error", [error for error, _, _ in CASES])
def test_pickle_round_trip(error: QuotekitError) -> None:
    """An error that comes out of another process has the same kind, data and words."""
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_errors_of_the_system_have_its_fields(tmp_path: Path) -> None:
    """What is an OSError has a number only where the system gave one, and the name of the file."""
    for error in (case for case, kind, _ in CASES if kind is OSError):
        assert error.errno is None, error  # type: ignore[attr-defined]
    damaged = WeightsError("a.onnx", "is damaged")
    assert (damaged.filename, damaged.strerror) == ("a.onnx", "is damaged")
    with pytest.raises(FileError) as caught, file_errors(tmp_path):
        (tmp_path / "gone").read_bytes()
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == str(tmp_path / "gone")
    assert pickle.loads(pickle.dumps(caught.value)).errno == errno.ENOENT


def test_every_kind_is_tested() -> None:
    """Each public error has a case above, and derives from the one that catches all of them."""
    kinds = {getattr(errors, name) for name in errors.__all__ if name != "DISTRIBUTION"}
    assert {type(error) for error, _, _ in CASES} == kinds - {QuotekitError}
    assert all(issubclass(kind, QuotekitError) for kind in kinds)
