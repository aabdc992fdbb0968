"""Words in quotation marks, and what stands beside them."""
