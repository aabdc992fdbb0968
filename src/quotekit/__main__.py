"""``python -m quotekit`` is the command ``quotekit``."""

import sys

from quotekit.cli import main

sys.exit(main())
