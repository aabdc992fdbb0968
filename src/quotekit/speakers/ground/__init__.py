"""What the other rooms stand on: the text as they read it, and the records of names and mentions."""
