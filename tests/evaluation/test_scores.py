"""Figures follow from what was annotated and what was found."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.evaluation import calibration_error, compare, risk_coverage, score
from quotekit.evaluation.names import same_speaker

TEXT = "“It rains,” said Ada. Bo thinks that it snows. Cy hopes so."
RAIN = AnnotatedQuote(
    ((0, 11),), ((12, 16),), ((17, 20),), "direct", "speech", "Ada Holm", ("Ada",), "partial"
)
SNOW = AnnotatedQuote(((32, 45),), ((25, 31),), ((22, 24),), "indirect", "thought", "Bo")
DOCUMENT = AnnotatedDocument("a", TEXT, (RAIN, SNOW))


def test_all_found() -> None:
    """What is found as annotated scores one everywhere."""
    scores = score([compare(DOCUMENT, DOCUMENT.quotes)])
    rates = (scores.content_exact, scores.content_overlap, scores.content_letters, scores.who)
    assert [rate.f for rate in (*rates, scores.source_exact, scores.cue_exact)] == [1.0] * 6
    assert scores.act.share == scores.speaker.share == 1.0
    assert scores.by_kind["mixed"].exact.share is None


def test_nothing_found() -> None:
    """Nothing found is no error and no credit."""
    scores = score([compare(DOCUMENT, ())])
    assert scores.content_overlap.f == scores.content_overlap.precision == 0.0
    assert scores.speaker.share is None


def test_marks_and_blanks_at_an_edge_do_not_count() -> None:
    """A content without its quotation marks is the same to the letter."""
    bare = AnnotatedQuote(((1, 10),))
    scores = score([compare(DOCUMENT, [bare])])
    assert scores.content_exact.right == 1
    assert scores.spans_exact["content"].right == 1


def test_half_of_the_letters_is_enough_for_overlap() -> None:
    """A content cut short counts by overlap and not to the letter."""
    short = AnnotatedQuote(((4, 10),))
    scores = score([compare(DOCUMENT, [short])])
    assert (scores.content_overlap.right, scores.content_exact.right) == (1, 0)
    too_short = AnnotatedQuote(((1, 3),))
    assert score([compare(DOCUMENT, [too_short])]).content_overlap.right == 0


def test_each_annotated_quote_is_found_once() -> None:
    """The same content found twice is right once and wrong once."""
    rate = score([compare(DOCUMENT, [RAIN, RAIN])]).content_overlap
    assert (rate.right, rate.found, rate.gold) == (1, 2, 2)


def test_thoughts_are_optional_in_speech() -> None:
    """Of thoughts nobody is asked, and finding one is not held against the finder."""
    for found in ([RAIN], [RAIN, SNOW]):
        rate = score([compare(DOCUMENT, found, speech=True)]).content_overlap
        assert (rate.right, rate.found, rate.gold) == (1, 1, 1)


def test_denials_are_optional_in_speech() -> None:
    """Of what was not said nobody is asked either, where asserted speech alone is."""
    denied = evolve(SNOW, act="speech", modality="negated")
    document = evolve(DOCUMENT, quotes=(RAIN, denied))
    assert score([compare(document, [RAIN], speech=True)]).content_overlap.gold == 1
    assert score([compare(document, [RAIN])]).content_overlap.gold == 2


def test_fragments_are_quotes_of_their_own() -> None:
    """Each span of a content is counted."""
    two = AnnotatedDocument("a", TEXT, (AnnotatedQuote(((0, 11), (32, 45))),))
    assert score([compare(two, [RAIN], fragments=True)]).content_exact.gold == 2


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ("Ada Holm", True),
        ("Dr. Ada Holm", True),
        ("Chief Engineer Ada Holm", True),
        ("Ada", True),
        ("the Ada Holm’s", True),
        ("Holm", False),
        ("Ada Holm Bo", False),
        ("", False),
        (None, False),
    ],
)
def test_names(found: str | None, same: bool) -> None:
    """A title before a name doesn't matter, a missing or another name does."""
    assert same_speaker(found, "Ada Holm", ("Ada",)) is same


def test_speakers_are_told_by_how_they_are_written() -> None:
    """Each way of writing a speaker has its own figure."""
    scores = score([compare(DOCUMENT, [RAIN, AnnotatedQuote(SNOW.content, speaker="Cy")])])
    assert scores.speaker_by_how["partial"].share == 1.0
    assert scores.speaker_by_how["any"].share == 0.0
    assert scores.who.right == 1


def test_calibration_error_is_a_distance() -> None:
    """Seven of ten right at 0.7 is no error, all wrong at 0.8 is one of 0.8."""
    assert calibration_error([(0.7, number < 7) for number in range(10)]) == pytest.approx(0.0)
    assert calibration_error([(0.8, False)] * 4) == pytest.approx(0.8)
    assert calibration_error([]) == 0.0


def test_leaving_the_unsure_out_gains_precision() -> None:
    """Where the wrong one is the least sure, the curve rises to one."""
    wrong = AnnotatedQuote(((47, 59),), confidence=0.2)
    points = risk_coverage([compare(DOCUMENT, [RAIN, wrong, SNOW])], steps=3)
    assert [point.coverage for point in points] == pytest.approx([1.0, 2 / 3, 1 / 3])
    assert [point.precision for point in points] == pytest.approx([2 / 3, 1.0, 1.0])
    assert points[-1].recall == 0.5


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda pair: (pair[0], min(sum(pair), len(TEXT)))
)
QUOTES = st.lists(st.builds(lambda span: AnnotatedQuote((span,)), SPANS), max_size=6)


@given(gold=QUOTES, found=QUOTES)
def test_changing_sides_swaps_precision_and_recall(
    gold: list[AnnotatedQuote], found: list[AnnotatedQuote]
) -> None:
    """The figures are symmetric, and overlap is never below exact."""
    one = score([compare(AnnotatedDocument("a", TEXT, tuple(gold)), found)])
    two = score([compare(AnnotatedDocument("a", TEXT, tuple(found)), gold)])
    assert one.content_exact.precision == two.content_exact.recall
    assert one.content_letters.f == pytest.approx(two.content_letters.f)
    assert one.content_overlap.right == two.content_overlap.right
