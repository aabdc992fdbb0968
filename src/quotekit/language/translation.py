"""What each parser's labels are called in one scheme: relations of ClearNLP, tags of the Penn Treebank.

Who speaks is told by the labels of that scheme alone, and named entities by those of OntoNotes: spaCy's
English pipelines have all three, and what they give is not translated. The labels of others are, when a
document is read: a relation that tells something in a table of `quotekit.language.labelling` becomes the
first one of ClearNLP that tells it too. Tables beside those say the rest: ``relations``, ``tags`` and
``entities``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, get_args

from attrs import frozen

from quotekit.language.labelling import NONE, Scheme, labels_in_order
from quotekit.language.tables import Column, Table, read_table

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RelationRow", "TagRow", "Translation", "entity_names", "translation_of_schemes"]

COMMON: Final = "clearnlp"
"""The scheme into which the others are translated."""

SUBTYPE: Final = ":"
"""Stands between a relation and what tells it from others of its kind."""


@frozen
class RelationRow:
    """What a relation is called, where the word and the one above it have certain tags; any where empty."""

    label: str
    tags: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()

    def fits(self, tag: str, above: str) -> bool:
        """Whether a word tagged *tag* below one tagged *above* can have the row's label."""
        return (not self.tags or tag in self.tags) and (not self.above or above in self.above)


@frozen
class TagRow:
    """How words of one part of speech are tagged that a word or features tell; any where both are empty."""

    tag: str
    word: str = ""
    features: frozenset[str] = frozenset()

    def fits(self, word: str, features: frozenset[str]) -> bool:
        """Whether *word*, whose morphology has *features*, is tagged so."""
        return (not self.word or word == self.word) and self.features <= features


@frozen(kw_only=True, eq=False)
class Translation:
    """How the relations and the tags of a language's parsers become those of the one scheme.

    Attributes:
        relations: The rows of each relation that is called otherwise there, the first that fits counting.
        by_tag: Whether tags are the Penn Treebank's, so that the part of speech tells those alone that no
            tagger gave.
    """

    relations: Mapping[str, tuple[RelationRow, ...]]
    by_tag: bool

    def tags_of(self, tokens: Sequence[Token]) -> list[str]:
        """The tag of each of the *tokens* of a document."""
        parts = tag_rows()
        if self.by_tag:
            given = [token.tag_ or token.pos_ for token in tokens]
        else:
            given = [token.pos_ or token.tag_ for token in tokens]
        if parts.keys().isdisjoint(given):
            return given
        return [
            tag_of(token, parts[part]) if part in parts else part
            for token, part in zip(tokens, given, strict=True)
        ]

    def relations_of(self, tokens: Sequence[Token], tags: list[str]) -> list[str]:
        """The relation of each of the *tokens* of a document, which are tagged as in *tags*."""
        given = [token.dep_ for token in tokens]
        if self.by_tag and self.relations.keys().isdisjoint(given):
            return given
        return [
            self.relation_of(relation, tag, tags[token.head.i])
            for token, relation, tag in zip(tokens, given, tags, strict=True)
        ]

    def relation_of(self, relation: str, tag: str, above: str) -> str:
        """What *relation* is called, of a word tagged *tag* below one tagged *above*."""
        rows = self.relations.get(relation)
        if rows is None and SUBTYPE in relation:
            return self.relation_of(relation.partition(SUBTYPE)[0], tag, above)
        return next((row.label for row in rows or () if row.fits(tag, above)), relation)


def tag_of(token: Token, rows: Iterable[TagRow]) -> str:
    """The tag that the first of *rows* gives *token* that fits it."""
    word, features = token.text, frozenset(str(token.morph).split("|"))
    return next((row.tag for row in rows if row.fits(word, features)), token.tag_)


def translation_of_schemes(schemes: Iterable[str]) -> Translation:
    """How the labels of a language's parsers become the one scheme's; of its schemes the first goes first."""
    known = tuple(schemes)
    relations: dict[str, tuple[RelationRow, ...]] = {}
    for scheme in known:
        relations = relations_of_scheme(scheme) | relations
    return Translation(
        relations={
            relation: rows for relation, rows in relations.items() if rows != (RelationRow(relation),)
        },
        by_tag=COMMON in known,
    )


@cache
def relations_of_scheme(scheme: str) -> dict[str, tuple[RelationRow, ...]]:
    """The rows of each relation of *scheme*: those of the table, or one by what it tells; do not change it.

    Raises:
        TableError: A table cannot be read, or lacks a row.
    """
    found: dict[str, tuple[RelationRow, ...]] = {}
    for role, [label, *_] in told_relations(COMMON):
        labels = [label] if scheme == COMMON else labels_in_order(scheme)[role]
        found |= {own: (RelationRow(label),) for own in labels if own not in found}
    listed = listed_relations(scheme)
    return found | {relation: (*rows, *found.get(relation, ())) for relation, rows in listed.items()}


def told_relations(scheme: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the relations of *scheme* tell, with those that tell it, the most usual first."""
    for role, labels in labels_in_order(scheme).items():
        if labels and not role.endswith("_tags"):
            yield role, labels


def listed_relations(scheme: str) -> dict[str, tuple[RelationRow, ...]]:
    """The rows of the table ``relations`` for *scheme*, by their relation."""
    columns = (
        Column("scheme", get_args(Scheme)),
        Column("relation"),
        Column("tags", separator=" "),
        Column("above", separator=" "),
        Column("label"),
    )
    found: dict[str, tuple[RelationRow, ...]] = {}
    for name, relation, tags, above, label in labels_table("relations", *columns, keys=4):
        if name == scheme:
            row = RelationRow(label, several(tags, " "), several(above, " "))
            found[relation] = (*found.get(relation, ()), row)
    return found


@cache
def tag_rows() -> Mapping[str, tuple[TagRow, ...]]:
    """The rows of each part of speech, in order.

    Raises:
        TableError: The table cannot be read.
    """
    found: dict[str, tuple[TagRow, ...]] = {}
    for part, told, tag in labels_table("tags", Column("part"), Column("told by"), Column("tag"), keys=2):
        told_by_form = "=" in told
        row = TagRow(
            tag,
            "" if told_by_form or told == NONE else told,
            several(told, "|") if told_by_form else frozenset(),
        )
        found[part] = (*found.get(part, ()), row)
    return found


@cache
def entity_names() -> Mapping[str, str]:
    """What OntoNotes calls the named entities that others call otherwise.

    Raises:
        TableError: The table cannot be read.
    """
    return dict(labels_table("entities", Column("label"), Column("entity")))


def labels_table(name: str, *columns: Column, keys: int = 1) -> list[list[str]]:
    """The rows of the table *name* beside those of the schemes."""
    return read_table(files(__package__).joinpath("labels").joinpath(f"{name}.tsv"), Table(columns, keys))


def several(cell: str, separator: str) -> frozenset[str]:
    """What *separator* parts in a cell; nothing where the cell says that anything will do."""
    return frozenset() if cell == NONE else frozenset(cell.split(separator))
