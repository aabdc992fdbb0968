"""Make the tables of textacy's reporting verbs from the installed textacy.

    python -m tools.textacy_verbs

Writes ``textacy_verbs.tsv`` into the folder of each language of quotekit; a language that textacy lacks gets
the header alone. Why they are data is told in `quotekit.parse.textacy_words`.
"""

from __future__ import annotations

from pathlib import Path

import quotekit
from quotekit.language import languages

LANGUAGES = Path(quotekit.__file__).parent / "language"
COMMENT = "# textacy's reporting verbs (constants.REPORTING_VERBS), as tools/textacy_verbs.py writes them."


def table_of_verbs(lang: str) -> str:
    """The table of *lang*: its verbs in alphabetical order."""
    from textacy.constants import REPORTING_VERBS  # noqa: PLC0415 - slow to import

    return "\n".join([COMMENT, "lemma", *sorted(REPORTING_VERBS.get(lang, ()))]) + "\n"


def main() -> None:
    """Write the table of each language."""
    for lang in languages():
        (LANGUAGES / lang / "textacy_verbs.tsv").write_text(table_of_verbs(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
