"""The trained tagger and the rules together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from quotekit.errors import WeightsError
from quotekit.finders.combined import (
    prepare_tagger,
    settled,
    tag_by_model_and_rules,
    tagger_for,
    trained_tagger,
    worded,
)
from quotekit.finders.finding import Attribution, Range
from quotekit.finders.rules import tag_by_rules
from quotekit.records import MarkedSpan, Settings

if TYPE_CHECKING:
    from spacy.language import Language


def item(content: Range, cue: Range | None, rule: str = "model", confidence: float = 0.9) -> Attribution:
    """An attribution of one content to at most one cue."""
    return Attribution((content,), (cue,) if cue else (), rule=rule, confidence=confidence)


def test_what_does_not_touch_stays() -> None:
    """Findings in different places are all kept."""
    model, rule = item((0, 10), (12, 16)), item((30, 40), (42, 46), "reported clause")
    assert settled([model], [rule]) == [model, rule]


def test_the_network_decides_what_is_reported() -> None:
    """Where both find a clause they are told as one, in the network's words and with the rule's addressee."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 8), (11, 16), "reported clause", 0.7), addressee=((17, 20),))
    expected = evolve(model, rule="model and reported clause", addressee=((17, 20),))
    assert settled([model], [rule]) == [expected]


def test_rules_lend_the_parts_that_they_know_better() -> None:
    """A quotation beside its cue is the rule's in all its parts, as sure as the network is."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 11), (13, 16), "quotation beside cue", 0.95), source=((17, 20),))
    expected = evolve(rule, rule="model and quotation beside cue", confidence=0.9)
    assert settled([model], [rule]) == [expected]


def test_what_overlaps_without_being_the_same_is_the_networks() -> None:
    """A rule that reads a quarter of the same words otherwise is not heard."""
    model, rule = item((0, 40), (42, 46)), item((30, 40), (42, 46), "reported clause")
    assert settled([model], [rule]) == [model]


def test_whole_quotations_go_with_the_cue_that_rules_find() -> None:
    """Which quotation a cue belongs to is the rules' to say, and which has none the layout's."""
    marks = [MarkedSpan(0, 10, "x" * 10), MarkedSpan(12, 20, "x" * 8)]
    model = [item((0, 10), (22, 26)), item((12, 20), None)]
    rule = item((12, 20), (22, 26), "quotation beside cue")
    (found,) = settled(model, [rule], marks)
    assert (found.content, found.cue) == (rule.content, rule.cue)


def test_reports_of_reports_stay() -> None:
    """The network reads one report at a time; a rule's around it or within it stands beside it."""
    model = item((10, 30), (5, 9))
    outer, inner = item((0, 30), (32, 36), "reported clause"), item((20, 30), (15, 19), "reported clause")
    assert settled([model], [outer, inner]) == [model, outer, inner]


def test_the_settings_choose_the_tagger() -> None:
    """Left to choose, the trained tagger reads the languages that it was trained for."""
    assert tagger_for(Settings(), "en") is tag_by_model_and_rules
    assert tagger_for(Settings(), "fr") is tag_by_rules
    assert tagger_for(Settings(tagger="rules"), "en") is tag_by_rules
    assert tagger_for(Settings(tagger="model"), "en") is tag_by_model_and_rules


def test_weights_of_ones_own_choose_the_trained_tagger() -> None:
    """Who gives weights wants them read with, whatever the language."""
    assert tagger_for(Settings(weights="run/weights"), "fr") is tag_by_model_and_rules
    assert Settings(weights="run/weights") == Settings(weights=Path("run/weights"))


def test_weights_of_ones_own_are_used(nlp: Language, unsure: Path) -> None:
    """What is found is what these weights find, and the package's own are there as before."""
    doc = nlp("Brandt was adamant that the ferry must sail.")
    found = [tag_by_model_and_rules(doc, (), Settings(weights=weights)) for weights in (None, unsure, None)]
    assert [len(attributions) for attributions in found] == [1, 0, 1]


def test_weights_are_loaded_once(unsure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder is loaded once, by whatever path it is reached."""
    monkeypatch.chdir(unsure.parent)
    assert trained_tagger(unsure) is trained_tagger(Path("weights"))
    assert trained_tagger(unsure) is not trained_tagger(None)


def test_weights_are_prepared_before_there_is_a_text(nlp: Language, tmp_path: Path) -> None:
    """Weights that are not there are an error at once where they would be used, and else none."""
    with pytest.raises(WeightsError, match="is missing"):
        prepare_tagger(Settings(weights=tmp_path), nlp)
    prepare_tagger(Settings(tagger="rules"), nlp)


def test_the_rule_says_how_far_an_inserted_report_goes() -> None:
    """Of one cue's content the network may read less than half."""
    model = item((0, 10), (12, 16))
    rule = evolve(item((0, 10), (12, 16), "inserted report"), content=((0, 10), (18, 60)))
    (found,) = settled([model], [rule])
    assert found.content == rule.content


@pytest.mark.parametrize(
    ("text", "cue"),
    [("Herald: Talks have failed, Brandt said.", ()), ("Herald says: Talks have failed.", ((7, 11),))],
)
def test_a_colon_is_no_cue_beside_words(text: str, cue: tuple[Range, ...], nlp: Language) -> None:
    """Where a rule finds words that report the same, a colon behind a name does not."""
    start = text.index("Talks")
    given = Attribution(((start, start + 17),), cue or ((6, 7),), ((0, 6),))
    rule = item((start, start + 17), (35, 39), "reported clause")
    assert worded(nlp(text), given, [rule]).cue == cue
    assert worded(nlp(text), given, []) == given
