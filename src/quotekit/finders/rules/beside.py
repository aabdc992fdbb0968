"""Words in quotation marks and the cue beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.grammar import (
    Words,
    child,
    function_words_for,
    is_finite,
    is_verb_part,
    is_verbal,
    labels_for,
    modifies_noun,
    possessor,
    ranges,
    runs,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import BEFORE_CLOSER, FULL_STOPS, LEADS, STOP_TOKENS
from quotekit.text.ranges import without

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announced_quotations", "quoted_words", "whole_quotations"]

FEWEST_WORDS = 3
"""Words in marks within a sentence from which on any verb behind them may be their cue."""

NEAR = 4
"""Tokens from the beginning of a verb's subject to the verb, for any verb to be a cue."""

SUBJECT_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
OPENING_TAGS = frozenset({"VERB", "PRON", "PROPN", "DET"})
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def whole_quotations(parsed: ParsedPage) -> Iterator[Finding]:
    """The findings of quotations that begin where a sentence or a clause may begin."""
    return (item for site, item in beside_marks(parsed) if is_whole(parsed, site))


def announced_quotations(parsed: ParsedPage) -> Iterator[Finding]:
    """The findings of quotations that a verb of reporting and a colon announce."""
    for site, item in beside_marks(parsed):
        first, last = site.before
        if first < last and parsed.tokens[last - 1].text == ":" and item.cue[-1][1] <= site.mark.start:
            yield item


def quoted_words(parsed: ParsedPage) -> Iterator[Finding]:
    """The findings of words in marks that are part of a clause: mixed quotations."""
    return (item for site, item in beside_marks(parsed) if not is_whole(parsed, site))


def is_whole(parsed: ParsedPage, site: Site) -> bool:
    """Whether nothing stands before the marks in their sentence, or a pause does."""
    first, last = site.before
    return (
        first == last or parsed.tokens[last - 1].text in LEADS or not could_hold_clause(parsed, site.before)
    )


@lru_cache(maxsize=1)
def beside_marks(parsed: ParsedPage) -> Sequence[tuple[Site, Finding]]:
    """What `reports_beside_sites` gives; three rules ask."""
    return tuple(reports_beside_sites(parsed))


def reports_beside_sites(parsed: ParsedPage) -> Iterator[tuple[Site, Finding]]:
    """Each stretch in quotation marks that has its cue beside it, with its attribution.

    The nearest verb of reporting counts, and behind the marks also any other verb that stands
    with its subject where a verb of reporting would ("…," he growled): cues are an open class.
    What goes on behind such a cue in the same sentence has it too.
    """
    last: tuple[Site, Token] | None = None
    for site in sites(parsed):
        if names_work(parsed, site):
            continue
        if last is not None and takes_up_sentence(parsed, last[0], site):
            yield site, report_at_site(parsed, site, last[1], last[0].after)
            continue
        behind = cue_behind(parsed, site)
        last = (site, behind) if behind is not None else None
        cue = behind or cue_before(parsed, site)
        if cue is not None:
            yield site, report_at_site(parsed, site, cue, site.after if behind else site.before)


def names_work(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks hold the title of what somebody made, right behind the verb (wrote "Blue Water")."""
    first, last = site.before
    words = WORD.findall(site.mark.text)
    if first == last or len(words) < 2 or not all(word[0].isupper() for word in (words[0], words[-1])):
        return False
    made = lemma(parsed.tokens[last - 1]) in language_of(parsed.lang).making_verbs
    return made and site.tail.isalnum() and sum(word[0].isupper() for word in words) * 2 > len(words)


def takes_up_sentence(parsed: ParsedPage, first: Site, second: Site) -> bool:
    """Whether *second* takes up the sentence of *first* behind the cue between them."""
    start, end = second.before
    return start == first.after[0] < end and parsed.tokens[end - 1].text in LEADS


def report_at_site(parsed: ParsedPage, site: Site, cue: Token, room: Words) -> Finding:
    """The attribution of what stands at *site*, with the words before it ("Talks are “off,” he said")."""
    doc, start = parsed.doc, site.mark.start
    if room == site.after and could_hold_clause(parsed, site.before):
        start = doc[site.before[0]].idx
    elif room == site.before and room[0] < room[1] and is_clause_opener(doc[room[1] - 1]):
        start = doc[room[1] - 1].idx
    source = ranges(doc, source_of(cue, room, lent=room == site.before))
    return Finding(
        content=((start, site.mark.end),),
        cue=ranges(doc, runs(index for index in with_return(parsed, cue) if room[0] <= index < room[1])),
        source=tuple(without(source, ((site.mark.start, site.mark.end),))),
    )


def with_return(parsed: ParsedPage, cue: Token) -> list[int]:
    """The verb group of *cue*, and what makes it a verb of saying: an adverb ("shot back"), or another verb.

    That is the infinitive right behind it ("used to tell", "wanted to know").
    """
    group, behind = verb_group(cue), cue.i + 1
    doc = cue.doc
    carried = child(cue, labels_for(cue).open_complements)
    if carried is not None and carried.i == behind + 1 and not reports_marks(parsed, cue):
        return [*group, behind, carried.i]
    returns = behind < len(doc) and doc[behind].lower_ in function_words_for(cue).returning
    return [*group, behind] if returns and behind not in group and parsed.verb(cue) is None else group


def is_clause_opener(word: Token) -> bool:
    """Whether *word* is a conjunction that opens a reported clause."""
    return word.pos_ == "SCONJ" and word.lower_ in language_of(word.lang_).clause_openers


def could_hold_clause(parsed: ParsedPage, words: Words) -> bool:
    """Whether a clause could stand in *words*, which end their own sentence nowhere."""
    ended = words[0] < words[1] and parsed.tokens[words[1] - 1].text[-1] in FULL_STOPS | {":", ";"}
    heads = [i for i in range(*words) if parsed.tokens[i].is_alpha]
    return not ended and (len(heads) > 1 or any(parsed.tokens[i].pos_ == "NOUN" for i in heads))


def cue_behind(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb behind the marks that reports them ("…," Ode said; "…," said Ode; "…." So said Ode)."""
    first, last = site.after
    inverted = verb_behind_adverb(parsed, site)
    if inverted is not None:
        return inverted
    pause = first < last and parsed.tokens[first].text in LEADS
    if first == last or (site.tail == "." and not pause) or is_coordinator(parsed.tokens[first]):
        return None
    pause = pause or site.tail in BEFORE_CLOSER - {"."}
    for index in range(first, last):
        token = parsed.tokens[index]
        if not pause and token.text in LEADS:
            return None
        if not is_clausal_verb(token):
            continue
        if reports_marks(parsed, token) or (pause and stands_as_cue(parsed, site, token)):
            return token
        if not stands_in_modifier(token):
            return None
    return None


def verb_behind_adverb(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb that an adverb joins to the marks before it, with its subject behind it ("So wrote Ode")."""
    words = [index for index in range(*site.after) if parsed.tokens[index].text not in LEADS][:2]
    if len(words) < 2:
        return None
    adverb, verb = (parsed.tokens[index] for index in words)
    joins = adverb.lower_ in function_words_for(adverb).reporting_adverb
    return verb if joins and verb.pos_ == "VERB" and reports_marks(parsed, verb) else None


def is_clausal_verb(token: Token) -> bool:
    """Whether *token* is a verb that heads a clause, not an auxiliary or a word behind a preposition."""
    if not is_verbal(token) or is_verb_part(token):
        return False
    labels = labels_for(token)
    return token.dep_ not in labels.adjectives and child(token, labels.case_markers) is None


def stands_in_modifier(verb: Token) -> bool:
    """Whether *verb* is one of a clause that modifies a noun ("a drill that woke us and cost hours")."""
    labels = labels_for(verb)
    while verb.dep_ in labels.conjuncts and is_verbal(verb.head) and verb.head.i < verb.i:
        verb = verb.head
    return modifies_noun(verb)


def is_coordinator(token: Token) -> bool:
    """Whether *token* joins what follows to what stands before it."""
    return token.dep_ in labels_for(token).coordinators


def reports_marks(parsed: ParsedPage, verb: Token) -> bool:
    """Whether *verb* is one that reports words in quotation marks."""
    known = parsed.verb(verb)
    return known is not None and "marks" in known.frames


def stands_as_cue(parsed: ParsedPage, site: Site, verb: Token) -> bool:
    """Whether any verb is a cue by its place: with its subject right behind the marks.

    A sentence need not be said by whoever acts upon something behind it (“Is it?” Ode kept the only inn).
    """
    doc, (first, _) = parsed.doc, site.after
    if not is_finite(verb) or verb.pos_ != "VERB" or modifies_noun(verb) or is_gesture(verb):
        return False
    opening = next((doc[i] for i in range(first, verb.i + 1) if doc[i].text not in LEADS), verb)
    if site.tail != "," and opening.text[:1].isupper() and opening.pos_ != "PROPN":
        return False
    if site.tail in STOP_TOKENS and acts_upon_something(verb):
        return False
    if len(site.mark.text.split()) < FEWEST_WORDS and could_hold_clause(parsed, site.before):
        return False
    return verb.i - opening.i <= NEAR and opening.pos_ in OPENING_TAGS


def acts_upon_something(verb: Token) -> bool:
    """Whether *verb* has an object."""
    return child(verb, labels_for(verb).direct_objects) is not None


def is_gesture(verb: Token) -> bool:
    """Whether what does it is a part or a thing of somebody, and nobody ("Ode’s voice cracked")."""
    done, known = child(verb, labels_for(verb).subjects), language_of(verb.lang_)
    if done is None or done.pos_ != "NOUN" or possessor(done) is None:
        return False
    return lemma(done) not in known.roles.keys() | known.plain_persons | known.relatives.keys()


def cue_before(parsed: ParsedPage, site: Site) -> Token | None:
    """The verb before the marks that reports them (Ode said: "…"; Ode called it "…")."""
    first, last = site.before
    pause = first < last and parsed.tokens[last - 1].text in LEADS
    for index in range(last - 1, first - 1, -1):
        token = parsed.tokens[index]
        if index == last - 2 and is_misread_verb(parsed, site, token):
            return token
        if not is_clausal_verb(token):
            continue
        if reports_marks(parsed, token):
            told = pause or last - index <= 4
            return token if told and not is_instruction(parsed, site, token) else None
        if not stands_in_modifier(token):
            return None
    return None


def is_instruction(parsed: ParsedPage, site: Site, verb: Token) -> bool:
    """Whether a bare verb without a subject opens the sentence before a colon ("Translate: “…”")."""
    first, last = site.before
    colon = parsed.tokens[last - 1].text == ":"
    bare = verb.tag_ in labels_for(verb).bare_tags or (verb.i == first and verb.text == lemma(verb).title())
    return colon and bare and verb.i == first and child(verb, labels_for(verb).subjects) is None


def is_misread_verb(parsed: ParsedPage, site: Site, word: Token) -> bool:
    """Whether *word*, before the colon of a sentence without a verb, is one by its form ("Rule 5 says:")."""
    first, last = site.before
    known = parsed.verbs.get(lemma(word))
    if word.pos_ != "NOUN" or known is None or not known.says or parsed.tokens[last - 1].text != ":":
        return False
    before = parsed.doc[first : word.i]
    subject = len(before) > 0 and before[-1].pos_ in SUBJECT_TAGS and any(map(is_naming, before))
    return subject and word.lower_ != lemma(word) and not any(map(is_verbal, before))


def is_naming(word: Token) -> bool:
    """Whether *word* is a noun or a pronoun."""
    return word.pos_ in SUBJECT_TAGS - {"NUM"}
