"""Names: what one is, where they stand, and what a caller wants them to be."""
