"""Letters to staff that are about no single ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.channels.notices.rules.frame import FRAME, as_lines
from helpdesk.channels.notices.rules.letterhead import BRAND
from helpdesk.channels.notices.rules.wording import Letter, Wording, Words
from helpdesk.core.tickets.letters import Template
from helpdesk.foundation.kernel.directions import isolated

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk


class Roundup(Struct, frozen=True, kw_only=True):
    """A letter to staff about several tickets, or figures: it came by no mailbox, and no single ticket shows how it
    looks.
    """

    name: str
    subjects: Mapping[str, str]
    texts: Mapping[str, str]
    """By language. What stands in them is all that they can speak of, and what every roundup can (rules/places)."""
    example: Callable[[Desk, Wording], Letter]
    """How it looks, of tickets that there are not."""
    says: Mapping[str, Mapping[str, str]] = {}
    """By place and language, where one means something of its own in it."""


class Sheet(Struct, frozen=True, kw_only=True):
    """What a roundup says to one reader, in a language of those in which letters are written."""

    language: str
    places: Mapping[str, str]
    """Its own, `link` among them: where its button leads."""
    foreign: tuple[str, ...] = ("name",)
    """Those with words of people, which may run in another direction."""
    pages: Mapping[str, str] = {}
    """By place, what stands there on the page, in HTML."""
    button: str
    footer: str
    """Why one gets it. `at` is where that is changed, or what it is about."""
    at: str


def written(subjects: Mapping[str, str], texts: Mapping[str, str], sheet: Sheet, wording: Wording | None) -> Letter:
    """In the product's words, or in those of `wording`: BrokenWordsError where no letter can be made of them."""
    places = {**sheet.places, "brand": BRAND, "footer": f"{sheet.footer}\n{sheet.at}"}
    subject = subjects[sheet.language].format(**places)
    words = _own(wording, sheet, places, subject) if wording else _usual(texts, sheet, places, subject)
    html = FRAME.substitute(
        language=sheet.language,
        brand=escape(BRAND),
        words=words.page,
        link=escape(places["link"]),
        button=sheet.button,
        rest=f"{sheet.footer} {anchor(sheet.at)}",
        quoted="",
    )
    return Letter(brand=BRAND, subject=words.subject, text=words.text, html=html)


def _usual(texts: Mapping[str, str], sheet: Sheet, places: Mapping[str, str], subject: str) -> Words:
    said = {**places, **{name: isolated(places[name]) for name in sheet.foreign}}
    parts = [(part.strip("{}"), part.format(**said)) for part in texts[sheet.language].split("\n\n")]
    shown = [sheet.pages.get(place, f"<p>{as_lines(words)}</p>") for place, words in parts[:-1] if words]
    return Words(subject=subject, text="\n\n".join(words for _, words in parts if words), page="".join(shown))


def _own(wording: Wording, sheet: Sheet, places: Mapping[str, str], subject: str) -> Words:
    from helpdesk.channels.notices.rules.own_words import words_of  # noqa: PLC0415 - only who has some pays for it

    return words_of(wording, places, {"footer": "", "link": anchor(places["link"])}, sheet.pages, subject)


def anchor(link: str, words: str = "") -> str:
    return f'<a href="{escape(link)}">{escape(words or link)}</a>'


Kind = Template | Roundup
"""What administrators can put into words of their own."""
