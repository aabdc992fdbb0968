"""Words that are written as names are where a sentence begins, and are none, nor parts of any."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from attrs import frozen

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import FINITE_VERBS, SUBJECTS
from quotekit.speakers.names.bare_nouns import bare_nouns
from quotekit.speakers.names.name_cuts import run_words
from quotekit.speakers.names.name_words import VERBS, is_handle
from quotekit.speakers.names.proper_nouns import opens_sentence

__all__ = ["cut_at_sources", "without_openers", "without_openings", "without_unknown_openings"]

OPENERS = VERBS | {"VBG", "VBN", "RB", "WRB", "IN"}
"""Tags of words that are no names, whatever a recogniser takes them for."""

SHORTEST_PARTICIPLE = 5
"""Letters of a participle that is told by its ending, at least, for "Ming" is a name; chosen by hand."""

BARE_VERBS = frozenset({"VB", "VBG", "VBP"})
"""Tags of verbs that tell what one person does only behind another verb ("heard Lund laugh", "laughing")."""

BARE_CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})
"""Relations of such a verb to the other one, or to that of the main clause."""

OFTEN_ALONE = 10
"""Times that a first name stands alone from which on an unknown word opens its sentence in front of it.

Chosen by hand; in news a surname that is a first name, too, may stand so as often.
"""


@frozen(eq=False)
class EndsSeen:
    """What the names of a text end in.

    Attributes:
        times: How often each such run of words stands.
        fronts: The words in front of it, without titles.
    """

    times: Counter[tuple[str, ...]]
    fronts: Mapping[tuple[str, ...], Set[str]]


def without_openings(
    text: Discourse, runs: Sequence[list[int]], cues: Set[int], language: Language
) -> list[list[int]]:
    """*runs* without the words in front that only open their sentences; *cues* are the tokens of cues."""
    ends = {text.lower[run[-1]] for run in runs if len(run) > 1 and may_only_open(text, run[0], language)}
    alike = [run for run in runs if text.lower[run[-1]] in ends]  # no other ends as one of those does
    seen = EndsSeen(
        Counter(run_words(text, run[at:]) for run in alike for at in range(len(run))),
        words_before_name(text, alike, language),
    )
    return [behind_cue(text, behind_opening(text, run, seen, language), cues) for run in runs]


def words_before_name(
    text: Discourse, runs: Sequence[list[int]], language: Language
) -> Mapping[tuple[str, ...], Set[str]]:
    """The words in front of each end of a name, without titles ("Ada" before "Lund")."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for run in runs:
        for at in range(1, len(run)):
            word = text.lower[run[at - 1]]
            if word[:1].isalpha() and not language.is_title(word):
                found[run_words(text, run[at:])].add(word)
    return found


def cut_at_sources(
    text: Discourse, run: list[int], edges: Set[int], language: Language
) -> Iterator[list[int]]:
    """A run, or the pieces of one in a headline inside which a source begins or ends ("Lund Warns Board").

    So is one behind the number of a question ("Q12 Ada Lund"), behind the word that names the sender of a
    message ("From Ada Lund:"), or behind the capitals of a body to which the source speaks ("a dit à l'AFP
    Léa Roux"). *edges* are where sources begin, and the tokens behind them.
    """
    first = 0
    for at in range(1, len(run)):
        word, known = text.words[run[at - 1]], text.lower[run[at]] in language.first_names
        sent = text.lower[run[at - 1]] in language.function_words.sending
        apart = at == 1 and (sent or word[-1].isdigit() or (word.isupper() and known))
        if run[at] in edges and (apart or text.headline[text.paragraphs[run[0]]]):
            yield run[first:at]
            first = at
    yield run[first:]


def behind_opening(text: Discourse, run: list[int], seen: EndsSeen, language: Language) -> list[int]:
    """A run without the word that only opens its sentence ("Though Lund", "According to Lund").

    What is left behind a little word is a person's, ends other names of the text too, as *seen* tells, or
    stands behind a small word. A word that its tag or ending tells can begin a name ("Xiaoming Lund"), so
    that only a first name or a fuller name elsewhere parts it from one ("Painting Lund" of Ada Lund), or
    a first name that stands alone elsewhere.
    """
    rest = run[1:]
    while rest and text.words[rest[0]].islower():
        rest = rest[1:]
    if not rest or not may_only_open(text, run[0], language):
        return run
    is_opener, is_parted = text.tags[run[0]] in OPENERS, rest[0] != run[1]
    if text.lower[run[0]] in language.conjunctions | language.function_words.prefacing:
        is_known = seen.times[run_words(text, rest)] > seen.times[run_words(text, run)]
        return rest if is_known or is_parted or is_person_throughout(text, rest) else run
    is_told = is_opener or ends_as_participle(text.lower[run[0]], language)
    is_named = is_fuller(text, rest, seen, language) or is_oftener(text, rest, run, seen, language)
    return rest if (is_opener and is_parted) or (is_told and is_named) else run


def is_oftener(text: Discourse, name: list[int], run: list[int], seen: EndsSeen, language: Language) -> bool:
    """Whether one name stands alone oftener than behind the word that opens *run*, and no verb is about it.

    So does "Ada" beside "Knowing Ada, I went"; of "Manning Ada went" it may be a surname. So may any name
    that is no known first name, but in a clause that the opening word has ("Hearing Lund laugh, I went").
    """
    known = language.first_names.keys() | language.hypocoristics.keys()
    is_free = text.lower[name[0]] in known and text.deps[name[0]] not in SUBJECTS
    is_given = len(name) == 1 and (is_free or is_of_bare_clause(text, name[0]))
    return is_given and seen.times[run_words(text, name)] > seen.times[run_words(text, run)]


def is_of_bare_clause(text: Discourse, index: int) -> bool:
    """Whether the noun at *index* is the subject of what is told behind another verb ("hear Ada sing")."""
    verb = text.heads[index]
    return text.deps[index] in SUBJECTS and text.deps[verb] in BARE_CLAUSES and text.tags[verb] in BARE_VERBS


def is_person_throughout(text: Discourse, name: list[int]) -> bool:
    """Whether a recogniser takes all words of a name for a person's."""
    return all(text.entities[index] == "PERSON" for index in name)


def is_fuller(text: Discourse, name: list[int], seen: EndsSeen, language: Language) -> bool:
    """Whether a name begins with a first name, or ends a fuller one elsewhere."""
    begins = len(name) > 1 and text.lower[name[0]] in language.first_names
    return begins or len(seen.fronts.get(run_words(text, name), ())) > 1


def behind_cue(text: Discourse, run: list[int], cues: Set[int]) -> list[int]:
    """A run without the verb of saying that opens its sentence in front of whoever speaks ("Said Lund").

    What a verb follows is a name ("Said Lund leads the party").
    """
    is_cue = len(run) > 1 and run[0] in cues and run[1] not in cues and opens_sentence(text, run[0])
    acts = text.tag_at(text.next_word(run[-1])) in FINITE_VERBS
    return run[1:] if is_cue and not acts else run


def may_only_open(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word with a capital opens its sentence, and is no title, first name, initial or label."""
    word = text.words[index]
    known = text.lower[index] in language.first_names or language.is_title(word)
    is_free = index not in text.labels and not text.headline[text.paragraphs[index]]
    return is_free and word[1:].islower() and not known and opens_sentence(text, index)


def ends_as_participle(word: str, language: Language) -> bool:
    """Whether a word ends as those do that say what somebody does."""
    ending = tuple(language.function_words.participle_ending)
    return len(word) >= SHORTEST_PARTICIPLE and word.endswith(ending)


def without_openers(
    text: Discourse, names: list[Mention], sources: Sequence[range], language: Language
) -> list[Mention]:
    """*names* without the common words that only the beginning of a sentence gives a capital.

    Those that the text writes small elsewhere are, and those that need no article ("Silence fell").
    """
    common = {word for word in text.words if word.islower()} | bare_nouns(text, names, sources, language)
    lone = {
        mention.first: text.lower[mention.first]
        for mention in names
        if mention.last == mention.first + 1
        and not is_handle(text, mention.first)
        and text.words[mention.first] not in text.initials
        and text.lower[mention.first] not in language.first_names
        and not language.is_title(text.words[mention.first])
    }
    inside = {word for first, word in lone.items() if not opens_sentence(text, first)}
    return [
        mention
        for mention in names
        if (word := lone.get(mention.first)) is None
        or word in inside
        or (word not in common and word.removesuffix("s") not in common)
    ]


@frozen(eq=False)
class WordsSeen:
    """How the words of a text are written.

    Attributes:
        common: Those that it writes small.
        inside: Those of names that do not open a sentence.
        alone: How often each run of them stands.
        first: Where the first of these stands outside headlines.
    """

    common: Set[str]
    inside: Set[str]
    alone: Counter[tuple[str, ...]]
    first: Mapping[tuple[str, ...], int]


def without_unknown_openings(
    text: Discourse, runs: Sequence[list[int]], language: Language
) -> list[list[int]]:
    """*runs* without the words that open a sentence in front of a name ("Hereupon Ada", "Thank Ada").

    The text has the name alone before that, and the word has no capital inside a sentence.
    """
    told = [run for run in runs if not text.headline[text.paragraphs[run[0]]]]
    seen = WordsSeen(
        {word for word in text.words if word.islower()},
        {text.lower[at] for run in runs for at in run if at != run[0] or not opens_sentence(text, at)},
        Counter(run_words(text, run) for run in runs),
        {run_words(text, run): run[0] for run in reversed(told)},
    )
    return [run[1:] if is_behind_unknown(text, run, seen, language) else run for run in runs]


def is_behind_unknown(text: Discourse, run: Sequence[int], seen: WordsSeen, language: Language) -> bool:
    """Whether the name of a run begins with its second word."""
    first, name = text.lower[run[0]], run_words(text, run[1:])
    known = first in seen.inside or first in language.first_names or language.is_title(first)
    if not name or known or text.words[run[0]] in text.initials or not opens_sentence(text, run[0]):
        return False
    is_told = seen.first.get(name, run[0]) < run[0]
    is_often = name[0] in language.first_names and seen.alone[name] >= OFTEN_ALONE
    return is_told and (first in seen.common or is_often)
