"""How sure a speaker is: signs of what decided, weighed into a probability."""

from __future__ import annotations

import json

import pytest
from handmade import parsed, quoted, worked

from quotekit.records import Settings
from quotekit.speakers.confidence import CONFIDENCE_WEIGHTS, signs_of_speaker
from quotekit.speakers.resolution import resolve_speakers
from quotekit.speakers.speaker_records import SpeakerRecords

SAID = "{who} {tag} {who} nsubj 4\nsaid VBD say ROOT 4\n. . ."
QUOTE = "“ `` “\nYes UH yes\n” '' ”"
NAMED = f"{QUOTE}\n{SAID.format(who='Ada', tag='NNP')}"
AGAIN = "\n".join(["“ `` “", "No UH no", "” '' ”", "she PRP she nsubj 10", "said VBD say ROOT 10", ". . ."])
PERSON = [(3, 4, "PERSON")]


def test_it_is_a_probability() -> None:
    """Each speaker has a confidence between 0 and 1, a name a higher one than a pronoun."""
    doc = parsed(f"{NAMED}\n{AGAIN}", PERSON)
    quotes = [quoted(doc, (0, 3), (3, 4)), quoted(doc, (6, 9), (9, 10))]
    named, meant = (quote.speaker for quote in resolve_speakers(doc, quotes, settings=Settings()))
    assert named is not None
    assert meant is not None
    assert (named.rule, meant.rule) == ("name", "pronoun")
    assert 0 < meant.confidence < 1
    assert 0 < named.confidence < 1


def test_signs() -> None:
    """The signs name the rule, how the source names its speaker, and whether anybody else could be meant."""
    doc = parsed(f"{NAMED}\n{AGAIN}", PERSON)
    work = worked(doc, quoted(doc, (0, 3), (3, 4)), quoted(doc, (6, 9), (9, 10)))
    speaker = SpeakerRecords(work).speaker_of(1)
    assert speaker is not None
    signs = signs_of_speaker(work, 1, speaker)
    assert {sign for sign, value in signs.items() if value} >= {"rule pronoun", "how pronoun", "alone"}
    assert signs["several speakers"] == 0


@pytest.mark.parametrize("sign", ["always", "how name", "how pronoun", "rule dialogue", "lead"])
def test_weights(sign: str) -> None:
    """The weights that come with the package know the signs that tell most."""
    assert sign in json.loads(CONFIDENCE_WEIGHTS.read_bytes())
