"""The plain copy of a text: what it leaves out, and where its characters stand in the text."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotekit import Settings
from quotekit.records import Span
from quotekit.text.plain_copy import plain_copy, settings_as_read

SIGNS = "aeqé’' \u0301\u0323\u0327\u1112\u1161\u11ab\u0dd9\u0dcf\u0dca\u0958\u212b\u0f73\ufeff\r\n"
texts = st.text(st.sampled_from(SIGNS), max_size=30)
ALL_SIGNS = (*SIGNS, *'.?"\u00a0\u2009\u00ad\x93', "  ", "â€œ", r"\n", r"\r", r"\u2019", r"\u00ee", "\\")
all_texts = st.lists(st.sampled_from(ALL_SIGNS), max_size=15).map("".join)


def as_read(text: str) -> str:
    """What Unicode and the line ends of a text make of it, all at once."""
    return normalize("NFC", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("\ufeffRain.", None, "Rain."),
        ("Rain\ufeff.", None, "Rain\ufeff."),
        ("a\r\n\r\nb\rc\n", None, "a\n\nb\nc\n"),
        ("1\u00a0000\u2009t, «\u202foui\u202f»", None, "1 000 t, « oui »"),
        ("Rain.\u00a0 Sun?  “No.”  Fog:  a  b.   c.  \n", None, "Rain. Sun? “No.” Fog:  a  b.   c.  \n"),
        ("may\u00ador said \u00ad\u00ad", None, "mayor said \u00ad\u00ad"),
        ("Andre\u0301 and A\u0323\u0302a", None, "André and Ậa"),
        ("\u1112\u1161\u11ab", None, "\ud55c"),
        ("\u212bngström", None, "Ångström"),
        ("\u0301lone", None, "\u0301lone"),
        ("l’été d’hier", "fr", "l'été d'hier"),
        ("l’e\u0301te\u0301", "fr", "l'été"),
        ("l’« école » et d’“eau”, l’1", "fr", "l'« école » et d'“eau”, l'1"),
        ("‘Oui’« non »", "fr", "‘Oui’« non »"),
        ("‘Oui’, l’ ’a", "fr", "‘Oui’, l’ ’a"),
        ("They don’t", "en", "They don’t"),
        ("l’été", None, "l’été"),
        ("l’été", "xx", "l’été"),
        (r"\u201cIt isn\u2019t late,\u201d said Bo.\n\nRain.", "en", "“It isn't late,” said Bo.\n\nRain."),
        (r"Bo:\r\n\u00c9t\u00e9", None, "Bo:\nÉté"),
        ('He said "over.\\n".', "en", 'He said "over.\\n".'),
        ("Bo said;\n\n“Rain.”\nOde:", None, "Bo said:\n\n“Rain.”\nOde:"),
        ("“Rain”;\n“Sun”; Bo said; “Fog.”", None, "“Rain”;\n“Sun”; Bo said; “Fog.”"),
        (r"\ud83d C:\new .\newline \under a\nb", None, r"\ud83d C:\new .\newline \under a\nb"),
    ],
)
def test_copies(text: str, lang: str | None, expected: str) -> None:
    """Order mark, line ends, blanks, accents apart, apostrophes and escapes are plain; all else stays."""
    assert plain_copy(text, lang).text == expected


@pytest.mark.parametrize("text", ["", "Rain.\n", "“Été”, d’or — \ud800\x00", "\u0958"])
def test_plain_texts_are_their_own_copies(text: str) -> None:
    """A text without anything to change is not copied; nor is one whose letters would only fall apart."""
    copy = plain_copy(text)
    assert copy.text is copy.given is text
    assert copy.span_as_given(Span(0, 0, "")) == copy.span_as_read(Span(0, 0, "")) == Span(0, 0, "")


@given(texts.filter(lambda text: not {"\u0958", "\u0f73"} & {*text}))
def test_copies_are_composed(text: str) -> None:
    """The copy is what Unicode composes of the text, but for the few signs of which it makes more."""
    assert plain_copy(text).text == as_read(text)


@given(texts, st.data())
def test_spans_of_copies(text: str, data: st.DataObject) -> None:
    """A span of the copy is one of the text that reads alike, and comes back the same."""
    copy = plain_copy(text, "fr")
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(min(start + 1, len(copy.text)), len(copy.text)))
    found = copy.span_as_given(Span.of(copy.text, start, end))
    assert 0 <= found.start <= found.end <= len(text)
    assert found.text == text[found.start : found.end]
    back = copy.span_as_read(found)
    assert back.start <= start <= end <= back.end
    assert copy.span_as_given(back) == found


@given(all_texts)
@example("\\n\\n\u0301")
@example("\xa0\u0301\u0dca")
def test_changes_stand_apart(text: str) -> None:
    """No two changes share a character, and each of them changes something."""
    changes = plain_copy(text, "fr").changes
    assert all(first.end <= second.start for first, second in pairwise(changes))
    assert all(text[change.start : change.end] != change.plain for change in changes)


@given(all_texts)
def test_order_of_spans_stays(text: str) -> None:
    """Spans that follow each other in the copy do so in the text, and none is empty."""
    copy = plain_copy(text)
    spans = [copy.span_as_given(Span.of(copy.text, at, at + 1)) for at in range(len(copy.text))]
    assert all(span.start < span.end for span in spans)
    assert all(first.end <= second.start or first == second for first, second in pairwise(spans))


def test_spans_of_the_text_within_a_change() -> None:
    """A span that divides a letter or a line end takes all of it; an order mark is nothing."""
    copy = plain_copy("\ufeffe\u0301t\r\n")
    assert copy.text == "ét\n"
    assert copy.span_as_read(Span(2, 4, "\u0301t")) == Span(0, 2, "ét")
    assert copy.span_as_read(Span(5, 6, "\n")) == Span(2, 3, "\n")
    assert copy.span_as_read(Span(0, 1, "\ufeff")) == Span(0, 0, "")
    assert copy.span_as_read(Span(0, 6, copy.given)) == Span(0, 3, "ét\n")


@pytest.mark.parametrize(
    "text",
    ["\u0301\u0323" * 50_000, "e" + "\u0301" * 100_000, "\u1112" * 100_000, "l’" * 50_000, "\r" * 100_000],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    """A letter with more accents than any word has is left as it is; all others take time by their length."""
    started = perf_counter()
    assert len(plain_copy(text, "fr").text) == len(text)
    assert perf_counter() - started < 10


def test_settings_of_copies() -> None:
    """Names and verbs are known as they were given and as copies have them; others are not looked at."""
    given = Settings(aliases={"Inès d’Or": "Le\u0301a"}, extra_cues={"de\u0301bloquer": "thought"})
    read = settings_as_read(given, "fr")
    assert read.aliases == (("Inès d’Or", ("Le\u0301a", "Léa", "Inès d'Or")),)
    assert read.extra_cues == (("de\u0301bloquer", "thought"), ("débloquer", "thought"))
    bare = Settings()
    assert settings_as_read(bare, "fr") is bare
