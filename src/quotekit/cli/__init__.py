"""The command ``quotekit``: one module per subcommand, and what they share."""

from quotekit.cli.app import main

__all__ = ["main"]
