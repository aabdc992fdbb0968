"""Fail unless every public name of quotekit has a known type, by pyright's report in the file given.

The names of quotekit.training are left out: their types are those of torch, which is not
installed where this runs.
"""

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["typeCompleteness"]
public = [symbol for symbol in report["symbols"] if symbol["isExported"]]
checked = [symbol for symbol in public if not symbol["name"].startswith("quotekit.training.")]
vague = [symbol["name"] for symbol in checked if not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]]

print(f"{len(checked) - len(vague)} of {len(checked)} public names have a known type")
sys.exit("\n".join(["These have none:", *vague]) if vague or len(checked) < 100 else 0)
