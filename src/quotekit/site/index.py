"""The index of a site: its quotes to search, its people, its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.casting import Person
from quotekit.export.documents import QuotedText
from quotekit.export.html.escaping import escaped, on_one_line
from quotekit.export.html.labels import shown_name
from quotekit.export.html.templates import content_policy, filled_template, template_text
from quotekit.plain import counted
from quotekit.site.listed import ListedText
from quotekit.site.rows import index_data

__all__ = ["DOWNLOADS", "INDEX", "site_index"]

INDEX = "index.html"
DOWNLOADS = ("quotes.csv", "quotes.jsonl", "people.csv")
"""The files beside the index: the quotes for a spreadsheet, everything for programs, the people."""

_LISTED_PEOPLE = 300
"""How many people are listed, those with most words first, chosen: the search finds all of them."""
_LONGEST = 240
"""Characters of the title; chosen by hand, as for the page of a text."""


def site_index(
    title: str, texts: Sequence[QuotedText], listed: Sequence[ListedText], people: Sequence[Person]
) -> str:
    """The page; it runs no script but its own and loads nothing, and lists people and texts without any."""
    style = template_text("quotekit.export.html", "page.css") + template_text(__package__, "index.css")
    script = template_text(__package__, "index.js")
    return filled_template(
        __package__,
        "index.html",
        policy=content_policy(style, script),
        title=on_one_line(title, _LONGEST),
        summary=_site_summary(texts, people),
        downloads="".join(_download(name) for name in DOWNLOADS),
        people="".join(_people(people)),
        texts="".join(map(_text, texts, listed)),
        data=index_data(texts, listed, people),
        style=style,
        script=script,
    )


def _site_summary(texts: Sequence[QuotedText], people: Sequence[Person]) -> str:
    quotes = sum(len(text.quotes) for text in texts)
    named = sum(person.name is not None for person in people)
    return " · ".join([counted(len(texts), "text"), counted(quotes, "quote"), counted(named, "speaker")])


def _download(name: str) -> str:
    return filled_template(__package__, "download.html", name=name)


def _people(people: Sequence[Person]) -> Iterator[str]:
    """The people with most words, whoever is left out by number, and nobody named at the end."""
    named = [person for person in people if person.name is not None]
    yield from (_person_markup(number, person) for number, person in enumerate(named[:_LISTED_PEOPLE]))
    if len(named) > _LISTED_PEOPLE:
        rest = counted(len(named) - _LISTED_PEOPLE, "more speaker")
        yield filled_template(__package__, "rest.html", rest=rest)
    yield from (_person_markup(number, person) for number, person in enumerate(people) if person.name is None)


def _person_markup(number: int, person: Person) -> str:
    return filled_template(
        __package__,
        "person.html",
        number=number,
        kind="somebody" if person.name is not None else "nobody",
        name=shown_name(person.name),
        figures=f"{person.share:.0%} · {counted(person.quotes, 'quote')}",
        percent=f"{100 * person.share:.1f}",
    )


def _text(text: QuotedText, listed: ListedText) -> str:
    facts = [escaped(listed.facts), counted(len(text.quotes), "quote")]
    return filled_template(
        __package__,
        "text.html",
        address=escaped(listed.address),
        title=escaped(listed.title),
        facts=" · ".join(filter(None, facts)),
    )
