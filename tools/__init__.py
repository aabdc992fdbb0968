"""What maintainers of quotekit run."""
