"""Personal names: their parts, and which can be the same person's."""

from __future__ import annotations

import pytest

from quotekit.language import language_of
from quotekit.speakers.ground.personal_names import Name, are_compatible, parse_name

WORDS = language_of("en")


def read(name: str) -> Name:
    """The name that a string is."""
    found = parse_name(name.split(), WORDS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "titles", "parts", "gender"),
    [
        ("Tovelin Brandt", (), ("tovelin", "brandt"), "-"),
        ("Mary Brandt", (), ("mary", "brandt"), "f"),
        ("Sen. Mary Brandt", ("sen",), ("mary", "brandt"), "f"),
        ("Former President Lund", ("former", "president"), ("lund",), "-"),
        ("Mrs. Lund", ("mrs",), ("lund",), "f"),
        ("Dr. Ludo van der Berg", ("dr",), ("ludo", "van", "der", "berg"), "m"),
        ("Peter Lund Jr.", (), ("peter", "lund"), "m"),
        ("Dean Lund", (), ("dean", "lund"), "m"),
    ],
)
def test_parts(text: str, titles: tuple[str, ...], parts: tuple[str, ...], gender: str) -> None:
    """Titles and suffixes are told from the name, and tell the gender before the first name does."""
    name = read(text)
    assert (name.titles, name.parts, name.gender) == (titles, parts, gender)


def test_only_a_title_is_no_name() -> None:
    """No words, no name; one word is a name even if it could be a title."""
    assert parse_name([], WORDS) is None
    assert read("Judge").parts == ("judge",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tove Brandt", "Brandt", True),
        ("Tove Brandt", "Tove", True),
        ("Tove Brandt", "Nils Brandt", False),
        ("Tove Brandt", "T. Brandt", True),
        ("Elizabeth Lund", "Lizzy", True),
        ("Elizabeth Lund", "Beth Lund", True),
        ("Peter Lund", "Mr. Lund", True),
        ("Peter Lund", "Mrs. Lund", False),
        ("Mr. Lund", "Mrs. Lund", False),
        ("Mrs. Lund", "Miss Lund", False),
        ("Mary Warren", "Warren", True),
        ("Tove Anna Brandt", "Tove Brandt", True),
        ("Captain Archer", "Archer Lund", False),
    ],
)
def test_compatible(one: str, other: str, same: bool) -> None:
    """Names of one person differ in length, in short forms and in titles, not in first name or gender."""
    assert are_compatible(read(one), read(other), WORDS) is same
    assert are_compatible(read(other), read(one), WORDS) is same


def test_a_tail_of_a_name_is_a_surname() -> None:
    """A name that begins with a particle is a surname of several words, unless it is a first name."""
    assert not read("van der Berg").is_full
    assert read("Ben Lund").is_full


def test_honours_and_generations() -> None:
    """Honours are no part of a name; what tells a son from his father is kept beside it."""
    assert read("Ada Lund OBE").parts == ("ada", "lund")
    assert read("Tom Lund Jr.").generation == "jr"
    assert read("Wei Am").parts == ("wei", "am")
