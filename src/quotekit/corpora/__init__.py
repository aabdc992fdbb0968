"""Annotated corpora: one reader per format, into the same records."""

from quotekit.corpora.corrected import read_corrected
from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, annotated
from quotekit.corpora.finding import read_corpus
from quotekit.corpora.jsonl import read_jsonl, read_quotes
from quotekit.corpora.litbank import read_litbank
from quotekit.corpora.pdnc import read_pdnc
from quotekit.corpora.polnear import read_polnear
from quotekit.corpora.riqua import read_riqua

__all__ = [
    "AnnotatedDocument",
    "AnnotatedQuote",
    "annotated",
    "read_corpus",
    "read_corrected",
    "read_jsonl",
    "read_litbank",
    "read_pdnc",
    "read_polnear",
    "read_quotes",
    "read_riqua",
]
