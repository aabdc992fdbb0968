"""The rules over the parse, one row each."""

from __future__ import annotations

from functools import partial
from typing import Final

from quotekit.finders.finding import Rule
from quotekit.finders.rules.clauses.adverbs import evidential_adverbs, set_off_adverbs
from quotekit.finders.rules.clauses.citations import cited_clauses, cited_quotations
from quotekit.finders.rules.clauses.clefts import cleft_reports
from quotekit.finders.rules.clauses.conjunctions import clauses_by_conjunction
from quotekit.finders.rules.clauses.deeds import told_deeds
from quotekit.finders.rules.clauses.hearers import clauses_behind_hearers
from quotekit.finders.rules.clauses.infinitives import stated_infinitives
from quotekit.finders.rules.clauses.nouns import announced_marks, nominal_reports
from quotekit.finders.rules.clauses.prepositions import possessive_cues, possessive_words, prepositional_cues
from quotekit.finders.rules.clauses.reported import reported_clauses
from quotekit.finders.rules.insertions.inversions import inverted_reports
from quotekit.finders.rules.insertions.set_in import appended_reports, inserted_reports
from quotekit.finders.rules.marks.answers import answers_of_one_word, replies_behind_marks
from quotekit.finders.rules.marks.attitudes import quotations_of_attitude
from quotekit.finders.rules.marks.beside import announced_quotations, quoted_words, whole_quotations
from quotekit.finders.rules.marks.grounds import governed_words
from quotekit.finders.rules.marks.likenings import likened_words
from quotekit.finders.rules.marks.names_before import reports_behind_names
from quotekit.finders.rules.marks.stylings import called_words, styled_words
from quotekit.finders.rules.paragraphs.announced import announced_blocks, announced_items, stated_paragraphs
from quotekit.finders.rules.paragraphs.looking_back import reports_of_sentence_before
from quotekit.finders.rules.paragraphs.senders import sent_quotations
from quotekit.finders.rules.parsed_page import ParsedPage

__all__ = ["COUNTED", "RULES", "ParseRule"]

ParseRule = Rule[ParsedPage]
"""A rule that reads the parse."""

COUNTED: Final = "training part of PolNeAR (Newell et al. 2018): overlap of half, outside other quotes"

parse_rule: partial[ParseRule] = partial(Rule[ParsedPage], finder="rules")

RULES: Final[tuple[ParseRule, ...]] = (
    parse_rule(
        "item of a list",
        find=announced_items,
        precision=0.9,
        counted="a guess: PolNeAR annotates lists in another way",
        reason="The layout shows where items begin and end; no rule over sentences reads across lines.",
    ),
    parse_rule(
        "block behind a colon",
        find=announced_blocks,
        precision=0.9,
        counted="a guess: PolNeAR annotates blocks in another way",
        reason="As lists do: paragraphs that are set apart have edges that no parse gives.",
    ),
    parse_rule(
        "quotation that is put so",
        find=stated_paragraphs,
        precision=0.9,
        counted="a guess: PolNeAR has next to no paragraphs that are one quotation",
        reason="Beside blocks: the quotation is a paragraph too, but no colon announces it.",
    ),
    parse_rule(
        "verb before its subject",
        find=inverted_reports,
        precision=0.9,
        counted="a guess: PolNeAR is English, where next to no verb stands so",
        reason="The order of verb and subject shows a report whatever the parse makes of it, marks or none.",
    ),
    parse_rule(
        "sender over quotation",
        find=sent_quotations,
        precision=0.9,
        counted="a guess: PolNeAR has next to no messages",
        reason="As blocks do; a quotation with a cue of its own keeps that one.",
    ),
    parse_rule(
        "sentence before",
        find=reports_of_sentence_before,
        precision=0.9,
        counted="a guess: PolNeAR has next to none",
        reason="Its content stands in another sentence than its cue, where no rule below looks for it.",
        lends=("content", "cue", "source"),
    ),
    parse_rule(
        "reply behind quotation",
        find=replies_behind_marks,
        precision=0.9,
        counted="a guess: fiction has them, and PolNeAR next to none",
        reason="Before verbs: “came” and “was” are no cues without the noun behind them.",
        lends=("content", "cue", "source"),
    ),
    parse_rule(
        "likened words",
        find=likened_words,
        precision=0.9,
        counted="a guess: talk has them, and PolNeAR some twenty",
        reason="As replies do: the verb is no cue without the marks behind it.",
        lends=("content", "cue"),
        knows_extent=True,
    ),
    parse_rule(
        "what somebody calls it",
        find=called_words,
        precision=0.96,
        counted=COUNTED,
        reason="Before words beside other cues: marks with a verb that says what something is are sure.",
        lends=("content",),
    ),
    parse_rule(
        "what somebody says it is",
        find=styled_words,
        precision=0.93,
        counted=COUNTED,
        reason="Beside what it is called; whether the words before “as” belong to it the network knows best.",
    ),
    parse_rule(
        "words that a verb governs",
        find=governed_words,
        precision=0.95,
        counted=COUNTED,
        reason="Beside what somebody says it is; believed alone, as verb, preposition and marks say all.",
    ),
    parse_rule(
        "answer of one word",
        find=answers_of_one_word,
        precision=0.9,
        counted="a guess: PolNeAR has half a dozen",
        reason="Before all that reads clauses, since an answer is none.",
        lends=("content", "cue"),
    ),
    parse_rule(
        "quotation behind colon",
        find=announced_quotations,
        precision=0.95,
        counted=COUNTED,
        reason="Before quotations beside other cues: a verb, a colon and marks are believed alone.",
        lends=("content", "cue"),
    ),
    parse_rule(
        "quotation beside cue",
        find=whole_quotations,
        precision=0.95,
        counted=COUNTED,
        reason="Of the rules for one cue, what stands in quotation marks is believed first.",
        lends=("content", "cue"),
        stands_alone=False,
    ),
    parse_rule(
        "words in marks beside cue",
        find=quoted_words,
        precision=0.64,
        counted=COUNTED,
        reason="Behind whole quotations; a clause adds the words around the marks to it.",
        lends=("content",),
        stands_alone=False,
    ),
    parse_rule(
        "attitude before colon",
        find=quotations_of_attitude,
        precision=0.9,
        counted="a guess: PolNeAR has three",
        reason="Behind quotations beside a verb of reporting, which is the cue where there is one.",
        lends=("cue", "source"),
    ),
    parse_rule(
        "noun before quotation",
        find=announced_marks,
        precision=0.92,
        counted=COUNTED,
        reason="Behind verbs: where a verb reports the same words, the noun is its object.",
        stands_alone=False,
    ),
    parse_rule(
        "inserted report",
        find=inserted_reports,
        precision=0.9,
        counted=COUNTED,
        reason="Before clauses: between two pauses the parse often loses its way.",
        lends=("content", "cue"),
        knows_extent=True,
        stands_alone=False,
    ),
    parse_rule(
        "report behind a clause",
        find=appended_reports,
        precision=0.9,
        counted="a guess, that of inserted reports, from which it was parted",
        reason="Beside inserted reports; how much behind it is the author's the network knows better.",
        lends=("content", "cue"),
        knows_extent=True,
        knows_front=True,
        stands_alone=False,
    ),
    parse_rule(
        "cleft report",
        find=cleft_reports,
        precision=0.9,
        counted="a guess: PolNeAR has some fifteen",
        reason="Before clauses: the verb's own object, “what”, holds nothing that was said.",
        lends=("content", "cue", "source"),
    ),
    parse_rule(
        "cited clause",
        find=cited_clauses,
        precision=0.9,
        counted="a guess: essays have them, and PolNeAR next to none",
        reason="A reported clause with a citation, which is believed alone: whoever cites reports.",
        lends=("content",),
    ),
    parse_rule(
        "clause behind hearer",
        find=clauses_behind_hearers,
        precision=0.78,
        counted="a guess, the share of reported clauses",
        reason="Before clauses of the parse, which takes whoever hears for a part of the clause.",
        lends=("content",),
    ),
    parse_rule(
        "deed that is told",
        find=told_deeds,
        precision=0.9,
        counted=COUNTED,
        reason="Before clauses, which read the verb's object alone; believed alone, as the verb says all.",
        lends=("content",),
    ),
    parse_rule(
        "reported clause",
        find=reported_clauses,
        precision=0.78,
        counted=COUNTED,
        reason="By the parse alone, which is less sure than marks and pauses.",
        stands_alone=False,
    ),
    parse_rule(
        "clause behind conjunction",
        find=clauses_by_conjunction,
        precision=0.78,
        counted="a guess, the share of reported clauses: PolNeAR has some forty",
        reason="Behind clauses of the parse, which knows more where it sees the verb.",
        stands_alone=False,
    ),
    parse_rule(
        "infinitive of a statement",
        find=stated_infinitives,
        precision=0.9,
        counted="a guess: PolNeAR is English, where no infinitive stands so",
        reason="Beside clauses by conjunction: no clause stands behind its cues but an infinitive.",
        lends=("content",),
    ),
    parse_rule(
        "citation behind quotation",
        find=cited_quotations,
        precision=0.9,
        counted="a guess: essays and papers have them, and PolNeAR next to none",
        reason="Behind all cues of words: a citation says whose a quotation is where nothing else does.",
    ),
    parse_rule(
        "name before its words",
        find=reports_behind_names,
        precision=0.9,
        counted="a guess: PolNeAR has few such labels, and its parser loses next to no verbs",
        reason="Behind all that reads the parse, which knows more where it sees a verb.",
        lends=("cue", "source"),
    ),
    parse_rule(
        "cue phrase",
        find=prepositional_cues,
        precision=0.81,
        counted=COUNTED,
        reason="Its cues are no verbs, so that it meets no rule above; all its parts are fixed words.",
        lends=("content", "cue", "source"),
    ),
    parse_rule(
        "words of somebody",
        find=possessive_words,
        precision=0.81,
        counted="a guess: that of the cue phrases; it was not counted apart from possessive phrases",
        reason="A cue phrase in two parts, with a noun for what is uttered.",
        lends=("content", "cue", "source"),
    ),
    parse_rule(
        "possessive phrase",
        find=possessive_cues,
        precision=0.81,
        counted=COUNTED,
        reason="Behind the words of somebody: what stands so in somebody's eyes may be their thought.",
        lends=("content", "cue", "source"),
        stands_alone=False,
    ),
    parse_rule(
        "reporting noun",
        find=nominal_reports,
        precision=0.74,
        counted=COUNTED,
        reason="Behind all verbs: a noun in a verb's object reports the less of the two.",
        stands_alone=False,
    ),
    parse_rule(
        "adverb set off",
        find=set_off_adverbs,
        precision=0.6,
        counted="a guess: too rare in corpora to be counted",
        reason="Behind all that names somebody; between pauses the adverb is sure to speak of its clause.",
    ),
    parse_rule(
        "evidential adverb",
        find=evidential_adverbs,
        precision=0.39,
        counted=COUNTED,
        reason="Last: it names nobody, and most of its clauses are the writer's own.",
        stands_alone=False,
    ),
)
"""Every rule, in the order in which they are believed: of two with one cue, the first one's source stands."""
