"""Who speaks, by a table of cases, and what holds for any text."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Quote, Settings, Span
from quotekit.speakers import resolve_speakers
from quotekit.text.marks import find_marked_spans
from quotekit.text.words import plainly_spaced

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "speakers.jsonl").read_text("utf-8").splitlines()
]
SCRAPS = [
    "Ada Lund",
    "Mr. Lund",
    "he",
    "said",
    "the minister",
    '"',
    ",",
    ".",
    "\n\n",
    "I",
    "-",
    "and",
    "who",
    "’s",
]
BLANK = spacy.blank("en")


def find(text: str, words: str) -> Span:
    """The place of *words* in *text*; "words@2" is the second one."""
    parts = re.fullmatch(r"(.+?)(?:@(\d+))?", words, re.DOTALL)
    assert parts is not None
    words, number = parts.groups(default="1")
    start = -1
    for _ in range(int(number)):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def quote_of(text: str, case: dict[str, Any]) -> Quote:
    """The quote that *case* describes, without its speaker."""
    parts = {part: (find(text, case[part]),) for part in ("cue", "source") if part in case}
    kind = "direct" if case["content"].startswith('"') else "indirect"
    return Quote(kind, (find(text, case["content"]),), depth=case.get("depth", 0), **parts)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_speakers(case: dict[str, Any], nlp: Language) -> None:
    """Every speaker has the expected name, and the way in which the source names them is kept."""
    text = case["text"]
    quotes = [quote_of(text, quote) for quote in case["quotes"]]
    settings = Settings(aliases=case.get("aliases", {}))
    resolved = resolve_speakers(nlp(text), quotes, settings=settings, marks=find_marked_spans(text))
    speakers = [(quote.speaker.name, quote.speaker.how) if quote.speaker else None for quote in resolved]
    expected = [(quote["speaker"], quote["how"]) if quote["speaker"] else None for quote in case["quotes"]]
    assert speakers == expected
    addressees = [quote.addressee for quote in resolved]
    assert addressees == [
        (find(text, quote["addressee"]),) if "addressee" in quote else () for quote in case["quotes"]
    ]


def test_the_cases_cover_every_way_to_name_a_speaker() -> None:
    """The table has an example of each value of `how`."""
    found = {quote.get("how") for case in CASES for quote in case["quotes"]}
    assert found == {"name", "partial", "pronoun", "nominal", "unnamed", "turn", None}


def test_no_entities_needed(nlp: Language) -> None:
    """Without a named-entity recogniser the capitals still name people."""
    text = 'Tove Brandt disagreed. "It will sail," Brandt said. She added that it was late.'
    quotes = [
        Quote("direct", (find(text, '"It will sail,"'),), (find(text, "said"),), (find(text, "Brandt@2"),)),
        Quote("indirect", (find(text, "that it was late"),), (find(text, "added"),), (find(text, "She"),)),
    ]
    with nlp.select_pipes(disable=["ner"]):
        resolved = resolve_speakers(nlp(text), quotes, settings=Settings())
    assert [quote.speaker and quote.speaker.name for quote in resolved] == ["Tove Brandt", "Tove Brandt"]


def test_nested_i_is_the_outer_speaker(nlp: Language) -> None:
    """The "I" inside a quotation is whoever speaks the quotation."""
    text = '"I thought it was late," Tove Brandt said.'
    quotes = [
        Quote(
            "direct",
            (find(text, '"I thought it was late,"'),),
            (find(text, "said"),),
            (find(text, "Tove Brandt"),),
        ),
        Quote(
            "indirect", (find(text, "it was late"),), (find(text, "thought"),), (find(text, "I"),), depth=1
        ),
    ]
    resolved = resolve_speakers(nlp(text), quotes, settings=Settings())
    assert [quote.speaker and quote.speaker.name for quote in resolved] == ["Tove Brandt", "Tove Brandt"]


def test_nothing_to_do(nlp: Language) -> None:
    """No quotes, no speakers, whatever the text."""
    assert resolve_speakers(nlp(""), [], settings=Settings()) == []


@st.composite
def texts_with_quotes(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    """A text of scraps, and quotes that stand anywhere in it."""
    text = " ".join(draw(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=40)))
    offsets = st.integers(0, len(text))
    places = draw(st.lists(st.tuples(offsets, offsets, offsets, offsets, offsets), max_size=5))
    quotes = []
    for place in places:
        spans = [Span.of(text, start, end) for start, end in pairwise(sorted(place))]
        kind = draw(st.sampled_from(["direct", "indirect", "mixed"]))
        source = draw(st.sampled_from([(), (spans[2],)]))
        quotes.append(Quote(kind, (spans[0],), (spans[1],) if source else (), source))
    return text, quotes


@given(texts_with_quotes())
def test_little_else_changes(example: tuple[str, list[Quote]]) -> None:
    """Any quotes of any text come back in order, with speakers that stand in the text; some lose a source."""
    text, quotes = example
    resolved = resolve_speakers(BLANK(text), quotes, settings=Settings())
    assert [(quote.kind, quote.content, quote.cue) for quote in resolved] == [
        (quote.kind, quote.content, quote.cue) for quote in quotes
    ]
    assert all(one.source in {other.source, ()} for one, other in zip(resolved, quotes, strict=True))
    for quote in resolved:
        for span in (*quote.addressee, *([quote.speaker.mention] if quote.speaker else [])):
            assert text[span.start : span.end] == span.text
        if quote.speaker is not None:
            assert quote.speaker.name in plainly_spaced(quote.speaker.mention.text)
