"""Quotes as TEI, read back by lxml and by quotekit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from lxml import etree
from quoted_texts import EMPTY, NEWS, TEXT, quoted_texts

from quotekit.errors import CorpusError, ExtraMissingError, OffsetsError
from quotekit.export import tei
from quotekit.export.documents import QuotedText

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def as_read(document: QuotedText) -> QuotedText:
    """The document as TEI gives it back: all but the rules."""
    return evolve(document, quotes=tuple(evolve(quote, rule="tei") for quote in document.quotes))


def parsed(document: QuotedText) -> etree._Element:
    """The document's TEI, as lxml reads it."""
    return etree.fromstring("".join(tei.tei_pieces([document])).encode("utf-8"))


def test_round_trip(tmp_path: Path) -> None:
    """Texts and quotes are read back; a form feed, which XML lacks, is a stand-in."""
    path = tmp_path / "a.xml"
    tei.write([NEWS, EMPTY], path)
    text = TEXT.replace("\f", "\ufffd")
    assert tei.read(path) == [evolve(as_read(NEWS), text=text), EMPTY]


@given(document=quoted_texts(characters="ab “”<>&\r\n\"'é😀"))
def test_any_text(document: QuotedText, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever spans cross each other, and whatever characters there are, all is read back."""
    path = tmp_path_factory.mktemp("tei") / "a.xml"
    tei.write([document], path)
    assert tei.read(path) == [as_read(document)]


@given(document=quoted_texts())
def test_well_formed(document: QuotedText) -> None:
    """Every file is well-formed, holds each character once, and every pointer has a target."""
    root = parsed(document)
    [body] = root.iter(f"{TEI}ab")
    assert len("".join(body.itertext())) == len(document.text or "")
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    names = ("who", "corresp", "next", "prev", "ana")
    values = [element.get(name) or "" for element in root.iter() for name in names]
    pointers = [target for value in values for target in value.split()]
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(ids)


def test_said() -> None:
    """A quote of two spans is two ``<said>`` that point to each other and to their speaker."""
    root = parsed(NEWS)
    first, second = [said for said in root.iter(f"{TEI}said") if said.get(ID).startswith("d1q1.")]
    assert "".join(first.itertext()) == "“The bridge,”"
    assert "".join(second.itertext()) == "“is <not> safe & sound.”"
    assert first.get("next") == f"#{second.get(ID)}"
    assert second.get("prev") == f"#{first.get(ID)}"
    persons = {
        f"#{person.get(ID)}": person.findtext(f"{TEI}persName") for person in root.iter(f"{TEI}person")
    }
    assert persons[first.get("who")] == "Helen Brandt"


def test_same_person_is_listed_once() -> None:
    """A speaker of several quotes has one entry in the list."""
    names = [name.text for name in parsed(NEWS).iter(f"{TEI}persName")]
    assert names == ["Helen Brandt", "Omar Reyes"]


def test_quotes_of_another_text(tmp_path: Path) -> None:
    """Quotes that are not of the text are an error, and no file is left."""
    path = tmp_path / "a.xml"
    with pytest.raises(OffsetsError):
        tei.write([evolve(NEWS, text=TEXT[1:])], path)
    assert not path.exists()


BOMB = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>'
LOCAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize("content", [BOMB, LOCAL])
def test_entities(content: str, tmp_path: Path) -> None:
    """Entities are refused: they may swell up, or hold a file of the reader's."""
    path = tmp_path / "a.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.xml, line 1: it has a document type"):
        tei.read(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</said>", ""),
        ('direct="true"', 'direct="odd"'),
        ('who="#d1s1"', 'who="#nobody"'),
        ('cert="0.9"', 'cert="high"'),
        ("ab", "p"),
        ('.mention.1"', '.name.1"'),
    ],
)
def test_broken_file(old: str, new: str, tmp_path: Path) -> None:
    """A file that is no XML, or not of this form, is an error that names file and line."""
    path = tmp_path / "a.xml"
    content = "".join(tei.tei_pieces([NEWS])).replace(old, new)
    path.write_text(
        content.replace("</ab>", "</p>") if new == "<p" else content, encoding="utf-8", newline=""
    )
    with pytest.raises(CorpusError, match=r"a\.xml, line \d+: it is no"):
        tei.read(path)


def test_library_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where lxml is not installed, the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(ExtraMissingError, match=r"lxml is not installed.*quotekit-nlp\[tei\]"):
        tei.read(tmp_path / "a.xml")


def test_fields_of_a_text(tmp_path: Path) -> None:
    """What is known of a text stands in notes of its header, and is read back."""
    fields = {"outlet": "Port <Daily>", "a b": None, "pages": [1, 2], "empty": ""}
    document = evolve(as_read(NEWS), text=TEXT.replace("\f", "\ufffd"), fields=fields)
    tei.write([document], tmp_path / "a.xml")
    assert tei.read(tmp_path / "a.xml") == [document]
