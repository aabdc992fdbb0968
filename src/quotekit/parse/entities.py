"""Named entities as spaCy's recogniser finds them, in half of its time.

The recogniser goes through a text token by token and asks a network at each what to do: begin an entity, go
on with it, end it, or leave the token out. Outside of an entity the answer depends on the token alone, and
is worked out for all tokens at once here; only inside of entities it is asked for step by step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["find_entities", "greedy_recogniser"]

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

TOKEN, FIRST, BEFORE = range(3)
"""What the network is told of: the token, the first one of the entity that is open, and the one before it."""

NEVER: Final = np.float32(-1e30)
"""The score of an action that is not allowed."""


def greedy_recogniser(nlp: Language) -> Any:
    """The last component of *nlp*, if it is spaCy's recogniser with a network as spaCy trains it, or None."""
    from spacy.pipeline import EntityRecognizer  # noqa: PLC0415 - slow to import, loads when needed

    found: Any = nlp.pipeline[-1][1] if nlp.pipeline else None
    if type(found) is not EntityRecognizer or found.cfg["beam_width"] != 1:
        return None
    model = found.model
    known = model.ops.xp is np and model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
    return found if known and model.get_ref("lower").maybe_get_dim("nF") == BEFORE + 1 else None


def find_entities(doc: Doc, recogniser: Any) -> Doc:
    """*doc* itself, with the entities that *recogniser* finds in it; those that it has already are kept."""
    from spacy.tokens import Span  # noqa: PLC0415 - spaCy is slow to import and loads when needed

    if not len(doc) or doc.to_array(["ENT_IOB"]).any():
        marked: Doc = recogniser(doc)
        return marked
    found = entities_in(doc, recogniser)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found], default="outside")
    return doc


def entities_in(doc: Doc, recogniser: Any) -> list[tuple[int, int, str]]:
    """First token, the token behind the last, and label of each entity in *doc*, in order."""
    actions, scores = Actions.of(recogniser), ActionScores.of(doc, recogniser.model)
    last, blank = last_of_sentences(doc), doc.to_array(["IS_SPACE"]) > 0
    chosen = actions.allowed(scores.outside(), last, blank).argmax(1)
    found: list[tuple[int, int, str]] = []
    for start in np.flatnonzero(chosen != actions.out).tolist():
        if not found or start >= found[-1][1]:
            begins, label = actions.named[chosen[start]]
            end = end_of(start, scores, last, actions.within[label]) if begins == "B" else start + 1
            found.append((start, end, label))
    return found


def end_of(first: int, scores: ActionScores, last: Bools, ways: tuple[int, int]) -> int:
    """The token behind the last of the entity that begins at *first*; *ways* are to go on and to end."""
    on, off = ways
    for token in range(first + 1, len(last)):
        said = scores.inside(first, token)
        if last[token] or said[off] > said[on]:
            return token + 1
    return len(last)


def last_of_sentences(doc: Doc) -> Bools:
    """For each token of *doc* whether it ends its sentence, over whose end no entity goes."""
    begins = doc.to_array(["SENT_START"]) == 1
    return np.append(begins[1:], True)


@frozen(eq=False)
class Actions:
    """What a recogniser can do at a token, by the numbers that it has for it.

    Attributes:
        named: What each is called: ``B`` (begin), ``I`` (go on), ``L`` (end), ``U`` (a token alone) or
            ``O`` (leave out), and the label of the entity.
        within: How to go on with and to end an entity of each label.
        out: To leave the token out.
    """

    named: tuple[tuple[str, str], ...]
    within: dict[str, tuple[int, int]]
    out: int

    @classmethod
    def of(cls, recogniser: Any) -> Actions:
        """The actions of *recogniser*."""
        moves = recogniser.moves
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        named = tuple((name[0], name[2:]) for name in names)
        place = {action: number for number, action in enumerate(named)}
        labels = [label for kind, label in named if kind == "B"]
        within = {label: (place["I", label], place["L", label]) for label in labels}
        return cls(named, within, place["O", ""])

    def allowed(self, scores: Floats, last: Bools, blank: Bools) -> Floats:
        """*scores* (tokens, actions) of tokens outside of entities, without what is not allowed there.

        An entity of several tokens begins at none that ends its sentence, and none begins at a blank.
        """
        kinds = np.array([kind if label or kind == "O" else "" for kind, label in self.named])
        barred = ~np.isin(kinds, ("B", "U", "O"))[None, :]
        barred = barred | (last[:, None] & (kinds == "B")) | (blank[:, None] & np.isin(kinds, ("B", "U")))
        return np.where(barred, NEVER, scores)


@frozen(eq=False)
class ActionScores:
    """The network's scores of actions.

    Attributes:
        parts: What each token adds to the hidden layer in each place (tokens, places, units, pieces).
        missing: What is added where no entity is open (places, units, pieces).
        bias: What is always added (units, pieces).
        out: The weights and the biases of the actions.
    """

    parts: Floats
    missing: Floats
    bias: Floats
    out: tuple[Floats, Floats]

    @classmethod
    def of(cls, doc: Doc, model: Any) -> ActionScores:
        """Those of the network *model* for the tokens of *doc*."""
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        added = lower.predict(model.get_ref("tok2vec").predict([doc]))
        return cls(added[1:], added[0], lower.get_param("b"), (upper.get_param("W"), upper.get_param("b")))

    def outside(self) -> Floats:
        """The scores (tokens, actions) of each token where no entity is open."""
        return self._scored(self.parts[:, TOKEN] + self.missing[FIRST] + self.missing[BEFORE])

    def inside(self, first: int, token: int) -> Floats:
        """The scores of *token* where the entity that begins at *first* is open."""
        return self._scored(
            self.parts[token, TOKEN] + self.parts[first, FIRST] + self.parts[token - 1, BEFORE]
        )

    def _scored(self, added: Floats) -> Floats:
        weights, biases = self.out
        scores: Floats = (added + self.bias).max(-1) @ weights.T + biases
        return scores
