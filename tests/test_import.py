"""What ``import quotekit`` loads and offers."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import quotekit

HEAVY = ["spacy", "textacy", "thinc", "numpy", "torch", "onnxruntime", "typer", "rich"]

REPORT = """
import json, sys, time
start = time.process_time()
import quotekit
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "modules": sorted(sys.modules)}))
"""


def fresh_import() -> dict[str, object]:
    """What a new interpreter says after importing quotekit: the seconds, and the loaded modules."""
    run = subprocess.run([sys.executable, "-c", REPORT], capture_output=True, text=True, check=True)
    report: dict[str, object] = json.loads(run.stdout)
    return report


def imports_in_package(*, late: bool) -> list[ast.ImportFrom]:
    """The imports of the package outright, or those for type checkers of what comes *late*."""
    tree = ast.parse(Path(quotekit.__file__).read_text(encoding="utf-8"))
    guarded = [node for guard in tree.body if isinstance(guard, ast.If) for node in guard.body]
    return [node for node in (guarded if late else tree.body) if isinstance(node, ast.ImportFrom)]


def test_import_is_light() -> None:
    """Importing quotekit loads neither spaCy nor textacy nor anything else that is large."""
    modules = fresh_import()["modules"]
    assert [name for name in HEAVY if name in modules] == []


def test_import_is_fast() -> None:
    """Importing quotekit takes less than 0.1 seconds of the processor, at the best of five times."""
    assert min(fresh_import()["seconds"] for _ in range(5)) < 0.1


@pytest.mark.parametrize("name", quotekit.__all__)
def test_public_names_exist(name: str) -> None:
    """Every public name can be imported, and is then kept in the package."""
    assert getattr(quotekit, name) is vars(quotekit)[name]


def test_type_checkers_see_the_same_names() -> None:
    """The modules for type checkers are those of the late names, and ``__all__`` has every name once."""
    seen = [str(node.module).removeprefix("quotekit.") for node in imports_in_package(late=True)]
    assert seen == list(quotekit._LATE)
    late = [name for names in quotekit._LATE.values() for name in names]
    outright = [alias.name for node in imports_in_package(late=False) for alias in node.names]
    private = ("annotations", "TYPE_CHECKING", "DISTRIBUTION")
    public = [*late, *(name for name in outright if name not in private)]
    assert sorted([*public, "__version__"]) == sorted(quotekit.__all__)


def test_public_names_are_written_twice() -> None:
    """Each public name stands where it is imported and in ``__all__``, and nowhere else in the file."""
    source = Path(quotekit.__file__).read_text(encoding="utf-8").partition('"""\n\nfrom')[2]
    assert [name for name in quotekit.__all__ if len(re.findall(rf"\b{name}\b", source)) > 2] == [
        "__version__"
    ]


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
    assert quotekit.__version__ == version("quotekit-nlp")
