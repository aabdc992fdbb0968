"""Mentions: descriptions and pronouns, and whom each of them means where it stands."""
