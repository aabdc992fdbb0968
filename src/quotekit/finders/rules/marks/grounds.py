"""Words in marks that a verb governs: "condemned the club for “waste”"; "called on Ode to “think again”"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import report_in_frame
from quotekit.finders.rules.cues_of_marks import is_clausal_verb
from quotekit.finders.rules.frames import Frame
from quotekit.finders.rules.marks.stylings import is_styling
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.finders.rules.sites import sites
from quotekit.language import language_of
from quotekit.parse.grammar import child, function_words_for, is_passive, labels_for
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["governed_words"]

FEWEST_GOVERNED: Final = 2
"""Words in marks that are more than a term; a guess."""


def governed_words(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each stretch in marks that tells why somebody is judged, or what is asked of them.

    Of a passive the network knows best how far it goes ("was blamed by fans for “waste” in May").
    """
    for site in sites(parsed):
        opening = parsed.tokens[site.before[1] - 1] if site.before[0] < site.before[1] else None
        if opening is None or len(site.mark.text.split()) < FEWEST_GOVERNED or not is_styling(parsed, site):
            continue
        verb = next(filter(is_clausal_verb, (word for word in opening.ancestors if word.i < opening.i)), None)
        if verb is not None and not is_passive(verb) and leads_to_ground(parsed, verb, opening):
            words = (opening.i, parsed.words(site.mark.start, site.mark.end)[1])
            finding = report_in_frame(parsed, verb, Frame(opening.lower_, (words,)))
            if finding.source:
                yield finding


def leads_to_ground(parsed: ParsedPage, verb: Token, opening: Token) -> bool:
    """Whether *opening* stands between *verb* and why it judges somebody, or what it asks of them.

    What a noun between them is for is not asked ("promised a plan to “fix the roof”"), nor what is done for
    a thing by a verb that speaks to nobody ("proposed a law to “fix the roof”").
    """
    words, known = function_words_for(opening), parsed.verb(verb)
    if lemma(verb) in words.judging and opening.lower_ in words.reason:
        return True
    asks = known is not None and known.says and opening.lower_ in words.infinitive
    tied = all(word.i > opening.i for word in takewhile(lambda word: word != verb, opening.ancestors))
    thing = child(verb, labels_for(verb).direct_objects)
    heard = thing is None or not is_thing(thing) or lemma(verb) in language_of(verb.lang_).addressing_verbs
    return asks and tied and heard and known is not None and "to" in known.frames
