"""Which findings stand, and with whose edges: one table of what happens when two of them meet."""

from quotekit.verdict.crossing import without_crossing
from quotekit.verdict.deciding import decide, kept_by
from quotekit.verdict.hearing import found_in
from quotekit.verdict.repeating import without_repeated
from quotekit.verdict.row import Row
from quotekit.verdict.table import TABLE

__all__ = ["TABLE", "Row", "decide", "found_in", "kept_by", "without_crossing", "without_repeated"]
