"""The counts of what each rule found and each row of the verdict kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit import Quote, Settings, Span
from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.quotes import JudgedQuote
from tools import right_by_rule

TEXT = "We sail, Ann said. Wind permits it. Nobody spoke of the weather."


def judged(words: str, rule: str, *verdicts: str) -> JudgedQuote:
    """A quote of *words*."""
    start = TEXT.index(words)
    content = (Span(start, start + len(words), words),)
    return JudgedQuote(Quote(kind="indirect", content=content, rule=rule), verdicts)


def test_each_quote_counts_for_its_rule_and_for_all_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A quote found by one rule may have met others in several rows, and counts in each of them."""
    found = [
        judged("We sail", "clause", "joined", "kept"),
        judged("Wind permits", "clause", "kept"),
        judged("Nobody spoke", "phrase"),
    ]
    gold = tuple(AnnotatedQuote(content=((TEXT.index(words), TEXT.index(words) + len(words)),))
                 for words in ("We sail", "Wind permits it"))  # fmt: skip
    document = AnnotatedDocument(id="one", text=TEXT, quotes=gold)
    corpus = right_by_rule.Corpus(name="a", file="a", title="", split="", speech=True)
    other = right_by_rule.Corpus(name="b", file="b", title="", split="")
    monkeypatch.setattr(right_by_rule.Corpus, "documents", lambda *_: [document])
    monkeypatch.setattr(right_by_rule, "corpora", lambda folder: [corpus, other])
    monkeypatch.setattr(right_by_rule, "parsed", lambda text: text)

    def explained(text: str, *, settings: Settings) -> list[JudgedQuote]:
        assert (text, settings.acts) == (TEXT, ("speech",))
        return found

    monkeypatch.setattr(right_by_rule, "explain_quotes", explained)
    right_by_rule.main(tmp_path, ["a"])
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["rule", "found", "overlap", "exact"],
        ["clause", "2", "2", "1"],
        ["phrase", "1", "0", "0"],
        ["row", "of", "the", "verdict", "found", "overlap", "exact"],
        ["kept", "2", "2", "1"],
        ["joined", "1", "1", "1"],
    ]
