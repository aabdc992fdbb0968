"""What was reported: all of the words that are the report's, and none that are its author's."""
