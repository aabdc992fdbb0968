"""Pages of HTML made of files beside the module that fills them: markup, style and script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

__all__ = ["content_policy", "filled_template", "template_text"]


@cache
def template_text(room: str, name: str) -> str:
    """The text of the file *name* that lies in the package *room*."""
    return files(room).joinpath(name).read_text(encoding="utf-8")


def filled_template(room: str, name: str, /, **values: object) -> str:
    """The template with *values* in its places; these are markup, so that text has to be escaped before."""
    return Template(template_text(room, name)).substitute(values)


def content_policy(style: str, script: str) -> str:
    """What a browser may do with a page: use this style and this script, and load nothing else."""
    return (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
