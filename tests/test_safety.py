"""quotekit runs no code that it is given, opens no connection and starts no program."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import quotekit

PACKAGE = Path(quotekit.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"), key=str)

FORBIDDEN_MODULES = {
    "aiohttp",
    "cloudpickle",
    "dill",
    "ftplib",
    "http",
    "httpx",
    "joblib",
    "marshal",
    "pickle",
    "requests",
    "shelve",
    "socket",
    "subprocess",
    "urllib",
    "urllib3",
    "webbrowser",
}
FORBIDDEN_CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "yaml.load",
    "torch.load",
}

GUILTY = """
import pickle
from urllib import request
def f(): return eval("1"), os.system("ls"), torch.load("a")
"""

INNOCENT = """
from re import compile as pattern
def f(model): model.eval(), torch.load("a", weights_only=True), "exec(1)"
"""


def forbidden(source: str) -> set[str]:
    """The forbidden modules and calls in *source*; torch may load weights only, which runs no code."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names} & FORBIDDEN_MODULES
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module.split(".")[0]} & FORBIDDEN_MODULES
        elif isinstance(node, ast.Call) and "weights_only=True" not in map(ast.unparse, node.keywords):
            found |= {ast.unparse(node.func)} & FORBIDDEN_CALLS
    return found


def test_finds_what_is_forbidden() -> None:
    """The search finds a module, a member of a module and calls, wherever they stand."""
    assert forbidden(GUILTY) == {"pickle", "urllib", "eval", "os.system", "torch.load"}


def test_allows_what_only_looks_like_it() -> None:
    """A method of a forbidden name, a string and weights without code are allowed."""
    assert forbidden(INNOCENT) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_source_is_safe(path: Path) -> None:
    """No module unpickles, evaluates, connects or starts a program."""
    assert forbidden(path.read_text(encoding="utf-8")) == set()


def test_all_modules_are_searched() -> None:
    """The search has files to read."""
    assert {"records.py", "pipelines.py", "extract.py"} <= {path.name for path in MODULES}
