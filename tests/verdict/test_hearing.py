"""What stands of the findings of one finder beside those of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve

from quotekit.finders.finding import Finding, Range, Rule
from quotekit.finders.network import RULE
from quotekit.finders.rules import RULES
from quotekit.records import MarkedSpan
from quotekit.text.page import Page, read_page
from quotekit.verdict.hearing import network_over_rules, one_for_each_cue

TEXT = "x" * 100
NAMED: dict[str, Rule[Any]] = {"model": RULE, **{rule.name: rule for rule in RULES}}


def item(content: Range, cue: Range | None, rule: str = "model", confidence: float = 0.9) -> Finding:
    """A finding of one content with at most one cue."""
    return Finding((content,), (cue,) if cue else (), rule=NAMED[rule], confidence=confidence)


def settled(
    model: Sequence[Finding], rules: Sequence[Finding], marks: Sequence[MarkedSpan] = ()
) -> list[Finding]:
    """What stands of what the network and the rules found in a text with these marks, all of them as sure."""
    found = network_over_rules(Page(TEXT, TEXT, marks, ()), rules, model)
    return [evolve(item, confidence=0.9) for item in found]


def test_rules_make_the_network_surer() -> None:
    """What a rule finds too is surer than the network alone is, and what no rule finds is less sure."""
    page, model, rule = (
        Page(TEXT, TEXT, (), ()),
        item((0, 10), (12, 16)),
        item((0, 9), (12, 16), "cue phrase"),
    )
    (agreed,) = network_over_rules(page, [rule], [model])
    (alone,) = network_over_rules(page, [], [model])
    assert agreed.confidence > model.confidence > alone.confidence


def test_what_is_less_than_even_falls() -> None:
    """A finding that is more likely wrong than right is none; the rule's beside it is heard."""
    doubtful, rule = item((0, 10), (12, 16), confidence=0.4), item((30, 40), (42, 46), "cue phrase")
    assert [found.content for found in settled([doubtful], [rule])] == [rule.content]


def test_what_the_network_lacks_stands_by_its_rule() -> None:
    """Where the network found nothing, those rules are heard whose rows say so."""
    model, clause = item((0, 10), (12, 16)), item((30, 40), (42, 46), "reported clause")
    listed = item((50, 60), (62, 66), "cue phrase")
    assert settled([model], [clause, listed]) == [model, listed]


def test_the_network_decides_what_is_reported() -> None:
    """Where both find a clause they are told as one, in the network's words and with the rule's addressee."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 8), (11, 16), "reported clause", 0.7), addressee=((17, 20),))
    (found,) = settled([model], [rule])
    assert found == evolve(model, rule=found.rule, addressee=((17, 20),))
    assert found.rule.name == "model and reported clause"


def test_the_network_knows_where_what_a_hearer_is_told_ends() -> None:
    """Where both begin right behind who hears it, the network tells the end, and elsewhere the rule."""
    text = "Ann told the crowd taxes would fall if she won, and the crowd cheered."
    rule = evolve(item((19, 69), (4, 8), "clause behind hearer", 0.8), addressee=((9, 18),))
    for (start, end), whole in {(19, 51): (19, 51), (25, 51): (19, 69)}.items():
        (found,) = network_over_rules(Page(text, text, (), ()), [rule], [item((start, end), (4, 8))])
        assert found.content == (whole,)


def test_rules_lend_the_parts_that_they_know_better() -> None:
    """A quotation beside its cue is the rule's in all its parts, as sure as the network is."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 11), (13, 16), "quotation beside cue", 0.95), source=((17, 20),))
    (found,) = settled([model], [rule])
    assert found == evolve(rule, rule=found.rule, confidence=0.9)
    assert found.rule.name == "model and quotation beside cue"


def test_of_two_cues_beside_a_quotation_the_networks_is_right() -> None:
    """A rule takes the verb of the next clause for the cue where it misses the one beside the marks."""
    model = evolve(item((0, 10), (12, 16)), source=((17, 20),))
    rule = item((0, 10), (22, 29), "quotation beside cue", 0.95)
    (found,) = settled([model], [rule])
    assert (found.cue, found.source) == (model.cue, model.source)


def test_a_cue_that_takes_in_the_name_is_the_networks() -> None:
    """A parser that takes a name for a part of the verb lends neither cue nor source."""
    model = evolve(item((0, 10), (17, 20)), source=((12, 16),))
    rule = item((0, 10), (12, 20), "quotation beside cue", 0.95)
    (found,) = settled([model], [rule])
    assert (found.cue, found.source) == (model.cue, model.source)


def test_a_title_that_is_shortened_ends_no_source() -> None:
    """A source that a rule ends behind the full stop of a title goes on with the name."""
    text = "“No,” said Sgt. Ann Oye."
    model = Finding(((0, 5),), ((6, 10),), ((11, 23),), rule=RULE)
    rule = Finding(((0, 5),), ((6, 10),), ((11, 14),), rule=NAMED["quotation beside cue"])
    (found,) = network_over_rules(Page(text, text, (), ()), [rule], [model])
    assert found.source == model.source


def test_a_rule_that_misses_an_apposition_lends_nothing_of_it() -> None:
    """What the network hears as a name is no content, though a rule would lend both."""
    model = evolve(item((40, 60), (0, 10)), source=((11, 38),))
    rule = evolve(item((22, 60), (0, 10), "cue phrase", 0.8), source=((11, 20),))
    (found,) = settled([model], [rule])
    assert (found.content, found.source) == (model.content, model.source)


def test_several_quotations_of_one_cue_keep_their_marks() -> None:
    """A clause adds words to a single stretch; between quotations it takes in narration."""
    rule = "quotation beside cue"
    clause = item((12, 40), (6, 9), "reported clause")
    first, second = item((0, 5), (6, 9), rule), item((20, 40), (6, 9), rule)
    page = Page(TEXT, TEXT, (), ())
    (alone,) = one_for_each_cue(page, [], [second, clause])
    (both,) = one_for_each_cue(page, [], [first, second, clause])
    assert (alone.content, both.content) == (((12, 40),), ((0, 5), (20, 40)))


def test_a_rule_that_reads_on_is_heard_where_the_network_is_unsure() -> None:
    """The rule's end is taken, and the finding is no surer for it."""
    model, rule = item((10, 20), (5, 9), confidence=0.6), item((10, 40), (5, 9), "reported clause")
    (found,) = network_over_rules(Page(TEXT, TEXT, (), ()), [rule], [model])
    assert (found.content, found.confidence) == (rule.content, 0.6)


def test_words_in_front_fall_unless_they_lead_up_to_the_cue() -> None:
    """A heading is no part of a report, the subject of a passive is (“The old mill was said to be safe”)."""
    rule = item((34, 44), (25, 33), "reported clause")
    headed = evolve(item((34, 44), (25, 33)), content=((0, 9), (34, 44)))
    subject = evolve(headed, content=((12, 24), (34, 44)))
    text = "The ferry\n\n The old mill was said to be safe."
    page = Page(text, text, (), ())
    (alone,) = network_over_rules(page, [rule], [headed])
    (whole,) = network_over_rules(page, [rule], [subject])
    assert (alone.content, whole.content) == (rule.content, subject.content)


def test_what_overlaps_without_being_the_same_is_the_networks() -> None:
    """A rule that reads a quarter of the same words otherwise is not heard."""
    model, rule = item((0, 40), (42, 46)), item((30, 40), (42, 46), "reported clause")
    assert settled([model], [rule]) == [model]


def test_whole_quotations_go_with_the_cue_that_rules_find() -> None:
    """Which quotation a cue belongs to is the rules' to say; what has none is left as it is."""
    marks = [MarkedSpan(0, 10, "x" * 10), MarkedSpan(12, 20, "x" * 8)]
    model = [item((0, 10), None), item((12, 20), None)]
    rule = item((12, 20), (22, 26), "quotation beside cue")
    alone, joined = settled(model, [rule], marks)
    assert alone == model[0]
    assert (joined.content, joined.cue) == (rule.content, rule.cue)


def test_reports_of_reports_stay() -> None:
    """The network reads one report at a time: a rule's within it stands beside it, whichever rule it is."""
    model = item((10, 30), (5, 9))
    outer, inner = item((0, 30), (32, 36), "reported clause"), item((20, 30), (15, 19), "reported clause")
    (first, second) = settled([model], [outer, inner])
    assert (first, second) == (model, inner)
    assert second.verdicts == ("report of a report",)


def test_a_report_ends_where_the_relay_of_it_ends() -> None:
    """A parser hangs the relay's cue on what was said; the report is heard up to there."""
    model = item((0, 30), (32, 36))
    inner = item((20, 40), (15, 19), "reported clause")
    (first, second) = settled([model], [inner])
    assert first == model
    assert second.content == ((20, 30),)


def test_the_rule_says_how_far_an_inserted_report_goes() -> None:
    """Of one cue's content the network may read less than half."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 10), (12, 16), "inserted report"), content=((0, 10), (18, 60)))
    (found,) = settled([model], [rule])
    assert found.content == rule.content


def test_a_quotation_with_a_nearer_cue_is_not_the_next_ones() -> None:
    """The network gives two quotations to the cue of the second; a rule finds the cue of the first."""
    text = "“Yes,” Ode said. “No,” added Bo."
    model = Finding(((0, 6), (17, 22)), ((23, 28),), ((29, 31),), rule=RULE)
    rules = [
        Finding(((0, 6),), ((11, 15),), ((7, 10),), rule=NAMED["quotation beside cue"]),
        Finding(((17, 22),), ((23, 28),), ((29, 31),), rule=NAMED["quotation beside cue"]),
    ]
    page = read_page(text)
    found = network_over_rules(page, rules, [model])
    assert [(item.content, item.cue) for item in found] == [(item.content, item.cue) for item in rules[::-1]]


def test_a_name_before_a_colon_is_nearer_than_the_verb_before_it() -> None:
    """A rule gives a quotation behind a colon to the last verb; the network hears who stands between."""
    text = "“Yes,” Ode said, and from below, Bo: “No.”"
    colon, name = text.index(":"), text.index("Bo")
    model = Finding(((37, 42),), ((colon, colon + 1),), ((name, name + 2),), rule=RULE)
    rule = Finding(((37, 42),), ((11, 15),), ((7, 10),), rule=NAMED["quotation behind colon"])
    (found,) = network_over_rules(read_page(text), [rule], [model])
    assert (found.cue, found.source) == (model.cue, model.source)


@pytest.mark.parametrize(
    ("text", "longer", "reports", "kept"),
    [
        ("“Yes,” said Ada Lund, who runs the mill.", "Ada Lund, who runs the mill", "", True),
        ("“Yes,” said Ada Lund, who added that it ran.", "Ada Lund, who added that it ran", "added", False),
        ("“Yes,” said Ada Lund, who runs “the mill”.", "Ada Lund, who runs ", "", False),
        ("“Yes,” said the man at the gate.", "the man at the gate", "", True),
    ],
    ids=["clause", "report", "broken off", "phrase"],
)
def test_a_source_is_taken_whole(text: str, longer: str, reports: str, kept: bool) -> None:
    """A rule lends the clause or the phrase that the network cut off, but no report and no torn clause."""
    shorter = "Ada Lund" if "Ada" in text else "the man at the"
    at = text.index(shorter)
    said = evolve(item((0, 6), (7, 11)), source=((at, at + len(shorter)),))
    rule = evolve(item((0, 6), (7, 11), "quotation beside cue"), source=((at, at + len(longer)),))
    start = text.find(reports) if reports else -1
    others = [item((start + 6, len(text) - 1), (start, start + 5), "reported clause")] if reports else []
    heard = [evolve(other, rule=said.rule) for other in others]
    found = network_over_rules(read_page(text), [rule, *others], [said, *heard])
    source = next(one.source for one in found if one.cue == said.cue)
    assert (source == rule.source) is kept


@pytest.mark.parametrize(
    ("text", "shorter", "longer", "kept"),
    [
        ("“Yes,” a visibly tired Lund said.", "Lund", "a visibly tired Lund", True),
        ("“Yes,” an old - or odd - Lund said.", "Lund", "an old - or odd - Lund", False),
        ("“Yes,” the girl at the till said.", "the girl", "the girl at the till", True),
        ("“Yes,” the girl on Monday said.", "the girl", "the girl on Monday", False),
    ],
    ids=["article", "dash", "up to the cue", "time"],
)
def test_a_source_reaches_from_its_article_to_its_cue(
    text: str, shorter: str, longer: str, kept: bool
) -> None:
    """A rule lends an article with what follows it, and a phrase up to the cue that tells no time."""
    cue = (text.index("said"), text.index("said") + 4)
    first, start = text.index(longer), text.index(shorter)
    said = evolve(item((0, 6), cue), source=((start, start + len(shorter)),))
    rule = evolve(item((0, 6), cue, "quotation beside cue"), source=((first, first + len(longer)),))
    (found,) = network_over_rules(read_page(text), [rule], [said])
    assert (found.source == rule.source) is kept


def test_further_words_in_marks_stay() -> None:
    """A rule that has the first of two words in marks lends no content that ends there."""
    text = "Ann called it “odd” and “old”."
    said, rule = item((11, 29), (4, 10)), item((11, 19), (4, 10), "words in marks beside cue")
    (found,) = network_over_rules(read_page(text), [rule], [said])
    assert found.content == said.content
