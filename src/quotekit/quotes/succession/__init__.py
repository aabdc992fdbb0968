"""Quotations that follow one another: what goes on, and what is somebody else's."""
