"""Names that a text goes on to call "it": those of bodies, whatever a recogniser heard."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import DATES, PLACES

__all__ = ["opens_text", "speaks_next", "tells_of_itself"]

FIRST_TOKENS = 60
"""Tokens of a heading and a dateline in front of the name that a text opens with, at most; chosen by hand."""

REPORT_TOKENS = 16
"""Tokens behind a verb in which its clause is looked through; chosen by hand."""

NEXT_SENTENCE_TOKENS = 30
"""Tokens behind a name in which the next sentence begins; chosen by hand."""


def opens_text(text: Discourse, names: Sequence[Mention], at: int) -> bool:
    """Whether a text tells of the name at *at* first: behind its dateline, below a heading that has the name.

    Later "its" may mean what was told of before.
    """
    mention = names[at]
    if mention.first > FIRST_TOKENS:
        return False
    if any(one.name != mention.name and one.label not in PLACES for one in names[:at]):
        return False
    is_headed = at > 0 and text.is_in_title(names[0].first)
    before = [index for index in range(mention.first) if text.words[index].islower()]
    return not before or (is_headed and all(text.is_in_title(index) for index in before))


def tells_of_itself(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name acts on what is its own, or says what it did ("Lund closed its plant").

    That is no "it" for what follows ("said it was clear that …"): it does something to something.
    """
    verb = text.heads[mention.head]
    if text.deps[mention.head] != "nsubj":
        return False
    behind = range(verb + 1, min(verb + REPORT_TOKENS, len(text)))
    thing = next((at for at in behind if text.heads[at] == verb and text.deps[at] == "dobj"), verb)
    owner = next((at for at in range(verb + 1, thing) if text.tags[at] == "PRP$"), None)
    owns = owner is not None and text.heads[owner] == thing and is_neuter(text, owner, language)
    return owns or any(is_told_to_act(text, at, verb, language) for at in behind)


def is_told_to_act(text: Discourse, index: int, verb: int, language: Language) -> bool:
    """Whether "it" at *index* is who does something to something in what a verb reports."""
    act = text.heads[index]
    if text.deps[index] != "nsubj" or not is_neuter(text, index, language):
        return False
    is_reported = text.deps[act] == "ccomp" and text.heads[act] == verb
    behind = range(act + 1, min(act + REPORT_TOKENS, len(text)))
    things = (at for at in behind if text.heads[at] == act and text.deps[at] == "dobj")
    is_done = any(text.tags[at] == "NNS" for at in things)
    return is_reported and is_done


def speaks_next(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether the next sentence has "it" for who says something, and nothing but a name before can be that.

    So it is in "Lund apologised on Monday. It said …", and not in "Lund read the letter. It said …".
    """
    verb, here = text.heads[mention.head], text.sentences[mention.head]
    if text.deps[mention.head] != "nsubj" or text.deps[verb] != "ROOT" or text.sentences[verb] != here:
        return False
    behind = range(mention.last, min(mention.last + NEXT_SENTENCE_TOKENS, len(text)))
    later = next((at for at in behind if text.sentences[at] != here and not text.is_space(at)), None)
    if later is None or text.deps[later] != "nsubj" or not is_neuter(text, later, language):
        return False
    says = text.lemmas[text.heads[later]] in language.reporting_verbs
    return says and not any(could_be_meant(text, at) for at in range(mention.last, later))


def could_be_meant(text: Discourse, index: int) -> bool:
    """Whether a token is a singular noun, and of no time, that "it" could stand for."""
    return text.tags[index] in {"NN", "NNP"} and text.entities[index] not in DATES


def is_neuter(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word is a pronoun of no person ("it", "its")."""
    pronoun = language.pronouns.get(text.lower[index])
    return pronoun is not None and pronoun.gender == "n"
