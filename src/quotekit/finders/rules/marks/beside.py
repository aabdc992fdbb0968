"""Words in quotation marks and the cue beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.page_memory import kept_with_page
from quotekit.finders.rules.cues_of_marks import could_hold_clause, cue_before, cue_behind, reports_marks
from quotekit.finders.rules.frames import styles_marks
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import Site, sites
from quotekit.finders.rules.sources import source_of
from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    NAMING,
    Words,
    agent,
    child,
    function_words_for,
    is_bare_participle,
    is_verb_part,
    labels_for,
    modifies_noun,
    passive_subject,
    ranges,
    runs_of_tokens,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import LEADS, OPENERS, STOP_TOKENS
from quotekit.text.ranges import without

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["announced_quotations", "quoted_words", "report_at_site", "whole_quotations"]

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

ONLY_MARKS = frozenset({"marks"})
"""The construction of verbs that call something by words, and report no clause."""
OBJECT = NAMING | {"ADJ", "ADP", "CCONJ", "DET", "NUM", "PART"}
"""The tags of all words of what a verb says something of."""


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


@kept_with_page
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
        if names_work(parsed, site) or names_place(parsed, site):
            continue
        added = cue_added(parsed, site)
        if last is not None and added is None and takes_up_sentence(parsed, last[0], site):
            yield site, report_at_site(parsed, site, last[1], last[0].after)
            continue
        behind = cue_behind(parsed, site) if added is None else None
        last = (site, behind) if behind is not None else None
        cue = behind or cue_before(parsed, site)
        if cue is None or is_asked_by(site, cue) or names_thing(parsed, site, cue):
            continue
        if not names_topic(parsed, site, cue):
            yield site, report_at_site(parsed, site, cue, site.after if behind else site.before)


def names_work(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks hold the title of what somebody made, right behind the verb (wrote "Blue Water")."""
    first, last = site.before
    words = WORD.findall(site.mark.text)
    if first == last or len(words) < 2 or not all(word[0].isupper() for word in (words[0], words[-1])):
        return False
    made = lemma(parsed.tokens[last - 1]) in language_of(parsed.lang).making_verbs
    return made and site.tail.isalnum() and sum(word[0].isupper() for word in words) * 2 > len(words)


def names_place(parsed: ParsedPage, site: Site) -> bool:
    """Whether the marks hold the mere name of where something was said (told it at the “Blue Anchor”)."""
    first, last = site.before
    words = WORD.findall(site.mark.text)
    named = site.tail.isalnum() and all(word[0].isupper() for word in words)
    return (
        first < last
        and named
        and parsed.tokens[last - 1].lower_ in language_of(parsed.lang).function_words.place
    )


def names_thing(parsed: ParsedPage, site: Site, cue: Token) -> bool:
    """Whether *cue* only tells what something is called, by nobody in particular ("a book called “Hens,”").

    What is cried out is no name, wherever the parse hangs the verb ("A man called “Help!” and ran"), nor is
    what somebody calls another ("Ode, on the radio, called him “slow,” and …").
    """
    verb, is_beside = parsed.verb(cue), cue.i + 1 == site.before[1]
    calls = is_beside and verb is not None and "styled" in verb.frames and site.tail not in STOP_TOKENS
    return calls and is_bare_participle(cue) and modifies_noun(cue) and agent(cue) is None


def names_topic(parsed: ParsedPage, site: Site, cue: Token) -> bool:
    """Whether the marks behind *cue*, which reports in marks alone, hold a name (“parle du film « Nuit »”).

    Right behind a mere preposition it is what somebody calls something (“qualifié de « Judas »”).
    """
    verb, before = parsed.verb(cue), parsed.tokens[site.before[1] - 1]
    if verb is None or verb.frames != ONLY_MARKS or before.i <= cue.i or before.text in LEADS:
        return False
    if before.pos_ == "ADP" and not before.morph.get("Definite", []):
        return False
    return any(word[0].isupper() for word in WORD.findall(site.mark.text)[:1])


def takes_up_sentence(parsed: ParsedPage, first: Site, second: Site) -> bool:
    """Whether *second* takes up the sentence of *first* behind the cue between them."""
    start, end = second.before
    return start == first.after[0] < end and parsed.tokens[end - 1].text in LEADS


def cue_added(parsed: ParsedPage, site: Site) -> Token | None:
    """The participle by which a report adds the marks behind it (“Yes,” Ode said, adding of Holm, “No.”).

    Its verb reports clauses too; others tell how somebody spoke (“Yes,” Ode said, smiling, “No.”), as one
    does before the other half of a sentence (“Today,” Ode said, pointing at the wall, “we rest.”).
    """
    first, last = site.before
    goes_on = site.mark.text.lstrip(OPENERS)[:1].islower()
    if first == last or parsed.tokens[last - 1].text not in LEADS or goes_on:
        return None
    cue = cue_before(parsed, site)
    verb = parsed.verb(cue) if cue is not None and cue.tag_ in labels_for(cue).gerund_tags else None
    if cue is None or verb is None or not verb.says or "that" not in verb.frames:
        return None
    return cue if parsed.tokens[cue.i - 1].text in LEADS else None


def is_asked_by(site: Site, cue: Token) -> bool:
    """Whether the marks stand in who is spoken to ("whoever answers to “Bishop” is asked to ring")."""
    told = passive_subject(cue)
    if told is None or lemma(cue) not in language_of(cue.lang_).addressing_verbs:
        return False
    start, end = told.left_edge.idx, told.right_edge.idx + len(told.right_edge)
    return start < site.mark.start and site.mark.end <= end + 1


def report_at_site(parsed: ParsedPage, site: Site, cue: Token, room: Words) -> Finding:
    """The attribution of what stands at *site*, with the words before it ("Talks are “off,” he said")."""
    doc, start = parsed.doc, site.mark.start
    if room == site.after and could_hold_clause(parsed, site.before):
        start = doc[site.before[0]].idx
    elif room == site.before and room[0] < room[1]:
        start = start_before_marks(parsed, site, cue)
    source = ranges(doc, source_of(cue, room, lent=room == site.before))
    return Finding(
        content=((start, site.mark.end),),
        cue=ranges(
            doc, runs_of_tokens(index for index in with_return(parsed, cue) if room[0] <= index < room[1])
        ),
        source=tuple(without(source, ((site.mark.start, site.mark.end),))),
    )


def start_before_marks(parsed: ParsedPage, site: Site, cue: Token) -> int:
    """Where a report in marks begins: at the conjunction before them, or at what they say something is.

    That is all between them and such a verb as "called" (“called | the plan “a scandal””).
    """
    before = parsed.tokens[cue.i + 1 : site.before[1]]
    if before and is_clause_opener(before[-1]):
        return before[-1].idx
    inner = parsed.tokens[slice(*parsed.words(site.mark.start + 1, site.mark.end))]
    if (
        not before
        or not inner
        or styles_marks(before[-1])
        or {before[0].pos_, inner[0].pos_} & {"ADP", "PART"}
    ):
        return site.mark.start
    verb = parsed.verb(cue)
    names = verb is not None and "small" in verb.frames and any(word.pos_ in NAMING for word in before)
    plain = all(word.pos_ in OBJECT and word.dep_ not in labels_for(word).time_nouns for word in before)
    return before[0].idx if names and (plain or is_object_with_clause(cue, before)) else site.mark.start


def is_object_with_clause(verb: Token, words: Sequence[Token]) -> bool:
    """Whether *words* are the object of *verb* and what a clause tells of it ("the plan to build homes")."""
    thing = child(verb, labels_for(verb).direct_objects)
    return thing is not None and all(word == thing or thing.is_ancestor(word) for word in words)


def with_return(parsed: ParsedPage, cue: Token) -> list[int]:
    """The verb group of *cue*, and what makes it a verb of saying: an adverb ("shot back"), or another verb.

    That is the infinitive right behind it ("used to tell", "is supposed to have told").
    """
    group, behind = verb_group(cue), cue.i + 1
    doc = cue.doc
    carried = child(cue, labels_for(cue).open_complements)
    if carried is not None and not reports_marks(parsed, cue):
        words = [
            *(word.i for word in dependents(carried) if is_verb_part(word) and word.i > cue.i),
            carried.i,
        ]
        if words == list(range(behind, carried.i + 1)) and len(words) > 1:
            return [*group, *words]
    returns = behind < len(doc) and doc[behind].lower_ in function_words_for(cue).returning
    return [*group, behind] if returns and behind not in group and parsed.verb(cue) is None else group


def is_clause_opener(word: Token) -> bool:
    """Whether *word* is a conjunction that opens a reported clause."""
    return word.pos_ == "SCONJ" and word.lower_ in language_of(word.lang_).clause_openers
