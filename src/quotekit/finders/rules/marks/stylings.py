"""Words in marks that somebody says something is: "She called it “a farce”"; "He hailed it as “bold”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.finders.page_memory import kept_with_page
from quotekit.finders.rules.cues_of_marks import is_clausal_verb, reports_marks
from quotekit.finders.rules.frames import styles_marks
from quotekit.finders.rules.marks.beside import report_at_site
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.parse.grammar import (
    NAMING,
    child,
    function_words_for,
    is_coordinating,
    labels_for,
    modifies_noun,
)
from quotekit.text.punctuation import LEADS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["called_words", "is_styling", "styled_words"]

TERM = "NN"
"""The tag of a noun of one thing, by which a term ends; several are somebody's words (“cowards”)."""

TERMS = frozenset({"NOUN", "PROPN", "ADJ"})
"""Parts of speech of a term's words."""


def called_words(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each stretch in marks that somebody, by a verb of the lexicon, calls something."""
    return (
        item
        for site, item in said_of_something(parsed)
        if item.start < site.mark.start and not is_term(parsed, site) and not is_governed_there(parsed, site)
    )


def styled_words(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each stretch in marks, behind an "as", that somebody says something is."""
    return (item for site, item in said_of_something(parsed) if follows_as(parsed, site))


@kept_with_page
def said_of_something(parsed: ParsedPage) -> Sequence[tuple[Site, Finding]]:
    """What `reports_of_something` gives; two rules ask."""
    return tuple(reports_of_something(parsed))


def reports_of_something(parsed: ParsedPage) -> Iterator[tuple[Site, Finding]]:
    """Each stretch in marks whose last verb before it says what something is, and the report that makes."""
    for site in sites(parsed):
        cue = styling_verb(parsed, site) if is_styling(parsed, site) else None
        item = report_at_site(parsed, site, cue, site.before) if cue is not None else None
        if cue is not None and item is not None and is_said_by_somebody(cue, item):
            yield site, with_joined_marks(parsed, item)


def with_joined_marks(parsed: ParsedPage, item: Finding) -> Finding:
    """*item* with the words in marks that nothing but a conjunction joins to its own (“a risk” and “mad”)."""
    (start, end), *_ = item.content
    for mark in parsed.page.marks_from(end, len(parsed.text)):
        words = parsed.tokens[slice(*parsed.words(end, mark.start))]
        if not words or not all(is_coordinating(word) or word.text in LEADS for word in words):
            break
        end = mark.end
    return evolve(item, content=((start, end),))


def is_said_by_somebody(verb: Token, item: Finding) -> bool:
    """Whether *item* has a source that is not what its *verb* styles ("To call it “a song” is wrong")."""
    styled = child(verb, labels_for(verb).direct_objects)
    return bool(item.source) and (styled is None or all(a != styled.idx for a, _ in item.source))


def is_styling(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks hold a word without a capital and no part of a longer phrase (“clean air” laws).

    Capitals alone are a name or a title ("labelled as “Clear Water”").
    """
    words = site.mark.text[1:].split()
    behind = parsed.tokens[site.after[0]] if site.after[0] < site.after[1] else None
    goes_on = behind is not None and behind.pos_ in NAMING and behind.idx == site.mark.end + 1
    return any(word[0].islower() for word in words) and not goes_on


def is_term(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks hold a noun alone, as a term is, or a thing's name (“code switching”, “the throat”).

    Whoever says that something is the worst says more than its name.
    """
    first, last = parsed.words(site.mark.start, site.mark.end)
    words = [word for word in parsed.tokens[first:last] if word.is_alpha]
    if words and words[0].lower_ in function_words_for(words[0]).definite:
        del words[0]
    before = parsed.tokens[site.before[1] - 1]
    bare = bool(words) and words[-1].tag_ == TERM and all(word.pos_ in TERMS for word in words)
    judges = any("Sup" in word.morph.get("Degree", []) for word in words)
    return bare and not judges and before.pos_ != "DET" and before.dep_ not in labels_for(before).possessors


def is_governed_there(parsed: ParsedPage, site: Site) -> bool:
    """Whether a preposition stands right before the marks ("branded the mule with “a star”")."""
    return parsed.tokens[site.before[1] - 1].dep_ in labels_for(parsed.tokens[0]).prepositions


def follows_as(parsed: ParsedPage, site: Site) -> bool:
    """Whether an "as" stands right before the marks."""
    first, last = site.before
    return first < last and styles_marks(parsed.tokens[last - 1])


def styling_verb(parsed: ParsedPage, site: Site) -> Token | None:
    """The last verb before the marks, if it says what something is and somebody does so.

    A participle that only tells of a noun is nobody's ("an offer billed as “fair”"), and who does what stands
    behind a preposition the parse does not tell ("a plan that rests on calling it “fair”").
    """
    first, last = site.before
    verbs = (parsed.tokens[index] for index in range(last - 1, first - 1, -1))
    verb = next((token for token in verbs if is_clausal_verb(token)), None)
    if verb is not None and not styles(parsed, verb) and not reports_marks(parsed, verb):
        verb = verb_of_what_it_modifies(verb)
    if verb is None or verb.i < first or not styles(parsed, verb) or verb.head.pos_ == "ADP":
        return None
    return verb if child(verb, labels_for(verb).subjects) is not None or not modifies_noun(verb) else None


def styles(parsed: ParsedPage, verb: Token) -> bool:
    """Whether *verb* is one that says what something is."""
    known = parsed.verb(verb)
    return known is not None and "styled" in known.frames


def verb_of_what_it_modifies(verb: Token) -> Token | None:
    """The verb whose object is a noun that *verb* only tells of ("called the plan to build homes “mad”")."""
    noun = next((word for word in verb.ancestors if word.pos_ in NAMING), None)
    if noun is None or noun.i > verb.i or noun.dep_ not in labels_for(noun).direct_objects:
        return None
    return noun.head if noun.head.i < noun.i else None
