"""Files of annotations as the tool brat writes them (Stenetorp et al. 2012), beside the text they are of.

A line is a stretch of text with a label (``T``), an event (``E``), a relation (``R``), an attribute
(``A``, ``M``) or a note (``#``). Equivalences (``*``) and normalisations (``N``) are passed over: quotes
have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import field, frozen

from quotekit.errors import CorpusError
from quotekit.text.ranges import Range

__all__ = ["Attribute", "Brat", "BratRelation", "Note", "Stretch", "parse_brat", "read_brat", "read_text"]

_PASSED_OVER = ("*", "N")
_STRETCH = re.compile(r"(\S+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)")
_COPY = re.compile(r"\d+$")

_SHOWN = 40
"""Characters of a line that an error shows; chosen by hand."""

_SHOWN_NAME = 20
"""Characters of an offset or an id that an error shows; chosen by hand."""


@frozen
class Stretch:
    """Some text with a label; it has several spans where something interrupts it.

    Attributes:
        id: Its name in the file, such as ``T1``.
        label: Its type.
        spans: Where it stands, in characters of the text, by their place.
        text: Its words, as the file repeats them.
    """

    id: str
    label: str
    spans: tuple[Range, ...]
    text: str


@frozen
class BratRelation:
    """An event or a relation: a label, and annotations in their roles.

    Attributes:
        id: Its name in the file, such as ``E1`` or ``R1``.
        label: Its type.
        arguments: Roles and the ids of what fills them. The number is taken off a role that comes
            several times in an event (``Content2``), and kept in a relation (``Arg1``).
        trigger: The id of an event's own stretch of text; None in a relation.
    """

    id: str
    label: str
    arguments: tuple[tuple[str, str], ...]
    trigger: str | None = None

    def fillers(self, role: str) -> list[str]:
        """The ids of what fills a role."""
        return [filler for name, filler in self.arguments if name == role]


@frozen
class Attribute:
    """A property of an annotation; one without a value holds or doesn't."""

    id: str
    label: str
    target: str
    value: str | None = None


@frozen
class Note:
    """What an annotator wrote about an annotation."""

    id: str
    label: str
    target: str
    text: str


@frozen
class Brat:
    """All annotations of a text, by their ids and in the order of the file."""

    stretches: Mapping[str, Stretch] = field(factory=dict)
    events: Mapping[str, BratRelation] = field(factory=dict)
    relations: Mapping[str, BratRelation] = field(factory=dict)
    attributes: Mapping[str, Attribute] = field(factory=dict)
    notes: Mapping[str, Note] = field(factory=dict)

    def spans(self, ids: Iterable[str]) -> tuple[Range, ...]:
        """The spans of some stretches, by their place; an event has those of its trigger."""
        places = (self.events[name].trigger or name if name in self.events else name for name in ids)
        return tuple(sorted({span for place in places for span in self.stretches[place].spans}))


def read_brat(path: Path, length: int) -> Brat:
    """The annotations of a ``.ann`` file.

    Args:
        path: The file, in UTF-8.
        length: How many characters the annotated text has.

    Raises:
        CorpusError: A line is not of brat's form, points outside of the text, uses an id again or
            names one that the file doesn't have.
        OSError: The file cannot be read.
    """
    return parse_brat(read_text(path), length, str(path))


def read_text(path: Path) -> str:
    """The characters of a file as they are, line ends too, so that offsets hold.

    Raises:
        CorpusError: The file is not in UTF-8.
        OSError: The file cannot be read.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CorpusError(str(path), line, "it is not UTF-8") from None


def parse_brat(lines: str, length: int, name: str = "annotations") -> Brat:
    """The annotations in the content of a ``.ann`` file.

    Args:
        lines: The content.
        length: How many characters the annotated text has.
        name: What errors call the file.

    Raises:
        CorpusError: As for `read_brat`.
    """
    brat = Brat({}, {}, {}, {}, {})
    numbered = [
        (number, line.rstrip("\r")) for number, line in enumerate(lines.removeprefix("\ufeff").split("\n"), 1)
    ]
    filled = [(number, line) for number, line in numbered if line.strip()]
    for number, line in filled:
        try:
            _add(brat, line, length)
        except ValueError as error:
            raise CorpusError(name, number, str(error)) from None
    _require_known_targets(brat, {line.split("\t")[0]: number for number, line in filled}, name)
    return brat


def _add(brat: Brat, line: str, length: int) -> None:
    id_, tab, rest = line.partition("\t")
    if id_.startswith(_PASSED_OVER):
        return
    tables = {
        "T": brat.stretches, "E": brat.events, "R": brat.relations,
        "A": brat.attributes, "M": brat.attributes, "#": brat.notes,
    }  # fmt: skip
    table: dict[str, object] | None = tables.get(id_[:1])  # type: ignore[assignment]
    if table is None or not tab:
        raise ValueError(f"{line[:_SHOWN]!r} is no annotation")
    if id_ in table:
        raise ValueError(f"{id_} is there twice")
    table[id_] = _annotation(id_, rest, length)


def _annotation(id_: str, rest: str, length: int) -> object:
    head, _, text = rest.partition("\t")
    if id_[0] == "T":
        return _read_stretch(id_, head, text, length)
    if id_[0] in "ER":
        return _read_relation(id_, head.split())
    label, target, *value = head.split(" ", 2) if " " in head else (head, "")
    if not target:
        raise ValueError(f"{id_} is of nothing")
    return Note(id_, label, target, text) if id_[0] == "#" else Attribute(id_, label, target, *value)


def _read_stretch(id_: str, head: str, text: str, length: int) -> Stretch:
    match = _STRETCH.fullmatch(head)
    if match is None:
        raise ValueError(f"{head[:_SHOWN]!r} is no label with offsets")
    pairs = [span.split(" ") for span in match[2].split(";")]
    spans = sorted((_offset(start, length), _offset(end, length)) for start, end in pairs)
    for start, end in spans:
        if start >= end:
            raise ValueError(f"the span {start} to {end} is empty")
    return Stretch(id_, match[1], tuple(spans), text)


def _offset(digits: str, length: int) -> int:
    if len(digits) > len(str(length)) or int(digits) > length:
        raise ValueError(
            f"offset {digits[:_SHOWN_NAME]} lies outside of the text, which has {length} characters"
        )
    return int(digits)


def _read_relation(id_: str, words: list[str]) -> BratRelation:
    if len(words) < (2 if id_[0] == "R" else 1):
        raise ValueError(f"{id_} links nothing")
    first, *rest = words
    arguments = tuple(map(_argument, rest))
    if id_[0] == "R":
        return BratRelation(id_, first, arguments)
    label, trigger = _argument(first)
    return BratRelation(
        id_, label, tuple((_COPY.sub("", role), filler) for role, filler in arguments), trigger
    )


def _argument(word: str) -> tuple[str, str]:
    role, colon, filler = word.partition(":")
    if not colon:
        raise ValueError(f"{word[:_SHOWN]!r} has no role and target")
    return role, filler


def _require_known_targets(brat: Brat, lines: Mapping[str, int], name: str) -> None:
    """Refuse what points to something that isn't there, or isn't what can be pointed to."""
    stretches = set(brat.stretches)
    places = {*stretches, *brat.events}
    everything = {*places, *brat.relations, *brat.attributes}
    triggers = [(event.id, event.trigger, stretches) for event in brat.events.values()]
    links = (*brat.events.values(), *brat.relations.values())
    fillers = [(link.id, filler, places) for link in links for _, filler in link.arguments]
    remarks: list[Attribute | Note] = [*brat.attributes.values(), *brat.notes.values()]
    targets = [(remark.id, remark.target, everything) for remark in remarks]
    for id_, target, known in (*triggers, *fillers, *targets):
        if target not in known:
            raise CorpusError(
                name, lines[id_], f"{id_} points to {str(target)[:_SHOWN_NAME]!r}, which is not there"
            )
