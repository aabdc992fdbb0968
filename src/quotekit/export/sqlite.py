"""SQLite: tables of documents, speakers and quotes with full-text search, ready for Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from os import PathLike

from quotekit.errors import FileError
from quotekit.export.documents import QuotedText, checked_texts, replaced_whole, without_surrogates
from quotekit.records import Quote, Span

__all__ = ["write"]

_SCHEMA = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT, fields TEXT NOT NULL);
CREATE TABLE speakers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, UNIQUE (name, label));
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    speaker INTEGER REFERENCES speakers (id),
    kind TEXT NOT NULL, act TEXT NOT NULL, modality TEXT NOT NULL,
    text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    cue TEXT NOT NULL, source TEXT NOT NULL, addressee TEXT NOT NULL,
    speaker_role TEXT, speaker_pronoun TEXT, speaker_how TEXT, speaker_confidence REAL, speaker_rule TEXT,
    depth INTEGER NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX quotes_of_document ON quotes (document);
CREATE INDEX quotes_of_speaker ON quotes (speaker);
CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, content='quotes', content_rowid='id');
"""
"""Names of speakers are told apart by name and label alone, over all documents."""


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a SQLite database; lone surrogates are U+FFFD in it.

    Raises:
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    texts = checked_texts(documents)
    with replaced_whole(path, in_order=False) as unfinished:
        unfinished.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(unfinished)) as database, database:
                database.executescript(_SCHEMA)
                for document in texts:
                    _add_document(database, document)
                database.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        except sqlite3.Error as error:
            raise FileError(str(path), str(error), "write") from error


def _add_document(database: sqlite3.Connection, document: QuotedText) -> None:
    fields = json.dumps(dict(document.fields), default=str)
    text = None if document.text is None else without_surrogates(document.text)
    values = (without_surrogates(document.id), text, fields)
    key = database.execute("INSERT INTO documents (name, text, fields) VALUES (?, ?, ?)", values).lastrowid
    for quote in document.quotes:
        row = {"document": key, "speaker": _key_of_speaker(database, quote), **_cells_of_quote(quote)}
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO quotes ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608 - fixed names


def _key_of_speaker(database: sqlite3.Connection, quote: Quote) -> int | None:
    if quote.speaker is None:
        return None
    values = (without_surrogates(quote.speaker.name), without_surrogates(quote.speaker.label))
    database.execute("INSERT OR IGNORE INTO speakers (name, label) VALUES (?, ?)", values)
    found = database.execute("SELECT id FROM speakers WHERE name = ? AND label = ?", values).fetchone()
    key: int = found[0]
    return key


def _cells_of_quote(quote: Quote) -> dict[str, str | int | float | None]:
    speaker = quote.speaker
    cells: dict[str, str | int | float | None] = {
        "kind": quote.kind,
        "act": quote.act,
        "modality": quote.modality,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "cue": _joined_words(quote.cue),
        "source": _joined_words(quote.source),
        "addressee": _joined_words(quote.addressee),
        "speaker_role": speaker.role.text if speaker and speaker.role else None,
        "speaker_pronoun": speaker.pronoun if speaker else None,
        "speaker_how": speaker.how if speaker else None,
        "speaker_confidence": speaker.confidence if speaker else None,
        "speaker_rule": speaker.rule if speaker else None,
        "depth": quote.depth,
        "confidence": quote.confidence,
        "rule": quote.rule,
    }
    return {
        name: without_surrogates(value) if isinstance(value, str) else value for name, value in cells.items()
    }


def _joined_words(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)
