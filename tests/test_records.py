"""Records: what they hold, refuse, and become as plain data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from quotekit.errors import RecordError, SettingsError
from quotekit.records import MarkedSpan, Quote, Settings, Span, Speaker
from records_strategies import marked_spans, quotes, spans, speakers

TEXT = "“No,” said Ann Lee, “never.”"
NO, NEVER = Span.of(TEXT, 0, 5), Span.of(TEXT, 20, 28)
ANN = Speaker("Ann Lee", "PERSON", Span.of(TEXT, 11, 18), "name")
QUOTE = Quote("direct", (NO, NEVER), cue=(Span.of(TEXT, 6, 10),), source=(ANN.mention,), speaker=ANN)

INCOMPLETE = [
    (Span, {"start": 0, "end": 1}, "missing ['text']"),
    (Span, {"start": 0, "end": 1, "text": "a", "stop": 1}, "unknown ['stop']"),
    (Span, {"start": "0", "end": 1, "text": "a"}, "'start' must be <class 'int'>"),
    (MarkedSpan, {"start": 0}, "missing ['end', 'text']"),
    (Speaker, {"name": "Ann", "label": "PERSON", "mention": {}, "how": "name"}, "a Span"),
    (Speaker, {**ANN.to_dict(), "how": "guess"}, "'how' must be in"),
    (Quote, {"kind": "direct"}, "missing ['content']"),
    (Quote, {"kind": "free", "content": [NO.to_dict()]}, "'kind' must be in"),
    (Quote, {"kind": "direct", "content": []}, "Length of 'content' must be >= 1"),
    (Quote, {"kind": "direct", "content": 5}, "not iterable"),
]

REFUSED = [
    ({"acts": ("song",)}, "acts=('song',): allowed is 'speech' or 'thought'"),
    ({"acts": "speech"}, "acts='speech'"),
    ({"modalities": ("maybe",)}, "modalities=('maybe',)"),
    ({"style": "french"}, "style=('french',)"),
    ({"weights": "run", "tagger": "rules"}, "weights='run': allowed is None beside tagger='rules'"),
    ({"min_confidence": 1.5}, "min_confidence=1.5: allowed is a number from 0 to 1"),
    ({"min_confidence": float("nan")}, "min_confidence=nan"),
    ({"extra_cues": {"croon": "song"}}, "extra_cues=('song',)"),
]


def test_span_of_text() -> None:
    """A span of a text holds the characters between its offsets, the end exclusive."""
    assert Span.of(TEXT, 11, 18) == Span(11, 18, "Ann Lee")


def test_quote_joins_its_content() -> None:
    """A quote in two parts starts with the first, ends with the last, and joins their text."""
    assert (QUOTE.text, QUOTE.start, QUOTE.end) == ("“No,” “never.”", 0, 28)


def test_quote_as_dict() -> None:
    """The dict of a quote has plain lists of spans, and the speaker inside it."""
    data = QUOTE.to_dict()
    assert data["content"] == [
        {"start": 0, "end": 5, "text": "“No,”"},
        {"start": 20, "end": 28, "text": "“never.”"},
    ]
    assert data["speaker"] == {
        "name": "Ann Lee",
        "label": "PERSON",
        "mention": {"start": 11, "end": 18, "text": "Ann Lee"},
        "how": "name",
    }
    assert (data["kind"], data["act"], data["modality"], data["addressee"]) == (
        "direct",
        "speech",
        "asserted",
        [],
    )


@given(spans() | marked_spans() | speakers | quotes)
def test_dict_round_trip(record: Span | MarkedSpan | Speaker | Quote) -> None:
    """Every record is what it was after a way through its dict."""
    assert type(record).from_dict(record.to_dict()) == record


@given(spans() | marked_spans() | speakers | quotes)
def test_json_round_trip(record: Span | MarkedSpan | Speaker | Quote) -> None:
    """The dict of every record goes through JSON unchanged, without hooks."""
    data = record.to_dict()
    assert json.loads(json.dumps(data)) == data


@given(quotes)
def test_records_can_be_hashed(quote: Quote) -> None:
    """Equal quotes are one element of a set."""
    assert {quote, Quote.from_dict(quote.to_dict())} == {quote}


@pytest.mark.parametrize(("record", "data", "problem"), INCOMPLETE)
def test_wrong_dict(record: type[Quote], data: dict[str, Any], problem: str) -> None:
    """A dict that holds no such record is a RecordError that names what is wrong with it."""
    with pytest.raises(RecordError) as caught:
        record.from_dict(data)
    assert problem in str(caught.value)


def test_records_are_frozen() -> None:
    """A record cannot be changed."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        QUOTE.kind = "mixed"  # type: ignore[misc]


@pytest.mark.parametrize(("values", "message"), REFUSED)
def test_settings_refuse(values: dict[str, Any], message: str) -> None:
    """A setting with a value that means nothing is a SettingsError that says what is allowed."""
    with pytest.raises(SettingsError) as caught:
        Settings(**values)
    assert message in str(caught.value)


def test_weights_are_a_path() -> None:
    """The folder of weights may be given by its name, and the settings can still be hashed."""
    settings = Settings(weights="run/weights")
    assert settings.weights == Path("run/weights")
    assert {settings} == {Settings(weights=Path("run/weights"))}


def test_settings_by_default() -> None:
    """Asserted speech is what is returned by default."""
    assert (Settings().acts, Settings().modalities) == (("speech",), ("asserted",))


def test_settings_take_mappings() -> None:
    """Aliases and further cues can be given as dicts, and the settings can still be hashed."""
    settings = Settings(aliases={"Ann Lee": ["Annie"]}, extra_cues={"croon": "speech"})  # type: ignore[arg-type]
    assert settings.aliases == (("Ann Lee", ("Annie",)),)
    assert settings.extra_cues == (("croon", "speech"),)
    assert hash(settings) == hash(Settings(aliases=settings.aliases, extra_cues=settings.extra_cues))


def test_cues_without_act_are_speech() -> None:
    """A further cue that comes without its act is a verb of speech."""
    assert Settings(extra_cues=("croon",)).extra_cues == (("croon", "speech"),)  # type: ignore[arg-type]
