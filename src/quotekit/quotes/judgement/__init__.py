"""How a report counts: its kind, whether it was speech, and whether it is asserted."""
