"""From a parsed document to attributions: by rules, by a trained tagger, by the layout of the text."""
