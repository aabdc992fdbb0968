"""Names in the text: runs of capitalised words, cut where titles and entities begin.

Named-entity labels are used where the pipeline gives them, and not needed: small models miss
many names, above all rare ones and those of novels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.names.personal_names import bare, parse_name, title_count
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["find_names"]

NAMED = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "PER", "MISC"}
)
NAME_WORD = re.compile(r"[^\W\d_a-zß-ÿ](?:[\w'’&]|\.(?!\.)|-(?!-))*")
OPENERS = frozenset({'"', "“", "‘", "``", "«", "—", "–", ":", "("})
POSSESSION = frozenset({"'", "’", "'s", "’s"})
NUMERAL = re.compile(r"[IVXLC]+\.?")


def find_names(text: Discourse, vocabulary: Vocabulary) -> list[Mention]:
    """All names of *text*, in its order."""
    runs: list[list[int]] = []
    index = 0
    while index < len(text):
        if not opens_name(text, index, vocabulary):
            index += 1
            continue
        run = name_run(text, index, vocabulary)
        index = run[-1] + 1
        runs.extend(cut_at_titles(text, run, vocabulary))
    known = Counter(key for run in runs if (key := full_key(text, run, vocabulary)))
    pieces = (piece for run in runs for piece in cut_known_name(text, run, known, vocabulary))
    mentions = [read_name(text, piece, vocabulary) for piece in pieces]
    return without_openers(text, [mention for mention in mentions if mention is not None], vocabulary)


def without_openers(text: Discourse, names: list[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """*names* without the common words that only the beginning of a sentence gives a capital."""
    common = {word for word in text.words if word.islower()}
    lone = {
        mention.first: text.lower[mention.first]
        for mention in names
        if mention.last == mention.first + 1
        and text.lower[mention.first] not in vocabulary.first_names
        and bare(text.words[mention.first]) not in vocabulary.titles
    }
    inside = {word for first, word in lone.items() if not opens_sentence(text, first)}
    return [
        mention
        for mention in names
        if (word := lone.get(mention.first)) is None
        or word in inside
        or (word not in common and word.removesuffix("s") not in common)
    ]


def opens_sentence(text: Discourse, index: int) -> bool:
    """Whether nothing but marks stands before a token in its sentence or its quotation."""
    before = text.previous_word(index)
    return before < 0 or text.sentences[before] != text.sentences[index] or text.words[before] in OPENERS


def full_key(text: Discourse, run: list[int], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words of a name outside headlines without its titles, or nothing when it is only one."""
    if text.headline[text.paragraphs[run[0]]]:
        return ()
    words = [text.words[index] for index in run]
    parts = tuple(text.lower[index] for index in run[title_count(words, vocabulary) :])
    return parts if len(parts) > 1 else ()


def cut_known_name(
    text: Discourse, run: list[int], known: Counter[tuple[str, ...]], vocabulary: Vocabulary
) -> Iterator[list[int]]:
    """A run, or the name at its beginning that the text also has elsewhere ("Ada Lund Wins Prize")."""
    words = [text.words[index] for index in run]
    skip = title_count(words, vocabulary)
    parts = tuple(text.lower[index] for index in run[skip:])
    headline = text.headline[text.paragraphs[run[0]]]
    for length in range(len(parts) - 1, 1, -1):
        times = known[parts[:length]]
        if times > known[parts] or (times and headline):
            yield run[: skip + length]
            if skip + length < len(run):
                yield run[skip + length :]
            return
    yield run


def opens_name(text: Discourse, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a name can begin at *index*."""
    if text.lower[index] in vocabulary.function["name article"]:
        return False
    return is_namelike(text, index, vocabulary) or is_hyphenated(text, index, vocabulary)


def is_hyphenated(text: Discourse, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word that is tagged as none of a name's is hyphenated with one that is."""
    hyphen, after = index + 1, index + 2
    return (
        after < len(text)
        and text.words[hyphen] == "-"
        and text.adjoin(index, hyphen)
        and text.adjoin(hyphen, after)
        and (text.entities[after] in {"PERSON", "PER", ""} or is_one_entity(text, index, after))
        and NAME_WORD.fullmatch(text.words[index]) is not None
        and text.lower[index] not in vocabulary.function["prefix"]
        and is_namelike(text, after, vocabulary)
        and not is_title_word(text, after, vocabulary)
    )


def is_one_entity(text: Discourse, one: int, other: int) -> bool:
    """Whether two tokens belong to the same named entity."""
    return text.entity_starts[one] >= 0 and text.entity_starts[one] == text.entity_starts[other]


def is_namelike(text: Discourse, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the token at *index* looks like a word of a name."""
    word = text.words[index]
    if (
        not NAME_WORD.fullmatch(word)
        or text.lower[index] in vocabulary.capitalised
        or NUMERAL.fullmatch(word)
    ):
        return False
    if text.tags[index].startswith("NNP") or text.tags[index] == "PROPN":
        return True
    if text.entities[index] in NAMED and text.tags[index] not in {"DT", "PRP", "PRP$", "IN", "WP", "CC"}:
        return True
    return bare(word) in vocabulary.titles and word[-1:] == "."


def name_run(text: Discourse, first: int, vocabulary: Vocabulary) -> list[int]:
    """The indices of the words of the longest run of name-like words from *first* on."""
    run = [first]
    while (
        more := continuation(text, run[-1], vocabulary) or possessed_body(text, run, vocabulary)
    ) is not None:
        run.extend(more)
    return run


def possessed_body(text: Discourse, run: list[int], vocabulary: Vocabulary) -> list[int] | None:
    """The mark of possession and the noun that go on with a name ("the Pilots' Guild"), if they do."""
    mark = text.next_word(run[-1])
    noun = text.next_word(mark)
    if (
        noun >= len(text)
        or text.words[mark] not in POSSESSION
        or text.paragraphs[noun] != text.paragraphs[run[0]]
    ):
        return None
    if text.lower[noun] not in vocabulary.organisations or not text.words[noun][0].isupper():
        return None
    before = text.previous_word(run[0])
    is_one = is_one_entity(text, run[-1], noun)
    is_common = text.words[run[-1]].endswith("s") and before >= 0 and text.lower[before] == "the"
    return [mark, noun] if is_one or is_common else None


def continuation(text: Discourse, last: int, vocabulary: Vocabulary) -> list[int] | None:
    """What goes on with the name whose word so far is *last*: a word, or a connector and a word."""
    index = text.next_word(last)
    if index >= len(text) or text.paragraphs[index] != text.paragraphs[last]:
        return None
    if is_namelike(text, index, vocabulary):
        return [index]
    between: list[int] = []
    while index < len(text) and len(between) < 3 and can_stand_inside(text, index, last, vocabulary):
        between.append(index)
        index = text.next_word(index)
    if between and index < len(text) and is_namelike(text, index, vocabulary):
        return [*between, index]
    return None


def can_stand_inside(text: Discourse, index: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the token at *index* can stand inside a name after the word *last*."""
    word = text.lower[index]
    if word == "-":
        return index + 1 < len(text) and text.adjoin(index - 1, index) and text.adjoin(index, index + 1)
    if word in vocabulary.particles:
        return True
    if word not in vocabulary.function["connector"]:
        return False
    same = text.entity_starts[index] >= 0 and text.entity_starts[index] == text.entity_starts[last]
    return (same and text.entities[index] != "PERSON") or (
        word == "of" and text.lower[last] in vocabulary.organisations
    )


def cut_at_titles(text: Discourse, run: list[int], vocabulary: Vocabulary) -> Iterator[list[int]]:
    """The names in a run: one begins at the last title inside it, or where an entity of a person does."""
    at = title_cut(text, run, vocabulary)
    if at == 0:
        at = entity_cut(text, run)
        while at > 0 and is_title_word(text, run[at - 1], vocabulary):
            at -= 1
    if at:
        yield run[:at]
    yield run[at:]


def title_cut(text: Discourse, run: list[int], vocabulary: Vocabulary) -> int:
    """Where in *run* the last title begins that a name follows."""
    titles = [
        at
        for at in range(1, len(run) - 1)
        if is_title_word(text, run[at], vocabulary) and title_can_follow(text, run[at + 1], vocabulary)
    ]
    first = titles[-1] if titles else 0
    while first > 0 and is_title_word(text, run[first - 1], vocabulary, alone=False):
        first -= 1
    return first


def title_can_follow(text: Discourse, after: int, vocabulary: Vocabulary) -> bool:
    """Whether the word behind a title can be the name it belongs to."""
    word = text.words[after]
    return (
        bare(word) not in vocabulary.suffixes
        and text.lower[after] not in vocabulary.function["connector"]
        and word != "-"
    )


def is_title_word(text: Discourse, index: int, vocabulary: Vocabulary, *, alone: bool = True) -> bool:
    """Whether the token at *index* is a title and no first name or initial; *alone*, no mere modifier."""
    word = bare(text.words[index])
    if word not in vocabulary.titles or text.lower[index] in vocabulary.first_names or len(word) == 1:
        return False
    return not alone or vocabulary.titles[word][1] not in {"modifier", "epithet"}


def entity_cut(text: Discourse, run: list[int]) -> int:
    """Where in *run* the entity of a person begins that ends it."""
    last = run[-1]
    start = text.entity_starts[last]
    if text.entities[last] not in {"PERSON", "PER"} or start <= run[0] or start not in run:
        return 0
    at = run.index(start)
    if text.entities[run[at - 1]] in {"PERSON", "PER"} or at == len(run) - 1:
        return 0
    return at if text.words[run[at - 1]] != "-" else 0


def read_name(text: Discourse, run: list[int], vocabulary: Vocabulary) -> Mention | None:
    """The mention that a run of words is, or None when it is only a title."""
    words = [text.words[index] for index in run]
    if len(run) == 1 and bare(words[0]) in vocabulary.titles:
        gender, kind = vocabulary.titles[bare(words[0])]
        if kind != "kin" or text.tags[run[0]] != "NNP" or has_determiner(text, run[0]):
            return None
    name = parse_name(words, vocabulary)
    if name is None:
        return None
    label = name_label(text, run, name.kind, vocabulary)
    if label != "PERSON":
        gender = "n" if label else "-"
        number = "-"
    else:
        gender, number = name.gender, "s"
    return Mention("name", run[0], run[-1] + 1, run[-1], label, gender, number, name)


def has_determiner(text: Discourse, index: int) -> bool:
    """Whether an article or a possessive stands before the token."""
    before = text.previous_word(index)
    return before >= 0 and text.tags[before] in {"DT", "PRP$", "POS", "JJ"}


def name_label(text: Discourse, run: list[int], kind: str, vocabulary: Vocabulary) -> str:
    """What a name is the name of; empty when nothing tells."""
    found = {"PER": "PERSON"}.get(text.entities[run[-1]], text.entities[run[-1]] or text.entities[run[0]])
    last = text.lower[run[-1]]
    if kind and last not in vocabulary.organisations:
        return "PERSON"
    if len(run) > 1 and (common := common_label(text, run, found, vocabulary)):
        return common
    if text.lower[run[0]] in vocabulary.first_names and (len(run) > 1 or found not in {"GPE", "LOC"}):
        return "PERSON"
    return found if found in NAMED else ""


def common_label(text: Discourse, run: list[int], found: str, vocabulary: Vocabulary) -> str:
    """What a common noun inside a name tells of its bearer ("Lund Bank", "Mill Road")."""
    last = text.lower[run[-1]]
    if last in vocabulary.places and found != "PERSON":
        return "FAC"
    if last in vocabulary.documents:
        return "DOCUMENT"
    if last in vocabulary.organisations:
        return vocabulary.organisations[last]
    return "ORG" if any(text.lower[index] in vocabulary.organisations for index in run) else ""
