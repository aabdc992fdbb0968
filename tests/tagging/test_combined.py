"""The trained tagger and the rules together."""

from __future__ import annotations

from quotekit.attribution import Attribution, Range
from quotekit.records import Settings
from quotekit.tagging.combined import surest, tag_by_model_and_rules, tagger_for
from quotekit.tagging.rules import tag_by_rules


def item(content: Range, cue: Range, confidence: float, rule: str = "") -> Attribution:
    """An attribution of one content to one cue."""
    return Attribution((content,), (cue,), rule=rule, confidence=confidence)


def test_what_does_not_touch_stays() -> None:
    """Findings in different places are all kept."""
    model, rule = item((0, 10), (12, 16), 0.9), item((30, 40), (42, 46), 0.5)
    assert [model, rule] == surest([model], [rule])


def test_the_surer_of_two_that_overlap_stays() -> None:
    """Where the two find overlapping contents, the one with the higher confidence is believed."""
    model, rule = item((0, 10), (12, 16), 0.7), item((2, 10), (20, 24), 0.8)
    assert [rule] == surest([model], [rule])
    surer = item((0, 10), (12, 16), 0.9)
    assert [surer] == surest([surer], [rule])


def test_the_surer_of_two_with_one_cue_stays() -> None:
    """A cue reports once."""
    model, rule = item((0, 10), (12, 16), 0.7), item((18, 30), (12, 16), 0.8)
    assert [rule] == surest([model], [rule])


def test_the_report_of_a_report_stays() -> None:
    """A rule may report what the model found whole, however sure the model is."""
    model, rule = item((10, 20), (5, 9), 0.9), item((0, 20), (22, 26), 0.5)
    assert [model, rule] == surest([model], [rule])


def test_a_report_within_a_report_is_the_models_to_find() -> None:
    """The model reads one report at a time; a rule's report inside of it does not stand beside it."""
    model, rule = item((0, 20), (22, 26), 0.9), item((10, 20), (5, 9), 0.5)
    assert [model] == surest([model], [rule])


def test_the_settings_choose_the_tagger() -> None:
    """The rules find attributions unless the caller asks for the model."""
    assert tagger_for(Settings()) is tag_by_rules
    assert tagger_for(Settings(tagger="rules")) is tag_by_rules
    assert tagger_for(Settings(tagger="model")) is tag_by_model_and_rules
