"""Texts from files of every form."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from quotekit.errors import ExtraMissingError, SettingsError
from quotekit.files import (
    FORMS,
    FileText,
    ReadingChoices,
    UnreadableText,
    find_files,
    form_by_ending,
    read_files,
)
from quotekit.files.decoding import checked_encoding
from quotekit.files.finding import missing_files

SAID = "“We leave on Monday,” said Ann Lee."
PAGE = f"""<html><head><title>Leaving</title><meta name="author" content="Bo Ray"></head>
<body><nav>Home | News</nav><article><h1>Leaving</h1>
<p>{SAID} The ferry was full, and nobody knew why it was so late that evening in the harbour.</p>
<p>Bob Ray replied that nobody would come, and that the harbour would stay closed until spring.</p>
</article><footer>Imprint</footer></body></html>"""
SUBTITLES = (
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>We leave</i>\r\non Monday.\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,000\r\nNo.\r\n"
)
VOICES = "WEBVTT\n\nNOTE a remark\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We leave on Monday.\n"


def write(path: Path, data: bytes | str) -> str:
    """A file with *data*, in folders that are made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return str(path)


def texts_of(path: str, form: str = "auto", **choices: str) -> list[FileText | UnreadableText]:
    """What is read from one file."""
    return list(read_files([path], form, ReadingChoices(**choices)))


def test_forms_are_told_apart() -> None:
    """No two forms have a name or an ending in common, and each is found by its endings, compressed too."""
    endings = [ending for form in FORMS for ending in form.endings]
    assert len(set(endings)) == len(endings)
    assert len({form.name for form in FORMS}) == len(FORMS)
    for form in FORMS:
        for ending in form.endings:
            assert form_by_ending(f"A{ending.upper()}") is form
            assert form_by_ending(f"a{ending}.gz") is form


def test_line_ends_stay(tmp_path: Path) -> None:
    """Every character of a text is kept, so that offsets hold in the file."""
    path = write(tmp_path / "a.txt", "a\r\nb\rc\u2028\n")
    assert texts_of(path) == [FileText(path, "a\r\nb\rc\u2028\n")]


def test_no_ending_is_a_text(tmp_path: Path) -> None:
    """A file whose name has no ending is read as a text, as standard input is."""
    path = write(tmp_path / "article", SAID)
    assert texts_of(path) == [FileText(path, SAID)]


def test_compressed(tmp_path: Path) -> None:
    """A compressed file is read as what it holds; a broken one is named."""
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(json.dumps({"id": 1, "text": SAID}).encode()))
    assert texts_of(path) == [FileText("1", SAID)]
    broken = write(tmp_path / "b.txt.gz", gzip.compress(SAID.encode())[:-20])
    [text] = texts_of(broken)
    assert isinstance(text, UnreadableText)
    assert text.id == broken


@pytest.mark.parametrize("name", ["a.png", "a.xlsx", "a.docm", "archive.tar.gz"])
def test_what_is_not_understood(name: str, tmp_path: Path) -> None:
    """A file of an unknown ending is never read as prose; the message says what can be done."""
    [text] = texts_of(write(tmp_path / name, SAID))
    assert isinstance(text, UnreadableText)
    assert text.reason.startswith("files like this are not understood; name the form: text, jsonl")
    assert text.choice == "form"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x1f\x8b..."])
def test_what_is_no_text_whatever_it_is_called(data: bytes, tmp_path: Path) -> None:
    """A document that is called a text is not read as one."""
    [text] = texts_of(write(tmp_path / "a.txt", data))
    assert isinstance(text, UnreadableText)
    assert "and no text; name its form" in text.reason
    assert text.choice == "form"


def test_encodings(tmp_path: Path) -> None:
    """An encoding is taken when it is given, and UTF-16 is known by its first bytes."""
    path = write(tmp_path / "a.txt", "Déjà vu".encode("cp1252"))
    assert texts_of(path, encoding="cp1252") == [FileText(path, "Déjà vu")]
    wide = write(tmp_path / "b.txt", SAID.encode("utf-16"))
    assert texts_of(wide) == [FileText(wide, SAID)]


def test_encoding_is_found_out(tmp_path: Path) -> None:
    """With charset-normalizer, another encoding than UTF-8 is found out."""
    pytest.importorskip("charset_normalizer")
    said = "« Nous partirons après l’été », a déclaré Hélène Brandt à la fenêtre. " * 5
    path = write(tmp_path / "a.txt", said.encode("cp1252"))
    assert texts_of(path) == [FileText(path, said)]


def test_undecodable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are in no known encoding are named with their place."""
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    path = write(tmp_path / "a.txt", "Déjà vu".encode("latin-1"))
    [text] = texts_of(path)
    assert isinstance(text, UnreadableText)
    assert text.reason.startswith("byte 0xe9 at offset 1 is not UTF-8; name its encoding, such as 'cp1252'")
    assert text.choice == "encoding"


def test_unknown_encoding() -> None:
    """An encoding that there is not is refused."""
    with pytest.raises(SettingsError, match="Cannot use encoding='utf-9'"):
        checked_encoding("utf-9")
    assert checked_encoding("UTF8") == "utf-8"


def test_json_lines(tmp_path: Path) -> None:
    """Each object is a text with its id, or its place where it has none, and with its other fields."""
    path = write(tmp_path / "a.jsonl", '{"id": 1, "text": "One.", "outlet": "Post"}\n\n{"text": "Two."}\n')
    assert texts_of(path) == [FileText("1", "One.", {"outlet": "Post"}), FileText(f"{path}:3", "Two.")]


def test_no_id(tmp_path: Path) -> None:
    """An id that is null or blank is none, in JSON and in tables; 0 is one."""
    rows = [{"id": None, "text": "One."}, {"id": " ", "text": "Two."}, {"id": 0, "text": "Three."}]
    lines = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [text.id for text in texts_of(lines)] == [f"{lines}:1", f"{lines}:2", "0"]
    listed = write(tmp_path / "a.json", json.dumps(rows))
    assert [text.id for text in texts_of(listed)] == [f"{listed}:1", f"{listed}:2", "0"]
    table = write(tmp_path / "a.csv", "id,text\nx,One.\n,Two.\n")
    assert [text.id for text in texts_of(table)] == ["x", f"{table}:2"]


@pytest.mark.parametrize("line", [b"{", b"[]", b"3", b'{"text": 3}', b"[" * 100_000])
def test_line_that_is_no_text(line: bytes, tmp_path: Path) -> None:
    """A line that holds no text is named, and those after it are read."""
    path = write(tmp_path / "a.jsonl", line + b'\n{"text": "Two."}\n')
    bad, good = texts_of(path)
    assert isinstance(bad, UnreadableText)
    assert (bad.id, good) == (f"{path}:1", FileText(f"{path}:2", "Two."))


def test_json(tmp_path: Path) -> None:
    """A list of objects is as many texts, an object alone is one."""
    path = write(tmp_path / "a.json", json.dumps([{"id": "x", "body": "One.", "date": "2024"}, {"body": 3}]))
    good, bad = texts_of(path, text_field="body")
    assert good == FileText("x", "One.", {"date": "2024"})
    assert bad == UnreadableText(f"{path}:2", "it is no object with a text in 'body'", "text_field")
    single = write(tmp_path / "b.json", json.dumps({"text": "One."}))
    assert texts_of(single) == [FileText(single, "One.")]
    [neither] = texts_of(write(tmp_path / "c.json", "3"))
    assert isinstance(neither, UnreadableText)


@pytest.mark.parametrize(("name", "comma"), [("a.csv", ","), ("a.tsv", "\t")])
def test_tables(name: str, comma: str, tmp_path: Path) -> None:
    """Each row is a text with its other columns; a column that is not there is named with those that are."""
    rows = (
        f'\ufeffid{comma}body{comma}outlet\r\n7{comma}"One.\r\nTwo."{comma}Post\r\n8{comma}Three.{comma}\r\n'
    )
    path = write(tmp_path / name, rows)
    assert texts_of(path, text_field="body") == [
        FileText("7", "One.\r\nTwo.", {"outlet": "Post"}),
        FileText("8", "Three.", {"outlet": ""}),
    ]
    reason = "it has no column 'text', but 'id', 'body', 'outlet'; name the one with the text"
    assert texts_of(path) == [UnreadableText(path, reason, "text_field")]


def test_subtitles(tmp_path: Path) -> None:
    """Each subtitle is a paragraph without its number, times and tags; voices are names with a colon."""
    path = write(tmp_path / "a.srt", SUBTITLES)
    assert texts_of(path) == [FileText(path, "We leave on Monday.\n\nNo.")]
    voices = write(tmp_path / "a.vtt", VOICES)
    assert texts_of(voices) == [FileText(voices, "Ann Lee: We leave on Monday.")]
    [none] = texts_of(write(tmp_path / "b.srt", "prose"))
    assert isinstance(none, UnreadableText)


def test_web_page(tmp_path: Path) -> None:
    """A page gives its article without menus, and what it says of itself."""
    pytest.importorskip("trafilatura")
    path = write(tmp_path / "a.html", PAGE)
    [text] = texts_of(path)
    assert isinstance(text, FileText)
    assert SAID in text.text
    assert "Imprint" not in text.text
    assert text.fields["title"] == "Leaving"
    [empty] = texts_of(write(tmp_path / "b.html", "<html></html>"))
    assert isinstance(empty, UnreadableText)


def test_word_document(tmp_path: Path) -> None:
    """A Word document gives its paragraphs and its title."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Leaving"
    document.core_properties.author = ""
    for paragraph in (SAID, "", "The end."):
        document.add_paragraph(paragraph)
    document.save(str(tmp_path / "a.docx"))
    assert texts_of(str(tmp_path / "a.docx")) == [
        FileText(str(tmp_path / "a.docx"), f"{SAID}\n\nThe end.", {"title": "Leaving"})
    ]


def test_book(tmp_path: Path) -> None:
    """A book gives its chapters in their order, with title and author."""
    epub = pytest.importorskip("ebooklib.epub")
    book = epub.EpubBook()
    book.set_identifier("x")
    book.set_title("Leaving")
    book.add_author("Bo Ray")
    chapters = [epub.EpubHtml(title=name, file_name=f"{name}.xhtml") for name in ("b", "a")]
    for chapter, words in zip(chapters, (SAID, "The end."), strict=True):
        chapter.content = f"<h1>{chapter.title}</h1><p>{words}</p>"
        book.add_item(chapter)
    book.spine = chapters
    book.add_item(epub.EpubNcx())
    epub.write_epub(str(tmp_path / "a.epub"), book)
    [text] = texts_of(str(tmp_path / "a.epub"))
    assert isinstance(text, FileText)
    assert text.text == f"b\n\n{SAID}\n\na\n\nThe end."
    assert {"title": "Leaving", "creator": "Bo Ray"}.items() <= text.fields.items()


@pytest.mark.parametrize(("name", "module"), [("a.docx", "docx"), ("a.pdf", "pypdf"), ("a.epub", "ebooklib")])
def test_broken_document(name: str, module: str, tmp_path: Path) -> None:
    """A document that is none is named, whatever its library says."""
    pytest.importorskip(module)
    [text] = texts_of(write(tmp_path / name, b"nothing of the kind"))
    assert isinstance(text, UnreadableText)
    assert text.reason.startswith("it is no ")


@pytest.mark.parametrize(
    ("name", "module"),
    [("a.html", "trafilatura"), ("a.docx", "docx"), ("a.pdf", "pypdf"), ("a.epub", "ebooklib.epub")],
)
def test_missing_library(name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its library, a form is an error that says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExtraMissingError, match=r'pip install "quotekit-nlp\[files\]"'):
        texts_of(write(tmp_path / name, PAGE))


def test_form_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What files are can be said: a .jsonl file one text, standard input JSON lines."""
    path = write(tmp_path / "a.jsonl", "{")
    assert texts_of(path, "text") == [FileText(path, "{")]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}')))
    assert texts_of("-", "jsonl") == [FileText("-:1", "One.")]


def test_folders(tmp_path: Path) -> None:
    """A folder stands for what is understood in it and its folders, by name; the rest is passed over."""
    expected = [write(tmp_path / name, b"") for name in ("a/c.txt", "b.csv", "d.html.gz")]
    other = write(tmp_path / "e.png", b"")
    write(tmp_path / ".git" / "f.txt", b"")
    assert find_files([str(tmp_path), "-", "x.txt"]) == ([*expected, "-", "x.txt"], [other])
    assert missing_files(["-", "x.txt", str(tmp_path)]) == ["x.txt"]
