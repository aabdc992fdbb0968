"""What the text says that somebody is, on documents made by hand, without a model."""

from __future__ import annotations

from collections import Counter

import pytest
from handmade import parsed, worked

from quotekit.records import Pronoun
from quotekit.speakers.mentions.roles import count_pronouns, fullest_role, most_frequent_pronoun

LUND = "Mary NNP Mary compound 1\nLund NNP Lund nsubj 2\nleft VBD leave ROOT 2\n. . . punct 2\n"


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (LUND, None),
        ("the DT the det 2\nnew JJ new amod 2\nmayor NN mayor compound 4\nMary NNP Mary compound 4\n"
         "Lund NNP Lund nsubj 5\nleft VBD leave ROOT 5", "the new mayor"),
        ("Mary NNP Mary compound 1\nLund NNP Lund nsubj 7\n, , , punct 1\nmayor NN mayor appos 1\n"
         "of IN of prep 3\nTarn NNP Tarn pobj 4\n, , , punct 1\nleft VBD leave ROOT 7", "mayor of Tarn"),
        ("the DT the det 1\nmayor NN mayor nsubj 6\n, , , punct 1\nMary NNP Mary compound 4\n"
         "Lund NNP Lund appos 1\n, , , punct 1\nleft VBD leave ROOT 6", "the mayor"),
        (LUND + "Lund NNP Lund nsubj 5\nis VBZ be ROOT 5\n"
         "a DT a det 7\nteacher NN teacher attr 5", "a teacher"),
        (LUND + "teacher NN teacher compound 5\nLund NNP Lund nsubj 6\nleft VBD leave ROOT 6", "teacher"),
        ("the DT the det 1\nharbour NN harbour compound 3\nMary NNP Mary compound 3\n"
         "Lund NNP Lund nsubj 4\nleft VBD leave ROOT 4", None),
    ],
    ids=["none", "in front", "apposition", "name apposed", "copula", "before a surname", "a thing"],
)  # fmt: skip
def test_fullest_role(lines: str, role: str | None) -> None:
    """A role stands in front of a name, in apposition to it or in its predicate, with what depends on it."""
    work = worked(parsed(lines))
    text, language = work.text, work.reading.language
    [entity] = [entity for entity in work.reading.cast.entities if entity.names and entity.label == "PERSON"]
    tokens = fullest_role(text, entity, language)
    assert (None if tokens is None else " ".join(text.words[at] for at in tokens)) == role


def test_no_name() -> None:
    """Whoever has no name is called by a description already."""
    work = worked(parsed("the DT the det 1\ndriver NN driver nsubj 2\nleft VBD leave ROOT 2"))
    [driver] = work.reading.cast.entities
    assert fullest_role(work.text, driver, work.reading.language) is None


@pytest.mark.parametrize(
    ("counts", "pronoun"),
    [
        ({}, None),
        ({"she": 1}, "she"),
        ({"she": 3, "he": 1}, "she"),
        ({"he": 2, "she": 2}, None),
        ({"they": 1}, "they"),
    ],
)
def test_most_frequent_pronoun(counts: dict[Pronoun, int], pronoun: Pronoun | None) -> None:
    """The text calls somebody what it mostly calls them, and nothing where it does not say."""
    assert most_frequent_pronoun(Counter(counts)) == pronoun


def test_pronouns_are_of_the_text() -> None:
    """A pronoun is counted for whom it means; a first name alone tells none."""
    lines = (
        LUND
        + "She PRP she nsubj 5\nslept VBD sleep ROOT 5\n. . . punct 5\nTom NNP Tom nsubj 8\nleft VBD leave"
    )
    work = worked(parsed(lines))
    reading = work.reading
    counts = count_pronouns(reading.text, reading.mentions, reading.referents, reading.language)
    called = {entity.names[0].name.first: counts.get(entity.number) for entity in reading.cast.entities}  # type: ignore[union-attr]
    assert called == {"mary": Counter({"she": 1}), "tom": None}
