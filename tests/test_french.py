"""French: the second language, by a table of cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import quotekit
from quotekit import Settings

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "french.jsonl").read_text("utf-8").splitlines()
]
EVERYTHING = Settings(
    tagger="rules", acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical")
)


def as_parameter(case: dict[str, Any]) -> Any:
    """A case as a parameter; one whose ``known`` says why it fails is expected to."""
    reason = case.get("known")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=case["name"], marks=marks)


def shown(quote: quotekit.Quote, names: dict[str, Any]) -> dict[str, Any]:
    """Those parts of a quote that a case names, as it writes them."""
    parts = {part: [span.text for span in getattr(quote, part)] for part in ("content", "cue", "source")}
    plain = {name: getattr(quote, name) for name in ("kind", "act", "modality", "depth")}
    whole = parts | plain | {"speaker": quote.speaker.name if quote.speaker else None}
    return {name: whole[name] for name in names}


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_case(case: dict[str, Any], french: Language) -> None:
    """Each text of the table has the quotes that the table gives, and no others."""
    found = quotekit.extract_quotes(case["text"], settings=EVERYTHING, nlp=french)
    assert len(case["quotes"]) == len(found)
    assert case["quotes"] == [
        shown(quote, wanted) for quote, wanted in zip(found, case["quotes"], strict=True)
    ]


def test_a_french_parse_is_read_as_french(french: Language) -> None:
    """A Doc of a French pipeline needs nothing else to say its language."""
    doc = french("Inès Blanc a déclaré que le pont resterait fermé. Il est vieux, a-t-elle ajouté.")
    said, added = quotekit.extract_quotes(doc)
    assert [said.text, added.text] == ["que le pont resterait fermé", "Il est vieux"]
    assert [quote.speaker and quote.speaker.name for quote in (said, added)] == ["Inès Blanc"] * 2


def test_the_pipeline_is_found_by_its_language(french: Language) -> None:
    """``load_pipeline("fr")`` gives a French pipeline."""
    assert quotekit.load_pipeline("fr").lang == french.lang == "fr"
