"""From a page and its parse to findings: by the layout of the text, by rules, by a trained network."""
