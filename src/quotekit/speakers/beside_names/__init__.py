"""Words beside names, and what they tell of whoever bears these: ages, callings, homes, children."""
