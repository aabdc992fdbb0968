"""Reports that reach over the ends of sentences and lines."""
