"""Who is quoted over many documents: names of one person put together, with what speaks for each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from attrs import asdict, field, frozen

from quotekit.errors import InputTypeError
from quotekit.export.csv_files import csv_line
from quotekit.export.documents import QuotedText, checked_texts
from quotekit.given import checked_items, checked_value
from quotekit.language import Language, language_of
from quotekit.records import Speaker
from quotekit.shares import speaker_shares

__all__ = ["Evidence", "NameUse", "Person", "cast", "people_lines"]

_COLUMNS = ("name", "id", "label", "documents", "quotes", "words", "share", "names")

Evidence = Literal["table of people", "full name", "only one of this surname", "this name alone"]
"""Why a name is taken for a person's: the user's table; two words or more that are the same; or a surname
that one person alone bears in the outlet. ``this name alone`` was put together with nothing but itself.
"""


@frozen
class NameUse:
    """A name that a person is quoted under.

    Attributes:
        name: The name, as the first document that has it gives it.
        outlet: The outlet whose documents have it, ``""`` where they tell none.
        evidence: Why it is taken for this person's.
        documents: How many documents have it.
        quotes: How many quotes are given to it.
    """

    name: str
    outlet: str
    evidence: Evidence
    documents: int
    quotes: int


@frozen
class Person:
    """Somebody who is quoted.

    Attributes:
        name: The fullest of their names, titles aside, or that of the user's table; None for everybody whom
            their texts do not name.
        id: What the user's table calls them, such as ``Q42``; None for others.
        label: What it is: ``PERSON``, ``ORG`` or another label; None where nobody is named.
        documents: How many documents quote them.
        quotes: How many quotes are theirs.
        words: How many words these hold.
        share: These words by all quoted words, 0 to 1.
        names: The names that they are quoted under, those with most quotes first.
    """

    name: str | None
    id: str | None
    label: str | None
    documents: int
    quotes: int
    words: int
    share: float
    names: tuple[NameUse, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """This record as plain, JSON-ready data."""
        return {**asdict(self), "names": [asdict(name) for name in self.names]}


@frozen
class _Sight:
    """One name in one document, with what is given to it there."""

    document: int
    outlet: str
    name: str | None
    words_of_name: tuple[str, ...]
    label: str | None
    quotes: int
    words: int


_Key = tuple[str, ...]


def cast(
    documents: Iterable[QuotedText],
    *,
    people: Mapping[str, Iterable[str]] | None = None,
    outlet: str = "outlet",
    lang: str = "en",
) -> list[Person]:
    """Who is quoted in *documents*, how often and with how many words.

    The same full name is the same person everywhere. A surname alone is the person who bears it, where an
    outlet quotes one alone by a full name with it; else it stands for itself. Descriptions, such as "a
    spokesman", name nobody and are never put together.

    Args:
        documents: Texts with their quotes.
        people: Ids of people with their names, the first of which is what they are called; such as
            ``{"Q42": ["Douglas Adams", "D. N. Adams"]}``. It goes before everything else.
        outlet: The field of a document that tells its outlet.
        lang: The language whose titles do not count as parts of names.

    Returns:
        The people, those with most quoted words first, and nobody named last.

    Raises:
        InputTypeError: *documents* are no texts with quotes, or *people* are no mapping of names.
        LanguageError: There are no word lists for *lang*.
    """
    language = language_of(checked_value(lang, str, "the code of a language, such as 'en'"))
    known = _known_people(people, language)
    sights = [
        sight
        for number, document in enumerate(checked_texts(documents))
        for sight in _sights(number, document, str(document.fields.get(outlet) or ""), language)
    ]
    bearers = _bearers_of_surnames(sights)
    groups: dict[_Key | None, list[tuple[_Sight, Evidence]]] = defaultdict(list)
    for sight in sights:
        key, evidence = _person_of(sight, known, bearers)
        groups[key].append((sight, evidence))
    total = sum(sight.words for sight in sights) or 1
    names = {key: (id_, name) for key, id_, name in known.values()}
    found = [
        _person_of_group(group, total, *names.get(key or (), (None, None))) for key, group in groups.items()
    ]
    return sorted(
        found, key=lambda person: (person.name is None, -person.words, -person.quotes, person.name or "")
    )


def _known_people(
    people: Mapping[str, Iterable[str]] | None, language: Language
) -> dict[_Key, tuple[_Key, str, str]]:
    """The key, the id and the first name of the person of each name in the user's table."""
    found: dict[_Key, tuple[_Key, str, str]] = {}
    if people is not None and not isinstance(people, Mapping):
        raise InputTypeError(type(people).__name__, _PEOPLE)
    for id_, names in (people or {}).items():
        listed = [names] if isinstance(names, str) else list(names) if isinstance(names, Iterable) else []
        if not isinstance(id_, str) or not listed or not all(isinstance(name, str) for name in listed):
            raise InputTypeError(f"{id_!r}: {names!r}", _PEOPLE)
        for name in listed:
            found.setdefault(_words_of_name(name, language), (("", id_), id_, listed[0]))
    return found


_PEOPLE = "ids with the names of each person, such as {'Q42': ['Douglas Adams']}"


def _sights(number: int, document: QuotedText, outlet: str, language: Language) -> Iterable[_Sight]:
    """The names of a document; descriptions of people who are not named count as no name."""
    speakers: dict[str | None, Speaker] = {
        quote.speaker.name: quote.speaker for quote in document.quotes if quote.speaker is not None
    }
    unnamed = {speaker.name for speaker in speakers.values() if speaker.how == "unnamed"}
    for share in speaker_shares([document.quotes]):
        name = None if share.speaker in unnamed else share.speaker
        words = _words_of_name(name, language) if name else ()
        label = speakers[name].label if name else None
        yield _Sight(number, outlet, name, words, label, share.quotes, share.words)


def _words_of_name(name: str, language: Language) -> _Key:
    """The words of a name without titles before it, as they are compared."""
    words = [word.strip(".,").casefold() for word in name.split()]
    while len(words) > 1 and language.is_title(words[0]):
        words.pop(0)
    return tuple(words)


def _bearers_of_surnames(sights: Iterable[_Sight]) -> dict[tuple[str, str], set[_Key]]:
    """The full names of persons that end with a surname, by outlet and surname."""
    found: dict[tuple[str, str], set[_Key]] = defaultdict(set)
    for sight in sights:
        if len(sight.words_of_name) > 1 and sight.label == "PERSON":
            found[sight.outlet, sight.words_of_name[-1]].add(sight.words_of_name)
    return found


def _person_of(
    sight: _Sight, known: Mapping[_Key, tuple[_Key, str, str]], bearers: Mapping[tuple[str, str], set[_Key]]
) -> tuple[_Key | None, Evidence]:
    """What stands for the person of a name, None where nobody is named, and the evidence."""
    words = sight.words_of_name
    evidence: Evidence = "full name"
    if not words:
        return None, "this name alone"
    if words not in known and len(words) == 1:
        full = bearers.get((sight.outlet, words[0]), set()) if sight.label == "PERSON" else set()
        if len(full) != 1:
            return (words[0],), "this name alone"
        [words] = full
        evidence = "only one of this surname"
    if words in known:
        return known[words][0], "table of people"
    return words, evidence


def _person_of_group(
    group: list[tuple[_Sight, Evidence]], total: int, id_: str | None, name: str | None
) -> Person:
    uses: dict[tuple[str, str], list[tuple[_Sight, Evidence]]] = defaultdict(list)
    quotes = Counter[tuple[int, str]]()
    for sight, evidence in group:
        if sight.name is not None:
            uses[sight.name, sight.outlet].append((sight, evidence))
            quotes[len(sight.words_of_name), sight.name] += sight.quotes
    words = sum(sight.words for sight, _ in group)
    fullest = max(quotes, key=lambda one: (one[0], quotes[one]), default=None)
    return Person(
        name=name or (fullest and fullest[1]),
        id=id_,
        label=group[0][0].label,
        documents=len({sight.document for sight, _ in group}),
        quotes=sum(sight.quotes for sight, _ in group),
        words=words,
        share=words / total,
        names=tuple(sorted(map(_name_use, uses.values()), key=lambda use: (-use.quotes, use.name))),
    )


def _name_use(sights: list[tuple[_Sight, Evidence]]) -> NameUse:
    first, evidence = sights[0]
    assert first.name is not None  # noqa: S101 - only names have uses
    documents = len({sight.document for sight, _ in sights})
    return NameUse(first.name, first.outlet, evidence, documents, sum(sight.quotes for sight, _ in sights))


def people_lines(people: Iterable[Person]) -> Iterator[str]:
    """The lines of a CSV file: a row for each person, whose names stand in one column with semicolons."""
    yield csv_line(_COLUMNS)
    for person in checked_items(people, Person, "people, as quotekit.cast gives"):
        names = "; ".join(dict.fromkeys(use.name for use in person.names))
        yield csv_line([*(getattr(person, name) for name in _COLUMNS[:-1]), names])
