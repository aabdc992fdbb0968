"""Documents made by hand for tests of the speakers, one line a token, without a model."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from quotekit import records
from quotekit.speakers.ground.discourse import Discourse, read_discourse
from quotekit.speakers.resolution import begin_work, read_all
from quotekit.speakers.sources.progress import Progress

__all__ = ["parsed", "quoted", "read", "worked"]


def parsed(lines: str, entities: Sequence[tuple[int, int, str]] = ()) -> Doc:
    """The document of *lines* such as ``said VBD say ROOT 0``: word, tag, lemma, dependency, head's number.

    Numbers count the tokens from 0. ``¶`` is the blank line between paragraphs, which opens a sentence as a
    full stop does; lemma, dependency and head may be left out.
    """
    rows = [line.split() for line in lines.strip().splitlines()]
    words = ["\n\n" if row[0] == "¶" else row[0] for row in rows]
    ends = [row[0] in {"¶", ".", "?", "!"} for row in rows]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[not any(map(str.isspace, words[at : at + 2])) for at in range(len(words))],
        tags=[row[1] if len(row) > 1 else "_SP" for row in rows],
        lemmas=[row[2] if len(row) > 2 else row[0].lower() for row in rows],
        deps=[row[3] if len(row) > 3 else "dep" for row in rows],
        heads=[int(row[4]) if len(row) > 4 else at for at, row in enumerate(rows)],
        sent_starts=[at == 0 or (ends[at - 1] and not ends[at]) for at in range(len(rows))],
    )
    doc.ents = tuple(Span(doc, first, last, label) for first, last, label in entities)
    return doc


def read(lines: str) -> Discourse:
    """The document of *lines* as the resolver reads it."""
    return read_discourse(parsed(lines), ())


def quoted(doc: Doc, content: tuple[int, int], source: tuple[int, int] | None = None) -> records.Quote:
    """A direct quote of *doc* whose content and source stand at some tokens."""

    def span(first: int, last: int) -> records.Span:
        return records.Span.of(doc.text, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))

    return records.Quote("direct", (span(*content),), source=(span(*source),) if source else ())


def worked(doc: Doc, *quotes: records.Quote) -> Progress:
    """The work on *doc* after its first reading."""
    work = begin_work(doc, quotes)
    read_all(work)
    return work
