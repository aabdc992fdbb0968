"""Speech or thought: what the head of a cue and the wording of a content tell about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding, Tone
from quotekit.language import language_of
from quotekit.parse.bare_infinitives import infinitive_opening
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    child,
    function_words_for,
    is_finite_clause,
    is_verb_part,
    is_verbal,
    labels_for,
)
from quotekit.parse.lemmas import lemma
from quotekit.parse.reporting import SAYING, ReportingVerb, reporting_verb
from quotekit.records import Act
from quotekit.text.page import Page
from quotekit.text.ranges import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["act_of", "construction_of", "cue_head", "is_bare_object", "is_measured", "points_back"]

STYLED: Final = frozenset({"styled"})
"""All that a verb reports of which it is only known that it says in marks what something is."""

QUESTION: Final = "wh"
"""The frame of clauses that ask."""

INFINITIVE: Final = ("mark", "verb")
"""What stands from a verb on up to the infinitive right behind it ("wanted | to | know")."""

FEWEST_OF_CLAUSE: Final = 4
"""Words of a clause without a verb that the tagger knows, its conjunction among them; a guess."""


def cue_head(doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Token | None:
    """The word of the cue that carries its meaning: the last verb of reporting in it, else its head.

    A pronoun that leans on the verb heads nothing, whatever the parse makes of it.
    None where no word does: there is no cue, or it only introduces the source ("according to").
    """
    if not item.cue:
        return None
    start, end = item.cue[0][0], item.cue[-1][1]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    phrase = span.text.lower() in language_of(doc.lang_).cue_phrases
    if phrase and (span[0].pos_ != "ADP" or any(map(is_verbal, span))):
        return None
    known = [token for token in span if lemma(token) in verbs and is_verbal(token)]
    leans = span.root.lower_ in language_of(doc.lang_).clitics
    return known[-1] if known else span[-1] if leans else span.root


def act_of(
    head: Token | None, verbs: Mapping[str, ReportingVerb], construction: str, heard: Tone | None = None
) -> Act:
    """Whether what a cue reports was said, or only thought.

    Verbs of saying always say, and so does what is like words in quotation marks ("he was like, “No.”"), what
    stands in them behind a bare colon, what is done with the voice ("wondered aloud"), what somebody brings
    out ("wanted to know"), and what stands in somebody's words.
    Verbs of thinking only think where nothing is quoted, though the network hears speech (wrong in 10 of
    12); of other cues it knows best.

    A construction in which the cue does not report tells of a stance or of a topic ("supports
    the ban", "spoke of the ferry"), whose words nobody uttered: that is no speech.

    Args:
        head: The word that carries the cue's meaning; without one the words were said.
        verbs: The reporting verbs, which know their act and how they report.
        construction: How the content is worded, see `construction_of`.
        heard: What the network makes of it.
    """
    verb = reporting_verb(head, verbs) if head is not None else None
    if head is not None and (is_voiced(head) or tells_wording(head) or is_brought_out(head)):
        return "speech"
    if heard is not None:
        quotes = construction == "marks" and head is not None and (head.is_punct or is_likening(head))
        styles = construction == "marks" and verb is not None and "styled" in verb.frames
        if quotes or styles or (verb is not None and verb.says):
            return "speech"
        thinks = verb is not None and verb.act == "thought" and construction != "marks"
        return "thought" if thinks else heard.act
    if head is None:
        return "speech"
    uttered = construction in SAYING
    nouns = language_of(head.doc.lang_).cue_nouns
    if verb is not None and (head.pos_ != "NOUN" or lemma(head) not in nouns):
        voiced = construction == "marks" and "voiced" in verb.frames
        act: Act = "speech" if voiced else verb.act
        return act if uttered or construction in verb.frames else "thought"
    unknown: Act = "speech" if uttered or not is_verbal(head) else "thought"
    return nouns.get(lemma(head), unknown)


def is_bare_object(doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether a verb's object without a clause of its own is all that was taken for a report.

    "She revealed her part in it" tells of what she did with her words and none of them; of 50 such findings
    of the network on the scored documents 7 were quotes, of 14 of the rules within a report none. A clause
    that a conjunction opens has a verb, whatever the tagger took it for ("that trade benefits both sides").
    """
    content = doc.char_span(item.start, item.end, alignment_mode="expand")
    cue = doc.char_span(item.cue[0][0], item.cue[-1][1], alignment_mode="expand") if item.cue else None
    if item.fixed is not None or content is None or cue is None:
        return False
    words = language_of(doc.lang_)
    if cue.text.lower() in words.cue_phrases or content.text.lower() in words.function_words.answering:
        return False
    if is_opened_clause(content) or not any(map(is_verbal, cue)) or is_sentence(content, cue):
        return False
    return not any(map(is_verbal, content)) or (
        item.tone is not None and is_object_alone(content, cue, verbs)
    )


def points_back(doc: Doc, item: Finding) -> bool:
    """Whether what is taken for a clause only points to what was said before ("She said that in May").

    So does the pronoun that is the cue's own object, with a clause behind it ("having said that, it is dry"),
    or its subject ("that said, it is dry").
    """
    words = doc.char_span(item.start, item.end, alignment_mode="expand")
    if words is not None and (is_object_of_cue(words[0], item) or is_said_of_before(doc, item)):
        return True
    if words is None or len(words) < FEWEST_OF_CLAUSE or words[1].pos_ != "ADP" or any(map(is_verbal, words)):
        return False
    return words[0].lower_ in function_words_for(words[0]).definite


def is_object_of_cue(word: Token, item: Finding) -> bool:
    """Whether a pronoun that points back, with a comma behind it, is the object of *item*'s cue before it."""
    if word.lower_ not in function_words_for(word).definite or word.i + 1 >= len(word.doc):
        return False
    verb = word.head.idx
    governed = word.dep_ in labels_for(word).direct_objects and any(
        start <= verb < end for start, end in item.cue
    )
    return governed and word.head.i < word.i and word.doc[word.i + 1].text == ","


def is_said_of_before(doc: Doc, item: Finding) -> bool:
    """Whether a comma parts *item*, in no marks, from a cue whose subject points back ("that said, …").

    A lone verb that lacks a hearer says as little behind a word that counts ("all told, …").
    """
    cue = doc.char_span(item.cue[0][0], item.cue[-1][1], alignment_mode="expand") if item.cue else None
    if cue is None or not 0 < cue.start < cue.end < len(doc) - 1 or item.start < item.cue[-1][1]:
        return False
    before, words = doc[cue.start - 1], function_words_for(cue.root)
    subject = before.dep_ in labels_for(before).subjects and before.head.i == cue.root.i
    parted = doc[cue.end].text == "," and not doc[cue.end + 1].is_quote
    alone = len(cue) == 1 and before.lower_ in words.counting and lemma(cue.root) in words.informing
    return parted and subject and (before.lower_ in words.definite or alone)


def is_measured(page: Page, doc: Doc, item: Finding) -> bool:
    """Whether the source of a cue phrase is what something is done or measured by ("according to plan").

    What can be written down says something where it is determined ("according to the plan"), and so does
    a body whose name has such a word.
    """
    source = doc.char_span(*item.source[0], alignment_mode="expand") if item.source and item.cue else None
    if not source:
        return False
    words, cue = language_of(doc.lang_), page.text[item.cue[0][0] : item.cue[-1][1]]
    noun = lemma(source.root)
    measured = (
        source.root.is_lower
        and noun in words.measures
        and (len(source) == 1 or noun not in words.document_nouns)
    )
    return measured and cue.lower() in words.cue_phrases


def is_sentence(content: Span, cue: Span) -> bool:
    """Whether *content* is worded as a sentence is: set before its cue, or opened by a question word."""
    asked = content[0].tag_ in labels_for(content[0]).question_tags
    return asked or (content.end < cue.start and content.doc[content.end].text == ",")


def is_object_alone(content: Span, cue: Span, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether *content* is the object of a verb in *cue* that reports clauses ("said nothing that hurt")."""
    head, labels = content.root, labels_for(content.root)
    if head.dep_ not in labels.direct_objects or not cue.start <= head.head.i < cue.end:
        return False
    verb = reporting_verb(head.head, verbs)
    heads = (word for word in content if not is_verb_part(word))
    if verb is None or "object" in verb.frames or verb.frames <= STYLED or any(map(is_finite_clause, heads)):
        return False
    infinitive = function_words_for(head).infinitive
    return "to" not in verb.frames or all(word.lower_ not in infinitive for word in content)


def is_voiced(head: Token) -> bool:
    """Whether an adverb says that what *head* tells is done with the voice, whatever the verb."""
    voicing = function_words_for(head).voicing
    return is_verbal(head) and any(word.lower_ in voicing for word in dependents(head))


def is_brought_out(head: Token) -> bool:
    """Whether somebody utters what they know or think ("wanted to know", "aired the view")."""
    words, above = function_words_for(head), lemma(head.head)
    if lemma(head) in words.knowing:
        return above in words.disclosing and knows_by_own_words(head)
    aired = head.dep_ in labels_for(head).direct_objects and above in words.airing
    return aired or (is_verbal(head) and lemma(head) in words.airing)


def knows_by_own_words(head: Token) -> bool:
    """Whether whoever does what the verb over *head* says is who knows, or nobody is ("let it be known")."""
    knower = child(head, labels_for(head).subjects)
    if knower is not None:
        return knower.lower_ in function_words_for(head).impersonal
    behind = head.dep_ in labels_for(head).open_complements and head.i - head.head.i <= len(INFINITIVE)
    return behind and opens_as_question(child(head, labels_for(head).clausal_complements))


def opens_as_question(clause: Token | None) -> bool:
    """Whether *clause* opens with a question word or with such a conjunction as "whether"."""
    if clause is None:
        return False
    opening = clause.left_edge
    asked = opening.tag_ in labels_for(clause).question_tags
    return asked or language_of(clause.lang_).clause_openers.get(opening.lower_) == QUESTION


def tells_wording(head: Token) -> bool:
    """Whether *head* is a noun for what was uttered, or the preposition before one ("in Ode's words")."""
    governed = child(head, labels_for(head).prepositional_objects) if head.pos_ == "ADP" else head
    return (
        governed is not None
        and governed.pos_ == "NOUN"
        and lemma(governed) in function_words_for(head).uttered
    )


def is_likening(head: Token) -> bool:
    """Whether *head* only says that somebody was, or went, like what is quoted ("was like", "was all")."""
    words = function_words_for(head)
    return lemma(head) in words.equating | words.wording


def construction_of(doc: Doc, content: Sequence[Range], cue: Sequence[Range]) -> str:
    """How a content without quotation marks is worded, by the names of a reporting verb's frames.

    ``clause`` for what has a finite verb at its head, answers in a word, or stands right before its
    cue, else ``to``, ``gerund``, ``deed`` for an infinitive that no word marks, the preposition that ends the
    cue or begins the content, or ``object``.
    """
    span = doc.char_span(content[0][0], content[-1][1], alignment_mode="expand")
    if span is None or is_finite_content(span, content) or stands_before_cue(span, cue):
        return "clause"
    if span.text.lower() in function_words_for(span[0]).answering:
        return "clause"
    labels = labels_for(span.root)
    before = doc.char_span(*cue[-1], alignment_mode="expand") if cue else None
    if before is not None and before[-1].dep_ in labels.prepositions and len(before) > 1:
        return before[-1].lower_
    opening = next((word for word in span if word.dep_ not in labels.adverbs | labels.negations), span[0])
    if opening.lower_ in function_words_for(opening).infinitive and opening.dep_ in labels.auxiliaries:
        return "to"
    if not labels.gerund_tags.isdisjoint((span.root.tag_, opening.tag_)):
        return "gerund"
    name = span[0].lower_ if span[0].pos_ == "ADP" else "object"
    return "deed" if infinitive_opening(span) is not None else name


def stands_before_cue(content: Span, cue: Sequence[Range]) -> bool:
    """Whether only a comma parts a content from the cue behind it ("The dam will hold, said Ode")."""
    first = content.doc.char_span(*cue[0], alignment_mode="expand") if cue else None
    return first is not None and first.start == content.end + 1 and is_sentence(content, first)


def is_finite_content(span: Span, content: Sequence[Range]) -> bool:
    """Whether a *content* in *span* is a finite clause, if only by its first word and a verb later."""
    words = [word for word in span if any(start <= word.idx < end for start, end in content)]
    if (
        span[0].tag_ not in labels_for(span[0]).determiner_tags
        and span[0].lower_ in language_of(span.doc.lang_).clause_openers
    ):
        return any(map(is_verbal, words)) or is_opened_clause(span)
    places = {word.i for word in words}
    return any(is_finite_clause(word) and not stands_under_another(word, places) for word in words)


def is_opened_clause(span: Span) -> bool:
    """Whether a conjunction opens *span*, whose verb the tagger may take for a noun ("that trade hurts")."""
    opener = span[0].lower_ in language_of(span.doc.lang_).clause_openers
    return opener and span[0].pos_ == "SCONJ" and len(span) >= FEWEST_OF_CLAUSE


def stands_under_another(word: Token, places: Set[int]) -> bool:
    """Whether *word* stands under another clause of those at *places*, by way of a noun or an adverbial."""
    labels = labels_for(word)
    subordinate = labels.modifying | labels.adverbial_clauses
    inside = [word, *takewhile(lambda above: above.i in places, word.ancestors)]
    return any(below.dep_ in subordinate for below in inside[:-1])
