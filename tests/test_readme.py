"""The README shows what the command really prints; ``python tools/update_readme.py`` puts it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotekit.cli import main
from quotekit.parse import pipelines

ROOT = Path(__file__).parent.parent
ARTICLE = "seeds/000_20a2edb54fd0fc69.txt"


def shown_table() -> list[str]:
    """The lines of the README's first block of plain text."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return readme.split("```text\n")[1].split("```")[0].splitlines()


def test_shown_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The README's table is what the command prints for the article, on a terminal of 100 columns."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    usual = pipelines.pipeline_packages
    monkeypatch.setattr(pipelines, "pipeline_packages", lambda lang: usual(lang)[-1:])
    assert main(["extract", ARTICLE]) == 0
    assert shown_table() == [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_command_reads_the_article() -> None:
    """The README's first command names the article that its table is of."""
    commands = (ROOT / "README.md").read_text(encoding="utf-8").split("```sh\n")[1].split("```")[0]
    assert commands.rstrip().endswith(f"quotekit extract {ARTICLE}")
