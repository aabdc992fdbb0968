"""People whose names the recogniser hardly knows are persons, and their short names theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotekit import Quote, Settings, Span
from quotekit.speakers import resolve_speakers

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = {
    "West African": (
        "Adaeze Okonkwo, Kwabena Osei-Tutu, Babajide Adeyemi, Aminata Diallo, Ousmane Sarr, Ngozi "
        "Eze, Kofi Boateng, Fatoumata Keïta, Chukwuemeka Nwosu, Abena Asantewaa, Moussa Traoré, "
        "Yetunde Bakare"
    ),
    "South Asian": (
        "Harpreet Gill, Lakshmi Venkataraman, Imran Siddiqui, Sunita Thapa, Rajesh Bhattacharya, "
        "Nimal Wickramasinghe, Farzana Hoque, Devendra Patil, Anjali Deshpande, Mohsin Qureshi, "
        "Thilini Perera, Suresh Adhikari"
    ),
    "East Asian": (
        "Kim/ Hae-jin, Nakagawa/ Yuto, Nguyen/ Thi Lan, Park/ Sung-ho, Zhang/ Weimin, Haruka "
        "Sakamoto, Tran/ Van Duc, Liu/ Yifei, Lee/ Jae-won, Chen/ Guangzhi, Kenji Morikawa, Ong/ "
        "Swee Lian"
    ),
    "Irish": (
        "Niamh Ní Bhriain, Pádraig Ó Conaill, Siobhán Mac Aodha, Caoimhe O’Dwyer, Ruairí de Búrca, "
        "Aoife Nic Gearailt, Tadhg McInerney, Gráinne Uí Fhloinn, Cormac Ó Faoláin, Éamonn "
        "Breathnach, Sadhbh Kinsella, Donnchadh Mac Giolla Bhuí"
    ),
    "Arabic": (
        "Khalid al-Mansouri, Layla Haddad, Yousef Abd al-Rahman, Huda el-Sayed, Omar bin Saleh, "
        "Nadia Benali, Tariq Abu Zayd, Maryam al-Otaibi, Bassam Shihabi, Samira Ould Ahmed, Faisal "
        "al-Harbi, Rania Qasim"
    ),
}
"""Twelve names of each kind; a stroke ends a family name that stands first."""


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "The clinic will shut on Friday, {} said. Patients know. {} added that the roof could fall in.",
        "Two boats are out of service, according to {}. It rained. {} said the timetable would change.",
    ],
)
def test_persons(kind: str, text: str, nlp: Language) -> None:
    """Everybody is a person who is called by a surname later."""
    wrong = [
        name for name in NAMES[kind].split(", ") if speakers(text, name, nlp) != {(plain(name), "PERSON")}
    ]
    assert wrong == []


def plain(name: str) -> str:
    """The name as a text has it."""
    return name.replace("/", "")


def speakers(text: str, name: str, nlp: Language) -> set[tuple[str, str]]:
    """Who speaks the two quotes of a text in which somebody is named in full and then by surname."""
    first, stroke, _ = name.partition("/")
    surname = first if stroke else name.partition(" ")[2]
    text = text.format(plain(name), surname)
    full = text.index(plain(name))
    short = text.index(surname, full + len(plain(name)))
    end = text.index(".", short)
    quotes = [
        Quote("indirect", (Span.of(text, 0, 20),), source=(Span.of(text, full, full + len(plain(name))),)),
        Quote(
            "indirect", (Span.of(text, end - 15, end),), source=(Span.of(text, short, short + len(surname)),)
        ),
    ]
    found = resolve_speakers(nlp(text), quotes, settings=Settings())
    return {(quote.speaker.name, quote.speaker.label) for quote in found if quote.speaker is not None}
