"""Who is quoted over many documents: what is put together, by which evidence, and what is not."""

from __future__ import annotations

import json

import pytest

import quotekit
from quotekit import InputTypeError, LanguageError, Quote, QuotedText, Span, Speaker


def text_with(
    name: str, *said: tuple[str | None, str], outlet: str = "Post", label: str = "PERSON"
) -> QuotedText:
    """A text whose speakers said these words; a name that begins small is a description."""
    quotes: list[Quote] = []
    for speaker, words in said:
        start = quotes[-1].end + 1 if quotes else 0
        span = Span(start, start + len(words), words)
        how = "unnamed" if speaker and speaker[0].islower() else "name"
        record = Speaker(speaker, label, Span(0, len(speaker), speaker), how) if speaker else None  # type: ignore[arg-type]
        quotes.append(Quote("direct", (span,), speaker=record))
    return QuotedText(name, None, tuple(quotes), {"outlet": outlet} if outlet else {})


def summary(people: list[quotekit.Person]) -> list[tuple[str | None, int, int, int]]:
    """Name, documents, quotes and words of each."""
    return [(one.name, one.documents, one.quotes, one.words) for one in people]


def test_same_full_name() -> None:
    """The same full name is one person in all documents and outlets, whatever title stands before it."""
    found = quotekit.cast(
        [
            text_with("a", ("Helen Brandt", "one two three"), ("Omar Diaz", "one")),
            text_with("b", ("Dr. Helen Brandt", "four five"), outlet="Herald"),
        ]
    )
    assert summary(found) == [("Helen Brandt", 2, 2, 5), ("Omar Diaz", 1, 1, 1)]
    assert {use.evidence for use in found[0].names} == {"full name"}
    assert found[0].share == pytest.approx(5 / 6)


def test_surname_in_its_outlet() -> None:
    """A surname is the one person who bears it in the outlet, and says that this is why."""
    found = quotekit.cast(
        [
            text_with("a", ("Helen Brandt", "one two")),
            text_with("b", ("Brandt", "three"), ("Mr. Brandt", "four")),
            text_with("c", ("Brandt", "five"), outlet="Herald"),
        ]
    )
    assert summary(found) == [("Helen Brandt", 2, 3, 4), ("Brandt", 1, 1, 1)]
    evidence = {use.name: use.evidence for use in found[0].names}
    assert evidence == {
        "Helen Brandt": "full name",
        "Brandt": "only one of this surname",
        "Mr. Brandt": "only one of this surname",
    }
    assert found[1].names[0].evidence == "this name alone"


def test_surname_of_two() -> None:
    """A surname that two bear stands for itself."""
    found = quotekit.cast(
        [
            text_with("a", ("Helen Brandt", "one two"), ("Max Brandt", "one")),
            text_with("b", ("Brandt", "three")),
        ]
    )
    assert [person.name for person in found] == ["Helen Brandt", "Brandt", "Max Brandt"]


def test_organisations_have_no_surname() -> None:
    """The last word of an organisation's name is nobody's surname."""
    found = quotekit.cast([text_with("a", ("Save Brandt", "one"), ("Brandt", "two"), label="ORG")])
    assert len(found) == 2


def test_nobody_named() -> None:
    """Descriptions and quotes of nobody are counted together, last, and never taken for a person."""
    found = quotekit.cast(
        [
            text_with("a", ("a spokesman", "one two three")),
            text_with("b", ("a spokesman", "four"), (None, "five")),
            text_with("c", ("Ann Lee", "six")),
        ]
    )
    assert summary(found) == [("Ann Lee", 1, 1, 1), (None, 2, 3, 5)]


def test_table_of_people() -> None:
    """The user's table has the last word, gives ids, and is reached by a surname too."""
    people = {"Q1": ["Helen Brandt", "H. Brandt", "the Iron Mayor"]}
    found = quotekit.cast(
        [text_with("a", ("H. Brandt", "one"), ("Helen Brandt", "two")), text_with("b", ("Max Orr", "three"))],
        people=people,
    )
    assert [(person.name, person.id, person.quotes) for person in found] == [
        ("Helen Brandt", "Q1", 2),
        ("Max Orr", None, 1),
    ]
    assert {use.evidence for use in found[0].names} == {"table of people"}


def test_as_data() -> None:
    """A person is plain data."""
    [person] = quotekit.cast([text_with("a", ("Ann Lee", "one"))])
    data = json.loads(json.dumps(person.to_dict()))
    assert data["names"] == [
        {"name": "Ann Lee", "outlet": "Post", "evidence": "full name", "documents": 1, "quotes": 1}
    ]


def test_wrong_input() -> None:
    """What is no text with quotes, no table of people or no language is refused."""
    with pytest.raises(InputTypeError, match="texts with their quotes"):
        quotekit.cast([[]])  # type: ignore[list-item]
    with pytest.raises(InputTypeError, match="ids with the names of each person"):
        quotekit.cast([], people={"Q1": 5})  # type: ignore[dict-item]
    with pytest.raises(LanguageError):
        quotekit.cast([], lang="xx")
    assert quotekit.cast([]) == []
