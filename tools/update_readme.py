"""Put the table that the command prints for the article into the README: the tests compare the two."""

import os
import subprocess
import sys
from pathlib import Path

ARTICLE = "seeds/000_20a2edb54fd0fc69.txt"
README = Path(__file__).parent.parent / "README.md"

command = [sys.executable, "-m", "quotekit", "extract", ARTICLE]
environment = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
printed = subprocess.run(  # noqa: S603 - the command is our own
    command, cwd=README.parent, env=environment, capture_output=True, check=True
).stdout.decode("utf-8")

before, shown = README.read_text(encoding="utf-8").split("```text\n", 1)
table = "\n".join(line.rstrip() for line in printed.splitlines())
README.write_text(f"{before}```text\n{table}\n```{shown.split('```', 1)[1]}", encoding="utf-8")
