"""Whether somebody whom a text never names may bear the name that is asked about."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cached_property
from typing import Final

from attrs import frozen

from quotekit.language import Language
from quotekit.records import Speaker
from quotekit.speakers.ground.personal_names import Name, parse_name
from quotekit.verify.representatives import may_be_voice

__all__ = ["Nameless"]

_WORD: Final = re.compile(r"\w+")

_GENDERS: Final = {"he": "m", "she": "f"}


@frozen(slots=False)
class Nameless:
    """The people of a text who have no name in it.

    Attributes:
        text: The text.
        language: Its language.
    """

    text: str
    language: Language

    @cached_property
    def _known(self) -> Set[str]:
        """The words with a capital letter of which the names in the text consist, in any case."""
        return {word.casefold() for word in _WORD.findall(self.text) if word[:1].isupper()}

    def may_bear(self, asked: str, speaker: Speaker) -> bool:
        """Whether *speaker* is one person without a name, and what is *asked* a person's name.

        It is no name of which the text has a part: whoever bears that is somebody else in it.
        """
        described = _WORD.findall(speaker.name.casefold())
        if not self._is_nameless(speaker) or not self._is_one_person(described):
            return False
        name = self._name_of_person(asked)
        if name is None or {name.gender, self._gender(described, speaker)} >= {"m", "f"}:
            return False
        return self._known.isdisjoint(word for part in name.parts for word in _WORD.findall(part))

    def may_speak_for(self, asked: str, speaker: Speaker) -> bool:
        """Whether *speaker* has no name and may be the voice of the body that is *asked* about."""
        return self._is_nameless(speaker) and may_be_voice(speaker.name, asked, self.language)

    def _is_nameless(self, speaker: Speaker) -> bool:
        unnamed = speaker.how == "unnamed" or self._is_description(speaker.name)
        return unnamed and speaker.label == "PERSON"

    def _is_description(self, name: str) -> bool:
        opening = name.split(maxsplit=1)[0]
        return opening[0].islower() or opening.casefold() in self.language.function_words.article

    def _is_one_person(self, described: list[str]) -> bool:
        """Whether the words before the first "of" tell in the singular what one person is ("the mayor")."""
        language = self.language
        known = language.roles.keys() | language.titles.keys() | language.either_roles
        return not known.isdisjoint(self._head_of(described))

    def _gender(self, described: list[str], speaker: Speaker) -> str:
        told = (self.language.roles.get(word, "-") for word in self._head_of(described))
        by_noun = next((gender for gender in told if gender != "-"), "-")
        return _GENDERS.get(speaker.pronoun or "", by_noun)

    def _head_of(self, described: list[str]) -> list[str]:
        links = self.language.function_words.link
        end = next((at for at, word in enumerate(described) if word in links), len(described))
        return described[:end]

    def _name_of_person(self, asked: str) -> Name | None:
        """The person's name in what is asked, without what they are; None where a body is asked about."""
        language = self.language
        front, _, behind = asked.partition(",")
        words = (front if behind.strip()[:1].islower() else asked).replace(",", " ").split()
        if not words or words[0].casefold() in language.function_words.article:
            return None
        name = parse_name([word for word in words if not self._is_role(word)], language)
        if name is None or not any(word[:1].isupper() or word in language.first_names for word in words):
            return None
        return None if self._is_of_body(name, words) else name

    def _is_role(self, word: str) -> bool:
        lower, language = word.casefold(), self.language
        return lower in language.roles and lower not in language.first_names and not language.is_title(word)

    def _is_of_body(self, name: Name, words: list[str]) -> bool:
        """Whether words name a body: one that is known, an abbreviation, or one by the noun for such."""
        language, whole = self.language, " ".join(name.parts)
        if whole in language.known_bodies or (len(words) == 1 and len(words[0]) > 1 and words[0].isupper()):
            return True
        nouns = language.organisations.keys() | language.trade_words.keys() | language.group_nouns
        given = name.kind or name.first in language.first_names
        return not given and not nouns.isdisjoint(name.parts)
