"""The gate fails when a figure falls or nothing was checked, and the page keeps what isn't measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.gate import check
from benchmarks.hostile import HOSTILE, prose
from benchmarks.network import main as score_network
from benchmarks.share import Share, share, texts_in
from benchmarks.systems import SYSTEMS, gender_gap, installed_systems, marks_and_entities
from benchmarks.tables import rewritten
from quotekit import Settings, extract_quotes, find_marked_spans
from quotekit.parse.pipelines import parse

FLOORS = {"news": {"exact": 80.0}, "novels": {"exact": 70.0}}
TEXT = "Helen Brandt said that the wall was weak. “It is,” added Tom Ray. According to Ann Lee, it broke."


@pytest.mark.parametrize(
    ("reached", "holds"),
    [
        ({"news": {"exact": 80.0}, "novels": {"exact": 70.0}}, [True, True]),
        ({"news": {"exact": 99.0}, "novels": {"exact": 69.9}}, [True, False]),
        ({"news": {"exact": 99.0}}, [True, False]),
        ({}, [False, False]),
    ],
    ids=["all", "one falls while another rises", "one is missing", "nothing there"],
)
def test_every_floor_counts(reached: dict[str, dict[str, float]], holds: list[bool]) -> None:
    """No corpus makes up for another, and one that is not there has missed its floors."""
    assert [outcome for _, outcome in check(FLOORS, map(reached.get, FLOORS))] == holds


def test_page_keeps_what_is_not_measured() -> None:
    """Only what stands between a part's comments is written anew."""
    page = "a\n<!-- x -->\nold\n<!-- end of x -->\nb\n"
    assert rewritten(page, "x", ["new"]) == "a\n<!-- x -->\n\nnew\n<!-- end of x -->\nb\n"


def test_other_systems_find_what_they_can() -> None:
    """Each of the other systems finds some of a plain text, so that its figures mean something."""
    doc = parse(TEXT)[1]
    reports = [TEXT[start:end] for quote in gender_gap(doc) for start, end in quote.content]
    assert "that the wall was weak" in reports
    assert [quote.speaker for quote in marks_and_entities(doc)] == ["Tom Ray"]


def test_systems_that_are_not_installed_have_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without its package is left out, rather than counted as one that fails on every text."""
    monkeypatch.setattr("benchmarks.systems.find_spec", lambda name: None if name == "sayswho" else name)
    assert set(SYSTEMS) - set(installed_systems()) == {"SaysWho, without coreference"}


@pytest.mark.parametrize("name", ["prose", *HOSTILE])
def test_hostile_texts_are_read(name: str) -> None:
    """A text that nobody writes is as long as asked for, and gives quotes whose spans are its own."""
    text = {**HOSTILE, "prose": prose}[name](600)
    assert len(text) == 600
    spans = [
        *find_marked_spans(text),
        *(span for quote in extract_quotes(text, settings=Settings()) for span in quote.content),
    ]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert len(spans) > 0 or name != "prose"


def test_a_mutant_is_one_small_fault() -> None:
    """A mutant is its module with one line changed."""
    pytest.importorskip("cosmic_ray")
    from benchmarks.mutants import mutants_of

    mutant = next(mutants_of("text"))
    before, after = mutant.path.read_text("utf-8").splitlines(), mutant.code().splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    assert mutant.path.name in mutant.difference()


def test_the_network_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each file: what of its quotes the network finds with nothing beside it."""
    text = "Helen Brandt said that the wall was weak."
    said = {"content": [[18, 40]], "cue": [[13, 17]], "source": [[0, 12]], "act": "speech"}
    path = tmp_path / "wall.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "quotes": [said]}), encoding="utf-8")
    assert score_network([str(path)]) == score_network([str(path), "--speech"]) == 0
    [*_, everything, _, _, speech] = capsys.readouterr().out.splitlines()
    figures = "100.0 / 100.0 / 100.0 | 100.0 | 100.0 | 100.0"
    assert everything == f"| wall: speech and thought | guidelines | {figures} | 100.0 | 100.0 |"
    assert speech == f"| wall: asserted speech | guidelines | {figures} | – | 100.0 |"


def test_shares() -> None:
    """A share is spaCy's time by quotekit's: twice the time is half the speed."""
    found = Share(spacy_alone=1.0, quotekit_alone=2.0, spacy_pipe=3.0, quotekit_pipe=4.0)
    assert (found.alone, found.piped) == (0.5, 0.75)


def test_shares_are_measured() -> None:
    """Both ways of reading are timed, one text at a time and by pipes."""
    found = share([TEXT], Settings(tagger="rules"), rounds=1)
    assert min(found.spacy_alone, found.quotekit_alone, found.spacy_pipe, found.quotekit_pipe) > 0


def test_texts_of_shares(tmp_path: Path) -> None:
    """Texts are those of the folder's files that are there, cut short; without a folder they are made up."""
    (tmp_path / "polnear-dev.jsonl").write_text(json.dumps({"text": "x" * 20_000}) + "\n", encoding="utf-8")
    assert [(name, list(map(len, texts))) for name, texts in texts_in(tmp_path)] == [
        ("news (polnear-dev)", [10_000])
    ]
    assert [name for name, _ in texts_in(None)] == ["made-up news"]
