"""The checks in environments of their own, the tests on each supported Python: ``nox`` or ``nox -s lint``."""

from __future__ import annotations

import nox

PYTHONS = ("3.10", "3.11", "3.12", "3.13")
"""The versions that pyproject.toml and the workflow name."""

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "docs", "tests"]


def installed(session: nox.Session, extras: str, group: str) -> None:
    """Install the tree with *extras*, and a *group* of dependencies; older pips know no groups."""
    if session.venv_backend == "virtualenv":
        session.install("--upgrade", "pip")
    session.install("--editable", f".[{extras}]", "--group", group)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests and the examples of the documentation; arguments go to pytest."""
    installed(session, "all", "test")
    session.run("pytest", *session.posargs)


@nox.session(python="3.11")
def training(session: nox.Session) -> None:
    """The tests of training, which need torch."""
    installed(session, "all,train", "test")
    session.run("pytest", "tests/training", *session.posargs)


@nox.session(python="3.11")
def lint(session: nox.Session) -> None:
    """Style and types."""
    installed(session, "all", "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session(python="3.11")
def docs(session: nox.Session) -> None:
    """The documentation, every link of it."""
    installed(session, "en", "docs")
    session.run("mkdocs", "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})
