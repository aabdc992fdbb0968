"""spaCy's parse: pipelines, and questions about what a pipeline made."""
