"""The document as the resolver reads it: words with their paragraph, sentence and quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from quotekit.language import Language, entity_names, language_of
from quotekit.language.name_heads import with_last_words_as_heads
from quotekit.parse.lemmas import lemma
from quotekit.records import MarkedSpan, Quote, Span
from quotekit.speakers.ground.mistaken_callings import APPOSITION, NOUN, callings_behind_names
from quotekit.speakers.ground.quoted_words import mark_quoted, without_sources
from quotekit.speakers.ground.scheme import ADJECTIVES, DETERMINERS, FINITE_VERBS, NOUNS, PLACES
from quotekit.speakers.ground.spelled_names import names_like, names_spelled
from quotekit.text.paragraphs import paragraphs
from quotekit.text.punctuation import CLOSERS, FULL_STOPS, STOP_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "DASH_LAYOUT",
    "SIGNING_LAYOUTS",
    "TELLING_LAYOUTS",
    "TURN_LAYOUT",
    "Discourse",
    "read_discourse",
    "span_of",
]

DASH_LAYOUT = "dash"
"""The rule of turns that a dash opens each."""

TURN_LAYOUT = "turn"
"""The layout whose quotes have a label for their source."""

SIGNING_LAYOUTS = frozenset({"signature", "saying"})
"""The layouts whose source signs what stands before it."""

LABEL_LAYOUTS = SIGNING_LAYOUTS | {TURN_LAYOUT, "reply", "name before", "post", "copied post"}
"""The layouts that set the source apart from what is said, so that it opens no sentence."""

TELLING_LAYOUTS = frozenset({"interview", "caption"})
"""The layouts that tell themselves who speaks: questions and answers without labels, and broadcasts."""


BELONGING = ADJECTIVES | DETERMINERS | NOUNS | {"HYPH", "POS", "PRP$"}
"""Tags of words that belong to the noun behind them."""

SMALL_VERB = 2
"""Letters of verbs that headlines write small ("is"), at most; chosen by hand."""


@frozen(eq=False)
class Discourse:
    """A parsed document as parallel lists, one item a token.

    Its labels are those of one scheme, see `quotekit.speakers.ground.scheme`.

    Attributes:
        text: The document's text.
        words: The tokens.
        lower: The tokens in lower case.
        lemmas: Their lemmas in lower case.
        tags: Their tags in the Penn Treebank.
        deps: Their relations in ClearNLP.
        heads: The index of the token that each depends on.
        starts: Their offsets.
        ends: The offsets behind them.
        entities: The label in OntoNotes of the named entity that each belongs to, or an empty string.
        entity_starts: The index of the first token of that entity, or -1.
        sentences: The number of each token's sentence.
        paragraphs: The number of each token's paragraph.
        quoted: Whether each stands inside quotation marks.
        headline: Whether each paragraph is written like a headline, most words capitalised.
        labels: The tokens of the labels that open turns or sign them, by each token of theirs.
        initials: The words that a bracket behind a name introduces as its first letters.
        spelled: The tokens of each name that such a bracket follows somewhere, by the first.
    """

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    entities: list[str]
    entity_starts: list[int]
    sentences: list[int]
    paragraphs: list[int]
    quoted: list[bool]
    headline: list[bool]
    initials: frozenset[str]
    labels: Mapping[int, range] = Factory(dict)
    spelled: Mapping[int, range] = Factory(dict)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def placed(self) -> frozenset[str]:
        """The words that are a place's name, or of one, somewhere."""
        return frozenset(
            word for word, label in zip(self.words, self.entities, strict=True) if label in PLACES
        )

    @cached_property
    def bare(self) -> frozenset[str]:
        """The words that stand somewhere with nothing in front that belongs to them."""
        tags = (self.tag_at(self.previous_word(index)) for index in range(len(self)))
        return frozenset(word for word, tag in zip(self.words, tags, strict=True) if tag not in BELONGING)

    def word_at(self, index: int) -> str:
        """The token at *index*, or an empty string where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def lower_at(self, index: int) -> str:
        """The token at *index* in lower case, or an empty string where there is none."""
        return self.lower[index] if 0 <= index < len(self.words) else ""

    def tag_at(self, index: int) -> str:
        """The tag of the token at *index*, or an empty string where there is none."""
        return self.tags[index] if 0 <= index < len(self.words) else ""

    def sentence_at(self, index: int) -> int:
        """The number of the sentence of the token at *index*, or -1 where there is none."""
        return self.sentences[index] if 0 <= index < len(self.words) else -1

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that the character at *offset* is in."""
        return self.paragraphs[self.token_at(offset)] if self.words else 0

    def token_at(self, offset: int) -> int:
        """The index of the token at *offset*, or of the last one that starts before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens between two offsets."""
        if end <= start or not self.words:
            return range(0)
        first = self.token_at(start)
        if self.ends[first] <= start:
            first += 1
        return range(first, max(first, self.token_at(end - 1) + 1))

    def is_space(self, index: int) -> bool:
        """Whether a token is mere white space."""
        return self.words[index].isspace()

    def adjoin(self, one: int, other: int) -> bool:
        """Whether nothing stands between two tokens."""
        return self.ends[one] == self.starts[other]

    def is_one_paragraph(self, one: int, other: int) -> bool:
        """Whether two tokens stand in the same paragraph; what is no token, outside of the text, does not."""
        inside = min(one, other) >= 0 and max(one, other) < len(self.words)
        return inside and self.paragraphs[one] == self.paragraphs[other]

    def is_in_title(self, index: int) -> bool:
        """Whether a token stands in a first paragraph that is a heading."""
        return self.paragraphs[index] == self.paragraphs[0] and self.is_in_heading(index)

    def is_in_heading(self, index: int) -> bool:
        """Whether a token stands in a paragraph above others that ends in no full stop, as bylines do too."""
        end = bisect_right(self.paragraphs, self.paragraphs[index])
        if end == len(self.words):
            return False
        last = self.previous_word(end)
        if self.words[last] in CLOSERS:
            last = self.previous_word(last)
        return self.word_at(last) not in STOP_TOKENS

    def ends_label(self, index: int) -> bool:
        """Whether a token is the last one of the label of a turn."""
        return index in self.labels and self.labels[index].stop == index + 1

    def next_word(self, index: int) -> int:
        """The index of the next token that is no white space, or the document's length."""
        index += 1
        while index < len(self.words) and self.words[index].isspace():
            index += 1
        return index

    def previous_word(self, index: int) -> int:
        """The index of the token before that is no white space, or -1."""
        index -= 1
        while index >= 0 and self.words[index].isspace():
            index -= 1
        return index


def read_discourse(doc: Doc, quotes: Sequence[Quote], marks: Sequence[MarkedSpan] = ()) -> Discourse:
    """The words of *doc*, with what *quotes* and *marks* say about its quotations."""
    tokens = list(doc)
    starts = [token.idx for token in tokens]
    entity_starts = [-1] * len(tokens)
    for entity in doc.ents:
        entity_starts[entity.start : entity.end] = [entity.start] * len(entity)
    text, known, entities = doc.text, language_of(doc.lang_), entity_names()
    numbers = number_paragraphs(text, starts)
    translation, tags = known.translation, known.translation.tags_of(tokens)
    callings = callings_behind_names(tokens, known)
    for index in callings:
        tags[index] = NOUN
    words = without_stops_of_sentences([token.text for token in tokens], tags, known)
    spelled = [*names_spelled(words)]
    relations, heads = with_last_words_as_heads(tokens, translation.relations_of(tokens, tags))
    return Discourse(
        text=text,
        words=words,
        lower=[word.lower() for word in words],
        lemmas=[
            token.lemma_.lower() if tag == "POS" else callings.get(token.i, (lemma(token), 0))[0]
            for token, tag in zip(tokens, tags, strict=True)
        ],
        tags=tags,
        deps=[APPOSITION if index in callings else relation for index, relation in enumerate(relations)],
        heads=[callings.get(index, ("", head))[1] for index, head in enumerate(heads)],
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        initials=frozenset(words[name.stop + 1] for name in spelled),
        spelled={name.start: name for name in names_like(words, spelled)},
        headline=find_headlines(words, numbers, tags),
        entities=[entities.get(label, label) for label in (token.ent_type_ for token in tokens)],
        entity_starts=entity_starts,
        sentences=list(accumulate(int(bool(token.is_sent_start)) for token in tokens)),
        paragraphs=numbers,
        quoted=without_sources(starts, mark_quoted(starts, quotes, marks), quotes),
        labels=labels_of_turns(starts, quotes),
    )


def without_stops_of_sentences(words: list[str], tags: list[str], language: Language) -> list[str]:
    """The words, of which an "I" behind a verb is without the stop that tokenizers take for an initial's.

    As in “It is,” said I. It is tagged as a pronoun, unless a name goes on behind it ("said I. K. Brandt").
    """
    for index in range(1, len(words)):
        word, stop = words[index][:-1], words[index][-1:]
        narrates = stop == "." and word in language.function_words.narrating
        following = words[index + 1] if index + 1 < len(words) else ""
        is_initial = following[:1].isupper() and following.lower() not in language.pronouns
        if narrates and tags[index - 1] in FINITE_VERBS and not is_initial:
            words[index], tags[index] = word, "PRP"
    return words


def labels_of_turns(starts: Sequence[int], quotes: Iterable[Quote]) -> Mapping[int, range]:
    """The tokens of the labels that open turns, by each token of theirs."""
    found: dict[int, range] = {}
    for quote in quotes:
        if quote.rule in LABEL_LAYOUTS and quote.source:
            edges = quote.source[0].start, quote.source[-1].end - 1
            first, last = (max(0, bisect_right(starts, edge) - 1) for edge in edges)
            found |= dict.fromkeys(range(first, last + 1), range(first, last + 1))
    return found


def span_of(text: Discourse, tokens: range) -> Span:
    """The characters of some tokens, at least one."""
    return Span.of(text.text, text.starts[tokens.start], text.ends[tokens.stop - 1])


def number_paragraphs(text: str, starts: Sequence[int]) -> list[int]:
    """The number of each token's paragraph; white space between two belongs to the earlier."""
    opens = [start for start, _ in paragraphs(text)]
    return [max(0, bisect_right(opens, start) - 1) for start in starts]


def find_headlines(words: Sequence[str], numbers: Sequence[int], tags: Sequence[str]) -> list[bool]:
    """Whether each paragraph has most of its longer words capitalised, and is one sentence.

    A sentence of little more than names has a small verb and a stop ("Ada Lund and Tom Reed sat there.").
    """
    capital: Counter[int] = Counter()
    total: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    told = {
        number
        for word, number, tag in zip(words, numbers, tags, strict=True)
        if tag in FINITE_VERBS and word.islower() and len(word) > SMALL_VERB
    }
    for word, number in zip(words, numbers, strict=True):
        ends[number] += word in FULL_STOPS
        if len(word) > 3 and word[0].isalpha():
            total[number] += 1
            capital[number] += word[0].isupper()
    count = numbers[-1] + 1 if numbers else 0
    return [
        2 < total[number] < 25
        and capital[number] >= 0.8 * total[number]
        and ends[number] < (1 if number in told else 2)
        for number in range(count)
    ]
