"""Imports point down one ladder, and spaCy loads only where it is needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit
from quotekit import errors, records

PACKAGE = Path(quotekit.__file__).parent

LADDER = (
    {"errors", "terms"},
    {"choices", "given", "plain"},
    {"settings"},
    {"records"},
    {"language"},
    {"text"},
    {"files", "shares"},
    {"parse"},
    {"corpora"},
    {"finders"},
    {"verdict"},
    {"quotes"},
    {"speakers", "export"},
    {"casting", "evaluation"},
    {"extractor"},
    {"verify"},
    {"batch", "masks", "showing", "site"},
    {"component", "textacy"},
    {"training", "spark"},
    {"cli"},
    {"__init__", "__main__"},
)
"""The rooms, each row importing only from rows above it; rooms of one row never import each other."""

INNER_LADDERS = {
    "finders/layouts": (
        {"utterances"},
        {"labels", "unparsed"},
        {"turns"},
        {"messages", "credits"},
        {"table"},
    ),
    "finders/rules": (
        {"frames", "parsed_page", "sources"},
        {"sites"},
        {"cues_of_marks"},
        {"insertions"},
        {"clauses"},
        {"marks", "paragraphs"},
        {"table"},
        {"applying"},
    ),
    "quotes": (
        {"judgement", "parties", "giving_back", "matching", "nesting"},
        {"succession"},
        {"contents"},
        {"steps"},
        {"assembling"},
    ),
    "speakers": (
        {"ground"},
        {"beside_names"},
        {"names"},
        {"cast"},
        {"mentions"},
        {"sources"},
        {"dialogue", "labels", "confidence"},
        {"speaker_records"},
        {"resolution"},
    ),
}
"""The rooms inside the large rooms, in the same way."""

RUNG = {room: rung for rung, rooms in enumerate(LADDER) for room in rooms}
LIBRARIES = {"spacy", "textacy"}
LOADED_BY_SPACY = {"component"}
USES_TEXTACY = {"parse"}

MODULES = sorted(PACKAGE.rglob("*.py"), key=str)


def room_of(path: Path) -> str:
    """The room that the file at *path* is in: its module, or its package directly under quotekit."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(node: ast.AST, path: Path) -> list[str]:
    """The absolute dotted names of what an import statement in the file at *path* loads."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    package = ("quotekit", *path.relative_to(PACKAGE).parts[:-1])
    base = package[: len(package) + 1 - node.level] if node.level else ()
    module = ".".join([*base, *([node.module] if node.module else [])])
    return [whole_name(module, alias.name) for alias in node.names]


def whole_name(package: str, name: str) -> str:
    """The module that is imported as *name* from *package*, or *package* where *name* is none."""
    module = f"{package}.{name}"
    place = PACKAGE.parent / module.replace(".", "/")
    return module if package == "quotekit" or place.with_suffix(".py").exists() else package


def imported_rooms(path: Path) -> set[str]:
    """The rooms that the file at *path* imports from anywhere in it, its own left out."""
    names = [name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in imported(node, path)]
    rooms = {name.split(".")[1] for name in names if name.startswith("quotekit.")}
    late = {name: home.split(".")[0] for home, names in quotekit._LATE.items() for name in names}
    outright = dict.fromkeys(errors.__all__, "errors") | dict.fromkeys(records.__all__, "records")
    homes = outright | late
    return {homes.get(room, room) for room in rooms - {"__version__"}} - {room_of(path)}


def on_import(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below *node* that run when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from on_import(child)


def dotted(path: Path) -> str:
    """The dotted name of the module at *path*."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def own_imports(path: Path) -> set[str]:
    """The modules of quotekit that are loaded when the one at *path* is imported."""
    known = {dotted(module) for module in MODULES}
    found = set()
    for node in on_import(ast.parse(path.read_text("utf-8"))):
        for name in imported(node, path):
            members = [f"{name}.{alias.name}" for alias in getattr(node, "names", ())]
            found |= ({name} | set(members)) & known
    return found


def reachable(name: str, graph: dict[str, set[str]]) -> set[str]:
    """The modules that *name* imports, directly or by way of others."""
    seen: set[str] = set()
    todo = list(graph[name])
    while todo:
        module = todo.pop()
        if module not in seen:
            seen.add(module)
            todo.extend(graph[module])
    return seen


def inner_modules() -> Iterator[tuple[str, Path]]:
    """The modules of the large rooms, each with the room it stands in."""
    for large in INNER_LADDERS:
        yield from ((large, path) for path in sorted((PACKAGE / large).rglob("*.py"), key=str))


def inner_room_of(large: str, path: Path) -> str:
    """The room inside *large* that the file at *path* is in, or is."""
    return path.relative_to(PACKAGE / large).parts[0].removesuffix(".py")


def imported_inside(large: str, path: Path) -> set[str]:
    """The rooms inside *large* that the file at *path* imports from, its own left out."""
    home = f"quotekit.{large.replace('/', '.')}."
    names = [name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in imported(node, path)]
    rooms = {name.removeprefix(home).split(".")[0] for name in names if name.startswith(home)}
    return rooms - {inner_room_of(large, path)}


def test_ladder_checks_something() -> None:
    """The files and their imports are found; a test that checks nothing passes for no reason."""
    assert {"errors", "records", "text", "parse", "cli"} <= {room_of(path) for path in MODULES}
    assert "errors" in imported_rooms(PACKAGE / "records.py")
    assert "export" in imported_rooms(PACKAGE / "cli" / "extract.py")
    assert sum(len(imported_rooms(path)) for path in MODULES) > 10
    assert "cast" in imported_inside("speakers", PACKAGE / "speakers" / "mentions" / "roles.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    """A module imports only from rooms that stand above its own in the ladder, so there are no cycles."""
    assert room_of(path) in RUNG, "give this room a place in LADDER"
    upward = {room for room in imported_rooms(path) if RUNG[room] >= RUNG[room_of(path)]}
    assert upward == set()


@pytest.mark.parametrize(("large", "path"), list(inner_modules()))
def test_imports_point_down_inside(large: str, path: Path) -> None:
    """Inside a large room a module imports only from rooms that stand above its own; its face from any."""
    rung = {room: at for at, rooms in enumerate(INNER_LADDERS[large]) for room in rooms} | {"__init__": 99}
    own = inner_room_of(large, path)
    assert own in rung, "give this room a place in INNER_LADDERS"
    assert {room for room in imported_inside(large, path) if rung[room] >= rung[own]} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_load_late(path: Path) -> None:
    """spaCy and textacy are imported for type checkers or inside functions only."""
    if room_of(path) in LOADED_BY_SPACY:
        pytest.skip("spaCy itself imports this module")
    nodes = on_import(ast.parse(path.read_text("utf-8")))
    roots = {name.split(".")[0] for node in nodes for name in imported(node, path)}
    assert roots & LIBRARIES == set()


def test_textacy_has_one_door() -> None:
    """One module imports textacy, and every other asks that one."""
    users = {
        room_of(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in imported(node, path)
        if name.split(".")[0] == "textacy"
    }
    assert users == USES_TEXTACY


def test_modules_of_a_room_have_no_cycle() -> None:
    """Inside a room, too, no module imports itself by way of others."""
    graph = {dotted(path): own_imports(path) for path in MODULES}
    assert [name for name in graph if name in reachable(name, graph)] == []


READ_ONCE = {
    "component.py",
    "finders/rules/parsed_page.py",
    "finders/trained.py",
    "parse/pipelines.py",
    "speakers/ground/discourse.py",
    "training/lessons.py",
}
"""The modules that ask a Doc for its text, each once for a document."""


def test_the_text_of_a_doc_is_joined_once() -> None:
    """spaCy joins all words of a document whenever it is asked for its text, too slow for each quote."""
    asking = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "text"
        if ast.unparse(node.value).rsplit(".", 1)[-1] == "doc"
    }
    assert asking <= READ_ONCE
