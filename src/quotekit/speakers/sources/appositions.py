"""Names behind what a source says that somebody is: in apposition, behind an office, behind "called"."""

from __future__ import annotations

from quotekit.speakers.cast.namings import is_known_as
from quotekit.speakers.ground.mention import DEFINITE, Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name, nominal_label
from quotekit.speakers.ground.scheme import (
    COMMON_NOUNS,
    DETERMINERS,
    GROUPS,
    PERSON_LABELS,
    PLACES,
    PLURALS,
    PROPER_NOUNS,
)
from quotekit.speakers.mentions.noun_phrases import determiner
from quotekit.speakers.sources.given_names import says_what_called
from quotekit.speakers.sources.phrase import BREAKS, OPEN_BRACKETS, Phrase

__all__ = [
    "apposed_name",
    "closing_person",
    "named_outlet",
    "opening_comma",
    "portfolio_holder",
    "titled_name",
]

LEAD_TAGS = DETERMINERS | COMMON_NOUNS | {"JJ", "JJS", "RB", "CD", "NNP", "HYPH"}
"""Tags of the words between a comma and the name of whom its apposition describes."""


def titled_name(phrase: Phrase, core: range) -> Mention | None:
    """The person's name behind an office and what it is of ("Secretary of State Pia Rook").

    One with a title is whom a calling is of ("a clerk of Finance Minister Pia Rook").
    """
    text, language = phrase.text, phrase.language
    office = office_in(phrase, core)
    if core.stop > phrase.tokens[-1] or not office or office in language.relatives:
        return None
    for name in phrase.names:
        before, after = phrase.before_initials(name.first), text.next_word(name.last - 1)
        closes = (
            after > phrase.tokens[-1]
            or text.words[after] in BREAKS
            or phrase.is_any_of(after, phrase.function_words.relative)
        )
        if language.is_title(text.lower[name.first]) and is_for_another(phrase, office):
            continue
        is_behind = name.first > core.stop and is_of_office(phrase, before, name)
        if closes and name.label == "PERSON" and is_behind:
            crossed = (at for at in range(core.stop, name.first) if not phrase.is_in_initials(at))
            return None if any(text.words[index] in BREAKS for index in crossed) else name
    return None


def portfolio_holder(phrase: Phrase) -> Mention | None:
    """The person who closes a source behind several things that their office is for.

    Nothing else stands in front of the name ("Trade, Food and Sport Minister Pia Rook", "Minister for Trade
    and Sport Pia Rook").
    """
    holder = phrase.names[-1] if phrase.names else None
    if holder is None or holder.label != "PERSON" or holder.last != phrase.tokens.stop:
        return None
    words, language = phrase.function_words, phrase.language
    front = [phrase.text.lower[index] for index in range(phrase.tokens.start, holder.first)]
    small = words.link | words.listing | {",", "&"}
    offices = [word for word in front if word not in words.portfolio | small]
    is_office = holder.name is not None and holder.name.kind == "office"
    named = is_office or (bool(offices) and not words.link.isdisjoint(front))
    several = front[-1:] and front[-1] in words.portfolio and not (words.listing | {","}).isdisjoint(front)
    known = all(language.is_title(word) or word in language.roles for word in offices)
    return holder if named and several and known else None


def is_for_another(phrase: Phrase, office: str) -> bool:
    """Whether a calling is one for somebody whom a title names, not itself a title before a name."""
    article = phrase.text.lower[phrase.tokens.start]
    is_one = article in phrase.function_words.indefinite
    return is_one or office in phrase.language.unnamed_roles or not phrase.language.is_title(office)


def office_in(phrase: Phrase, core: range) -> str:
    """The office or the role that ends *core*, adjectives behind it left out; nothing for none."""
    text, language = phrase.text, phrase.language
    ending = next((at for at in reversed(core) if text.tags[at] != "JJ"), core[-1])
    office = text.lower[ending]
    return office if language.is_title(office) or office in language.roles else ""


def is_of_office(phrase: Phrase, index: int, holder: Mention) -> bool:
    """Whether a noun is what an office is of: a name ("of State"), or behind a bare title ("of mining").

    What a common noun says of somebody stands in front of a name without a title ("of the bank Lund").
    Behind an article it is one before a full name where it can be a minister's ("le directeur général de la
    santé Paul Roy", not "le directeur de la prison Paul Roy"), and no house bears the name ("la directrice du
    centre de recherche Marie Curie").
    """
    text, language = phrase.text, phrase.language
    is_bare = text.tags[phrase.tokens.start] not in DETERMINERS | {"PRP$"}
    is_noun = text.tags[index] in COMMON_NOUNS | {"VBG"}
    label = label_beside_name(text.lemmas[index], language)
    is_titled = holder.name is not None and bool(holder.name.titles) and label != "PERSON"
    is_common = is_noun and (not label or is_titled)
    is_full = text.lower[holder.first] in language.first_names and holder.last > holder.first + 1
    is_portfolio = is_full and text.lower[index] in language.function_words.portfolio
    is_own = is_portfolio and not any(is_about_house(phrase, at) for at in range(phrase.tokens.start, index))
    return text.tags[index] in PROPER_NOUNS or is_own or (is_bare and is_common)


def is_about_house(phrase: Phrase, index: int) -> bool:
    """Whether a word is a noun for something that may bear somebody's name, and for no office."""
    text, language = phrase.text, phrase.language
    noun = text.lemmas[index]
    is_office = noun in language.roles or language.is_title(noun) or noun in language.function_words.portfolio
    return text.tags[index] in COMMON_NOUNS and not is_office


def named_outlet(phrase: Phrase, core: range) -> Mention | None:
    """The name in front of what a paper or a sender is ("the Interfax news agency"), no town's."""
    text, words, noun = phrase.text, phrase.function_words, core[-1]
    before = text.previous_word(noun)
    if phrase.is_any_of(before, words.medium) and phrase.is_any_of(noun, words.outlet, words.station):
        while phrase.is_any_of(before, words.medium):
            before = text.previous_word(before)
    elif not phrase.is_any_of(noun, words.outlet):
        return None
    name = next((one for one in phrase.names if one.last - 1 == before and one.first in core), None)
    return name if name is not None and can_be_outlet(phrase, name) else None


def can_be_outlet(phrase: Phrase, name: Mention) -> bool:
    """Whether a name is a body's by its label, or an unknown one of several words or in capitals.

    A town's, and one that says itself what body it is, are whose the paper is ("the Lund Party newspaper").
    Behind a possessive that is no place's it is only the end of one ("the People's Daily newspaper").
    """
    text, words, before = phrase.text, phrase.text.words[name.first : name.last], name.first - 1
    places = (one for one in phrase.names if one.last == before and one.label in PLACES)
    is_cut = text.tag_at(before) == "POS" and next(places, None) is None
    if is_cut or " ".join(words) in phrase.language.affiliations or is_owner(phrase, name):
        return False
    is_unknown = name.label == "" and (len(words) > 1 or words[0].isupper())
    return is_unknown or name.label in GROUPS | {"DOCUMENT"}


def is_owner(phrase: Phrase, name: Mention) -> bool:
    """Whether a name is a place's elsewhere in the text, or has the noun of some body that is no paper."""
    text, outlets = phrase.text, phrase.function_words.outlet
    nouns = (word for word in text.lower[name.first : name.last] if word not in outlets)
    if any(nominal_label(noun, phrase.language) in GROUPS for noun in nouns):
        return True
    return name.last == name.first + 1 and text.words[name.head] in text.placed


def closing_person(phrase: Phrase) -> Mention | None:
    """The person whose name ends a source behind a noun for what they are ("Lund chemist Ada Holm")."""
    text = phrase.text
    for name in phrase.names:
        noun = text.previous_word(name.first)
        if name.last != phrase.tokens.stop or name.label != "PERSON" or noun <= phrase.tokens.start:
            continue
        is_role = label_beside_name(text.lower[noun], phrase.language) == "PERSON"
        is_apart = text.words[noun].islower() or not any(one.first <= noun < one.last for one in phrase.names)
        before = range(phrase.tokens.start, noun)
        if is_role and is_apart and not any(is_pause(phrase, at) for at in before):
            return name
    return None


def is_pause(phrase: Phrase, index: int) -> bool:
    """Whether a mark or a preposition outside names and their initials parts the words on both sides."""
    if any(name.first <= index < name.last for name in phrase.names) or phrase.is_in_initials(index):
        return False
    if phrase.text.adjoin(index - 1, index) and phrase.text.word_at(index - 1) == "-":
        return False
    mark = phrase.text.words[index] in BREAKS or phrase.text.tags[index] == "POS"
    return mark or (phrase.opens_addition(index) and not phrase.is_inside_front_name(index))


def apposed_name(phrase: Phrase) -> Mention | None:
    """The name that stands by itself behind a comma ("the mayor of Lund, Pia Rook").

    Of one person, a person's name comes before that of the body they are of, and a titled one before another
    ("The director, Lund Institute, Holm Branch, Dr Pia Rook").
    """
    names = [name for name in phrase.names if is_apposed(phrase, name)]
    if names and label_beside_name(phrase.text.lemmas[phrase.topmost], phrase.language) == "PERSON":
        persons = [name for name in names if name.label == "PERSON"]
        titled = (name for name in persons if name.name is not None and name.name.titles)
        return next(titled, (persons or names)[0])
    return names[0] if names else None


def is_apposed(phrase: Phrase, name: Mention) -> bool:
    """Whether a name stands by itself behind a comma.

    Behind several people it is one person's only who is told of ("supporters of the mayor, Pia Rook").
    """
    text, tokens = phrase.text, phrase.tokens
    if text.tags[phrase.topmost] == "NNS" and name.label == "PERSON" and name.number != "p":
        return False
    after = text.next_word(name.last - 1)
    closes = (
        after >= tokens.stop
        or text.words[after] in BREAKS
        or phrase.is_any_of(after, phrase.function_words.relative)
        or phrase.opens_addition(after)
    )
    return closes and opens_apposition(phrase, name)


def opens_apposition(phrase: Phrase, name: Mention) -> bool:
    """Whether a comma opens the apposition that a name is in, or words say whom it calls so.

    An organisation's name is one behind an article ("its owner, the Lund Foundation"), or right behind the
    comma and what it is ("the owner, Lund Steel").
    """
    text = phrase.text
    before = text.previous_word(name.first)
    if before <= phrase.tokens.start:
        return False
    if says_what_called(phrase, before) or is_known_as(text, name, phrase.language):
        return True
    comma = opening_comma(phrase, name)
    if comma is None or adds_no_person(phrase, comma, name) or is_of_noun_inside(phrase, comma, name):
        return False
    if name.label in PERSON_LABELS:
        return comma == before or name.label == "PERSON"
    if comma == before:
        return text.tags[text.previous_word(comma)] in COMMON_NOUNS
    article = phrase.is_any_of(before, phrase.function_words.name_article)
    return name.label in GROUPS and article and text.previous_word(before) == comma


def adds_no_person(phrase: Phrase, mark: int, name: Mention) -> bool:
    """Whether what a mark adds is no name of whoever the source is.

    It is where a place is ("the University of Lund, Holm"), a list behind a colon, or what a bracket says of
    a person ("Pia Rook (Lund)").
    """
    text, before = phrase.text, phrase.text.previous_word(mark)
    if text.words[mark] == ":":
        return heads_list(phrase, name)
    beside = next((one for one in phrase.names if one.last - 1 == before), None)
    told = text.words[mark] in OPEN_BRACKETS and beside is not None and beside.label == "PERSON"
    if beside is None or told or name.last > name.first + 1 or text.previous_word(name.first) != mark:
        return told
    return not is_one_person(phrase, name, beside)


def is_of_noun_inside(phrase: Phrase, comma: int, name: Mention) -> bool:
    """Whether a body's name is that of the body that somebody is of ("the manager of the airline, Skyhop").

    What is no body has an owner or a builder that can be one ("the builder of the ship, Lund Yards").
    """
    text, language = phrase.text, phrase.language
    noun, inside = text.lemmas[phrase.topmost], text.previous_word(comma)
    if inside == phrase.topmost or nominal_label(text.lemmas[inside], language) not in GROUPS:
        return False
    return name.label in GROUPS and label_beside_name(noun, language) == "PERSON"


def is_one_person(phrase: Phrase, name: Mention, beside: Mention) -> bool:
    """Whether a source is of one person, who can have a name ("the envoy to Lund", "a woman from Lund").

    Where somebody not known yet is of a body, it is more likely a place ("a dean at Lund College, Holm").
    """
    text = phrase.text
    is_known = determiner(text, phrase.tokens.start, phrase.language) in DEFINITE
    is_known = is_known or (name.label == "PERSON" and beside.label not in GROUPS)
    is_person = label_beside_name(text.lemmas[phrase.topmost], phrase.language) == "PERSON"
    return is_known and is_person and text.tags[phrase.topmost] not in PLURALS


def heads_list(phrase: Phrase, name: Mention) -> bool:
    """Whether a comma and another name stand behind a name ("Lund, Holm and Tarn")."""
    text, comma = phrase.text, phrase.text.next_word(name.last - 1)
    after = text.next_word(comma)
    return text.word_at(comma) == "," and any(one.first == after for one in phrase.names)


def opening_comma(phrase: Phrase, name: Mention) -> int | None:
    """The comma from which on nothing but an article and what somebody is stands before a name.

    What a title is of can be named there ("Finance Minister Pia Rook").
    """
    text = phrase.text
    titled = phrase.language.is_title(text.lower[name.first])
    index = text.previous_word(name.first)
    if phrase.closes_title(index):
        index = text.previous_word(index)
    while index > phrase.tokens.start and text.tags[index] in LEAD_TAGS and text.words[index] not in BREAKS:
        named = (other for other in phrase.names if other.first <= index < other.last)
        if text.tags[index] == "NNP" and not titled and any(other.label not in PLACES for other in named):
            return None
        index = text.previous_word(index)
    parts = text.words[index] in BREAKS and not phrase.parts_title(index)
    return index if index > phrase.tokens.start and parts else None
