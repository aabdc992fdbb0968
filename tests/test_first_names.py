"""First names of other scripts, as they are written in English texts."""

from __future__ import annotations

import pytest

from tools.first_names import in_latin_letters


@pytest.mark.parametrize(
    ("name", "language", "latin"),
    [
        ("Оксана", "uk", "Oksana"),
        ("Юлия", "ru", "Yuliya"),
        ("Юлия", "bg", "Yulia"),
        ("Евгений", "ru", "Evgeny"),
        ("Семён", "ru", "Semyon"),
        ("Ѓорѓи", "mk", "Gjorgji"),
        ("Харалампи", "bg", "Haralampi"),
        ("Γιώργος", "el", "Giorgos"),
        ("Ευαγγελία", "el", "Evangelia"),
        ("თამარ", "ka", "Tamar"),
        ("Արամ", "hy", "Aram"),
        ("Léonard", "fr", "Léonard"),
    ],
)
def test_names_in_latin_letters(name: str, language: str, latin: str) -> None:
    """A name of another script is written as its language's names are; a Latin one stays."""
    assert in_latin_letters(name, language) == latin
