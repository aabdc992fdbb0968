"""No word of any language stands in the code that finds, judges and verifies quotations: words are tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import quotekit.evaluation.names

PACKAGE = Path(quotekit.__file__).parent
ROOMS = ("finders", "parse", "quotes", "speakers", "text", "verdict", "verify")
OTHER_PARTS = frozenset({"incises.py", "joining.py"})
"""Modules in which a part is a kind of record, and no word of a name."""

MODULES = [
    *(
        path
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if path.name not in OTHER_PARTS
    ),
    Path(quotekit.evaluation.names.__file__),
]

TEXTS = frozenset(
    {"bare", "lemma", "lemmas", "lower", "lower_at", "noun", "part", "parts", "word", "word_at", "words"}
)
"""Names of what holds words of a text, or gives one of them."""

ENDINGS = frozenset({"endswith", "removeprefix", "removesuffix", "startswith"})
"""Methods that compare a part of a word."""

COLLECTIONS = frozenset({"frozenset", "set", "tuple"})
"""What is called to hold several texts; what else is called is asked for a table by its name."""

SIGNS = frozenset({"s", "'s", "’s"})
"""What may stand in code: the endings of a plural and of a possessive, which no parse parts from the noun."""


def reads_text(node: ast.expr) -> bool:
    """Whether an expression is a word of a text."""
    if isinstance(node, ast.Subscript):
        return reads_text(node.value)
    if isinstance(node, ast.Call):
        return reads_text(node.func)
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in TEXTS


def literals(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """The texts that an expression is or, as a set or a module's constant, holds."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from literals(constants[node.id], {})
    elif isinstance(node, ast.BinOp):
        yield from (one for side in (node.left, node.right) for one in literals(side, constants))
    elif isinstance(node, (ast.Set, ast.List, ast.Tuple)):
        yield from (one for element in node.elts for one in literals(element, constants))
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in COLLECTIONS:
        yield from (one for argument in node.args for one in literals(argument, constants))


def compared(node: ast.AST) -> list[ast.expr]:
    """What a word of a text is compared with at *node*, if it is."""
    if isinstance(node, ast.Compare) and any(map(reads_text, (node.left, *node.comparators))):
        return [side for side in (node.left, *node.comparators) if not reads_text(side)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ENDINGS:
        return node.args if reads_text(node.func.value) else []
    return []


def words_in(source: str) -> list[str]:
    """The words in lower case with which a module compares those of a text."""
    tree = ast.parse(source)
    constants: dict[str, ast.expr] = {}
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(target, ast.Name) and node.value:
            constants[target.id] = node.value
    found = (one for node in ast.walk(tree) for side in compared(node) for one in literals(side, constants))
    return [one for one in found if one.islower() and one not in SIGNS]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.name))
def test_a_text_is_compared_with_tables(path: Path) -> None:
    """What a text is compared with comes from the tables of its language."""
    assert words_in(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'text.lower[at] == "the"',
        'text.lemmas[at] in {"be", "become"}',
        'text.lower_at(at + 1) in ["-", "old"]',
        'lemma.startswith("co-")',
        'LITTLE = frozenset({"of"})\nword in LITTLE | OTHERS',
    ],
)
def test_a_word_in_code_is_found(source: str) -> None:
    """However it is compared."""
    assert words_in(source)


def test_signs_and_labels_are_no_words() -> None:
    """Marks, the parser's labels and the kinds of records may stand in code."""
    assert words_in('text.words[at] == "," and text.deps[at] == "nsubj" and mention.kind == "name"') == []
