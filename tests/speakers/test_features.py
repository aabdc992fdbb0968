"""What speaks for a candidate: each feature on surroundings made by hand, without a document."""

from __future__ import annotations

from typing import Any

import pytest

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue import features
from quotekit.speakers.dialogue.features import FEATURES, features_of
from quotekit.speakers.dialogue.surroundings import Prominence, Surroundings
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.focus import Sighting

NAME = Mention("name", 0, 1, 0, "PERSON")
ADA = Entity(0, "PERSON", "f", names=[NAME])
TAM = Entity(1, "PERSON", "m", names=[NAME])
MAY = Entity(4, "PERSON", "f", names=[NAME])
MILL = Entity(2, "ORG", "n")
GIRL = Entity(3, "PERSON", "f", nominals=[NAME, NAME], nouns={"girl"}, modifiers={"little"})
PROMINENCE = Prominence(mentions={0: 3}, voices={0: 15}, narrator=None, quoted=[False])


def acted(*entities: Entity, role: str = "subject", **what: bool) -> tuple[Sighting, ...]:
    """Mentions of *entities* in a row."""
    return tuple(Sighting(entity, at, role, False, **what) for at, entity in enumerate(entities))


def around(turn: dict[str, Any] | None = None, **stands: Any) -> Surroundings:
    """A turn with what stands around it; nothing but what is given."""
    prominence = stands.pop("prominence", PROMINENCE)
    return Surroundings(Turn(0, range(1), 0, **(turn or {})), prominence, **stands)


CASES: list[tuple[str, Surroundings, Entity, dict[str, float]]] = [
    ("pronouns_beside", around(pronouns_before={"f"}), ADA, {"before_fits": 1}),
    ("pronouns_beside", around(pronouns_after={"f"}), TAM, {"after_differs": 1}),
    ("pronouns_beside", around(pronouns_before={"m", "f"}), TAM, {}),
    ("pronouns_beside", around(pronouns_before={"f"}), MILL, {}),
    ("acts_before", around(before=acted(ADA)), ADA, {"before_subject": 1, "before_only": 1}),
    ("acts_before", around(before=acted(ADA, TAM)), ADA, {"before_subject": 1}),
    ("acts_before", around(before=acted(ADA, TAM)), TAM, {"before_later": 1}),
    ("acts_before", around(before=acted(ADA, role="other")), ADA, {"before_present": 1}),
    ("acts_before", around(before=acted(MILL, ADA)), ADA, {"before_subject": 1, "before_only": 1}),
    ("acts_before", around({"pronoun": "f"}, before=acted(TAM, ADA)), ADA, {"before_said_later": 1}),
    ("acts_before", around(after=acted(ADA)), ADA, {}),
    (
        "acts_before",
        around(before=(*acted(TAM), *acted(ADA, leads=True))),
        ADA,
        {"before_leads": 1, "before_later": 1},
    ),
    (
        "acts_before",
        around(before=acted(ADA, leads=True, by_pronoun=True)),
        ADA,
        {"before_leads_it": 1, "before_subject_it": 1, "before_only_it": 1},
    ),
    ("acts_after", around(after=acted(ADA)), ADA, {"after_subject": 1, "after_only": 1}),
    ("acts_in_lead", around(lead=acted(TAM, ADA)), ADA, {"lead_later": 1}),
    ("acts_in_lead", around({"pronoun": "m"}, lead=acted(TAM)), TAM, {"lead_subject": 1, "lead_only": 1}),
    ("acts_above", around(place_above="tail", above=acted(TAM, ADA)), ADA, {"tail_later": 1}),
    ("acts_above", around(place_above="above", above=acted(ADA, TAM)), ADA, {"above_subject": 1}),
    ("acts_above", around(), ADA, {}),
    ("speaks_nearby", around(spoke={0}), ADA, {"spoke": 1}),
    ("speaks_nearby", around(spoke={1}, speaks={0}), ADA, {"speaks": 1}),
    ("addressed_next", around(called_next={0}), ADA, {"called_next": 1}),
    ("addressed_next", around(hailed_next="f"), ADA, {"hailed_next": 1}),
    ("addressed_next", around(hailed_next="f"), TAM, {"hailed_next_else": 1}),
    ("addressed_next", around(hailed_next="f"), MILL, {}),
    ("mentioned_lately", around(paragraph_start=1), ADA, {"absent": 1}),
    (
        "mentioned_lately",
        around(recent=acted(ADA), paragraph_start=255),
        ADA,
        {"recent": 1, "recent_0": 1, "distance": 1},
    ),
    (
        "mentioned_lately",
        around(recent=acted(TAM, MILL, TAM, ADA), paragraph_start=4),
        ADA,
        {"recent": 0.25, "recent_1": 1, "distance": 0.125},
    ),
    ("named_inside", around({"called": {0}, "named": {0}}), ADA, {"called": 1}),
    ("named_inside", around({"named": {0}}), ADA, {"named": 1}),
    ("named_inside", around({"named": {0}}), TAM, {}),
    ("meant_by_description", around(), GIRL, {}),
    (
        "meant_by_description",
        around({"described": GIRL, "pronoun": "f"}, is_plain=True),
        GIRL,
        {
            "described": 1,
            "described_again": 1,
            "described_plainly": 1,
            "described_narrowly": 1,
            "described_by_name": 0,
        },
    ),
    (
        "meant_by_description",
        around({"described": GIRL, "pronoun": "f"}),
        ADA,
        {"redescribed": 1, "redescribed_gender": 1, "redescribed_kind": 0},
    ),
    ("meant_by_pronoun", around(), ADA, {}),
    ("meant_by_pronoun", around({"described": GIRL, "pronoun": "f"}), ADA, {}),
    (
        "meant_by_pronoun",
        around({"pronoun": "f", "ranked": [(2.0, ADA), (0.5, TAM)]}),
        ADA,
        {"antecedent": 0, "antecedent_first": 1, "gender": 1},
    ),
    (
        "meant_by_pronoun",
        around({"pronoun": "f", "ranked": [(2.0, ADA), (0.5, TAM)]}),
        TAM,
        {"antecedent": -1.5, "antecedent_first": 0, "gender": 0},
    ),
    (
        "meant_by_pronoun",
        around({"pronoun": "f", "ranked": [(2.0, ADA)]}),
        GIRL,
        {"antecedent": -5, "antecedent_first": 0, "gender": 1},
    ),
    ("prominent", around(), ADA, {"frequent": 0.25, "voice": 1}),
    ("prominent", around(), TAM, {"frequent": 0, "mute": 1}),
    ("known_by", around(), ADA, {}),
    ("known_by", around(), MILL, {"nameless": 1, "unlabelled": 1}),
    ("known_by", around(prominence=Prominence({}, {}, None, [True])), ADA, {"hearsay": 1}),
    ("known_by", around(prominence=Prominence({}, {}, ADA, [True])), ADA, {}),
    ("without_rival", around({"pronoun": "f"}, able=[ADA, GIRL]), ADA, {"antecedent_alone": 1}),
    ("without_rival", around({"pronoun": "f"}, able=[ADA, MAY]), ADA, {}),
    ("without_rival", around({"pronoun": "f", "described": GIRL}, able=[ADA]), ADA, {"redescribed_alone": 1}),
    ("without_rival", around({"pronoun": "f"}, able=[ADA, GIRL]), GIRL, {}),
    ("without_rival", around(able=[ADA]), ADA, {}),
]


@pytest.mark.parametrize(("feature", "surroundings", "entity", "expected"), CASES)
def test_feature(
    feature: str, surroundings: Surroundings, entity: Entity, expected: dict[str, float]
) -> None:
    """Each feature says of a candidate what stands around the turn, and nothing else."""
    assert dict(getattr(features, feature)(surroundings, entity)) == expected


def test_every_feature_is_specified() -> None:
    """No row of the table is without a case."""
    assert {function.__name__ for _, function in FEATURES} == {feature for feature, *_ in CASES}


def test_features_are_pure() -> None:
    """Asking changes nothing, so the same question has the same answer."""
    stands = around({"pronoun": "f"}, before=acted(TAM, ADA))
    assert features_of(stands, ADA) == features_of(stands, ADA)
    assert features_of(stands, TAM)["before_said_subject"] == 1


@pytest.mark.parametrize(
    ("stands", "bare"),
    [
        (around(), True),
        (around({"pronoun": "f"}), False),
        (around(before=acted(ADA)), False),
        (around(after=acted(ADA)), False),
        (around(above=acted(ADA), place_above="above"), True),
    ],
)
def test_bare(stands: Surroundings, bare: bool) -> None:
    """A turn is bare when nobody is mentioned beside it in its paragraph."""
    assert stands.is_bare is bare
