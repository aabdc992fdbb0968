"""The records of the speakers' rooms change themselves alone, and their constants are told apart."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

import quotekit.speakers

PACKAGE = Path(quotekit.speakers.__file__).parent
CHANGING = {"add", "append", "clear", "extend", "insert", "pop", "setdefault", "update"}
"""Methods that change what a field holds."""

ROOMS = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent != PACKAGE]


@pytest.mark.parametrize(
    "path",
    [path for path in ROOMS if path.name != "entities.py"],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_records_are_changed_by_their_own_methods(path: Path) -> None:
    """No module writes a field of an entity, a cast or a progress, nor changes what it holds."""
    written: list[ast.expr] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            written.append(node.value if isinstance(node, ast.Subscript) else node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            written.append(node.func.value)
    fields = {ast.unparse(field) for field in written if isinstance(field, ast.Attribute)}
    assert {field for field in fields if not field.startswith("self.") and field[-5:] != ".cast"} == set()


def test_a_constant_stands_for_one_thing() -> None:
    """No two modules give different things the same name, and each constant says what it is."""
    homes: dict[str, list[str]] = {}
    unexplained = []
    for path in sorted(PACKAGE.rglob("*.py")):
        body = ast.parse(path.read_text("utf-8")).body
        for node, after in pairwise([*body, ast.Pass()]):
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and target.id.isupper():
                homes.setdefault(target.id, []).append(path.name)
                if not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)):
                    unexplained.append((path.name, target.id))
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
    assert unexplained == []
