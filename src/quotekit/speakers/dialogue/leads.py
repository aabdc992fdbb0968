"""Who the lead of a report is about: "A groom told a jury …" above "Desmond Fahy (44), of Kilmore, …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import DEFINITE, Mention
from quotekit.speakers.ground.scheme import MODIFYING, PROPER_NOUNS
from quotekit.speakers.mentions.agreement import is_said_to_be
from quotekit.speakers.mentions.focus import leads_sentence
from quotekit.speakers.mentions.reading import Reading
from quotekit.text.punctuation import CLAUSE_ENDS, PAUSES

__all__ = ["persons_of_leads", "persons_of_openings"]

QUESTIONS_AND_CALLS: Final = frozenset({"?", "!"})
"""Marks behind what somebody is asked or called."""

PARAGRAPHS_ABOVE: Final = 2
"""Paragraphs above a full name and an age in which a report leads with what its bearer is; chosen by hand."""

AGES_IN_NEWS: Final = frozenset(map(str, range(5, 111)))
"""Years of the age of somebody whom a report is about."""


def persons_of_leads(reading: Reading) -> Iterator[tuple[Entity, Entity]]:
    """Each person whom a paragraph only described in its first words, with whoever the next one names.

    It does so by a full name and an age in its first words, as reports of courts and accidents do.
    """
    leads = {
        reading.text.paragraphs[mention.first]: mention
        for mention in reading.mentions
        if is_lead(reading, mention) and mention.place in reading.referents
    }
    for name in reading.names if leads else ():
        if not is_named_with_age(reading.text, name):
            continue
        paragraph = reading.text.paragraphs[name.first]
        above = (leads.pop(paragraph - back, None) for back in range(1, PARAGRAPHS_ABOVE + 1))
        lead = next(filter(None, above), None)
        named = reading.bearer_of(name)
        if lead is not None and ("-" in (lead.gender, named.gender) or lead.gender == named.gender):
            yield reading.referents[lead.place], named


def persons_of_openings(reading: Reading) -> Iterator[tuple[Entity, Entity]]:
    """Whom title and first sentence describe, with whoever the next paragraph is about and names first.

    So does a report that begins "A judge blocked …" or "The head of the rail service conceded …", and goes
    on "Ada Lund, …"; its title leaves the article out ("Union chief warns of strikes").
    """
    for lead in first_openings(reading):
        name = name_below(reading, lead)
        if name is not None and names_lead(reading, name, lead):
            yield reading.referents[lead.place], reading.bearer_of(name)


def first_openings(reading: Reading) -> Iterator[Mention]:
    """The first description that opens a paragraph in the title, and the first one below it."""
    in_title = (one for one in reading.mentions if reading.text.is_in_title(one.head))
    below = (one for one in reading.mentions if not reading.text.is_in_title(one.head))
    for mentions in (in_title, below):
        found = next((one for one in mentions if is_opening(reading, one)), None)
        if found is not None:
            yield found


def names_lead(reading: Reading, name: Mention, lead: Mention) -> bool:
    """Whether a name below a *lead* is of whomever that describes."""
    entity = reading.bearer_of(name)
    if "-" not in (lead.gender, entity.gender) and lead.gender != entity.gender:
        return False
    if lead.determiner == "" and not is_said_to_be(entity, lead.noun, reading.language, broadly=True):
        return False
    if is_in_scene(reading, name, lead):
        return False
    known = lead.determiner in DEFINITE and is_only_named(reading, name, lead.noun)
    return known or is_told_of(reading, name, lead)


def is_in_scene(reading: Reading, name: Mention, lead: Mention) -> bool:
    """Whether a turn stands beside the *lead*, and whoever is named below it acts without a verb of saying.

    So do the two of a tale ("The captain came in. “Sit,” he said. … Ada Lund frowned."), where one of them
    asks or calls something; a report goes on with what its lead said.
    """
    text, known = reading.text, reading.language
    lemma, places = text.lemmas[text.heads[name.head]], text.paragraphs
    told = takewhile(lambda at: places[at] <= places[name.head], range(lead.last, len(text)))
    quoted = [at for at in told if text.quoted[at]]
    is_turn = any(places[at] == places[lead.head] and text.words[at] in CLAUSE_ENDS | PAUSES for at in quoted)
    acts = lemma in known.function_words.personal
    asks = lemma not in known.reporting_verbs and any(text.words[at] in QUESTIONS_AND_CALLS for at in quoted)
    return is_turn and (acts or asks)


def name_below(reading: Reading, lead: Mention) -> Mention | None:
    """The first name of a person in the paragraph behind that of a *lead*, if the lead does not name them.

    A lead stands above all paragraphs that name somebody, but for headings.
    """
    paragraph, above = reading.text.paragraphs[lead.first], set[int]()
    for name in named_persons(reading):
        place, number = reading.text.paragraphs[name.first], reading.bearer_of(name).number
        if place > paragraph:
            return name if place == paragraph + 1 and number not in above else None
        if place < paragraph and not reading.text.is_in_heading(name.head):
            return None
        if place == paragraph:
            above.add(number)
    return None


def is_only_named(reading: Reading, name: Mention, noun: str) -> bool:
    """Whether a sentence is about a full name, of whose bearer the text says at most that they are *noun*."""
    nouns = reading.bearer_of(name).nouns - {noun}
    return is_full_topic(reading, name) and all(map(str.isdigit, nouns))


def is_told_of(reading: Reading, name: Mention, lead: Mention) -> bool:
    """Whether a sentence is about a full name that opens its paragraph, or whose bearer is as *lead* says.

    Somebody of whom an age is told is the one whom others speak of ("A doctor said … Bo Oye, 19, died").
    Whoever a body has is one of many of whom it may go on to tell ("Apple’s chief … Ada Lund said").
    """
    is_so = lead.noun in reading.bearer_of(name).nouns
    opens = opens_paragraph(reading.text, name) and not is_named_with_age(reading.text, name)
    opens = opens and lead.determiner != "possessive" and is_same_office(reading, name, lead)
    return is_full_topic(reading, name) and (is_so or opens)


def is_same_office(reading: Reading, name: Mention, lead: Mention) -> bool:
    """Whether the office in front of a name is what *lead* says ("The head of the union … Union chief").

    One that shares no word with it is another's ("A doctor … Health Secretary Ada Lund").
    """
    text = reading.text
    start = next(at for at in range(name.first, -1, -1) if not at or not text.is_one_paragraph(at - 1, at))
    office = {text.lemmas[at].lower() for at in range(start, name.first) if text.words[at].isalnum()}
    narrower = reading.language.broader_nouns.get(lead.noun, frozenset())
    until = max(lead.last, text.heads[lead.head])
    said = {text.lemmas[at].lower() for at in range(lead.first, until)} | narrower
    return not office or not office.isdisjoint(said)


def is_full_topic(reading: Reading, name: Mention) -> bool:
    """Whether a sentence is about the bearer of a full name."""
    return name.name is not None and name.name.is_full and leads_sentence(reading.text, name.head)


def named_persons(reading: Reading) -> Iterator[Mention]:
    """The names of persons outside headlines and quotations."""
    text = reading.text
    for name in reading.names:
        entity = reading.bearer_of(name)
        if entity.is_person and not text.quoted[name.head] and not text.headline[text.paragraphs[name.head]]:
            yield name


def is_opening(reading: Reading, mention: Mention) -> bool:
    """Whether the first words of a paragraph describe one person whom no name stands beside."""
    text = reading.text
    is_phrase = mention.kind == "nominal" and is_of_nobody(reading, mention)
    is_one = mention.label == "PERSON" and mention.number == "s" and mention.head not in text.labels
    told = mention.place in reading.referents and not reading.referents[mention.place].names
    alone = text.tag_at(text.next_word(mention.head)) != "CC"
    return is_phrase and is_one and alone and told and opens_paragraph(text, mention)


def is_of_nobody(reading: Reading, mention: Mention) -> bool:
    """Whether a phrase begins with an article, or a body's name ("Acme's chief") and is who says something.

    So does one that begins a title, which has no articles. No kin are: "Lund's wife". Of who does something
    others tell ("Acme's chief left … Ada Lund said").
    """
    text, language = reading.text, reading.language
    if mention.determiner == "possessive":
        says = text.lemmas[text.heads[mention.head]] in language.reporting_verbs
        return says and text.tags[mention.first] in PROPER_NOUNS and mention.noun not in language.relatives
    return mention.determiner != "" or text.is_in_title(mention.head)


def is_lead(reading: Reading, mention: Mention) -> bool:
    """Whether the first words of a paragraph tell of some person or other ("A groom accused of …").

    Who is no more than a man or a mother is whom the report is about; whoever has a calling may only speak
    of them ("A doctor told the inquest"), unless something was done to them.
    """
    text, known = reading.text, reading.language
    some = mention.kind == "nominal" and mention.determiner == "indefinite" and mention.label == "PERSON"
    if not some or mention.number != "s" or not opens_paragraph(text, mention):
        return False
    plain = mention.noun in known.plain_persons or mention.noun in known.relatives or mention.noun.isdigit()
    return plain or text.tag_at(text.next_word(mention.head)) == "VBN"


def is_named_with_age(text: Discourse, name: Mention) -> bool:
    """Whether the first words of a paragraph are a full name and an age ("Ada Lund, 44, of Tarn")."""
    if name.name is None or not name.name.is_full or text.quoted[name.head]:
        return False
    age = text.word_at(name.last + 1)
    return text.word_at(name.last) in {",", "("} and age in AGES_IN_NEWS and opens_paragraph(text, name)


def opens_paragraph(text: Discourse, mention: Mention) -> bool:
    """Whether no word stands before a mention in its paragraph, but for the office in front of a name."""
    first, head = mention.first, mention.head
    before = text.previous_word(first)
    while before >= 0 and text.is_one_paragraph(before, first) and is_within_name(text, before, first, head):
        first, before = before, text.previous_word(before)
    return before < 0 or not text.is_one_paragraph(before, first)


def is_within_name(text: Discourse, word: int, first: int, head: int) -> bool:
    """Whether a *word* modifies one of those from the *first* to the *head* of a name."""
    return first <= text.heads[word] <= head and text.deps[word] in MODIFYING
