"""Dialogues in which each turn opens with the label of whoever speaks, and what stands between the turns."""
