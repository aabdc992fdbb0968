"""Many texts with their quotes as one site: a page for each, and an index that is searched."""

from quotekit.site.writing import write_site

__all__ = ["write_site"]
