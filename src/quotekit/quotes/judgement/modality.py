"""Asserted, negated or left open: what stands around the head of a cue says of the report itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    child,
    function_words_for,
    is_passive,
    is_verbal,
    labels_for,
    passive_subject,
)
from quotekit.parse.lemmas import lemma
from quotekit.quotes.judgement.carriers import carrier_of, is_insisted, is_kept_from, is_negating
from quotekit.quotes.judgement.orders import is_up_to_reader
from quotekit.records import Modality
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "did_not_happen",
    "is_asked_whether",
    "is_conditional",
    "is_denied",
    "is_only_arguable",
    "is_only_possible",
    "is_told_of_doer",
    "modality_of",
    "says_nobody",
]


def modality_of(head: Token | None, content: Sequence[Range] = ()) -> Modality:
    """Whether the report itself is asserted, negated ("did not say") or left open ("if she says").

    Args:
        head: The word that carries the cue's meaning.
        content: What was said; a "never" in it negates no report, wherever the parse hangs it.
    """
    if head is None or not is_verbal(head):
        return "asserted"
    if is_insisted(head):
        return "asserted"
    above = carrier_of(head)
    if did_not_happen(head):
        return "negated"
    if is_only_possible(head):
        return "hypothetical"
    governors = [head, *([above] if above is not None else [])]
    if any(is_negated(verb, content) or says_nobody(verb, content) for verb in governors):
        return "negated"
    return "hypothetical" if any(is_left_open(verb, content) for verb in governors) else "asserted"


def is_only_possible(head: Token | None) -> bool:
    """Whether nobody has done what *head* tells: it is planned, would have been, or is up to the reader."""
    return is_unreal(head) or is_up_to_reader(head) or (head is not None and is_planned(head))


def is_only_arguable(head: Token | None) -> bool:
    """Whether *head* is what nobody in particular might say ("it can be argued", "it cannot be said")."""
    if head is None or not is_passive(head):
        return False
    subject = passive_subject(head)
    impersonal = subject is not None and subject.lower_ in function_words_for(head).impersonal
    return impersonal and any(effect_on_report(word) == "modal" for word in dependents(head))


def is_denied(head: Token | None, content: Sequence[Range]) -> bool:
    """Whether nobody spoke: *head* is negated, its subject names nobody, or a verb denies it."""
    if head is None:
        return False
    return is_negated(head, content) or says_nobody(head, content) or did_not_happen(head)


def is_negated(head: Token, content: Sequence[Range]) -> bool:
    """Whether a negation outside of *content* hangs on *head* ("did not say", "never said")."""
    labels = labels_for(head)
    found = (word for word in dependents(head) if word.dep_ in labels.negations or negates(word))
    return any(stands_outside(word, content) and not is_quoted_before(word, head) for word in found)


def says_nobody(head: Token | None, content: Sequence[Range]) -> bool:
    """Whether the subject of *head*, outside of *content*, names nobody ("no official said")."""
    if head is None:
        return False
    labels = labels_for(head)
    subjects = (word for word in dependents(head) if word.dep_ in labels.nominal_subjects)
    named = (word for word in subjects if stands_outside(word, content))
    return any(
        negates(word) and is_determiner(word, subject) and not is_quoted_before(word, head)
        for subject in named
        for word in (subject, *dependents(subject))
    )


def is_determiner(word: Token, subject: Token) -> bool:
    """Whether *word* is a subject, or stands in front of one ("neither Ann Lund", not "no wonder Lund").

    In front of figures it abbreviates a number ("No 10").
    """
    between = subject.doc[word.i + 1 : subject.i]
    if any(one.text.isdigit() for one in word.doc[word.i + 1 : word.i + 2]):
        return False
    return word.i <= subject.i and (subject.pos_ != "PROPN" or all(one.pos_ == "PROPN" for one in between))


def is_quoted_before(word: Token, later: Token) -> bool:
    """Whether *word* stands in a quotation in front of *later*, on which the parse hangs it.

    Then the marks between the two do not come in pairs (“… Never, never Holm.” Another neighbour said).
    """
    between = word.doc[word.i + 1 : later.i]
    return sum(one.is_quote and one.pos_ == "PUNCT" for one in between) % 2 == 1


def stands_outside(word: Token, content: Sequence[Range]) -> bool:
    """Whether *word* is none of what was said."""
    return not any(start <= word.idx < end for start, end in content)


def is_told_of_doer(head: Token | None) -> bool:
    """Whether a passive tells that somebody has done what *head* says ("is understood to have said")."""
    above = None if head is None else carrier_of(head)
    if head is None or above is None or not is_passive(above):
        return False
    labels, words = labels_for(head), function_words_for(head)
    parts = [word for word in dependents(head) if word.dep_ in labels.auxiliaries]
    marked = any(word.lower_ in words.infinitive for word in parts)
    return marked and len(parts) > 1 and not is_negated(above, ())


def did_not_happen(head: Token | None) -> bool:
    """Whether nobody heard it ("told no one"), or *head* or a verb over it denies it ("refused to say")."""
    if head is None:
        return False
    return is_kept_from(head) or is_negating(head) or addresses_nobody(head)


def is_planned(head: Token) -> bool:
    """Whether *head* is what a verb says that somebody wants or is expected to do ("wants to say").

    Whoever wants to know asks, and what somebody likes to say was said often.
    """
    above, known = carrier_of(head), language_of(head.lang_)
    if above is None or not is_bare_infinitive(head) or lemma(head) in known.function_words.knowing:
        return False
    would = child(above, known.labels.auxiliaries) is not None
    carries = not known.open_words.isdisjoint({lemma(above), above.lower_})
    return carries and (would or lemma(above) not in known.function_words.habitual)


def is_asked_for(head: Token) -> bool:
    """Whether *head* is what somebody is asked to do, or an attempt ("told her to say", "efforts to say")."""
    labels, known = labels_for(head), language_of(head.lang_)
    if lemma(head) in known.function_words.knowing:
        return False
    if head.dep_ in labels.noun_clauses:
        return is_bare_infinitive(head) and lemma(head.head) in known.open_words
    asked = head.dep_ in labels.open_complements | labels.clausal_complements
    return asked and is_bare_infinitive(head) and lemma(head.head) in known.addressing_verbs


def is_bare_infinitive(head: Token) -> bool:
    """Whether *head* is an infinitive behind its mark alone ("to say", not "to have said")."""
    known = language_of(head.lang_)
    parts = [word for word in dependents(head) if word.dep_ in labels_for(head).auxiliaries]
    return head.tag_ in known.labels.bare_tags and all(
        word.lower_ in known.function_words.infinitive for word in parts
    )


def is_unreal(head: Token | None) -> bool:
    """Whether *head* only could be done ("could have told"), or somebody else wants it done."""
    if head is None:
        return False
    labels = labels_for(head)
    if is_asked_for(head) or is_unfulfilled(head):
        return True
    forms = {word.tag_ for word in dependents(head) if word.dep_ in labels.auxiliaries}
    return not labels.modal_tags.isdisjoint(forms) and not labels.bare_tags.isdisjoint(forms)


def is_unfulfilled(head: Token) -> bool:
    """Whether an auxiliary that opens a statement makes *head* a condition ("had she said so, we …")."""
    opening = head.sent[0]
    opens = effect_on_report(opening) in {"modal", "inversion"} and opening.head.i == head.i
    return opens and opens_with_auxiliary(head) and head.sent[-1].text != "?"


def addresses_nobody(verb: Token) -> bool:
    """Whether *verb* speaks to somebody, and it is nobody ("no one", "nobody", "no other guest")."""
    labels, known = labels_for(verb), language_of(verb.lang_)
    receivers = labels.receivers | labels.direct_objects
    if lemma(verb) not in known.addressing_verbs:
        return False
    spoken_to = (word for word in dependents(verb) if word.dep_ in receivers and word.i > verb.i)
    return any(negates(word) for heard in spoken_to for word in (heard, *dependents(heard)))


def is_conditional(head: Token | None) -> bool:
    """Whether *head* heads a condition that opens its sentence ("If she says …, we go")."""
    if head is None or head.dep_ not in labels_for(head).adverbial_clauses | labels_for(head).roots:
        return False
    openers = (word for word in dependents(head) if word.dep_ in labels_for(head).complementisers)
    return any(effect_on_report(word) == "condition" and is_sentence_opening(word) for word in openers)


def is_sentence_opening(word: Token) -> bool:
    """Whether *word* begins its sentence, or has only adverbs and conjunctions before it ("even if")."""
    before = word.doc[word.sent.start : word.i]
    return all(one.pos_ in {"ADV", "CCONJ", "PUNCT", "SPACE"} for one in before)


def opens_with_auxiliary(verb: Token) -> bool:
    """Whether an auxiliary opens the clause before its subject ("had she said that, …")."""
    subjects, auxiliaries = labels_for(verb).nominal_subjects, labels_for(verb).auxiliaries
    found = [word.dep_ for word in dependents(verb) if word.dep_ in subjects | auxiliaries]
    return bool(found) and found[0] in auxiliaries and not subjects.isdisjoint(found)


def negates(word: Token) -> bool:
    """Whether *word* denies a report that it stands beside."""
    return effect_on_report(word) == "negation"


def effect_on_report(word: Token) -> str:
    """What *word* does to a report that it stands beside, by the table of its language."""
    return language_of(word.lang_).modalities.get(word.lower_, "")


def is_left_open(verb: Token, content: Sequence[Range]) -> bool:
    """Whether a condition, a modal verb or a question outside of *content* leaves *verb* open."""
    labels = labels_for(verb)
    beside = labels.auxiliaries | labels.tense_auxiliaries | labels.complementisers
    words = [word for word in dependents(verb) if word.dep_ in beside and stands_outside(word, content)]
    if any(effect_on_report(word) in {"modal", "condition"} for word in [*words, verb]):
        return True
    if verb.dep_ in labels.adverbial_clauses and opens_with_auxiliary(verb):
        return True
    fronted = any(word.dep_ in labels.auxiliaries and word.i < verb.i for word in words)
    return fronted and is_asked(verb)


def is_asked(verb: Token) -> bool:
    """Whether *verb* is that of a sentence that ends with a question mark."""
    return verb.dep_ in labels_for(verb).roots and verb.sent[-1].text == "?"


def is_asked_whether(head: Token | None) -> bool:
    """Whether a question asks if somebody did what *head* says ("Did she say …?", not "Why did she say …?").

    One that denies it takes for granted that they did ("Didn't she say …?").
    """
    if head is None or not is_asked(head) or not opens_with_auxiliary(head):
        return False
    first = next(word for word in dependents(head) if word.dep_ in labels_for(head).auxiliaries)
    before = first.doc[first.sent.start : first.i]
    opens = all(one.pos_ in {"CCONJ", "PUNCT", "SPACE"} for one in before)
    return opens and not is_negated(head, ())
