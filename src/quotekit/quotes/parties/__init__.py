"""Who says it, and to whom: what the grammar around a cue makes of its source."""
