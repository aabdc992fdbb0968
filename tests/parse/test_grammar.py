"""Each question about a parse, on sentences whose parse is written down, in each scheme of labels."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Token

from quotekit.parse.grammar import (
    agent,
    antecedent,
    complementiser,
    heads_clause,
    is_bare_participle,
    is_finite,
    is_finite_clause,
    is_finite_form,
    is_passive,
    is_relative,
    is_verb_part,
    modifies_noun,
    passive_subject,
    phrase,
    possessor,
    runs_of_tokens,
    solid,
    subject,
    verb_group,
)

Row = tuple[str, str, str, str, int]
"""A word with its part of speech, its tag, its relation and the place of its head."""


def parsed(lang: str, *rows: Row, morphs: dict[int, str] | None = None) -> Doc:
    """A sentence in *lang* by its words."""
    words, pos, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    features = [(morphs or {}).get(index, "") for index in range(len(words))]
    vocab = spacy.blank(lang).vocab
    return Doc(vocab, words=words, pos=pos, tags=tags, deps=deps, heads=heads, morphs=features, lemmas=words)


def text(word: Token | None) -> str | None:
    """The text of a token, if there is one."""
    return None if word is None else word.text


ENGLISH = parsed(
    "en",
    ("Holm", "PROPN", "NNP", "nsubjpass", 2),
    ("was", "AUX", "VBD", "auxpass", 2),
    ("told", "VERB", "VBN", "ROOT", 2),
    ("by", "ADP", "IN", "agent", 2),
    ("Ode", "PROPN", "NNP", "poss", 6),
    ("'s", "PART", "POS", "case", 4),
    ("aide", "NOUN", "NN", "pobj", 3),
    ("that", "SCONJ", "IN", "mark", 9),
    ("walls", "NOUN", "NNS", "nsubj", 9),
    ("leak", "VERB", "VBP", "ccomp", 2),
)
FRENCH = parsed(
    "fr",
    ("Holm", "PROPN", "PROPN", "nsubj:pass", 2),
    ("est", "AUX", "AUX", "aux:pass", 2),
    ("cité", "VERB", "VERB", "ROOT", 2),
    ("par", "ADP", "ADP", "case", 4),
    ("Ode", "PROPN", "PROPN", "obl:agent", 2),
    morphs={1: "VerbForm=Fin", 2: "VerbForm=Part"},
)
RELATIVE = parsed(
    "en",
    ("Ode", "PROPN", "NNP", "ROOT", 0),
    ("who", "PRON", "WP", "nsubj", 3),
    ("often", "ADV", "RB", "advmod", 3),
    ("said", "VERB", "VBD", "relcl", 0),
    ("so", "ADV", "RB", "advmod", 3),
)
JOINED = parsed(
    "en",
    ("Ode", "PROPN", "NNP", "nsubj", 1),
    ("nodded", "VERB", "VBD", "ROOT", 1),
    ("and", "CCONJ", "CC", "cc", 1),
    ("did", "AUX", "VBD", "aux", 5),
    ("not", "PART", "RB", "neg", 5),
    ("rule", "VERB", "VB", "conj", 1),
    ("it", "PRON", "PRP", "dobj", 5),
    ("out", "ADP", "RP", "prt", 5),
)
ASKED = parsed(
    "en",
    ("Asked", "VERB", "VBN", "advcl", 3),
    ("twice", "ADV", "RB", "advmod", 0),
    ("Ode", "PROPN", "NNP", "nsubj", 3),
    ("answered", "VERB", "VBD", "ROOT", 3),
)


@pytest.mark.parametrize(("verb", "who"), [(ENGLISH[2], "aide"), (FRENCH[2], "Ode")])
def test_agent(verb: Token, who: str) -> None:
    """Whoever does what a passive says: below "by", or by a label of their own."""
    assert is_passive(verb)
    assert text(agent(verb)) == who
    assert text(passive_subject(verb)) == "Holm"


def test_an_active_verb_has_no_agent() -> None:
    """No passive, no agent."""
    assert not is_passive(ENGLISH[9])
    assert agent(ENGLISH[9]) is None
    assert passive_subject(ENGLISH[9]) is None


@pytest.mark.parametrize(("verb", "who"), [(ENGLISH[9], "walls"), (ENGLISH[2], "Holm"), (FRENCH[2], "Holm")])
def test_subject(verb: Token, who: str) -> None:
    """The subject of a verb, active or passive."""
    assert text(subject(verb)) == who


def test_a_subject_can_be_lent() -> None:
    """A relative pronoun gives way to its noun; joined verbs and participles take the subject above."""
    assert text(subject(RELATIVE[3])) == "Ode"
    assert text(subject(JOINED[5])) == "Ode"
    assert text(subject(ASKED[0])) == "Ode"


def test_finite() -> None:
    """A form is finite by its tag or its morphology, a clause also by its auxiliary."""
    assert is_finite_form(ENGLISH[1])
    assert not is_finite_form(ENGLISH[2])
    assert is_finite(ENGLISH[2])
    assert not is_finite_form(FRENCH[2])
    assert is_finite(FRENCH[2])
    assert not is_finite(ASKED[0])


def test_a_finite_clause_modifies_no_noun() -> None:
    """A relative clause is finite, and no clause that could be reported by itself."""
    assert is_finite(RELATIVE[3])
    assert modifies_noun(RELATIVE[3])
    assert not is_finite_clause(RELATIVE[3])
    assert is_finite_clause(ENGLISH[9])


def test_relative() -> None:
    """A relative pronoun, and what its clause modifies."""
    assert is_relative(RELATIVE[1])
    assert not is_relative(ENGLISH[0])
    assert text(antecedent(RELATIVE[3])) == "Ode"
    assert antecedent(ENGLISH[9]) is None


def test_complementiser() -> None:
    """The word that introduces a clause, or nothing."""
    assert complementiser(ENGLISH[9]) == "that"
    assert complementiser(ENGLISH[2]) == ""


def test_clauses_are_headed_by_verbs() -> None:
    """Verbs head clauses, names do not."""
    assert heads_clause(ENGLISH[2])
    assert not heads_clause(ENGLISH[0])


def test_bare_participle() -> None:
    """A participle that stands for a clause, not one behind its auxiliary."""
    assert is_bare_participle(ASKED[0])
    assert not is_bare_participle(ENGLISH[2])


def test_possessor() -> None:
    """Whoever a noun belongs to, without the sign that says so."""
    assert possessor(ENGLISH[6]) == (4, 5)
    assert possessor(ENGLISH[0]) is None


def test_phrase() -> None:
    """All that hangs on a noun, without its preposition."""
    assert phrase(ENGLISH[6]) == (4, 7)
    assert phrase(FRENCH[4]) == (4, 5)


def test_verb_group() -> None:
    """A verb with its auxiliary and its particle, without its negation."""
    assert verb_group(JOINED[5]) == [3, 5, 7]
    assert is_verb_part(JOINED[7])
    assert not is_verb_part(JOINED[4])
    assert list(runs_of_tokens([3, 5, 7, 8])) == [(3, 4), (5, 6), (7, 9)]


def test_the_scheme_is_that_of_the_language() -> None:
    """TIGER's "sb" is a subject in no English parse, and UD's "nsubj:pass" is one in both."""
    rows = [("Ode", "PROPN", "NNP", "sb", 1), ("said", "VERB", "VBD", "ROOT", 1)]
    assert subject(parsed("en", *rows)[1]) is None
    assert text(subject(FRENCH[2])) == "Holm"


def test_solid() -> None:
    """Blanks at the edges of a range of tokens stay out."""
    doc = Doc(spacy.blank("en").vocab, words=["\n", "Ode", " "])
    assert solid(doc, (0, 3)) == (1, 2)
    assert solid(doc, (0, 1)) == (1, 1)
