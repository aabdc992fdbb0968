"""Where a verb stands that has its subject behind it: what tells a report there from what else it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.finders.layouts.unparsed.incises import ends_in_call
from quotekit.finders.rules.cues_of_marks import FEWEST_WORDS
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.language import incise_parts, language_of
from quotekit.parse.compound_verbs import carrying_verb
from quotekit.parse.grammar import is_finite_form, is_verb_part
from quotekit.records import MarkedSpan
from quotekit.text.punctuation import CLAUSE_ENDS, DASHES, MARKS, PAUSES, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "gives_order",
    "goes_on",
    "group_start",
    "is_article_or_like",
    "is_clitic",
    "is_participle_alone",
    "mark_before",
    "stands_for_verb",
    "tells_of_marks",
]

OPEN_CLASSES = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "X"})
"""What parsers make of a verb that they do not know; no little word is one."""
NEAR = 2
"""Tokens behind a pause among which the verb of a sentence is looked for: a pronoun may stand before it."""


def stands_for_verb(parsed: ParsedPage, word: Token) -> bool:
    """Whether a word is a verb by its place: right behind marks and a pause, with its subject behind it.

    Verbs that do so are an open class (“…”, peste Léa Roux), and parsers take many of them for nouns.
    Titles with what is said of them (“…”, roman de Roux; “…”, signé Roux) seldom open a sentence. A capital
    opens the next one (“… .” L’arrivée des secours).
    """
    opening = word.doc[group_start(word)]
    lower = word.is_lower and opening.text[:1].islower()
    if word.pos_ not in OPEN_CLASSES or not (word.is_alpha and lower) or is_clitic(word):
        return False
    start = opening.idx
    mark = mark_before(parsed, start)
    if mark is None or len(mark.text.split()) < FEWEST_WORDS or lacks_auxiliary(word):
        return False
    return opens_clause_by_marks(parsed, mark) and is_paused(parsed, mark, start) and may_have_subject(word)


def gives_order(parsed: ParsedPage, verb: Token) -> bool:
    """Whether *verb* has the form of an order and stands behind a call (Paul, note le numéro)."""
    start = verb.doc[group_start(verb)].idx
    orders = incise_parts().get((parsed.lang, "order"), ())
    if start != verb.idx or not verb.lower_.endswith(orders) or mark_before(parsed, start) is not None:
        return False
    subject = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    low = parsed.page.passage_around(start)[0]
    return is_article_or_like(subject) and ends_in_call(parsed.text[low:start])


def may_have_subject(word: Token) -> bool:
    """Whether what stands behind *word* may be its subject; behind a noun, a name that people have is one.

    Nouns too stand before a name (“…”, photo AFP), but not before an article.
    """
    subject = word.nbor(1) if word.i + 1 < len(word.doc) else word
    if is_article_or_like(subject) or subject.lower_[:1] == "-":
        return True
    named = word.pos_ == "VERB" or subject.lower_ in language_of(word.lang_).first_names
    return subject.text[:1].isupper() and named


def tells_of_marks(parsed: ParsedPage, verb: Token) -> bool:
    """Whether a verb says something of the words in marks before it, which are part of its sentence.

    So does a participle (le plan “…”, annoncé la veille), or what no pause parts from them
    (le club “…” salue la décision).
    """
    start = verb.doc[group_start(verb)].idx
    mark = mark_before(parsed, start)
    if mark is None or opens_clause_by_marks(parsed, mark):
        return False
    return lacks_auxiliary(verb) or not is_paused(parsed, mark, start)


def lacks_auxiliary(verb: Token) -> bool:
    """Whether *verb* is a participle without an auxiliary, which nothing can be said by."""
    group = verb.doc[group_start(verb) : verb.i]
    return "Part" in verb.morph.get("VerbForm", []) and not any(word.pos_ == "AUX" for word in group)


def is_participle_alone(verb: Token) -> bool:
    """Whether *verb* has the form of a participle and no auxiliary: nobody says anything by it.

    Its object or its agent stands behind it as a subject would (“…, en ajoutant deux noms”, “…, relayée par
    l’agence”). Forms that may be finite too are none (“…, écrit Léa Roux”), whatever the parse makes of them.
    """
    parts, words = incise_parts(), language_of(verb.lang_).function_words
    endings = (*parts.get((verb.lang_, "participle"), ()), *words.participle_ending)
    group = verb.doc[group_start(verb) : verb.i]
    helped = any(
        word.pos_ == "AUX" or word.lower_ in parts.get((verb.lang_, "auxiliary"), ()) for word in group
    )
    return verb.lower_.endswith(endings) and not helped


def opens_clause_by_marks(parsed: ParsedPage, mark: MarkedSpan) -> bool:
    """Whether no words of the same clause stand before words in quotation marks."""
    low = parsed.page.passage_around(mark.start)[0]
    before = parsed.text[low : mark.start].rstrip("".join(MARKS) + " \u00a0\n")
    return not before or before[-1] in CLAUSE_ENDS | DASHES


def is_paused(parsed: ParsedPage, mark: MarkedSpan, start: int) -> bool:
    """Whether a pause, or the end of a sentence, parts words in quotation marks from *start*."""
    signs = parsed.text[mark.end : start], parsed.text[mark.start : mark.end - 1].rstrip()[-1:]
    return any(sign in PAUSES | STOP_TOKENS for sign in "".join(signs))


def goes_on(doc: Doc, end: int) -> bool:
    """Whether the verb of a sentence stands behind a pause at *end* (“…”, prix Goncourt 2013, est …)."""
    if end >= len(doc) or doc[end].text not in PAUSES:
        return False
    behind = next((word for word in doc[end + 1 : end + 1 + NEAR] if word.pos_ != "PRON"), None)
    return behind is not None and is_finite_form(behind)


def mark_before(parsed: ParsedPage, start: int) -> MarkedSpan | None:
    """The words in quotation marks that end before *start*, with nothing between but signs."""
    low = parsed.page.passage_around(start)[0]
    before = reversed(parsed.page.marks_from(low, start))
    mark = next((mark for mark in before if mark.depth == 0 and mark.end <= start), None)
    return None if mark is None or any(map(str.isalnum, parsed.text[mark.end : start])) else mark


def group_start(verb: Token) -> int:
    """The first token of the verb with its auxiliaries and the little words between and before them."""
    doc, first = verb.doc, verb.i
    while first and (is_verb_part(doc[first - 1]) or is_clitic(doc[first - 1]) or carries(doc[first - 1])):
        first -= 1
    return first


def carries(word: Token) -> bool:
    """Whether *word* is one verb of reporting with the word behind it ("fait savoir")."""
    return carrying_verb(word.nbor()) is not None


def is_clitic(word: Token) -> bool:
    """Whether *word* leans on a verb: an auxiliary, a pronoun, a negation."""
    return word.pos_ == "AUX" or word.lower_[0] == "-" or word.lower_ in language_of(word.lang_).clitics


def is_article_or_like(word: Token) -> bool:
    """Whether *word* is a determiner, or an article that the parse takes for a pronoun."""
    return word.pos_ == "DET" or word.lower_ in language_of(word.lang_).function_words.article
