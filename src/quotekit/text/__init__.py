"""The text as it is read: marks, paragraphs, markup, ranges."""
