"""Turns: the direct quotes of a dialogue with who could speak each of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from attrs import evolve, frozen

from quotekit.language import Language
from quotekit.records import Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import SIGNING_LAYOUTS, TELLING_LAYOUTS, TURN_LAYOUT, Discourse
from quotekit.text.punctuation import LEADS

__all__ = ["Features", "Turn", "is_collection", "is_told_in_turns", "is_turn", "without_strayed_source"]

BARE_SHARE = 0.15
"""The share of direct quotes without a source near by from which on a text is a dialogue; chosen by hand.

In news, which presents whoever it quotes ("Lund coach Ada Holm"), they are more words of the same person."""

BARE_QUOTES = 10
"""Direct quotes without a source near by that make a dialogue whatever their share; chosen by hand."""

REPORTING = 0.5
"""Reports in the author's words for each direct quote from which on a text is reporting, which goes on with
whoever was quoted last where dialogue changes turns. At the median novels have 0.2 and news articles 1.0;
chosen between them on odd documents of both."""

REPLIES = 3
"""Paragraphs that name nobody right behind another such from which on even a text of many reports is told in
turns; news articles have at most one. Chosen on the same documents."""

FEWEST_SIGNED = 2
"""Signed quotations of a collection, at least; a guess."""

FEWEST_EXCHANGES = 3
"""Paragraphs with the quotation of somebody else than the one before that show a dialogue at least."""

FEWEST_UNREPORTED = 1
"""Such paragraphs at least where the author reports nothing themselves and introduces nobody beside their
words, as news does ("said Ada Lund, the mayor"); chosen on scenes made for it."""

NEXT_TURN = 2
"""Paragraphs from one turn to the next, so that one of narration can stand between; chosen by hand."""

EXCHANGES = 0.8
"""The share of adjoining paragraphs with quotations whose sources differ from which on they take turns. In
novels nearly all do (*Oliver Twist* 98 of 99), in news 5 of 7 at most; chosen between them."""

Features = dict[str, float]
"""What speaks for a candidate, by name."""


@frozen(eq=False)
class Turn:
    """A turn of dialogue, as it is decided together with the others.

    Attributes:
        quote: The number of its quote.
        tokens: Where its content stands.
        paragraph: The number of its paragraph.
        source: The index of the first word of its source, or -1.
        entity: Who speaks, as far as was found; None when unknown.
        certain: Whether a name or a description says so.
        ranked: Whom its pronoun can stand for, with scores, the best first.
        pronoun: The gender that its pronoun or description tells, or an empty string without one.
        described: Whoever its description stands for when nobody at hand is meant.
        choices: The candidates with what speaks for them whatever the turns before.
        asks: Whether it ends in a question.
        called: Whom its words address.
        named: Whom its words name.
        hailed: The gender of whom its words address by no name, or ``-``.
        bare: Whether it is all of its paragraph.
        told: Whom its cue says it to, so that they do not say it.
        apart: Who is surely not whoever its description describes.
    """

    quote: int
    tokens: range
    paragraph: int
    source: int = -1
    entity: Entity | None = None
    certain: bool = False
    ranked: Sequence[tuple[float, Entity]] = ()
    pronoun: str = ""
    described: Entity | None = None
    choices: Sequence[tuple[Entity, Features]] = ()
    asks: bool = False
    called: Set[int] = frozenset()
    named: Set[int] = frozenset()
    hailed: str = "-"
    bare: bool = False
    told: Set[int] = frozenset()
    apart: Set[int] = frozenset()

    @property
    def said(self) -> str:
        """What the names of features end in where a pronoun or a description stands beside the turn."""
        return "_said" if self.pronoun else ""

    @property
    def sure_speaker(self) -> Entity | None:
        """Who speaks, where a name or a description says so."""
        return self.entity if self.certain else None


def is_turn(quote: Quote) -> bool:
    """Whether a quote is somebody's turn, and no quotation inside another.

    The questions of an interview are nobody's that the turns tell, nor is what a broadcast leaves unnamed.
    """
    return quote.kind == "direct" and quote.depth == 0 and quote.rule not in TELLING_LAYOUTS


def is_told_in_turns(text: Discourse, quotes: Sequence[Quote], language: Language) -> bool:
    """Whether the text is told in turns of dialogue, many of which name nobody, as novels are."""
    direct = [quote for quote in quotes if is_turn(quote)]
    if is_collection(direct):
        return False
    places = [text.paragraph_of(quote.start) for quote in direct]
    named = {place for quote, place in zip(direct, places, strict=True) if quote.source}
    told = named | statement_paragraphs(text, direct, places, language)
    bare = [place for place in places if place not in told]
    if is_reporting(quotes, len(direct), set(bare)):
        return False
    presented = any(presents_somebody(span.text, language) for quote in direct for span in quote.source)
    share = 1.0 if presented and count_of_replies({*bare}) < REPLIES else BARE_SHARE
    many = len(bare) > 1 and len(bare) >= min(BARE_QUOTES, share * len(direct))
    reports = presented or any(is_report(quote) or is_introducing(quote, language) for quote in quotes)
    fewest = FEWEST_EXCHANGES if reports else FEWEST_UNREPORTED
    return many or (bool(bare) and has_changing_voices(direct, places, fewest, language))


def is_collection(direct: Sequence[Quote]) -> bool:
    """Whether most of the *direct* quotes with a source are signed, as in collections of quotations."""
    told = [quote.rule in SIGNING_LAYOUTS for quote in direct if quote.source]
    return sum(told) >= FEWEST_SIGNED and 2 * sum(told) > len(told)


def statement_paragraphs(
    text: Discourse, direct: Sequence[Quote], places: Sequence[int], language: Language
) -> set[int]:
    """The paragraphs without a source that go on with a statement whose speaker has a line of their own.

    So they do where the text says what its speakers are ("Ada Lund, the chair, said:" over two paragraphs in
    marks); elsewhere they answer. The *direct* quotes stand in the paragraphs with the numbers *places*.
    """
    going: set[int] = set()
    if not any(is_introducing(quote, language) for quote in direct):
        return going
    for quote, place in zip(direct, places, strict=True):
        led = bool(quote.cue) and text.paragraph_of(quote.cue[-1].start) < place
        if led or (not quote.source and place - 1 in going):
            going.add(place)
    return going


def is_report(quote: Quote) -> bool:
    """Whether the author reports something in their own words, and none of those who speak does."""
    return quote.kind != "direct" and quote.depth == 0 and bool(quote.cue)


def is_introducing(quote: Quote, language: Language) -> bool:
    """Whether a quote says what its source is, behind a comma; of "who" a tale tells what they did, too."""
    spans = (span.text.partition(",")[2].split() for span in quote.source)
    return any(words and words[0].lower() not in language.function_words.personal_relative for words in spans)


def presents_somebody(source: str, language: Language) -> bool:
    """Whether a source is a full name behind a calling in small letters ("Lund assistant coach Ada Holm").

    A relative has such a name in tales, too ("her brother Bo Holm"), and so has "my friend Bo Holm".
    """
    before, calling, first, last = ["", "", "", "", *source.split()][-4:]
    is_named = first[:1].isupper() and last[:1].isupper()
    is_determined = before.lower() in language.function_words.article | language.pronouns.keys()
    return is_named and not is_determined and calling in language.roles and calling not in language.relatives


def has_changing_voices(
    direct: Sequence[Quote], places: Sequence[int], fewest: int, language: Language
) -> bool:
    """Whether the sources of *direct* quotes change from paragraph to paragraph, *fewest* times at least.

    The numbers of their paragraphs are *places*. Labels tell by themselves whose turn it is.
    """
    voices: dict[int, str] = {}
    for quote, place in zip(direct, places, strict=True):
        if quote.source and quote.rule != TURN_LAYOUT:
            voices.setdefault(place, quote.source[-1].text.casefold())
    told = pairwise(sorted(set(places)))
    near = (pair for pair in told if pair[1] - pair[0] <= NEXT_TURN and voices.keys() >= {*pair})
    changes = [not are_one_voice(voices[one], voices[other], language) for one, other in near]
    return sum(changes) >= fewest and sum(changes) >= EXCHANGES * len(changes)


def are_one_voice(one: str, other: str, language: Language) -> bool:
    """Whether two sources are the same, or one ends in the other ("Lund coach Ada Holm", "Holm").

    So does "Mrs. Lund" in the name of her husband, who is another.
    """
    short, full = sorted((one, other), key=len)
    title = language.title_of(full.removesuffix(short).strip())
    is_married = title is not None and title.kind == "courtesy"
    return one == other or (full.endswith(f" {short}") and not is_married)


def is_reporting(quotes: Sequence[Quote], direct: int, bare: Set[int]) -> bool:
    """Whether a text reports in its author's words what others say, and few *bare* paragraphs adjoin."""
    reports = sum(quote.kind != "direct" and bool(quote.cue) for quote in quotes)
    return reports > REPORTING * direct and count_of_replies(bare) < REPLIES


def count_of_replies(bare: Set[int]) -> int:
    """How many of the *bare* paragraphs stand right behind another such."""
    return sum(place - 1 in bare for place in bare)


def without_strayed_source(text: Discourse, quote: Quote) -> Quote:
    """*quote*, in a text told in turns, without a source that belongs to a turn before it.

    Where turns change with paragraphs, whoever spoke in one before is not named for this one, unless a cue,
    a pause or a label leads up to it.
    """
    if not is_turn(quote) or not quote.source or quote.cue or quote.rule == TURN_LAYOUT:
        return quote
    opening = text.paragraphs.index(text.paragraph_of(quote.start))
    source = text.token_at(quote.source[-1].end - 1)
    is_led_up_to = text.words[max(0, text.previous_word(opening))][-1:] in LEADS
    return quote if source >= opening or is_led_up_to else evolve(quote, source=())
