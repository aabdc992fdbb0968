"""Names for a text's own fields that do not clash with those of a format."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["FIELD_PREFIX", "field_from_name", "name_of_field"]

FIELD_PREFIX = "text_"
"""What stands before a field's name where the format has that name itself; chosen by hand."""


def name_of_field(field: str, own: Collection[str]) -> str:
    """What a field is called beside the *own* names of a format, whatever other fields there are.

    One that is called as another would be ("text_source" beside "source") takes the prefix too, so
    that every name can be turned back.
    """
    return FIELD_PREFIX + field if _is_taken(field, own) else field


def field_from_name(name: str, own: Collection[str]) -> str:
    """The field that `name_of_field` called *name*."""
    field = name.removeprefix(FIELD_PREFIX)
    return field if field != name and _is_taken(field, own) else name


def _is_taken(field: str, own: Collection[str]) -> bool:
    while field not in own and field.startswith(FIELD_PREFIX):
        field = field.removeprefix(FIELD_PREFIX)
    return field in own
