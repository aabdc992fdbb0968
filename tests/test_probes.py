"""Probes: what is compared, and how many pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import probes
from quotekit import Quote, Span, Speaker

TEXT = "“We sail,” Ann Lund said."


def said(**parts: Any) -> Quote:
    """The quote of the text, by Ann Lund."""
    speaker = Speaker("Ann Lund", "PERSON", Span(11, 19, "Ann Lund"), "name")
    content, cue = (Span(0, 10, "“We sail,”"),), (Span(20, 24, "said"),)
    return Quote("direct", content, cue, (Span(11, 19, "Ann Lund"),), speaker=speaker, **parts)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Quote]:
    """What is found in every text."""
    quotes = [said()]
    monkeypatch.setattr(probes, "extract_quotes", lambda text: quotes)
    return quotes


@pytest.mark.parametrize(
    ("wanted", "wrong"),
    [
        ({"content": ["We sail"]}, []),
        ({"content": ["“We sail,”"], "cue": "said", "source": "Ann Lund", "speaker": "Lund"}, []),
        ({"content": ["We sail"], "speaker": ["Bo", "the Ann Lund"]}, []),
        ({"content": ["We sail"], "speaker": None}, ["speaker 'Ann Lund' for None"]),
        ({"content": ["We sail"], "cue": "asked"}, ["cue 'said' for 'asked'"]),
        ({"content": ["We sail"], "speaker": "Ann Bo"}, ["speaker 'Ann Lund' for 'Ann Bo'"]),
    ],
)
def test_parts_count_where_they_are_given(
    found: list[Quote], wanted: dict[str, Any], wrong: list[str]
) -> None:
    """Contents are the same by their letters, speakers by the words of the shorter name."""
    assert probes.wrong_with({"text": TEXT, "expect": [wanted]}) == wrong


def test_what_is_missing_and_what_is_beside_are_wrong(found: list[Quote]) -> None:
    """A quote that nobody expects is allowed where the probe says so."""
    expected = {"text": TEXT, "expect": [{"content": ["We row"]}]}
    assert [fault.split()[0] for fault in probes.wrong_with(expected)] == ["missing", "extra"]
    assert probes.wrong_with({"text": TEXT, "expect": [], "allow": [["We sail"]]}) == []
    found.append(said())
    assert len(probes.wrong_with({"text": TEXT, "expect": [{"content": ["We sail"]}]})) == 1


def test_quotes_are_counted_whatever_is_found_beside_them(found: list[Quote]) -> None:
    """A quote is wrong once, however many of its parts are."""
    wanted = [{"content": ["We sail"], "cue": "asked", "speaker": "Bo"}, {"content": ["We row"]}]
    few = [{"text": TEXT, "expect": wanted}, {"text": TEXT, "expect": []}, {"quote": "We", "verdict": []}]
    wrong = [probes.wrong_with(probe) for probe in few[:2]]
    assert [len(faults) for faults in wrong] == [2, 1]
    assert probes.quotes_right(few, [*wrong, ["verdict"]]) == (0, 2)


def test_verdicts_are_among_the_right_ones() -> None:
    """Any of the verdicts that a probe gives is right, and the attribution where it gives one."""
    probe = {"text": TEXT, "quote": "We sail", "verdict": ["exact"], "speaker": "Ann Lund"}
    assert probes.wrong_with({**probe, "attribution": "matches"}) == []
    assert len(probes.wrong_with({**probe, "verdict": ["absent"], "attribution": "differs"})) == 2


def test_halves_are_counted_apart_and_the_even_ones_not_shown(
    found: list[Quote], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Places are those in the order of the ids; what is wrong at even ones stays unread."""
    file = tmp_path / "few.jsonl"
    rows = [{"id": name, "text": TEXT, "expect": []} for name in ("c", "b", "a")]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    probes.main(["--verbose", str(file)])
    first, *others = capsys.readouterr().out.splitlines()
    assert first.split() == [
        "few",
        "0",
        "of",
        "3",
        "odd",
        "0",
        "of",
        "2",
        "even",
        "0",
        "of",
        "1",
        "quotes",
        "0",
        "of",
        "0",
    ]
    assert [line.split()[0] for line in others] == ["a", "c"]


def test_every_probe_can_be_read() -> None:
    """Expected contents stand in their texts, and ids are told apart."""
    rows = [probe for file in sorted(probes.FOLDER.glob("*.jsonl")) for probe in probes.read_probes(file)]
    assert len({row["id"] for row in rows}) == len(rows) == 2338
    for row in rows:
        for wanted in row.get("expect", ()):
            assert all(span in row["text"] for span in wanted["content"]), row["id"]
