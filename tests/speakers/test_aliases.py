"""The caller's names for speakers."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotekit import Settings
from quotekit.language import language_of
from quotekit.speakers.cast.alias_bearers import call_by_aliases
from quotekit.speakers.cast.gathering import gather_entities
from quotekit.speakers.ground.discourse import read_discourse
from quotekit.speakers.ground.personal_names import parse_name
from quotekit.speakers.names.aliases import read_aliases
from quotekit.speakers.names.name_mentions import find_names

ALIASES = {"Elizabeth Bright": ["Lizzy", "Miss Bright"], "Mrs. Bright": ["Mrs. E. Bright"]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lizzy", "Elizabeth Bright"),
        ("Elizabeth Bright", "Elizabeth Bright"),
        ("ELIZABETH BRIGHT", "Elizabeth Bright"),
        ("Miss Bright", "Elizabeth Bright"),
        ("Mrs. Bright", "Mrs. Bright"),
        ("Bright", None),
    ],
)
def test_called(name: str, expected: str | None) -> None:
    """A name is looked up with its titles first, then without them."""
    aliases = read_aliases(Settings(aliases=ALIASES), language_of("en"))
    read = parse_name(name.split(), language_of("en"))
    assert aliases is not None
    assert read is not None
    assert aliases.called(read) == expected


def test_called_by_very_words() -> None:
    """A name without a title is not of somebody with one, where somebody else bears it as it stands."""
    aliases = read_aliases(Settings(aliases={"Boss": ["Lund"]}), language_of("en"))
    read = parse_name(["Mrs.", "Lund"], language_of("en"))
    assert aliases is not None
    assert read is not None
    assert (aliases.called(read), aliases.called(read, {("lund",)})) == ("Boss", None)


@pytest.mark.parametrize(
    ("lang", "alias", "words", "expected"),
    [
        ("en", "the captain", ["The", "Captain"], True),
        ("en", "captain", ["this", "captain"], True),
        ("en", "The vice-captain", ["vice", "-", "captain"], True),
        ("en", "the captain", ["a", "captain"], False),
        ("en", "the captain", ["his", "captain"], False),
        ("en", "the captain", ["the", "old", "captain"], False),
        ("en", "the", ["the"], True),
        ("fr", "l'avocat", ["l’", "avocat"], True),
        ("fr", "avocat", ["l'", "avocat"], True),
        ("fr", "le ministre", ["ministre"], True),
    ],
)
def test_described(lang: str, alias: str, words: list[str], expected: bool) -> None:
    """A description is known without regard to case and to the article in front, and by no fewer words."""
    aliases = read_aliases(Settings(aliases={"Tove Brandt": [alias]}), language_of(lang))
    assert aliases is not None
    assert aliases.described(word.lower() for word in words) == ("Tove Brandt" if expected else None)


def test_a_name_that_two_can_bear() -> None:
    """It names whom the caller says where it stands, and tells of neither of the two."""
    words = ["Ada", "Lund", "met", "Tom", "Lund", ".", "Lund", "left", ".", "Tom", "Lund", "stayed"]
    tags = ["NNP" if word[0].isupper() else "VBD" for word in words]
    text = read_discourse(Doc(spacy.blank("en").vocab, words=words, tags=tags), ())
    names = find_names(text, language_of("en"))
    cast = gather_entities(text, names, language_of("en"))
    aliases = read_aliases(Settings(aliases={"Boss": ["Lund"]}), language_of("en"))
    assert aliases is not None
    call_by_aliases(cast, names, aliases)
    assert [cast.by_mention[name.first].alias for name in names] == [None, None, "Boss", None]
    assert len({cast.by_mention[name.first].number for name in names}) == 3


def test_no_aliases() -> None:
    """Settings without aliases have none to look up."""
    assert read_aliases(Settings(), language_of("en")) is None
