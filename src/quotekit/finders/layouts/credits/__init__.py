"""Quotations with nothing but a name beside them: over, under or before them."""
