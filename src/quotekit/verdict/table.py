"""What happens when two findings meet, one row for each relation that they can stand in.

Every decision between findings is a row of `TABLE`, asked in its order within its question; the other
modules of the room only bring together those that can meet, so that time stays linear, and carry out
what the row says.
"""

from __future__ import annotations

from typing import Final

from quotekit.verdict import containment, phrases, relations
from quotekit.verdict.row import Row

__all__ = ["TABLE"]

TABLE: Final[tuple[Row, ...]] = (
    Row(
        "two of the rules",
        "one cue",
        relations.have_one_cue,
        "joined",
        "One cue reports once. What the rule that is believed first found is kept; others add what "
        "overlaps it, such as the words before the marks in a mixed quotation, and a source it lacks.",
    ),
    Row(
        "two of the rules",
        "another cue",
        relations.always,
        "both stay",
        "Two cues are two reports, and what the layout sets apart needs no cue of its own.",
    ),
    Row(
        "around another",
        "relayed whole",
        containment.is_relayed,
        "second stays",
        "Whoever hands a quotation on is not its source (“No,” Ann said, according to the Herald).",
    ),
    Row("around another", "words of its own", relations.always, "both stay", "It reports more, or another."),
    Row(
        "layout's beside words",
        "named in words",
        relations.is_named_by,
        "joined",
        "Signs show where a block begins and ends (“>”), and words over it whose it is (“Ann put it so:”).",
    ),
    Row(
        "layout's beside words",
        "cue within the label",
        relations.has_cue_in_label,
        "joined",
        "A clause that leads up to a colon is no label: its subject speaks (“The union told us: “…””).",
    ),
    Row(
        "layout's beside words",
        "nothing to add",
        relations.always,
        "first stays",
        "The words have no other source for it.",
    ),
    Row(
        "rule's further quotation",
        "heard with another cue",
        relations.is_heard_with_other_cue,
        "parted",
        "A rule takes the next quotation for more of the same (“Is it locked?” she asked, and Bo, at the "
        "gate, called, “Twice!”); the network, which found a cue for each, was right in all of five.",
    ),
    Row("rule's further quotation", "heard with no other", relations.always, "whole", "They go on speaking."),
    Row(
        "network's cue and rules",
        "colon beside a report",
        relations.is_mark_beside_report,
        "without cue",
        "A colon behind an outlet's name reports nothing where words do it as well "
        "(“Herald: Talks have failed, the mayor said”).",
    ),
    Row(
        "network's cue and rules",
        "speaker of the next paragraph",
        relations.is_signed_by_next,
        "without cue",
        "Whom the next paragraph lets speak the network takes for a signature (“We sail.” ⏎ Ann said: “We "
        "do.”); a rule that finds them with a cue and words of their own knows better.",
    ),
    Row(
        "network's cue and rules",
        "cue of words",
        relations.always,
        "stays",
        "Words that the network takes for a cue are one, and so is a colon that stands alone.",
    ),
    Row(
        "network's further quotation",
        "cue of its own",
        relations.has_other_cue,
        "parted",
        "The network gives a quotation to the cue of the sentence before it or behind it (“Yes,” Ann said. "
        "“No,” came the reply from Bo.); a rule that finds a cue beside it knows better.",
    ),
    Row(
        "network's further quotation", "no cue of its own", relations.always, "whole", "They go on speaking."
    ),
    Row(
        "network and likest rule",
        "same cue, the rule reads on",
        relations.reads_on,
        "joined with content of second",
        "The network has no label for a report within a report, and stops where one begins. Where it is "
        "unsure, a rule's end is exact in 13 of 33 (`tools.right_by_rule`, all development parts); it also "
        "stops at the marks of a word in the middle of a clause (“that it would be “far below” its aims”).",
    ),
    Row(
        "network and likest rule",
        "same cue, what the marks are said of",
        relations.begins_at_cue,
        "joined with content of second",
        "“called the plan “a scandal”” tells of the plan: in the training part of PolNeAR annotators took "
        "the object in 123 times of 136; the network leaves it out half of the time.",
    ),
    Row(
        "network and likest rule",
        "same cue, a whole clause in front",
        relations.stops_at_cue,
        "joined with front of second",
        "Behind “The road was shut, Ann said on Monday,” the author goes on (“a day after the flood”) or she "
        "does (“because of a flood”): of 190 such sentences in the training part of PolNeAR "
        "annotators left that to the author in 147.",
    ),
    Row(
        "network and likest rule",
        "same content",
        relations.are_alike,
        "joined",
        "Found twice is one quote: the network says what is reported, and the rule lends the parts that "
        "it knows better (its row says which), the addressee and the whole quotations.",
    ),
    Row(
        "network and likest rule",
        "same cue, the rule's extent",
        relations.has_extent_of_rule,
        "joined",
        "Between two pauses the rule sees both halves of the sentence, of which the network often reads one.",
    ),
    Row(
        "network and likest rule",
        "same cue, more in front",
        relations.has_more_in_front,
        "joined",
        "What the network reads before a rule's words is most often a heading or another report's end.",
    ),
    Row(
        "network and likest rule",
        "same cue, a further quotation",
        relations.goes_on_behind_cue,
        "joined",
        "What a sentence quotes behind its cue goes on with what it quoted before (“Come in,” she said, "
        "going ahead; “the dog is kind.”); the network often reads the first alone.",
    ),
    Row(
        "network and likest rule",
        "marks alone in a report",
        relations.is_bare_part,
        "joined with content of second",
        "A fixed phrase tells whose marked words are that the network gives to nobody (“In the words of Ann, "
        "the show was “a mess””).",
    ),
    Row(
        "network and likest rule",
        "part of a fixed phrase",
        relations.has_cue_in_phrase,
        "joined with parties of second",
        "Of “in Ann's words, “a mess”” the network reads the noun alone; the phrase is the cue as a whole.",
    ),
    Row(
        "network and likest rule",
        "another content",
        relations.always,
        "both stay",
        "Nothing is decided yet: how they lie to each other is asked below.",
    ),
    Row(
        "network's beside the rules",
        "label of nobody",
        relations.is_headed_by_nobody,
        "falls",
        "The network takes any word before a colon for whoever speaks (“TOPIC: Should the dam go?”).",
    ),
    Row(
        "network's beside the rules",
        "title of a work",
        relations.is_title,
        "falls",
        "What “titled” or “dubbed” stands before is what something is called, and nothing that anybody says.",
    ),
    Row(
        "network's beside the rules",
        "less than even",
        relations.is_doubtful,
        "falls",
        "A false quote hurts more than a missed one; of what falls here four or five in ten are right.",
    ),
    Row(
        "network's beside the rules",
        "more than even",
        relations.always,
        "stays",
        "Whoever wants fewer and surer ones says so (`Settings.min_confidence`).",
    ),
    Row(
        "network's and a rule beside it",
        "edges of the layout",
        relations.is_set_apart,
        "both stay",
        "Items and blocks have edges that only the layout shows; who crosses them is asked below.",
    ),
    Row(
        "network's and a rule beside it",
        "report of a report",
        containment.is_report_of_other,
        "both stay",
        "The network reads one report at a time; rules see those around it and within it.",
    ),
    Row(
        "network's and a rule beside it",
        "apart",
        containment.lie_apart,
        "both stay",
        "They share no word, so the network has overlooked what the rule found.",
    ),
    Row(
        "network's and a rule beside it",
        "report that reads on to the relay's cue",
        containment.reads_past_relay,
        "second cut",
        "Of “Ann said it sank, according to Bo” Ann's words end where Bo's report of them does.",
    ),
    Row(
        "network's and a rule beside it",
        "another reading",
        relations.always,
        "first stays",
        "The same words read in two ways, of which the network's is right more often (docs/benchmarks.md).",
    ),
    Row(
        "rule's that the network lacks",
        "believed alone",
        relations.stands_alone,
        "stays",
        "Fixed phrases and layouts are right more often than not where the network is silent.",
    ),
    Row(
        "rule's that the network lacks",
        "inside what the network found",
        containment.is_reported_in_any,
        "stays",
        "The network reads one report at a time, so that reports within reports are the rules' to find.",
    ),
    Row(
        "rule's that the network lacks",
        "rest of what the network found",
        relations.is_rest_of_any,
        "stays",
        "The network heard these words reported and gave them to another cue, from which a rule parted them.",
    ),
    Row(
        "rule's that the network lacks",
        "seen by the rule alone",
        relations.always,
        "falls",
        "Of these about one in three is right: the network has read the same words and heard no report.",
    ),
    Row(
        "layout's and another's",
        "cue of the layout",
        relations.share_cue,
        "first stays",
        "One report: its layout shows its end.",
    ),
    Row(
        "layout's and another's",
        "label of the layout",
        relations.share_source,
        "first stays",
        "A label opens one turn: what others find with it for a source is the turn, or a part of it.",
    ),
    Row(
        "layout's and another's",
        "call of the layout's speaker",
        relations.is_call_of_turn,
        "first stays",
        "In chats a turn begins with whom it is for (“<bo> Ann: see there”), who says nothing of it.",
    ),
    Row(
        "layout's and another's",
        "inside or around the layout",
        containment.one_is_inside,
        "both stay",
        "Speakers of an interview report others, and what somebody reports may hold a list.",
    ),
    Row(
        "layout's and another's",
        "across the layout",
        relations.always,
        "first stays",
        "Edges that the layout shows are sure; a parse that reads across them has lost its way.",
    ),
    Row(
        "earlier and later",
        "inside",
        containment.second_is_inside,
        "both stay",
        "A report within a report, cue and all, or something in the gap that a cue leaves.",
    ),
    Row(
        "earlier and later",
        "crossing or repeated",
        relations.always,
        "first stays",
        "Nobody reports half of a report: the one that begins first is kept, of two that begin together "
        "the longer, and of two alike the one that was found first.",
    ),
    Row(
        "marks alone and quoted",
        "pull quote",
        phrases.is_pull_quote,
        "falls",
        "A paragraph of its own that repeats a quotation is a picture of it, not a second one.",
    ),
    Row(
        "marks alone and quoted",
        "utterance",
        relations.always,
        "stays",
        "What stands as sentences do, in marks that nothing else covers, was said by somebody.",
    ),
    Row(
        "signed and quoted",
        "signed repetition",
        phrases.is_said_elsewhere,
        "falls",
        "A pull quote: its words were quoted elsewhere with a verb, and would count twice.",
    ),
    Row(
        "signed and quoted",
        "signed words",
        relations.always,
        "stays",
        "A signature under words of its own is how they are quoted.",
    ),
    Row(
        "quote and quote inside",
        "words of another",
        containment.is_of_another,
        "both stay",
        "Somebody else than the source of the outer quote said it.",
    ),
    Row(
        "quote and quote inside",
        "own words",
        relations.always,
        "first stays",
        "What the quoted speaker thinks, or says of their own saying, is part of what they say.",
    ),
)
"""Every row, by question in the order of asking; of a question's rows the first that holds decides."""
