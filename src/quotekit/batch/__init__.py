"""Many texts: in order, in one process or several, and whatever happens to one of them."""

from quotekit.batch.failure import ExtractionFailure
from quotekit.batch.piping import pipe

__all__ = ["ExtractionFailure", "pipe"]
