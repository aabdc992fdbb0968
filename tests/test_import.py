"""What ``import quotekit`` loads and offers."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import quotekit

HEAVY = ["spacy", "textacy", "thinc", "numpy", "torch", "onnxruntime", "typer", "rich"]

REPORT = """
import json, sys, time
start = time.perf_counter()
import quotekit
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "modules": sorted(sys.modules)}))
"""


def fresh_import() -> dict[str, object]:
    """What a new interpreter says after importing quotekit: the seconds, and the loaded modules."""
    run = subprocess.run([sys.executable, "-c", REPORT], capture_output=True, text=True, check=True)
    report: dict[str, object] = json.loads(run.stdout)
    return report


def typed_imports() -> dict[str, str]:
    """The names that the package imports for type checkers, with their modules."""
    tree = ast.parse(Path(quotekit.__file__).read_text(encoding="utf-8"))
    guarded = [node for node in tree.body if isinstance(node, ast.If)]
    imports = [node for guard in guarded for node in guard.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def test_import_is_light() -> None:
    """Importing quotekit loads neither spaCy nor textacy nor anything else that is large."""
    modules = fresh_import()["modules"]
    assert [name for name in HEAVY if name in modules] == []


def test_import_is_fast() -> None:
    """Importing quotekit takes less than 0.15 seconds, at the best of three times."""
    assert min(fresh_import()["seconds"] for _ in range(3)) < 0.15


@pytest.mark.parametrize("name", quotekit.__all__)
def test_public_names_exist(name: str) -> None:
    """Every public name can be imported, and is then kept in the package."""
    assert getattr(quotekit, name) is vars(quotekit)[name]


def test_type_checkers_see_the_same_names() -> None:
    """The names for type checkers, the table of lazy imports and ``__all__`` agree."""
    assert typed_imports() == quotekit._HOMES
    assert sorted({*typed_imports(), "__version__"}) == sorted(quotekit.__all__)


def test_dir_lists_public_names() -> None:
    """``dir(quotekit)`` shows the public names before their first use."""
    code = "import quotekit; print(set(quotekit.__all__) - set(dir(quotekit)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_unknown_name() -> None:
    """A name that the package lacks is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="module 'quotekit' has no attribute 'extract_quote'"):
        quotekit.extract_quote  # noqa: B018


def test_version() -> None:
    """The version is that of the installed distribution."""
    assert quotekit.__version__ == version("quotekit")
