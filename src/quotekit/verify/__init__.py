"""Quotations against the text that they are said to be from."""

from quotekit.verify.verification import Attribution, Change, Normalisation, Verdict, Verification
from quotekit.verify.verifying import verify_quote, verify_quotes

__all__ = [
    "Attribution",
    "Change",
    "Normalisation",
    "Verdict",
    "Verification",
    "verify_quote",
    "verify_quotes",
]
