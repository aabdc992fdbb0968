"""Sources: what the source of a quote is, and the rules that find out who."""
