"""The folder of the weights of quotekit's large English reader."""

from __future__ import annotations

from pathlib import Path

__all__ = ["WEIGHTS"]

WEIGHTS = Path(__file__).with_name("weights")
"""Where the weights and their manifest lie; quotekit finds it by the entry point ``en_large``."""
