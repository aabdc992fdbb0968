"""Whose a name is, on documents of nothing but names, without a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotekit.language import language_of
from quotekit.speakers.cast import name_index
from quotekit.speakers.cast.gathering import gather_entities
from quotekit.speakers.ground.discourse import read_discourse
from quotekit.speakers.names.name_mentions import find_names

WORDS = language_of("en")


def bearers(sentence: str) -> list[int]:
    """The number of the entity of each name in a sentence whose capitalised words are names."""
    words = sentence.split()
    doc = Doc(
        spacy.blank("en").vocab, words=words, tags=["NNP" if word[0].isupper() else "VBD" for word in words]
    )
    text = read_discourse(doc, ())
    names = find_names(text, WORDS)
    cast = gather_entities(text, names, WORDS)
    return [cast.by_mention[name.first].number for name in names]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Lund spoke . Lund left", [0, 0]),
        ("Lund spoke . Ada Lund left", [0, 0]),
        ("Ada Lund met Tom Lund . Ada left", [0, 1, 0]),
        ("Ada Lund met Tom Lund . Lund left", [0, 1, 1]),
        ("Ada Lund met Tom Lund . Mr. Lund left", [0, 1, 1]),
        ("Ada Lund met Tom Lund . Mrs. Lund left", [0, 1, 0]),
        ("Ada Lund met Tom Brandt . Brandt left", [0, 1, 1]),
        ("Tom Lund met T. Lund", [0, 0]),
        ("Elizabeth Lund spoke . Lizzy left", [0, 0]),
        ("Mr. Lund met Mrs. Lund", [0, 1]),
        ("J. R. Lund spoke . J. R. left . Lund slept", [0, 0, 0]),
        ("Dineo Le Roux spoke . Le Roux left", [0, 0]),
        ("Pia Mac Rook Bay spoke . Mac Rook Bay left", [0, 0]),
        ("Yara Abd Salim spoke . Abd Salim left", [0, 0]),
        ("Dineo spoke . Dineo Rauk left . Rauk slept", [0, 0, 0]),
        ("Tom Lund Jr. met Tom Lund Sr.", [0, 1]),
        ("Tom Lund KC spoke . Lund left", [0, 0]),
    ],
)
def test_short_names_find_their_owner(sentence: str, expected: list[int]) -> None:
    """A short name is whoever fits and was last named, or else is named next."""
    assert bearers(sentence) == expected


def test_hundreds_of_one_surname(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many bearers of a surname only those near by are compared, so that time stays linear."""
    compared = 0
    compatible = name_index.are_compatible

    def counted(*names: object) -> bool:
        nonlocal compared
        compared += 1
        return compatible(*names)  # type: ignore[arg-type]

    monkeypatch.setattr(name_index, "are_compatible", counted)
    counts = {}
    for many in (200, 400):
        compared = 0
        people = [f"{chr(65 + at % 26)}{chr(97 + at // 26)}ra Brandt" for at in range(many)]
        found = bearers(" . ".join(f"{person} spoke . Brandt left" for person in people))
        assert found == [at for at in range(many) for _ in (0, 1)]
        counts[many] = compared
    assert counts[400] < 2.5 * counts[200]
