"""Labels of turns ("THE COURT", "Q", "Speaker 2"): whom each of them stands for."""
