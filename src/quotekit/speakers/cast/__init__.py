"""The cast: who there is in a document, gathered from its names."""
