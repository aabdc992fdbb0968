"""Dialogue and reports told by the form of words alone, in languages that nobody parses here."""
