"""What the repository says of itself agrees: pages and ladder, versions of Python, tools, examples."""

from __future__ import annotations

import re
from importlib.metadata import metadata, version
from pathlib import Path
from pkgutil import resolve_name

import pytest

import quotekit
from test_ladder import INNER_LADDERS, LADDER

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
PYTHONS = ["3.10", "3.11", "3.12", "3.13"]


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def rooms_of_the_page(heading: str) -> list[set[str]]:
    """The rooms of each row of the table that stands under a *heading* of the architecture's page."""
    section = read("docs/architecture.md").split(f"\n{heading}\n")[1].split("\n##")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [set(re.findall(r"`(\w+)`", cell)) for cell in cells]


def test_architecture_names_the_rooms_of_the_ladder() -> None:
    """The page has a row for every rung of the ladder, in its order."""
    assert rooms_of_the_page("## Rooms") == [rooms - {"__main__"} for rooms in LADDER]


@pytest.mark.parametrize("large", INNER_LADDERS)
def test_architecture_names_the_rooms_inside(large: str) -> None:
    """So it has for the ladders inside the large rooms."""
    assert rooms_of_the_page(f"### `{large}`") == list(INNER_LADDERS[large])


def test_pages_of_figures_agree() -> None:
    """The comparison shows the rows of the page of figures, corpus by corpus, which one command writes."""
    figures = read("docs/benchmarks.md").split("### Other systems on the same parse")[1]
    compared = read("docs/compared.md").split("<!-- compared -->")[1].split("<!-- end of compared -->")[0]
    tables = [part.splitlines() for part in compared.split("### ")[1:]]
    assert len(tables) >= 3
    for title, *lines in tables:
        rows = [line.removeprefix("| ") for line in lines if line.startswith("| ")][1:]
        assert len(rows) > 4
        assert rows == re.findall(rf"^\| {re.escape(title)} \| (.*)$", figures, re.MULTILINE)


def test_one_version() -> None:
    """The version stands in pyproject.toml only, and the package says what is installed."""
    [stated] = re.findall(r'^version = "(.+)"$', read("pyproject.toml"), re.MULTILINE)
    assert stated == quotekit.__version__ == version(metadata("quotekit-nlp")["Name"])
    assert not re.search(r"^version:", read("CITATION.cff"), re.MULTILINE)


def test_supported_pythons() -> None:
    """Package, workflow and nox name the same versions of Python."""
    assert re.findall(r"Python :: (3\.\d+)", read("pyproject.toml")) == PYTHONS
    for name in ("noxfile.py", ".github/workflows/checks.yml"):
        assert all(f'"{python}"' in read(name) for python in PYTHONS), name


def test_contributing_names_every_tool() -> None:
    """Each tool says in a docstring what it does, and CONTRIBUTING.md names it."""
    tools = [path for path in (ROOT / "tools").glob("*.py") if path.stem != "__init__"]
    assert tools
    for tool in tools:
        assert tool.read_text(encoding="utf-8").startswith('"""'), tool.name
        assert f"tools.{tool.stem}" in read("CONTRIBUTING.md").replace(
            f"tools/{tool.stem}", f"tools.{tool.stem}"
        )


def test_contributing_has_the_set_up_of_the_readme() -> None:
    """Who follows CONTRIBUTING.md gets what the README installs."""
    command = read("README.md").split("```sh\n")[2].split("```")[0].strip()
    set_up, _, tests = command.rpartition(" && ")
    assert tests == ".venv/bin/python -m pytest -n 2 --dist loadfile"
    assert set_up in read("CONTRIBUTING.md")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_named_files_are_there(page: Path) -> None:
    """A file of the repository that a page names exists; a name in capitals stands for any."""
    named = re.findall(
        r"`((?:src|tests|tools|benchmarks|seeds|data/written)/[^`\s]*)`", page.read_text("utf-8")
    )
    assert [name for name in named if name == name.lower() and not list(ROOT.glob(name))] == []


def names_of_the_reference() -> list[tuple[str, str]]:
    """Each name of the reference that stands below an import, and all that this imports, by module."""
    found: list[tuple[str, str]] = []
    for section in read("docs/api.md").split("\n## ")[1:]:
        given = "; ".join(re.findall(r"`(from [\w.]+ import [^`]+)`", section))
        found += [(path, given) for path in re.findall(r"^::: ([\w.]+)$", section, re.MULTILINE) if given]
    return found


@pytest.mark.parametrize(("path", "imports"), names_of_the_reference(), ids=lambda part: part.split(" ")[0])
def test_the_reference_says_where_names_are(path: str, imports: str) -> None:
    """What the reference describes can be imported from where its section says."""
    name = path.rpartition(".")[2]
    told = re.findall(r"from ([\w.]+) import (\.\.\.|[\w, ]+)", imports)
    homes = [module for module, names in told if names == "..." or name in names.strip().split(", ")]
    assert is_there(path)
    assert path in homes or any(is_there(f"{home}.{name}") for home in homes)


def is_there(path: str) -> bool:
    """Whether a dotted path leads to a module or a name in one."""
    try:
        resolve_name(path)
    except (ImportError, AttributeError):
        return False
    return True


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_with_prompts_are_pycon(page: Path) -> None:
    """An example with prompts is marked as such, so that the page's button copies it without them."""
    assert "```python\n>>>" not in page.read_text(encoding="utf-8")


def test_documentation_is_searched_offline() -> None:
    """The script by which pages on the disk are searched lies in the repository and loads nothing."""
    [name] = re.findall(r"polyfills: \[(.*iframe-worker.*)\]", read("mkdocs.yml"))
    assert "http" not in read(f"docs/{name}")


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "images").iterdir()), ids=lambda path: path.name)
def test_pictures_are_small(path: Path) -> None:
    """A picture of the documentation stays under 100 kB, and one that is text under 500 lines."""
    assert path.stat().st_size < 100_000
    assert path.suffix != ".svg" or len(path.read_text(encoding="utf-8").splitlines()) < 500
