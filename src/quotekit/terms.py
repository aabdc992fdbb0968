"""The words that fields of records and settings are limited to."""

from __future__ import annotations

from typing import Literal

__all__ = ["Act", "How", "Kind", "Modality", "ModelSize", "Pronoun", "QuotePart", "Style", "TaggerName"]

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "thought"]
Modality = Literal["asserted", "negated", "hypothetical"]
How = Literal["name", "partial", "pronoun", "nominal", "turn", "unnamed"]
Style = Literal["auto", "double", "single"]
TaggerName = Literal["auto", "model", "rules"]
ModelSize = Literal["auto", "small", "large"]
Pronoun = Literal["he", "she", "they", "it"]
QuotePart = Literal["content", "cue", "source", "addressee"]
"""A part of a quote that has places in the text, by the name of its field."""
