"""Speech is told from stances and topics by how a cue reports."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.assembly.acts import act_of, construction_of, cue_head
from quotekit.attribution import Attribution
from quotekit.lexicon.reporting import reporting_verbs
from quotekit.records import Settings

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
    assert act_of(cue_head(doc, Attribution(contents, cues), verbs), verbs, construction) == act
