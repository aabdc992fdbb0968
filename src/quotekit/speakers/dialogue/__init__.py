"""Dialogue: who speaks a turn that names nobody, and to whom."""
