"""Names that are another name of somebody, by what the text itself says, without a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotekit.language import language_of
from quotekit.speakers.cast.canonical_names import canonical_mention
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.cast.gathering import gather_entities
from quotekit.speakers.ground.discourse import read_discourse
from quotekit.speakers.names.name_mentions import find_names

WORDS = language_of("en")


def owners(sentence: str, sources: frozenset[int] = frozenset()) -> list[str]:
    """The fullest name of the bearer of each name in a sentence; ``¶`` is the blank between paragraphs."""
    words = ["\n\n" if word == "¶" else word for word in sentence.split()]
    tags = ["NNP" if word[0].isupper() or word[0] == "É" else "VBD" for word in words]
    text = read_discourse(Doc(spacy.blank("en").vocab, words=words, tags=tags), ())
    names = find_names(text, WORDS)
    cast = gather_entities(text, names, WORDS, sources)
    full = [canonical_mention(text, cast.by_mention[name.first], WORDS) for name in names]
    return [" ".join(text.words[name.first : name.last]) for name in full]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("then Dineo Lauk , also known as Vexa , sang . Vexa left", ["Dineo Lauk"] * 3),
        ("then Dineo Lauk , who goes by Bo , sang . Bo left", ["Dineo Lauk"] * 3),
        ("then Dineo Lauk , née Holm , sang . Holm left", ["Dineo Lauk"] * 3),
        ("then Dineo Lauk ( DL , chair ) sat . DL left", ["Dineo Lauk"] * 3),
        ("then Dineo Lauk ( UNO ) sat . UNO left", ["Dineo Lauk", "UNO", "UNO"]),
        ("then Dineo Lauk met Vexa . Vexa left", ["Dineo Lauk", "Vexa", "Vexa"]),
    ],
)
def test_second_names(sentence: str, expected: list[str]) -> None:
    """What stands between two names, or a bracket with initials, tells that they are one person's."""
    assert owners(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "then Dineo Lauk met Olle Holm there again today . ¶ DL : sit",
            ["Dineo Lauk", "Olle Holm", "Dineo Lauk"],
        ),
        ("then Dineo Lauk met Dagny Lok there again today . ¶ DL : sit", ["Dineo Lauk", "Dagny Lok", "DL"]),
    ],
)
def test_initials_on_labels(sentence: str, expected: list[str]) -> None:
    """Initials that open a turn are whoever alone has them."""
    label = [at for at, word in enumerate(sentence.split()) if word == "DL"]
    assert owners(sentence, frozenset(label)) == expected


def test_one_spelling() -> None:
    """A name is the same with its accents, without, and with two letters for one."""
    found = owners("then Ilka Jürgens spoke . Juergens left . Jurgens slept")
    assert found == ["Ilka Jürgens"] * 3


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lauk Warns Harbour Lords ¶ then Dineo Lauk spoke", ["Dineo Lauk", "Dineo Lauk"]),
        ("Dineo Lauk : Harbour Unsafe ¶ then Lauk spoke", ["Dineo Lauk", "Harbour Unsafe", "Dineo Lauk"]),
    ],
)
def test_headlines(sentence: str, expected: list[str]) -> None:
    """Among the capitals of a headline only words of names are names, unless a mark closes one."""
    assert owners(sentence) == expected


def test_heading_introduces_nobody() -> None:
    """What a heading in capitals makes of a name is not what its bearer is called."""
    words = ("DE CHEZ HOLM ¶ " + "then Greta Holm sat . " * 2 + "then Holm sat . " * 20).split()
    tags = ["NNP" if word[0].isupper() else "VBD" for word in words]
    text = read_discourse(
        Doc(spacy.blank("en").vocab, words=["\n\n" if word == "¶" else word for word in words], tags=tags), ()
    )
    bearer = Entity(0, "PERSON", names=find_names(text, WORDS))
    fullest = canonical_mention(text, bearer, WORDS)
    assert text.words[fullest.first : fullest.last] == ["Greta", "Holm"]
