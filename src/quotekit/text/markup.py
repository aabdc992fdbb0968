"""Leftovers of HTML and Markdown, and notes: a copy without them, in which every offset stays."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from quotekit.language import element_layouts

__all__ = ["FILLER", "past_filler", "without_markup"]

FILLER = "\u2060"
"""Stands for the rest of an entity behind the character that it means: a sign without width."""

_MARKUP = re.compile(
    r"</?(?P<element>[A-Za-z][A-Za-z0-9]{0,11})(?=[\s/>])[^<>]{0,1000}>(?P<ended>(?=[ \t]*\n))?"
    r"|&(?:\#\d{2,7}|\#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,24});"
)
_FOOTNOTE = re.compile(
    r'(?P<mark>["”’»])(?<=[^\W\d].|[,.!?…].)'
    r"(?: ?\[[0-9a-z*†]{1,3}\]|\d{1,2}(?=[^\S\n]+[^\W\d]|[^\S\n]*(?:\n|\Z)))"
)
"""A mark that closes a quotation, and the figure of a footnote behind it, whatever the next line has."""
_BRACKETED = re.compile("(?<=[^\\W_]|[.,;:!?…)*])\\[[0-9]{1,3}\\](?!\\w)")
"""The figure of a footnote in brackets, right behind a word or a stop ("Sarr[3] says it was sold.[4]")."""
_GLUED = re.compile("(?<=[^\\W\\d_A-Z]{4}[.,!?])[0-9]{1,2}(?=[^\\S\\n]+[A-Z“‘\"']|[^\\S\\n]*(?:\n|\\Z))")
"""The figure of a footnote right behind the stop of a sentence ("it was sold.4"), or at the end of a line."""
_RAISED = re.compile("(?:(?<=[^\\W\\d_]{3})|(?<=[.,;:!?…)\"'”’»]))[¹²³⁰⁴-⁹]{1,3}(?!\\w)")
"""The raised figure of a footnote, behind a word or a mark; behind a shorter word it is a power ("km²")."""
_BOLD = re.compile(r"(?<!')'''(?=[^\s'])(?P<words>[^\n']{1,200})'''(?!')")
"""Words in bold type as wikis write them."""
_TARGET = r"(?=[^()\s]{0,1000}[./#:])[^()\s]{1,1000}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?"
"""Where a link leads: a file, a place of the page or an address, which may hold one pair of brackets."""
_TITLE = r"(?:[ \t]{1,9}(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?"
_LINK = re.compile(rf"(?P<image>!?)\[(?P<label>[^\[\]\n]{{1,300}})\]\({_TARGET}{_TITLE}\)")
"""A link or an image of Markdown: its words in brackets, and behind them where it leads."""
_CLOSINGS = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
_HIDDEN = re.compile("|".join(_CLOSINGS), re.IGNORECASE)
_BREAKS = {"block": "\n\n", "line": "\n"}


def without_markup(text: str, *, filler: str = FILLER) -> str:
    """A copy of *text* of the same length, without its tags and entities.

    Blanks stand where a tag, a comment, the figure of a footnote, an image or the target of a link stood,
    line ends among them where a tag parts paragraphs. The character that an entity means stands at the
    entity's start, and *filler* fills up the rest.
    """
    if "<" in text or "&" in text:
        shown = _without_hidden(text) if "<" in text else text
        text = _MARKUP.sub(lambda match: _replaced(match, filler), shown)
    text = _LINK.sub(_words_of_link, text) if "](" in text else text
    text = _BOLD.sub(lambda match: f"   {match['words']}   ", text) if "'''" in text else text
    text = _GLUED.sub(_as_blanks, _RAISED.sub(_as_blanks, text))
    text = _BRACKETED.sub(_as_blanks, text) if "[" in text else text
    return _FOOTNOTE.sub(lambda match: match["mark"].ljust(len(match[0])), text)


def _as_blanks(match: re.Match[str]) -> str:
    """As many blanks as a piece of markup has characters."""
    return " " * len(match[0])


def _words_of_link(link: re.Match[str]) -> str:
    """The words of a link, with blanks for its brackets and for where it leads; of an image, blanks alone."""
    words = "" if link["image"] else f" {link['label']} "
    return words.ljust(len(link[0]))


def past_filler(shown: str, end: int) -> int:
    """The offset *end* of a copy without markup, moved behind the entity that it stands in."""
    while shown.startswith(FILLER, end):
        end += 1
    return end


def _without_hidden(text: str) -> str:
    """The text with blanks for its comments and for what stands in elements that no reader sees.

    A kind of them that nothing closes is looked for once, so that time stays linear.
    """
    pieces, done, missing = list[str](), 0, set[str]()
    for opening in _HIDDEN.finditer(text):
        closing = _CLOSINGS[opening[0].lower()]
        if opening.start() < done or closing in missing:
            continue
        end = text.find(closing, opening.end())
        if end < 0:
            missing.add(closing)
            continue
        pieces.append(text[done : opening.start()])
        done = end + len(closing)
        pieces.append(" " * (done - opening.start()))
    return "".join(pieces) + text[done:]


def _replaced(match: re.Match[str], filler: str) -> str:
    """What stands for one piece of markup in the copy; a tag that breaks a line leaves its end as it is."""
    whole = match[0]
    if whole.startswith("&"):
        meant = _meaning(whole)
        return meant + filler * (len(whole) - 1) if len(meant) == 1 else whole
    layout = element_layouts().get(match["element"].lower())
    if layout is None:
        return whole
    is_broken = layout == "line" and match["ended"] is not None
    return ("" if is_broken else _BREAKS.get(layout, "")).ljust(len(whole))


_ENTITIES_KEPT = 1024
"""Entities whose meanings are kept: more than most texts have different ones; chosen by hand."""

_meaning = lru_cache(maxsize=_ENTITIES_KEPT)(unescape)
"""What an entity means."""
