"""Complete the table of first names from Faker's lists (MIT licence), which has to be installed.

    python -m tools.first_names CORPUS.jsonl ... > first_names.tsv

What the table has stays. A name is added when lists of two languages have it, or one without rare names,
unless it is a word of another table, stands in ``not_first_names.txt`` (places, months), or is mostly no
first name in the corpora: written small there, behind a first name, or alone.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from importlib import import_module
from pathlib import Path

from quotekit.language import language_of

__all__ = ["main"]

TABLE = Path(__file__).parent.parent / "src" / "quotekit" / "language" / "en" / "first_names.tsv"
LEFT_OUT = Path(__file__).with_name("not_first_names.txt")

ROMANISATION = Path(__file__).with_name("romanisation.tsv")

LISTS = """
ar_DZ az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR
es_CA es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU hy_AM
id_ID ig_NG is_IS it_IT ka_GE lt_LT lv_LV mk_MK nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI
sv_SE sw tr_TR tw_GH uk_UA uz_UZ vi_VN yo_NG zu_ZA
"""
"""Faker's lists in letters that are Latin or have one way to be written in them."""

RARE = {"tr_TR", "de_DE", "id_ID", "is_IS", "lt_LT", "lv_LV", "sw", "vi_VN", "es_CL", "bg_BG", "az_AZ"}
"""Those that hold rare names too, so that a name needs a second language."""

CLEAR = 4
"""How many times as many lists have to give a name one gender as the other; chosen by hand."""

SEEN = 6
"""Times alone in the corpora from which on nobody is introduced by a name; chosen by hand."""

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]{2,}")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-žƏə]")
GREEK = "el"
"""The language whose accents names in Latin letters do not keep."""
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def listed_names() -> dict[str, str]:
    """The names of all lists with the gender that most of them give."""
    lists: dict[str, dict[str, set[str]]] = {"f": defaultdict(set), "m": defaultdict(set)}
    for code in LISTS.split():
        provider = import_module(f"faker.providers.person.{code}").Provider
        for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in getattr(provider, attribute, None) or ():
                if NAME.fullmatch(latin := in_latin_letters(name.strip(), code[:2])):
                    lists[gender][latin].add(code)
    names = lists["f"].keys() | lists["m"].keys()
    return {
        name: gender_of(len(lists["f"][name]), len(lists["m"][name]))
        for name in names
        if is_well_known(lists["f"][name] | lists["m"][name])
    }


@cache
def letters_of_language(language: str) -> Mapping[str, str]:
    """How the letters of a language are written in Latin ones, pairs before single ones."""
    lines = ROMANISATION.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    every, own = ({one: latin for of, one, latin in rows if of == which} for which in ("*", language))
    return {**own, **{one: latin for one, latin in every.items() if one not in own}}


def in_latin_letters(name: str, language: str) -> str:
    """A name as it is written in English texts; Greek letters lose their accents."""
    name = unicodedata.normalize("NFC", name)
    if LATIN.match(name):
        return name
    written = name.lower()
    if language == GREEK:
        apart = unicodedata.normalize("NFD", written)
        written = "".join(letter for letter in apart if not unicodedata.combining(letter))
    for letters, latin in letters_of_language(language).items():
        written = written.replace(letters, latin)
    return written.capitalize()


def is_well_known(codes: set[str]) -> bool:
    """Whether a plain list has a name, or lists of two languages."""
    return bool(codes - RARE) or len({code[:2] for code in codes}) > 1


def gender_of(women: int, men: int) -> str:
    """The gender that lists give a name: f, m, or - when they differ."""
    if women >= CLEAR * men:
        return "f"
    return "m" if men >= CLEAR * women else "-"


def doubtful_names(texts: Iterable[str], known: Set[str]) -> Iterator[str]:
    """The names that are mostly something else in *texts*."""
    counts = Counter[tuple[str, str]]()
    for text in texts:
        counts.update(uses_of_names(text, known))
    for name in known:
        first, alone = counts["first", name], counts["alone", name]
        lone = alone > SEEN and alone > 2 * first
        if counts["small", name] > 1 or counts["last", name] > first or lone:
            yield name


def uses_of_names(text: str, known: Set[str]) -> Iterator[tuple[str, str]]:
    """How each name stands in a text: small, first before another capital, last behind a name, or alone."""
    small = {name.lower(): name for name in known}
    words = list(WORD.finditer(text))
    for at, found in enumerate(words):
        word = found.group()
        if word in small:
            yield "small", small[word]
        if word not in known:
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        adjoins = following is not None and text[found.end() : following.start()] == " "
        if adjoins and following is not None and following.group()[0].isupper():
            yield "first", word
        else:
            yield "last" if at and words[at - 1].group() in known else "alone", word


def words_of_tables() -> set[str]:
    """The words that other tables give another meaning, casefolded."""
    words = language_of("en")
    tables: list[Iterable[str]] = [words.roles, words.organisations, words.titles, words.name_particles]
    tables += [words.capitalised_words, words.group_nouns, words.place_nouns, words.document_nouns]
    tables += [words.name_suffixes, words.label_nouns, words.heading_words, words.family_names]
    return {word.casefold() for table in tables for word in table}


def without_accents(name: str) -> str:
    """A name as it is written without accents."""
    apart = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def completed(rows: dict[str, str], names: Mapping[str, str], left_out: Set[str]) -> dict[str, str]:
    """The table's *rows* with the names that are not left out, in their spelling and without accents."""
    rows = dict(rows)
    taken = {name.casefold() for name in rows} | words_of_tables()
    for name, gender in sorted(names.items()):
        for spelling in (name, without_accents(name)):
            if left_out.isdisjoint({name, spelling}) and spelling.casefold() not in taken:
                rows[spelling] = gender
                taken.add(spelling.casefold())
    return rows


def main(paths: list[str]) -> int:
    """Print the table."""
    if not paths:
        print(__doc__)
        return 2
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#") or line == "name\tgender"]
    rows = dict(line.split("\t") for line in lines if line not in head)
    files = (Path(path).read_text(encoding="utf-8").splitlines() for path in paths)
    texts = (json.loads(line)["text"] for file in files for line in file)
    names = listed_names()
    left_out = {*LEFT_OUT.read_text(encoding="utf-8").split(), *doubtful_names(texts, set(names))}
    rows = completed(rows, names, left_out)
    print(*head, *(f"{name}\t{rows[name]}" for name in sorted(rows, key=str.casefold)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
