"""Records: what they hold, refuse, and become as plain data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from quotekit.errors import RecordError, SettingsError
from quotekit.records import (
    MarkedSpan,
    Quote,
    Settings,
    Span,
    Speaker,
    quote_spans,
    settings_or_default,
)
from records_strategies import marked_spans, quotes, spans, speakers

TEXT = "“No,” said Ann Lee, “never.”"
NO, NEVER = Span.of(TEXT, 0, 5), Span.of(TEXT, 20, 28)
ANN = Speaker("Ann Lee", "PERSON", Span.of(TEXT, 11, 18), "name")
QUOTE = Quote("direct", (NO, NEVER), cue=(Span.of(TEXT, 6, 10),), source=(ANN.mention,), speaker=ANN)

INCOMPLETE = [
    (Span, {"start": 0, "end": 1}, "missing ['text']"),
    (Span, {"start": 0, "end": 1, "text": "a", "stop": 1}, "unknown ['stop']"),
    (Span, {"start": "0", "end": 1, "text": "a"}, "start='0' is not a whole number"),
    (MarkedSpan, {"start": 0}, "missing ['end', 'text']"),
    (Speaker, {"name": "Ann", "label": "PERSON", "mention": {}, "how": "name"}, "a Span"),
    (Speaker, {**ANN.to_dict(), "how": "guess"}, "how='guess' is not 'name' or"),
    (Quote, {"kind": "direct"}, "missing ['content']"),
    (Quote, {"kind": "free", "content": [NO.to_dict()]}, "kind='free' is not 'direct' or"),
    (Quote, {"kind": "direct", "content": []}, "content=() is not a tuple of one Span or more"),
    (Quote, {"kind": "direct", "content": 5}, "not iterable"),
    (Speaker, {**ANN.to_dict(), "pronoun": "ze"}, "pronoun='ze' is not 'he' or 'she' or"),
    (Speaker, {**ANN.to_dict(), "role": "mayor"}, "a str is no dict"),
    (Span, [0, 1, "a"], "a list is no dict"),
]

UNFIT: list[tuple[type[Span | MarkedSpan | Speaker | Quote], dict[str, Any], str]] = [
    (Span, {"start": -3, "end": -1, "text": "de"}, "start=-3 is not a whole number from 0"),
    (Span, {"start": 5, "end": 1, "text": "x"}, "end=1 stands before start=5"),
    (Span, {"start": True, "end": 1, "text": "x"}, "start=True is not a whole number"),
    (MarkedSpan, {"start": 0, "end": 1, "text": "x", "depth": "1"}, "depth='1' is not a whole number"),
    (MarkedSpan, {"start": 0, "end": 1, "text": "x", "closed": 1}, "closed=1 is not True or False"),
    (Speaker, {"mention": "Ann Lee"}, "mention='Ann Lee' is not a Span"),
    (Speaker, {"role": "mayor"}, "role='mayor' is not a Span"),
    (Speaker, {"confidence": "high"}, "confidence='high' is not a number from 0 to 1"),
    (Speaker, {"confidence": 1.5}, "confidence=1.5 is not a number from 0 to 1"),
    (Speaker, {"rule": None}, "rule=None is not a str"),
    (Quote, {"content": [NO]}, "is not a tuple of Span"),
    (Quote, {"cue": "said"}, "cue='said' is not a tuple of Span"),
    (Quote, {"source": ("Ann",)}, "source=('Ann',) is not a tuple of Span"),
    (Quote, {"addressee": None}, "addressee=None is not a tuple of Span"),
    (Quote, {"speaker": "Ann"}, "speaker='Ann' is not a Speaker or None"),
    (Quote, {"confidence": float("nan")}, "confidence=nan is not a number from 0 to 1"),
    (Quote, {"depth": None}, "depth=None is not a whole number from 0"),
    (Quote, {"rule": 5}, "rule=5 is not a str"),
]

REFUSED = [
    ({"acts": ("song",)}, "acts=('song',): allowed is one or several of 'speech', 'thought'"),
    ({"acts": "song"}, "acts='song'"),
    ({"acts": ()}, "acts=()"),
    ({"acts": 5}, "acts=5"),
    ({"acts": {"speech": True}}, "acts={'speech': True}"),
    ({"modalities": ("maybe",)}, "modalities=('maybe',)"),
    ({"modalities": [["asserted"]]}, "modalities=[['asserted']]"),
    ({"style": "french"}, "style='french': allowed is 'auto' or 'double' or 'single'"),
    ({"style": ["auto"]}, "style=['auto']"),
    ({"tagger": None}, "tagger=None"),
    ({"model": "huge"}, "model='huge': allowed is 'auto' or 'small' or 'large'"),
    ({"weights": "run", "tagger": "rules"}, "weights='run': allowed is None beside tagger='rules'"),
    ({"weights": {}}, "weights={}: allowed is the name of a file or folder"),
    ({"turn_weights": {}}, "turn_weights={}"),
    ({"turn_weights": ""}, "turn_weights=''"),
    ({"turn_weights": b"turns.json"}, "turn_weights=b'turns.json'"),
    ({"resolve_speakers": "no"}, "resolve_speakers='no': allowed is True or False"),
    ({"min_confidence": 1.5}, "min_confidence=1.5: allowed is a number from 0 to 1"),
    ({"min_confidence": "0.5"}, "min_confidence='0.5'"),
    ({"min_confidence": None}, "min_confidence=None"),
    ({"min_confidence": True}, "min_confidence=True"),
    ({"min_confidence": float("nan")}, "min_confidence=nan"),
    ({"min_speaker_confidence": -1}, "min_speaker_confidence=-1"),
    ({"extra_cues": {"croon": "song"}}, "extra_cues='song': allowed is 'speech' or 'thought'"),
    ({"extra_cues": 5}, "extra_cues=5: allowed is verbs"),
    ({"extra_cues": [("a", "speech", "b")]}, "extra_cues=[('a', 'speech', 'b')]"),
    ({"extra_cues": [5]}, "extra_cues=[5]"),
    ({"turn_weights": "a\0b"}, "turn_weights='a\\x00b': allowed is the name of a file or folder"),
    ({"weights": Path("a\0b")}, "allowed is the name of a file or folder"),
    ({"aliases": "Lizzy"}, "aliases='Lizzy': allowed is names"),
    ({"aliases": ["Lizzy"]}, "aliases=['Lizzy']"),
    ({"aliases": {"Lizzy": 5}}, "aliases={'Lizzy': 5}"),
    ({"aliases": {5: "Lizzy"}}, "aliases={5: 'Lizzy'}"),
    ({"aliases": {"Lizzy": [""]}}, "aliases={'Lizzy': ['']}"),
    ({"aliases": {" ": ["Lizzy"]}}, "aliases={' ': ['Lizzy']}"),
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
        "role": None,
        "pronoun": None,
        "confidence": 1.0,
        "rule": "",
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


@pytest.mark.parametrize(("record", "values", "problem"), UNFIT)
def test_unfit_values(
    record: type[Span | MarkedSpan | Speaker | Quote], values: dict[str, Any], problem: str
) -> None:
    """A record that is made with what a field cannot hold is refused at once, by the field's name."""
    fit = {Speaker: ANN, Quote: QUOTE}.get(record)  # type: ignore[arg-type]
    with pytest.raises(RecordError) as caught:
        record(**values) if fit is None else attrs.evolve(fit, **values)
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


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"acts": "thought"}, {"acts": ("thought",)}),
        ({"acts": ["speech", "thought"]}, {"acts": ("speech", "thought")}),
        ({"acts": {"thought", "speech"}}, {"acts": ("speech", "thought")}),
        ({"modalities": "negated"}, {"modalities": ("negated",)}),
        ({"min_confidence": 1}, {"min_confidence": 1.0}),
        ({"aliases": {"Ann Lee": "Annie"}}, {"aliases": (("Ann Lee", ("Annie",)),)}),
        ({"aliases": [["Ann Lee", ["Annie", "Nan"]]]}, {"aliases": (("Ann Lee", ("Annie", "Nan")),)}),
        ({"extra_cues": "croon"}, {"extra_cues": (("croon", "speech"),)}),
        (
            {"extra_cues": ["croon", ["muse", "thought"]]},
            {"extra_cues": (("croon", "speech"), ("muse", "thought"))},
        ),
    ],
)
def test_settings_convert(given: dict[str, Any], kept: dict[str, Any]) -> None:
    """A setting takes what can only mean one thing, keeps it in one form, and can be hashed."""
    settings = Settings(**given)
    assert {name: getattr(settings, name) for name in kept} == kept
    assert {settings} == {Settings(**kept)}


def test_settings_or_default() -> None:
    """None stands for the usual settings; anything else than settings is refused, an empty dict too."""
    assert settings_or_default(None) == Settings()
    for wrong in ({}, "speech", {"acts": "thought"}):
        with pytest.raises(SettingsError, match=r"allowed is a quotekit\.Settings or None"):
            settings_or_default(wrong)  # type: ignore[arg-type]


def test_repr_of_a_quote() -> None:
    """A quote shows itself on one short line: kind, place, speaker and the beginning of its words."""
    assert repr(QUOTE) == "<Quote direct 0-28 by 'Ann Lee': '“No,” “never.”'>"
    long = Quote("indirect", (Span(3, 203, "a\n" * 100),))
    assert repr(long).startswith("<Quote indirect 3-203 by None: 'a\\na")
    assert "\n" not in repr(long)
    assert len(repr(long)) < 150


def spans_within(data: Any) -> int:
    """How many spans stand anywhere in plain data."""
    if isinstance(data, dict):
        return 1 if data.keys() == {"start", "end", "text"} else sum(map(spans_within, data.values()))
    return sum(map(spans_within, data)) if isinstance(data, list) else 0


@given(quote=quotes)
def test_all_spans_of_a_quote(quote: Quote) -> None:
    """Every span that a quote has, its speaker's too, is looked at when a text is checked."""
    assert len(quote_spans(quote)) == spans_within(quote.to_dict())


def test_speaker_name() -> None:
    """A quote's speaker can be asked for by name, whether the text tells who it is or not."""
    assert QUOTE.speaker_name == "Ann Lee"
    assert Quote("direct", (NO,)).speaker_name is None


def test_speakers_of_the_first_version() -> None:
    """A speaker's dict without what was added since is read, with the defaults."""
    old = {name: ANN.to_dict()[name] for name in ("name", "label", "mention", "how")}
    assert Speaker.from_dict(old) == ANN
