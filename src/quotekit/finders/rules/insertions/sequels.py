"""What stands behind a report that is set in with pauses: more of what it reports, or its author's.

"The wall, Bakker said, leaks" goes on behind the second pause; "The wall leaks, Bakker said on Monday, a day
after it was built" does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quotekit.finders.rules.insertions.places import CLAUSAL, is_relative_tag
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.parse.grammar import (
    NAMING,
    Words,
    child,
    function_words_for,
    is_coordinating,
    is_finite,
    is_finite_form,
    is_passive,
    is_verb_part,
    is_verbal,
    labels_for,
    modifies_noun,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import CLAUSE_ENDS, PAUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "REACH",
    "asks_of_subject",
    "has_finite_verb",
    "is_finished_clause",
    "lacks_rest",
    "resumes_clause",
    "trails_report",
    "turns_to_another",
]

NAMED: Final = NAMING | {"DET", "ADJ", "NUM"}
"""Parts of speech of the first word of a noun phrase."""

REACH: Final = 60
"""Tokens of the sentence on each side that are looked at."""


def is_finished_clause(doc: Doc, words: Words) -> bool:
    """Whether *words*, up to the first pause, are a main clause that needs nothing behind an insertion."""
    if lacks_rest(doc[words[1] - 1]) or asks_of_subject(doc, words):
        return False
    return any(is_main_verb(word) for word in doc[words[0] : words[1]])


def trails_report(doc: Doc, words: Words) -> bool:
    """Whether *words*, behind when or to whom something was said, tell of that or how things stood then."""
    first = doc[words[0]]
    if first.pos_ in NAMED and not any(map(is_main_verb, doc[words[0] : words[1]])):
        return True
    return first.lower_ in function_words_for(first).trailing


def is_main_verb(word: Token) -> bool:
    """Whether *word* is the finite verb of a clause that hangs on no noun and no conjunction."""
    labels = labels_for(word)
    if not is_verbal(word) or not is_finite(word) or modifies_noun(word):
        return False
    opened = child(word, labels.complementisers) is not None
    return not opened and word.dep_ not in labels.adverbial_clauses | labels.verb_parts


def resumes_clause(doc: Doc, front: Words, back: Words) -> bool:
    """Whether *back* goes on with *front*: with its verb, or with a further one in its own compound tense."""
    joined = is_coordinating(doc[back[0]])
    words = doc[back[0] + joined : back[1]]
    first = next((word for word in words if word.pos_ != "ADV"), None)
    if first is None or not is_verbal(first) or not is_finite_form(first):
        return False
    auxiliaries = {word.lower_ for word in doc[front[0] : front[1]] if is_verb_part(word)}
    return not joined or first.lower_ in auxiliaries


def lacks_rest(word: Token) -> bool:
    """Whether *word* ends no clause: a modal or a copula, whose other part stands behind an insertion.

    A clause that a question word opens may end in a copula ("whose arm it was").
    """
    words, labels = function_words_for(word), labels_for(word)
    asking = labels.question_tags | labels.question_adverb_tags | labels.relative_possessive_tags
    copula = lemma(word) in words.equating | words.becoming
    before = word.doc[max(word.sent.start, word.i - REACH) : word.i]
    if any(behind.dep_ in labels.subject_predicates for behind in word.rights):
        return True
    return word.tag_ in labels.modal_tags or (copula and asking.isdisjoint(w.tag_ for w in before))


def asks_of_subject(doc: Doc, words: Words) -> bool:
    """Whether *words* are a verb of a question and its subject alone ("Was it, | Bakker asked, | wet?")."""
    first, *rest = doc[words[0] : words[1]]
    return is_finite_form(first) and first.pos_ == "AUX" and bool(rest) and not any(map(is_verbal, rest))


def turns_to_another(parsed: ParsedPage, index: int, stop: int) -> bool:
    """Whether what begins at *index*, behind an insertion, is no more of what it reports.

    It adds something about who said it, is the report of somebody else (", but Holm said it does"), or tells
    that it came true.
    """
    confirms = confirms_report(parsed.doc, index, stop)
    return confirms or adds_about_speaker(parsed, index) or reports_anew(parsed, index, stop)


def confirms_report(doc: Doc, index: int, stop: int) -> bool:
    """Whether a clause joined at *index* ends in a verb that stands for the reported one (", and it did")."""
    if not is_coordinating(doc[index]):
        return False
    end = next((i for i in range(index, stop) if doc[i].text in PAUSES | CLAUSE_ENDS), stop)
    last, alone = doc[end - 1], not any(map(is_verbal, doc[index : end - 1]))
    stands_for_verb = lemma(last) in function_words_for(last).vicarious and is_finite_form(last)
    return alone and stands_for_verb and doc[end - 2].pos_ in NAMING


def reports_anew(parsed: ParsedPage, index: int, stop: int) -> bool:
    """Whether a conjunction at *index* joins the clause of a further verb of reporting, with its subject."""
    doc = parsed.doc
    if not is_coordinating(doc[index]):
        return False
    verb = next((i for i in range(index + 1, stop) if doc[i].pos_ in CLAUSAL - {"AUX"}), stop)
    if verb + 1 >= stop or doc[verb + 1].text in PAUSES | CLAUSE_ENDS:
        return False
    if not is_finite(doc[verb]) or is_passive(doc[verb]):
        return False
    known = parsed.verb(doc[verb])
    named = any(doc[i].pos_ in NAMING for i in range(index + 1, verb))
    return named and known is not None and known.says


def adds_about_speaker(parsed: ParsedPage, index: int) -> bool:
    """Whether what begins at *index*, behind an insertion, adds something about who said it."""
    word = parsed.tokens[index]
    if is_relative_tag(word) or (word.tag_ in labels_for(word).gerund_tags and parsed.verb(word) is not None):
        return True
    if word.pos_ not in NAMED:
        return False
    high = parsed.words_around(word)[1]
    end = next(
        (i for i in range(index, min(high, index + REACH)) if parsed.tokens[i].text in CLAUSE_ENDS), high
    )
    return not has_finite_verb(parsed.doc, (index, end))


def has_finite_verb(doc: Doc, words: Words) -> bool:
    """Whether there is a finite verb among *words*."""
    return any(word.pos_ in {"VERB", "AUX"} and is_finite(word) for word in doc[words[0] : words[1]])
