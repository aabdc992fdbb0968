"""Each scheme of labels answers every question, if only by having no such label."""

from __future__ import annotations

from typing import get_args

import pytest

from quotekit.language import language_of
from quotekit.language.labelling import Scheme, label_roles, labels_of_scheme, labels_of_schemes


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_a_scheme_tells_every_role(scheme: str) -> None:
    """No row is missing; subjects, objects and clauses are known in each."""
    found = labels_of_scheme(scheme)
    assert set(found) == set(label_roles())
    assert all(found[role] for role in ("roots", "active_subjects", "direct_objects", "relative_clauses"))


def test_schemes_stand_side_by_side() -> None:
    """The labels of a language are those of all schemes that its parsers use."""
    assert labels_of_schemes(["clearnlp"]).direct_objects == {"dobj"}
    assert labels_of_schemes(["tiger"]).subjects == {"sb", "ep"}
    assert language_of("en").labels.direct_objects == {"dobj", "obj"}
    assert language_of("fr").labels.direct_objects == {"obj"}
