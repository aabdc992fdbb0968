"""Annotated corpora: one reader per format, into the same records."""

from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, annotated
from quotekit.corpora.jsonl import read_jsonl

__all__ = ["AnnotatedDocument", "AnnotatedQuote", "annotated", "read_jsonl"]
