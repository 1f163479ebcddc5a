"""The mail that says when an article ends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from helpdesk.channels.notices.rules.roundup import Roundup, Sheet, written
from helpdesk.channels.notices.rules.wording import Letter, Wording

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
    sheet = Sheet(
        language=language,
        places={"name": name, "article": article, "until": f"{until:%Y-%m-%d %H:%M %Z}", "link": link},
        foreign=("name", "article"),
        button=BUTTON[language],
        footer=FOOTER[language],
        at=link,
    )
    return written(SUBJECTS, TEXTS, sheet, wording)


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
