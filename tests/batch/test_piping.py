"""Many texts in one process: order, failures, reading ahead, and arguments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest
from deadly import with_deadly
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import quotekit
from quotekit import ExtractionFailure, InputTypeError, Settings, SettingsError, WeightsError

FERRY = "“The ferry is late,” said Tove Brandt."
TEXTS = [FERRY, "", "Nobody spoke.", "Olsen believed it was over.", f"{FERRY} She added that it was full."]


def failed(index: int, given: str) -> ExtractionFailure:
    """The failure of something that is no text."""
    message = (
        f"Cannot read quotes from {given}: expected a str or a spaCy Doc. "
        "Decode bytes first, and pass one text at a time."
    )
    return ExtractionFailure(index, "InputTypeError", message)


@pytest.mark.parametrize("batch_size", [1, 2, 64])
def test_as_one_by_one(batch_size: int, nlp: Language) -> None:
    """Each text has the quotes that it has on its own, in the order of the texts."""
    expected = [quotekit.extract_quotes(text, nlp=nlp) for text in TEXTS]
    assert list(quotekit.pipe(TEXTS, nlp=nlp, batch_size=batch_size)) == expected
    assert [len(quotes) for quotes in expected] == [1, 0, 0, 0, 2]


def test_settings_count(nlp: Language) -> None:
    """The settings hold for every text."""
    thoughts = quotekit.pipe(TEXTS, nlp=nlp, settings=Settings(acts=("thought",)))
    assert [[quote.text for quote in quotes] for quotes in thoughts] == [[], [], [], ["it was over"], []]


def test_bad_texts(nlp: Language) -> None:
    """What is no text is a failure at its place, and the others have their quotes."""
    given: list[Any] = [FERRY, None, FERRY, b"bytes", nlp(FERRY), 1.5]
    quotes = quotekit.extract_quotes(FERRY, nlp=nlp)
    assert list(quotekit.pipe(given, nlp=nlp)) == [
        quotes,
        failed(1, "NoneType"),
        quotes,
        failed(3, "bytes"),
        quotes,
        failed(5, "float"),
    ]


@pytest.mark.parametrize("n_process", [1, 2])
def test_missing_weights(n_process: int, nlp: Language, tmp_path: Path) -> None:
    """Weights that are missing are no text's failure but an error with the first result."""
    found = quotekit.pipe(TEXTS, nlp=nlp, settings=Settings(weights=tmp_path), n_process=n_process)
    with pytest.raises(WeightsError, match="is missing"):
        next(found)


def test_a_failing_pipeline(nlp: Language) -> None:
    """When the pipeline fails at a text, that text alone is a failure that says so."""
    found = list(quotekit.pipe([FERRY, "Now it fails.", FERRY], nlp=with_deadly(nlp)))
    assert found[1] == ExtractionFailure(1, "RuntimeError", "it failed")
    assert found[0] == found[2] == quotekit.extract_quotes(FERRY, nlp=nlp)


def test_unparsed_docs(nlp: Language) -> None:
    """A Doc without a parse is a failure."""
    [found] = quotekit.pipe([nlp.make_doc(FERRY)], nlp=nlp)
    assert isinstance(found, ExtractionFailure)
    assert found.kind == "ParseMissingError"


def test_failures_are_empty() -> None:
    """A failure is false and empty, so that a loop over its quotes does nothing."""
    failure = ExtractionFailure(0, "ValueError", "no")
    assert (list(failure), len(failure), bool(failure)) == ([], 0, False)


def test_an_error_without_words() -> None:
    """A failure by an error that says nothing shows the error itself."""
    assert ExtractionFailure.of(2, KeyError()) == ExtractionFailure(2, "KeyError", "KeyError()")


def test_contexts(nlp: Language) -> None:
    """What comes with a text is given back with its result, whatever it is."""
    contexts = [object(), {"id": 7}, None]
    pairs = zip([FERRY, None, ""], contexts, strict=True)
    found = list(quotekit.pipe(pairs, nlp=nlp, as_tuples=True))  # type: ignore[arg-type]
    assert [context for _, context in found] == contexts
    assert [quotes for quotes, _ in found] == [
        quotekit.extract_quotes(FERRY, nlp=nlp),
        failed(1, "NoneType"),
        [],
    ]


def test_endless_texts(nlp: Language) -> None:
    """No more than two batches are read ahead of the results that were taken."""
    numbers = count()
    endless = (f"Text {number} is short." for number in numbers)
    assert list(islice(quotekit.pipe(endless, nlp=nlp, batch_size=5), 12)) == [[]] * 12
    assert next(numbers) <= 12 + 2 * 5


def test_an_error_of_the_iterable(nlp: Language) -> None:
    """The results of the texts before the error come first, then the error."""

    def texts() -> Iterator[str]:
        yield FERRY
        raise OSError("disk on fire")

    found = quotekit.pipe(texts(), nlp=nlp)
    assert next(found) == quotekit.extract_quotes(FERRY, nlp=nlp)
    with pytest.raises(OSError, match="disk on fire"):
        next(found)


@pytest.mark.parametrize(
    "options", [{"n_process": 0}, {"batch_size": 0}, {"n_process": True}, {"batch_size": 1.5}]
)
def test_refused_counts(options: dict[str, Any]) -> None:
    """Counts that mean nothing are refused before anything is read."""
    [name] = options
    with pytest.raises(SettingsError, match=f"Cannot use {name}=.*: allowed is a whole number from 1"):
        quotekit.pipe([], **options)


def test_refused_pipeline() -> None:
    """The name of a pipeline is no pipeline."""
    with pytest.raises(SettingsError, match="a loaded spaCy pipeline"):
        quotekit.pipe([], nlp="en_core_web_sm")  # type: ignore[call-overload]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from([*TEXTS, "“\ud800”", "a\x00b", "<p>“No,” she said.</p>"]) | st.none(), max_size=6
    )
)
def test_any_texts(nlp: Language, texts: list[Any]) -> None:
    """Whatever the texts, there is one result for each, and it is what the text has on its own."""
    found = list(quotekit.pipe(texts, nlp=nlp, batch_size=4))
    assert found == [
        failed(index, "NoneType") if text is None else quotekit.extract_quotes(text, nlp=nlp)
        for index, text in enumerate(texts)
    ]


def test_first_result_waits_for_one_text(nlp: Language) -> None:
    """The first result comes after one text has been read, the following ones after batches that grow."""
    read: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(9):
            read.append(number)
            yield TEXTS[0]

    outcomes = quotekit.pipe(texts(), nlp=nlp, batch_size=4)
    seen = []
    for _ in outcomes:
        seen.append(len(read))
    assert seen == [1, 3, 3, 7, 7, 7, 7, 9, 9]


def test_failures_are_logged(nlp: Language, caplog: pytest.LogCaptureFixture) -> None:
    """A text that is skipped is a warning in the log, with its place and the reason."""
    list(quotekit.pipe([TEXTS[0], None], nlp=nlp))  # type: ignore[list-item]
    [record] = caplog.records
    assert (record.name, record.levelname) == ("quotekit", "WARNING")
    assert record.getMessage().startswith(
        "Text 1 is skipped: InputTypeError: Cannot read quotes from NoneType"
    )


@pytest.mark.parametrize("texts", ["one text", b"bytes", 5, None, {"text": "one"}])
def test_no_several_texts(texts: object) -> None:
    """A single text is refused at once, before it would be read letter by letter."""
    with pytest.raises(
        InputTypeError, match=r"several texts, such as a list or the column of a table; for one, \[text\]"
    ):
        quotekit.pipe(texts)  # type: ignore[call-overload]


def test_no_table() -> None:
    """A table would be read as the names of its columns; one of them is taken."""
    table = pytest.importorskip("pandas").DataFrame({"text": ["“No,” said Ada Lund."]})
    with pytest.raises(InputTypeError, match="the column of a table"):
        quotekit.pipe(table)
    with pytest.raises(InputTypeError, match="quotations"):
        quotekit.verify_quotes(table, "No, said Ada Lund.")


def test_no_pairs(nlp: Language) -> None:
    """Texts without what belongs to them are refused where pairs are asked for."""
    with pytest.raises(InputTypeError, match="pairs of a text and what belongs to it"):
        list(quotekit.pipe(["a text"], nlp=nlp, as_tuples=True))  # type: ignore[call-overload]
