"""Each rule says in its row what others have to know of it."""

from __future__ import annotations

import pytest

from parsed import doc_of, page_of
from quotekit.finders.finding import Finding, Rule, found_by
from quotekit.finders.layouts import LAYOUTS
from quotekit.finders.rules import RULES, find_by_rules
from quotekit.finders.rules.applying import within_surroundings
from quotekit.finders.rules.table import COUNTED
from quotekit.records import Settings
from quotekit.text.page import read_page

ROWS: tuple[Rule[object], ...] = (*RULES, *LAYOUTS)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_rows_are_whole(row: Rule[object]) -> None:
    """A row has a function, its precision with where it was counted, and the reason for its place."""
    assert row.find is not None
    assert 0 < row.precision <= 1
    assert row.counted
    assert row.reason.endswith(".")


def test_a_guess_has_a_reason_of_its_own() -> None:
    """A rule's precision is counted, or the row says why this very rule's could not be."""
    guesses = [row.counted for row in RULES if row.counted != COUNTED]
    assert all(guess.startswith("a guess") for guess in guesses)
    assert len(set(guesses)) == len(guesses)


def test_names_tell_rules_apart() -> None:
    """A quote names its rule, so no two rules have one name."""
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_findings_know_their_rule() -> None:
    """A finding has its rule's row, and is as sure as what the rule finds is right."""
    page = page_of("It/PRON/PRP/nsubj/leaks reportedly/ADV/RB/advmod/leaks leaks/VERB/VBZ/ROOT/leaks .")
    row = next(row for row in RULES if row.name == "evidential adverb")
    (found,) = found_by(row, page)
    assert (found.rule, found.finder, found.confidence) == (row, "rules", row.precision)


def test_every_rule_is_asked() -> None:
    """The finder gives what each rule finds, though two of them find the same words."""
    doc = doc_of(
        "“ It/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/ccomp/said/leak , ” said/VERB/VBD/ROOT/said/say "
        "Ann/PROPN/NNP/nsubj/said ."
    )
    names = {item.rule.name for item in find_by_rules(read_page(doc.text), doc, Settings())}
    assert names == {"quotation beside cue", "reported clause"}


def test_nobody_reports_beyond_the_paragraph() -> None:
    """What a parser reads on through a paragraph's end, or over the cue, is no part of the content."""
    page = read_page("Ann said it.\n\nThe wall leaks.")
    item = Finding(content=((4, 29),), cue=((4, 8),), source=((0, 3),))
    assert within_surroundings(page, item).content == ((8, 12),)
