"""Clauses and phrases that a verb, a noun, an adverb or a preposition gives to somebody."""
