"""Whatever a parser calls things, who speaks is told by the labels of one scheme."""

from __future__ import annotations

from typing import get_args

import pytest
import spacy
from spacy.tokens import Doc

from quotekit.language import entity_names, language_of
from quotekit.language.labelling import Scheme
from quotekit.language.translation import (
    RelationRow,
    Translation,
    relations_of_scheme,
    tag_rows,
    translation_of_schemes,
)

CLEARNLP = """
ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd
parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp
"""
"""The relations that spaCy's English pipelines give."""

PENN = """
$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS
PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``
"""
"""The tags that they give."""

ENGLISH = language_of("en").translation
FRENCH = language_of("fr").translation
GERMAN = translation_of_schemes(["tiger"])


def parsed(lines: str) -> Doc:
    """The document of lines such as ``Mara PROPN NE sb 1 Number=Sing``."""
    rows = [line.split() for line in lines.strip().splitlines()]
    return Doc(
        spacy.blank("de").vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        morphs=[row[5] if len(row) > 5 else "" for row in rows],
    )


def read(translation: Translation, lines: str) -> tuple[list[str], list[str]]:
    """The tags and the relations of a document in the one scheme."""
    doc = parsed(lines)
    tags = translation.tags_of(list(doc))
    return tags, translation.relations_of(list(doc), tags)


def test_the_scheme_itself_is_not_translated() -> None:
    """No relation of an English pipeline, and no tag of it, is called otherwise."""
    assert ENGLISH.by_tag
    assert ENGLISH.relations.keys().isdisjoint(CLEARNLP.split())
    assert all(
        [row.tag for row in rows] == [part] for part, rows in tag_rows().items() if part in PENN.split()
    )
    lines = "Mara PROPN NNP nsubj 1\nsaid VERB VBD ROOT 1\nso ADV RB advmod 1"
    assert read(ENGLISH, lines) == (["NNP", "VBD", "RB"], ["nsubj", "ROOT", "advmod"])


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_all_become_labels_of_one_scheme(scheme: str) -> None:
    """No label becomes one, and no row asks for a tag, that the one scheme does not have."""
    rows = [row for rows in relations_of_scheme(scheme).values() for row in rows]
    assert {row.label for row in rows} <= set(CLEARNLP.split())
    assert frozenset().union(*(row.tags | row.above for row in rows)) <= set(PENN.split())
    assert {row.tag for rows in tag_rows().values() for row in rows} <= set(PENN.split())


def test_a_role_tells_what_a_relation_is_called() -> None:
    """A relation of the tables of roles needs no row: it is called as the first that tells the same."""
    assert relations_of_scheme("universal")["nsubj:pass"] == (RelationRow("nsubjpass"),)
    assert relations_of_scheme("universal")["iobj"] == (RelationRow("dative"),)
    assert relations_of_scheme("tiger")["rc"] == (RelationRow("relcl"),)


@pytest.mark.parametrize(
    ("relation", "label"),
    [
        ("obj", "dobj"),
        ("obl:arg", "pobj"),
        ("nmod:poss", "poss"),
        ("acl:relcl", "relcl"),
        ("flat:name", "compound"),
        ("aux:tense", "aux"),
        ("expl:subj", "expl"),
        ("nsubj", "nsubj"),
        ("something", "something"),
        ("something:else", "something"),
    ],
)
def test_relations_of_universal_dependencies(relation: str, label: str) -> None:
    """A subtype without a row is read as what it is one of, and what nobody knows stays as it is."""
    assert FRENCH.relation_of(relation, "NN", "VBD") == label


@pytest.mark.parametrize(
    ("relation", "tag", "above", "label"),
    [
        ("sb", "NNP", "VBD", "nsubj"),
        ("nk", "DT", "NN", "det"),
        ("nk", "JJ", "NN", "amod"),
        ("nk", "NN", "NNP", "compound"),
        ("nk", "NN", "IN", "pobj"),
        ("nk", "PRP$", "NN", "poss"),
        ("mo", "IN", "VBD", "prep"),
        ("mo", "RB", "VBD", "advmod"),
        ("pd", "NN", "VBZ", "attr"),
        ("pd", "JJ", "VBZ", "acomp"),
        ("app", "NN", "NNP", "appos"),
        ("ag", "NN", "NN", "poss"),
    ],
)
def test_relations_of_tiger(relation: str, tag: str, above: str, label: str) -> None:
    """One relation that stands for several is told apart by the tags of the word and of the one above it."""
    assert GERMAN.relation_of(relation, tag, above) == label


def test_a_language_with_several_schemes() -> None:
    """What the first scheme has stays, and what only the second one has is translated."""
    assert ENGLISH.relation_of("nmod", "NN", "NN") == "nmod"
    assert ENGLISH.relation_of("obj", "NN", "VBD") == "dobj"
    lines = "Mara PROPN NNP nsubj 1\nsaw VERB VBD root 1\nit PRON PRP obj 1\nhere ADV - advmod:emph 1"
    assert read(ENGLISH, lines)[1] == ["nsubj", "ROOT", "dobj", "advmod"]


def test_parts_of_speech_and_morphology_tell_tags() -> None:
    """Whatever tags a pipeline has, those of the Penn Treebank are told by what most pipelines have alike."""
    lines = """
    Ihre DET PPOSAT nk 2 Number=Plur|Poss=Yes
    alten ADJ ADJA nk 2 Degree=Pos|Number=Plur
    Brücken NOUN NN sb 4 Gender=Fem|Number=Plur
    , PUNCT $, punct 2
    hielten VERB VVFIN ROOT 4 Number=Plur|Tense=Past|VerbForm=Fin
    und CCONJ KON cd 4
    es PRON PPER sb 7 Number=Sing|Person=3
    will AUX VMFIN cj 5 VerbForm=Fin|VerbType=Mod
    . PUNCT $. punct 4
    """
    tags, relations = read(GERMAN, lines)
    assert tags == ["PRP$", "JJ", "NNS", ",", "VBD", "CC", "PRP", "MD", "."]
    assert relations == ["poss", "amod", "nsubj", "punct", "ROOT", "cc", "nsubj", "conj", "punct"]


def test_a_tag_can_be_the_part_of_speech() -> None:
    """Pipelines without tags of their own give the part of speech for one."""
    assert read(FRENCH, "pont NOUN NOUN ROOT 0 Number=Sing\n— X - dep 0")[0] == ["NN", "FW"]
    assert read(ENGLISH, "bridges NOUN NOUN ROOT 0 Number=Plur\nMara PROPN NNP nsubj 0")[0] == ["NNS", "NNP"]


def test_entities_have_one_name() -> None:
    """Persons are called so by every recogniser; what is called alike in all has no row."""
    assert entity_names()["PER"] == "PERSON"
    assert "ORG" not in entity_names()
