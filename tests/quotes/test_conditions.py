"""Reports in a condition that opens its sentence."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Tone
from quotekit.quotes.assembling import heard_modality
from tests.parsed import doc_of

SAYS = (
    "Ann/PROPN/NNP/nsubj/says says/VERB/VBZ/advcl/go/say so/ADV/RB/advmod/says , "
    "we/PRON/PRP/nsubj/go go/VERB/VBP/ROOT/go/go ."
)


@pytest.mark.parametrize(
    ("opener", "sure", "modality"),
    [
        ("If/SCONJ/IN/mark/says", 0.9, "hypothetical"),
        ("If/SCONJ/IN/mark/says", 0.99, "asserted"),
        ("As/SCONJ/IN/mark/says", 0.9, "asserted"),
    ],
)
def test_a_condition_is_believed_where_the_network_is_unsure(opener: str, sure: float, modality: str) -> None:
    """A conjunction tells of a condition; a network that is sure knows better."""
    doc = doc_of(f"{opener} {SAYS}")
    assert heard_modality(doc[2], Tone("speech", 1.0, "asserted", sure)) == modality


def test_a_verb_that_denies_the_report_is_believed_whatever_the_network_hears() -> None:
    """What somebody declined to say was not said."""
    doc = doc_of(
        "Bo/PROPN/NNP/nsubj/declined declined/VERB/VBD/ROOT/declined/decline to/PART/TO/aux/say "
        "say/VERB/VB/xcomp/declined/say so/ADV/RB/advmod/say ."
    )
    assert heard_modality(doc[3], Tone("speech", 1.0, "asserted", 1.0)) == "negated"


@pytest.mark.parametrize(
    ("hearer", "modality"), [("nobody/PRON/NN", "negated"), ("Ida/PROPN/NNP", "asserted")]
)
def test_what_nobody_was_told_was_not_said(hearer: str, modality: str) -> None:
    """Whom a verb speaks to may be nobody."""
    doc = doc_of(
        f"Bo/PROPN/NNP/nsubj/told told/VERB/VBD/ROOT/told/tell {hearer}/dobj/told "
        "it/PRON/PRP/nsubj/sank sank/VERB/VBD/ccomp/told/sink ."
    )
    assert heard_modality(doc[1], Tone("speech", 1.0, "asserted", 1.0)) == modality


@pytest.mark.parametrize(
    ("subject", "modality"), [("Nobody/PRON/NN", "negated"), ("Everybody/PRON/NN", "asserted")]
)
def test_what_nobody_said_was_not_said(subject: str, modality: str) -> None:
    """A subject that names nobody denies the report, whatever the network hears."""
    doc = doc_of(f"{subject}/nsubj/said said/VERB/VBD/ROOT/said/say so/ADV/RB/advmod/said .")
    assert heard_modality(doc[1], Tone("speech", 1.0, "asserted", 1.0)) == modality


HEARD = Tone("speech", 1.0, "asserted", 1.0)


@pytest.mark.parametrize(
    ("modal", "subject", "modality"),
    [
        ("may/AUX/MD/aux/tell", "You/PRON/PRP", "hypothetical"),
        ("may/AUX/MD/aux/tell", "They/PRON/PRP", "asserted"),
        ("do/AUX/VBP/aux/tell", "You/PRON/PRP", "asserted"),
    ],
)
def test_what_the_reader_may_say_was_not_said(modal: str, subject: str, modality: str) -> None:
    """A modal verb with "you" leaves it to whoever reads."""
    doc = doc_of(f"{subject}/nsubj/tell {modal} tell/VERB/VB/ROOT/tell him/PRON/PRP/dobj/tell .")
    assert heard_modality(doc[2], HEARD) == modality


@pytest.mark.parametrize(
    ("first", "modality"),
    [("Never/ADV/RB/advmod/tell", "hypothetical"), ("Wardens/NOUN/NNS/nsubj/tell", "asserted")],
)
def test_an_order_to_say_something_says_nothing(first: str, modality: str) -> None:
    """An imperative has nobody who does it."""
    doc = doc_of(f"{first} tell/VERB/VB/ROOT/tell him/PRON/PRP/dobj/tell .")
    assert heard_modality(doc[1], HEARD) == modality


@pytest.mark.parametrize(
    ("opener", "modality"), [("When/SCONJ/WRB", "hypothetical"), ("As/SCONJ/IN", "asserted")]
)
def test_the_case_of_an_order_is_still_to_come(opener: str, modality: str) -> None:
    """Advice is given for what may be said; whoever agrees has said so."""
    doc = doc_of(
        f"{opener}/mark/asked asked/VERB/VBN/advcl/nod/ask why/ADV/WRB/advmod/asked , nod/VERB/VB/ROOT/nod ."
    )
    assert heard_modality(doc[1], HEARD) == modality


@pytest.mark.parametrize(("noun", "modality"), [("", "negated"), ("Ann/PROPN/NNP/pobj/without ", "asserted")])
def test_what_somebody_left_without_saying_was_not_said(noun: str, modality: str) -> None:
    """A preposition that denies stands right before the gerund."""
    doc = doc_of(
        f"Bo/PROPN/NNP/nsubj/left left/VERB/VBD/ROOT/left without/ADP/IN/prep/left {noun}"
        "saying/VERB/VBG/pcomp/without/say so/ADV/RB/advmod/saying ."
    )
    saying = next(word for word in doc if word.text == "saying")
    assert heard_modality(saying, HEARD) == modality


@pytest.mark.parametrize(("verb", "modality"), [("read", "asserted"), ("show", "hypothetical")])
def test_what_a_sign_read_was_no_order(verb: str, modality: str) -> None:
    """Behind a quotation a form that is of the past as well reports it, whatever a tagger takes it for."""
    doc = doc_of(f"Shut/VERB/VBN/ccomp/{verb} ” {verb}/VERB/VB/ROOT/{verb} signs/NOUN/NNS/dobj/{verb} .")
    assert heard_modality(doc[2], HEARD) == modality


@pytest.mark.parametrize(
    ("opener", "denied", "modality"),
    [
        ("", "", "hypothetical"),
        ("Why/ADV/WRB/advmod/say ", "", "asserted"),
        ("", "n't/PART/RB/neg/say ", "asserted"),
    ],
)
def test_what_a_question_asks_for_is_left_open(opener: str, denied: str, modality: str) -> None:
    """Whoever asks why, or denies it, takes for granted that it was said."""
    doc = doc_of(
        f"{opener}did/AUX/VBD/aux/say {denied}Bo/PROPN/NNP/nsubj/say say/VERB/VB/ROOT/say "
        "so/ADV/RB/advmod/say ?"
    )
    say = next(word for word in doc if word.text == "say")
    assert heard_modality(say, HEARD) == modality


@pytest.mark.parametrize(
    ("subject", "words", "modality"),
    [
        ("It/PRON/PRP", "can/AUX/MD/aux/argued", "hypothetical"),
        ("It/PRON/PRP", "can/AUX/MD/aux/argued not/PART/RB/neg/argued", "negated"),
        ("It/PRON/PRP", "has/AUX/VBZ/aux/argued", "asserted"),
        ("Guests/NOUN/NNS", "will/AUX/MD/aux/argued", "asserted"),
    ],
)
def test_what_nobody_in_particular_might_say_is_left_open(subject: str, words: str, modality: str) -> None:
    """An impersonal passive with a modal verb reports nothing that anybody said."""
    doc = doc_of(
        f"{subject}/nsubjpass/argued {words} be/AUX/VB/auxpass/argued argued/VERB/VBN/ROOT/argued/argue "
        "it/PRON/PRP/nsubj/sank sank/VERB/VBD/ccomp/argued/sink ."
    )
    head = next(word for word in doc if word.text == "argued")
    assert heard_modality(head, HEARD) == modality
