"""Who is speaking: the person, organisation or group that a quote's source stands for."""

from quotekit.speakers.resolution import resolve_speakers

__all__ = ["resolve_speakers"]
