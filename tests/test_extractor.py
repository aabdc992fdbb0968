"""From texts to quotes, by a table of cases, and what holds for any text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

import quotekit
from quotekit import Quote, Settings, extractor
from quotekit.extractor import explain_quotes
from quotekit.parse import pipelines
from quotekit.verdict import TABLE

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent
TABLES = ("quotes", "layouts")
CASES = [
    json.loads(line)
    for table in TABLES
    for line in (ROOT / "cases" / f"{table}.jsonl").read_text("utf-8").splitlines()
]
EVERYTHING = Settings(
    tagger="rules", acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical")
)
PARTS = ("content", "cue", "source", "addressee")

SCRAPS = [
    '"',
    "“",
    "”",
    "'",
    "«",
    "»",
    ":",
    ",",
    ".",
    "?",
    "\n",
    "\n\n",
    " ",
    "— ",
    "\ud800",
    "\x00",
    "\ufeff",
]
WORDS = [
    "Tove Brandt",
    "she",
    "said",
    "asked",
    "the ferry",
    "is late",
    "that",
    "according to",
    "Olsen",
    "who",
]
scraps = st.lists(st.sampled_from(SCRAPS + [f" {word} " for word in WORDS]), max_size=25).map("".join)


def as_parameter(case: dict[str, Any]) -> Any:
    """A case of a table as a parameter; one whose ``known`` says why it fails is expected to."""
    reason = case.get("known")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=case["name"], marks=marks)


def shown(quote: Quote) -> dict[str, Any]:
    """A quote as a case of the table writes it."""
    data: dict[str, Any] = {part: [span.text for span in getattr(quote, part)] for part in PARTS}
    data |= {name: getattr(quote, name) for name in ("kind", "act", "modality", "depth")}
    return data | {"speaker": quote.speaker.name if quote.speaker else None}


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_case(case: dict[str, Any], nlp: Language) -> None:
    """Each text of the table has the quotes that the table gives, and no others."""
    found = [shown(quote) for quote in quotekit.extract_quotes(case["text"], settings=EVERYTHING, nlp=nlp)]
    expected = case["quotes"]
    assert expected == [
        {name: quote[name] for name in wanted} for quote, wanted in zip(found, expected, strict=False)
    ]
    assert len(expected) == len(found)


def test_a_passive_of_judging(nlp: Language) -> None:
    """Whom a passive judges is no part of what was said, nor is the time behind the marks."""
    text = 'The club was criticised by fans for "a lack of ambition" in January.'
    [quote] = quotekit.extract_quotes(text, nlp=nlp)
    assert [span.text for span in quote.content] == ['for "a lack of ambition"']


def test_the_article_that_started_it(nlp: Language) -> None:
    """The seed article's speakers are all named, the one without a name by the fullest description."""
    article = (ROOT.parent / "seeds" / "000_20a2edb54fd0fc69.txt").read_text("utf-8")
    quotes = quotekit.extract_quotes(article, nlp=nlp)
    outer = [quote for quote in quotes if not quote.depth]
    names = {quote.speaker.name.lower().removeprefix("the ") for quote in outer if quote.speaker}
    assert {
        "a spokesperson of the us state department",
        "amir khan muttaqi",
        "natasha ghoneim",
        "suhail shaheen",
        "taliban",
    } <= names
    assert len(outer) >= 16


@example(text='" said \x00 that " Tove Brandt "')
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=scraps | st.text(st.characters(), max_size=80))
def test_any_text(text: str, nlp: Language) -> None:
    """Whatever the text, nothing raises, spans hold their own text, and parts do not overlap."""
    for quote in quotekit.extract_quotes(text, settings=EVERYTHING, nlp=nlp):
        spans = [span for part in ("content", "cue", "source") for span in getattr(quote, part)]
        assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
        ordered = sorted(spans, key=lambda span: span.start)
        assert all(a.end <= b.start for a, b in pairwise(ordered)), quote
        assert Quote.from_dict(json.loads(json.dumps(quote.to_dict()))) == quote


def test_weights_of_turns_decide_dialogue(nlp: Language, tmp_path: Path) -> None:
    """With weights by which whoever spoke goes on speaking, nobody takes turns."""
    lines = ["“Is it late?” asked Ada Lund.", "“Not yet,” said Tom Reed.", "“Is it?”", "“At sea.”", "“Oh.”"]
    path = tmp_path / "turns.json"
    path.write_text('{"next_last_bare": 9}', encoding="utf-8")
    names = {}
    for turn_weights in (None, path):
        settings = Settings(turn_weights=turn_weights)
        quotes = quotekit.extract_quotes("\n\n".join(lines), settings=settings, nlp=nlp)
        names[turn_weights] = [quote.speaker and quote.speaker.name for quote in quotes]
    assert names[None] == ["Ada Lund", "Tom Reed", "Ada Lund", "Tom Reed", "Ada Lund"]
    assert names[path] == ["Ada Lund", *["Tom Reed"] * 4]


def test_text_and_parse_agree(nlp: Language) -> None:
    """A Doc gives the same quotes as the text that it was parsed from."""
    text = "“The ferry is late,” Tove Brandt said. She added that nobody minded."
    assert quotekit.extract_quotes(text, nlp=nlp) == quotekit.extract_quotes(nlp(text))


@pytest.mark.parametrize("blank", ["\t", "\xa0", "  ", "\u2009"])
def test_blanks_in_names(blank: str, nlp: Language) -> None:
    """A name has single plain blanks, and its mention what stands there."""
    text = f"“We are ready,” said Dana{blank}Whitfield."
    [quote] = quotekit.extract_quotes(text, nlp=nlp)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.mention.text) == ("Dana Whitfield", f"Dana{blank}Whitfield")


def test_alias_at_the_end_of_a_sentence(nlp: Language) -> None:
    """An alias holds where a token takes in the full stop behind the name."""
    said = Settings(aliases={"ACME": ["Acme Corp"]})
    [quote] = quotekit.extract_quotes("“No,” said Acme Corp. The ship left.", settings=said, nlp=nlp)
    assert quote.speaker_name == "ACME"


@pytest.mark.parametrize("label", ["THE CAPTAIN", "CAPTAIN"])
def test_alias_of_a_label(label: str, nlp: Language) -> None:
    """The label of a turn may be a description that the caller knows."""
    text = f"{label}: We sail at noon.\n\nOLSEN: It is late.\n\n{label}: No.\n\nOLSEN: Yes, it is.\n"
    said = Settings(aliases={"Tove Brandt": ["the captain"]})
    found = quotekit.extract_quotes(text, settings=said, nlp=nlp)
    assert [quote.speaker_name for quote in found] == ["Tove Brandt", "OLSEN"] * 2


def test_halves(nlp: Language) -> None:
    """Direct and indirect quotes share those of mixed kind, and make up the whole."""
    text = "“We sail,” Brandt said. Olsen said the sea was “rough”. Holm said it was calm."
    everything = quotekit.extract_quotes(text, nlp=nlp)
    direct = quotekit.find_direct_quotes(text, nlp=nlp)
    indirect = quotekit.find_indirect_quotes(text, nlp=nlp)
    assert [quote.kind for quote in direct] == ["direct", "mixed"]
    assert [quote.kind for quote in indirect] == ["mixed", "indirect"]
    assert {*direct, *indirect} == set(everything)


def test_given_quotes_are_attributed(nlp: Language) -> None:
    """A quote that somebody else found gets its cue, source and speaker, and keeps its own edges."""
    text = "“The ferry is late,” Tove Brandt said."
    bare = Quote("direct", (quotekit.Span.of(text, 1, 19),))
    [quote] = quotekit.attribute_quotes(text, [bare], nlp=nlp)
    assert bare.content == quote.content
    assert [span.text for span in quote.cue] == ["said"]
    assert quote.speaker is not None
    assert quote.speaker.name == "Tove Brandt"


def test_given_quotes_of_another_text_are_refused(nlp: Language) -> None:
    """A quote that does not stand in the text is no quote of it."""
    other = Quote("direct", (quotekit.Span(0, 3, "xxx"),))
    with pytest.raises(quotekit.OffsetsError):
        quotekit.attribute_quotes("“The ferry is late,” Tove Brandt said.", [other], nlp=nlp)


@pytest.mark.parametrize(
    "settings", [Settings(resolve_speakers=False), Settings(min_speaker_confidence=1.0)], ids=["none", "sure"]
)
def test_given_quotes_without_unsure_speakers(settings: Settings, nlp: Language) -> None:
    """Whoever wants no speakers, or only sure ones, gets no others of given quotes either."""
    text = "“The ferry is late,” Tove Brandt said."
    bare = Quote("direct", (quotekit.Span.of(text, 1, 19),))
    [quote] = quotekit.attribute_quotes(text, [bare], settings=settings, nlp=nlp)
    assert [span.text for span in quote.source] == ["Tove Brandt"]
    assert quote.speaker is None


def test_words_that_nobody_quotes_stay_unattributed(nlp: Language) -> None:
    """A given quote that the text gives to nobody comes back as it was."""
    text = "The ferry is late."
    bare = Quote("indirect", (quotekit.Span.of(text, 0, 17),))
    assert [bare] == quotekit.attribute_quotes(text, [bare], nlp=nlp)


def test_extra_cues(nlp: Language) -> None:
    """A verb that the caller names reports, with the act that the caller gives it."""
    text = "Brandt semaphored that the ferry was late."
    assert quotekit.extract_quotes(text, settings=Settings(tagger="rules"), nlp=nlp) == []
    own = Settings(tagger="rules", extra_cues={"semaphore": "speech"})
    assert [q.text for q in quotekit.extract_quotes(text, settings=own, nlp=nlp)] == [
        "that the ferry was late"
    ]


def test_thoughts_and_open_reports_are_left_out_unless_asked_for(nlp: Language) -> None:
    """By default only asserted speech comes back."""
    text = "Brandt believes the ferry is late. Olsen did not say that it was. Holm said it sailed."
    assert [quote.text for quote in quotekit.extract_quotes(text, nlp=nlp)] == ["it sailed"]
    assert len(quotekit.extract_quotes(text, settings=EVERYTHING, nlp=nlp)) == 3


def test_without_speakers(nlp: Language) -> None:
    """Resolution can be left out; sources stay."""
    [quote] = quotekit.extract_quotes(
        "Brandt said it sailed.", settings=Settings(resolve_speakers=False), nlp=nlp
    )
    assert quote.speaker is None
    assert [span.text for span in quote.source] == ["Brandt"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", '"'])
def test_texts_without_words(text: str, nlp: Language) -> None:
    """A text that holds no words has no quotes."""
    assert quotekit.extract_quotes(text, nlp=nlp) == []


def test_other_languages_are_refused_with_a_hint() -> None:
    """A Doc in a language without word lists names the languages that have some."""
    import spacy

    doc = spacy.blank("de")("Sie sagte es.")
    doc[0].dep_ = "ROOT"
    with pytest.raises(quotekit.LanguageError, match=r"'de'.*en"):
        quotekit.extract_quotes(doc)


def test_bytes_are_refused() -> None:
    """What is neither a text nor a Doc is named in the error."""
    with pytest.raises(quotekit.InputTypeError, match="bytes"):
        quotekit.extract_quotes(b"said")  # type: ignore[arg-type]


def test_quotes_say_what_kept_them(nlp: Language) -> None:
    """Each quote names the rows of the verdict that kept it, and is one of those that are extracted."""
    text = "“We sail,” said Ann Holm. She told Bo that Cy said it was late."
    found = explain_quotes(text, settings=EVERYTHING, nlp=nlp)
    names = {row.name for row in TABLE}
    assert all(set(item.verdicts) <= names for item in found)
    assert [item.quote.content for item in found] == [
        quote.content for quote in quotekit.extract_quotes(text, settings=EVERYTHING, nlp=nlp)
    ]
    assert "one cue" in found[0].verdicts
    assert "words of another" in found[-1].verdicts


def test_unsure_speakers_are_left_out(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote whose speaker is less sure than asked for is given back without one."""
    text = "“The ferry is late,” said Tove Brandt."
    [quote] = quotekit.extract_quotes(text, nlp=nlp)
    assert quote.speaker is not None
    unsure = evolve(quote, speaker=evolve(quote.speaker, confidence=0.6))
    monkeypatch.setattr(extractor, "resolve_speakers", lambda *_, **__: [unsure])
    for least, name in ((0.0, "Tove Brandt"), (0.6, "Tove Brandt"), (0.7, None)):
        [found] = quotekit.extract_quotes(text, nlp=nlp, settings=Settings(min_speaker_confidence=least))
        assert found.speaker_name == name


def test_prepare(nlp: Language, tmp_path: Path) -> None:
    """Weights that cannot be loaded are an error before any text is there, and for a text that needs none."""
    quotekit.prepare(nlp=nlp)
    missing = Settings(turn_weights=tmp_path / "turns.json")
    with pytest.raises(quotekit.WeightsError, match=r"turns\.json cannot be read"):
        quotekit.prepare(missing, nlp)
    with pytest.raises(quotekit.WeightsError, match=r"turns\.json cannot be read"):
        quotekit.extract_quotes("It rained.", settings=missing, nlp=nlp)


def test_doc_without_parts_of_speech() -> None:
    """A parse whose tokens have no part of speech is read with a warning that says what is missing."""
    words = ["Tove", "said", "no"]
    doc = Doc(Vocab(), words=words, heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"])
    with pytest.warns(RuntimeWarning, match="Parse it with a pipeline that has a 'tagger'"):
        pipelines.parse(doc)
