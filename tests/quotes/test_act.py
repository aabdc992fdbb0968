"""Speech is told from stances and topics by how a cue reports."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bracketed import read_bracketed
from quotekit.finders.finding import Finding, Range, Tone
from quotekit.parse.reporting import reporting_verbs
from quotekit.quotes.judgement.act import act_of, construction_of, cue_head, is_bare_object, is_measured
from quotekit.quotes.judgement.modality import modality_of
from quotekit.records import Settings
from quotekit.text.page import read_page

CASES = [
    ("Holm said the ferry would sail.", "said", "the ferry would sail", "clause", "speech"),
    ("Holm believes the ferry will sail.", "believes", "the ferry will sail", "clause", "thought"),
    ("Holm swore never to sail again.", "swore", "never to sail again", "to", "speech"),
    ("Holm denied ever having sailed.", "denied", "ever having sailed", "gerund", "speech"),
    (
        "Holm complains that anything below nine knots wipes out the profit.",
        "complains",
        "that anything below nine knots wipes out the profit",
        "clause",
        "speech",
    ),
    ("Holm demands that the ferry be sold.", "demands", "that the ferry be sold", "clause", "speech"),
    ("Holm instructed them to sail.", "instructed", "to sail", "to", "speech"),
    (
        "Holm favours the ferry because it sails.",
        "favours",
        "the ferry because it sails",
        "object",
        "thought",
    ),
    ("Holm opposes that new ferry.", "opposes", "that new ferry", "object", "thought"),
    ("According to a survey, few ferries.", "According to", "few ferries", "to", "speech"),
    ("Holm promised to repair the ferry.", "promised", "to repair the ferry", "to", "speech"),
    ("Holm denied hiding the report.", "denied", "hiding the report", "gerund", "speech"),
    ("Holm announced a new ferry.", "announced", "a new ferry", "object", "speech"),
    ("Holm ruled out a new ferry.", "ruled out", "a new ferry", "object", "speech"),
    ("Holm spoke at length of the ferry.", "spoke at length of", "the ferry", "of", "thought"),
    ("Holm favours the new ferry.", "favours", "the new ferry", "object", "thought"),
    ("Holm quipped the ferry was slow.", "quipped", "the ferry was slow", "clause", "speech"),
    (
        "Holm favours the ferry that sails daily.",
        "favours",
        "the ferry that sails daily",
        "object",
        "thought",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_act(nlp: Language, case: tuple[str, str, str, str, str]) -> None:
    """What is worded as no utterance is speech only where its cue reports it so."""
    text, cue, content, construction, act = case
    doc = nlp(text)
    place, said = text.index(content), text.index(cue)
    contents, cues = ((place, place + len(content)),), ((said, said + len(cue)),)
    verbs = reporting_verbs("en", Settings())
    assert construction_of(doc, contents, cues) == construction
    assert act_of(cue_head(doc, Finding(contents, cues), verbs), verbs, construction) == act


@pytest.mark.parametrize(("text", "cue", "modality"), read_bracketed("modalities"))
def test_modality(nlp: Language, text: str, cue: Range, modality: str) -> None:
    """A report is asserted, negated or open by the words that its cue stands under."""
    head = cue_head(nlp(text), Finding(((0, 1),), (cue,)), reporting_verbs("en", Settings()))
    assert modality_of(head) == modality


def test_a_negation_in_what_was_said(nlp: Language) -> None:
    """A "never" in the content negates no report, wherever the parse hangs it."""
    text = "Bo never said so."
    head = nlp(text)[2]
    assert (modality_of(head), modality_of(head, ((3, 8),))) == ("negated", "asserted")
    assert modality_of(head, ((0, 2), (9, 16))) == "negated"


def test_a_negation_in_the_quotation_before(nlp: Language) -> None:
    """A "nobody" that ends the quotation before negates no report, though the parse hangs it there."""
    text = "One man wrote, “What a circus. Nobody.”\n\nAnother commenter said, “We all know why.”"
    start = text.index("said")
    verbs = reporting_verbs("en", Settings())
    assert modality_of(cue_head(nlp(text), Finding(((0, 1),), ((start, start + 4),)), verbs)) == "asserted"


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Bo said and wrote that it rained.", "said and wrote", "wrote"),
        ("Bo was said to have left.", "was said", "said"),
        ("In the words of Bo, it rained.", "In the words of", "In"),
        ("According to Bo, it rained.", "According to", None),
        ("Bo said it rained.", "", None),
    ],
)
def test_head_of_the_cue(nlp: Language, text: str, cue: str, expected: str | None) -> None:
    """The last reporting verb of a cue carries its meaning, else its head; none introduces only a source."""
    start = text.index(cue)
    spans = ((start, start + len(cue)),) if cue else ()
    head = cue_head(nlp(text), Finding(((0, 1),), spans), reporting_verbs("en", Settings()))
    assert (None if head is None else head.text) == expected


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("that it rained", "said", "clause"),
        ("to sail", "promised", "to"),
        ("not to sail", "promised", "to"),
        ("of rain", "spoke", "of"),
        ("rain", "spoke of", "of"),
        ("the rain that fell", "feared", "object"),
        ("rain", "feared", "object"),
    ],
)
def test_construction(nlp: Language, content: str, cue: str, expected: str) -> None:
    """How a content is worded is told by its verb, its first word or the last one of its cue."""
    text = f"Bo {cue} {content}."
    start = 3 + len(cue) + 1
    assert construction_of(nlp(text), ((start, start + len(content)),), ((3, 3 + len(cue)),)) == expected


@pytest.mark.parametrize(
    ("text", "cue", "content", "bare"),
    [
        ("Holm praised the new ferry.", "praised", "the new ferry", True),
        ("Holm has denied the very existence of a leak.", "has denied", "the very existence of a leak", True),
        ("Holm said nothing that they had not heard.", "said", "nothing that they had not heard", True),
        ("Holm denied the votes needed to pass it.", "denied", "the votes needed to pass it", True),
        ("Holm asked which ferry.", "asked", "which ferry", False),
        ("Not ours, Holm said.", "said", "Not ours", False),
        ("Holm ruled out the talks that Berg wanted.", "ruled out", "the talks that Berg wanted", False),
        ("Holm said the ferry would sail.", "said", "the ferry would sail", False),
        ("Holm promised to sail.", "promised", "to sail", False),
        ("According to Holm, few ferries.", "According to", "few ferries", False),
    ],
)
def test_bare_objects_report_nothing(nlp: Language, text: str, cue: str, content: str, bare: bool) -> None:
    """A verb's object that has no verb is none of its source's words, unless a phrase gives it to them."""
    place, said = text.index(content), text.index(cue)
    heard = Tone("speech", 0.9, "asserted", 0.9)
    item = Finding(((place, place + len(content)),), ((said, said + len(cue)),), tone=heard)
    assert is_bare_object(nlp(text), item, reporting_verbs("en", Settings())) is bare


@pytest.mark.parametrize(
    ("source", "measured"), [("plan", True), ("season", True), ("Holm", False), ("the plan", False)]
)
def test_what_things_are_done_by_says_nothing(nlp: Language, source: str, measured: bool) -> None:
    """A bare noun behind "according to" that measures is no source."""
    text = f"According to {source}, the ferry sails."
    item = Finding(((15 + len(source), len(text) - 1),), ((0, 12),), ((13, 13 + len(source)),))
    assert is_measured(read_page(text), nlp(text), item) is measured
