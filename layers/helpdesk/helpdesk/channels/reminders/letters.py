"""The mail that says when an article ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Final

from helpdesk.channels.notices.letters import Letter
from helpdesk.channels.notices.rules.frame import FRAME, as_lines
from helpdesk.channels.notices.rules.letterhead import BRAND
from helpdesk.channels.notices.rules.roundup import Roundup
from helpdesk.channels.notices.rules.wording import Wording, Words
from helpdesk.foundation.kernel.directions import isolated

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

SUBJECTS: Final = {"en": "Your article ends soon: {article}", "de": "Ihr Artikel läuft bald ab: {article}"}

TEXTS: Final = {
    "en": "Hello {name},\n\nfrom {until} on nobody reads “{article}” any more: so it was planned. Is it still true? "
    "Then have a lead plan it anew, or write what is true now.\n\n{footer}",
    "de": "Guten Tag {name},\n\nab {until} liest niemand mehr „{article}“: So wurde es geplant. Stimmt er noch? Dann "
    "lassen Sie ihn von einer Leitung neu planen, oder schreiben Sie, was jetzt stimmt.\n\n{footer}",
}

FOOTER: Final = {
    "en": "You get this mail because you wrote what readers see. The article:",
    "de": "Sie bekommen diese Mail, weil Sie geschrieben haben, was gelesen wird. Der Artikel:",
}

BUTTON: Final = {"en": "Open the article", "de": "Artikel öffnen"}


def write(
    name: str, language: str, link: str, article: str, until: datetime, *, wording: Wording | None = None
) -> Letter:
    """`until` is in the reader's zone. The language is one of those in which letters are written. It is in the
    product's words, or in those of `wording`: BrokenWordsError where no letter can be made of them.
    """
    places = {
        "name": name,
        "brand": BRAND,
        "article": article,
        "until": f"{until:%Y-%m-%d %H:%M %Z}",
        "link": link,
        "footer": f"{FOOTER[language]}\n{link}",
    }
    words = _own(wording, places) if wording else _usual(language, places)
    html = FRAME.substitute(
        language=language,
        brand=escape(BRAND),
        words=words.page,
        link=escape(link),
        button=BUTTON[language],
        rest=f"{FOOTER[language]} {_anchor(link)}",
        quoted="",
    )
    return Letter(brand=BRAND, subject=words.subject, text=words.text, html=html)


def _usual(language: str, places: Mapping[str, str]) -> Words:
    said = {**places, "name": isolated(places["name"]), "article": isolated(places["article"])}
    parts = [part.format(**said) for part in TEXTS[language].split("\n\n")]
    return Words(
        subject=SUBJECTS[language].format(**places),
        text="\n\n".join(parts),
        page="".join(f"<p>{as_lines(words)}</p>" for words in parts[:-1]),
    )


def _own(wording: Wording, places: Mapping[str, str]) -> Words:
    from helpdesk.channels.notices.rules.own_words import words_of  # noqa: PLC0415 - only who has some pays for it

    pages = {"footer": "", "link": _anchor(places["link"])}
    return words_of(wording, places, pages, {}, SUBJECTS[wording.language].format(**places))


def _anchor(link: str) -> str:
    return f'<a href="{escape(link)}">{escape(link)}</a>'


def _example(desk: Desk, wording: Wording) -> Letter:
    link = f"{desk.site_url}/agent/knowledge/01KJPTP8T0Q19GT1TJWHBFVKGT/{wording.language}"
    until = datetime(2026, 11, 30, 12, tzinfo=UTC)
    return write("Sofie Berg", wording.language, link, EXAMPLE[wording.language], until, wording=wording)


EXAMPLE: Final = {"en": "Access while the office moves", "de": "Zugang während des Umzugs"}

ARTICLE_ENDS: Final = Roundup(
    name="article_ends",
    subjects=SUBJECTS,
    texts=TEXTS,
    example=_example,
    says={
        "link": {"en": "Address of the article's page", "de": "Adresse der Seite des Artikels"},
    },
)
