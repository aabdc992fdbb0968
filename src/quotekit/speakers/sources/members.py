"""Which of the names in a source of several people are theirs, and which only say what somebody is of."""

from __future__ import annotations

from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import MODIFYING, NOUNS
from quotekit.speakers.sources.misnomers import is_office_in_capitals
from quotekit.speakers.sources.phrase import Phrase

__all__ = ["follows_link", "is_member", "is_owner_in_list"]

APOSTROPHES = frozenset({"'", "’"})
"""Words that are the mark of a possessive alone."""


def is_member(phrase: Phrase, name: Mention) -> bool:
    """Whether a name in a source of several is one of theirs, and nothing that one of them is of."""
    text = phrase.text
    owns = is_owner_in_list(phrase, name)
    owned = next((one for one in phrase.names if one.first <= text.heads[name.head] < one.last), name)
    behind = text.next_word(name.last - 1)
    is_item = text.word_at(behind) == "," or text.tag_at(behind) == "CC"
    modifies = text.deps[name.head] in MODIFYING and not is_item
    if modifies and text.deps[text.heads[name.head]] == "appos" and text.heads[name.head] >= name.last:
        return False
    if modifies and (name.label == "NORP" or owned.first > name.first):
        return False
    aside = name.label != "PERSON" and (closes_afterthought(phrase, name) or opens_title(phrase, name))
    if aside or is_office_in_capitals(phrase, name):
        return False
    names_outlet = owns and owned is not name and name.label != "PERSON"
    apart = names_outlet or phrase.is_in_brackets(name.first) or stands_in_relative_clause(phrase, name)
    return not (follows_link(phrase, name) or apart or tells_of_calling(phrase, name))


def tells_of_calling(phrase: Phrase, name: Mention) -> bool:
    """Whether a name only says of what somebody is something ("the Lund coach", "the Holm MP").

    A recogniser takes it for a person's, or the office in capitals for the end of it; a paper may be called
    by one ("the Lund Observer").
    """
    text, language = phrase.text, phrase.language
    noun, last = text.next_word(name.last - 1), text.lower[name.last - 1]
    is_before = noun in phrase.tokens and text.words[noun].islower()
    is_calling = (language.is_title(last) or last in language.roles) and last not in language.trade_words
    is_office = name.last > name.first + 1 and is_calling
    calls = is_before and label_beside_name(text.lemmas[noun], language) == "PERSON"
    return calls or (is_office and name.label != "PERSON")


def stands_in_relative_clause(phrase: Phrase, name: Mention) -> bool:
    """Whether a relative clause only tells of a name ("Lund and Holm, who back Ada Oye")."""
    text, before = phrase.text, range(phrase.tokens.start, name.first)
    relatives = (at for at in before if phrase.is_any_of(at, phrase.function_words.relative))
    return any("," not in text.words[at : name.first] for at in relatives)


def opens_title(phrase: Phrase, name: Mention) -> bool:
    """Whether nothing but nouns lies between a name and the person's behind it ("House Speaker Bo Lund")."""
    person = next((one for one in phrase.names if one.first > name.first), name)
    title = {phrase.text.tags[at] for at in range(name.last, person.first)}
    return person.label == "PERSON" and title <= NOUNS


def closes_afterthought(phrase: Phrase, name: Mention) -> bool:
    """Whether a comma stands before a name, and no "and" behind it ("Lund and Holm, both Democrats")."""
    text = phrase.text
    behind = range(name.last, phrase.tokens.stop)
    before = text.previous_word(name.first)
    if before >= 0 and text.deps[before] == "det":
        before = text.previous_word(before)
    comma = text.word_at(before) == ","
    return comma and not any(text.tags[at] == "CC" for at in behind)


def is_owner_in_list(phrase: Phrase, name: Mention) -> bool:
    """Whether the mark of a possessive stands behind a name; behind an "s" a tagger may miss it."""
    behind = phrase.text.next_word(name.last - 1)
    return phrase.text.tag_at(behind) == "POS" or phrase.text.word_at(behind) in APOSTROPHES


def follows_link(phrase: Phrase, name: Mention) -> bool:
    """Whether a preposition stands before a name, its article and whoever owns it ("of Lund's Institute")."""
    text = phrase.text
    before = text.previous_word(name.first)
    if before >= 0 and text.tags[before] == "POS":
        owner = next((one for one in phrase.names if text.next_word(one.last - 1) == before), None)
        return owner is not None and follows_link(phrase, owner)
    if before >= 0 and text.tags[before] == "DT":
        before = text.previous_word(before)
    return before in phrase.tokens and phrase.opens_addition(before)
