"""What quotekit's figures are measured with: accuracy, other systems, speed, hostile texts, random input."""
