"""The one mail a day: ticket by ticket what happened, and where each is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.channels.notices.rules.roundup import Roundup, Sheet, anchor, written
from helpdesk.channels.notices.rules.wording import Letter, Wording
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.directions import isolated

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

SUBJECTS: Final = {"en": "{count}: what happened", "de": "{count}: was geschehen ist"}

TEXTS: Final = {
    "en": "Hello {name},\n\nthis happened while you wanted no single mails:\n\n{tickets}\n\n{more}\n\n{footer}",
    "de": "Guten Tag {name},\n\ndas ist geschehen, während Sie keine einzelnen Mails wollten:\n\n{tickets}\n\n{more}"
    "\n\n{footer}",
}

COUNT: Final = {"en": ("{count} ticket", "{count} tickets"), "de": ("{count} Ticket", "{count} Tickets")}
"""Of one, and of several."""

MORE: Final = {"en": "And more, in your inbox.", "de": "Und mehr, in Ihrem Eingang."}

FOOTER: Final = {
    "en": "You get one mail a day because you chose so, or because it was much. Change it in your settings:",
    "de": "Sie bekommen eine Mail am Tag, weil Sie es so gewählt haben oder weil es viel war. Ändern Sie es in Ihren "
    "Einstellungen:",
}

BUTTON: Final = {"en": "Open the inbox", "de": "Eingang öffnen"}

WORDS: Final = {
    "en": {
        Concern.ASSIGNED: "assigned to you",
        Concern.HANDED_OVER: "handed over to you",
        Concern.REPLIED: "the requester replied",
        Concern.MENTIONED: "you were mentioned",
        Concern.DUE_SOON: "a deadline was near",
        Concern.MISSED: "a promise was missed",
        Concern.ESCALATED: "escalated",
        Concern.WAITING: "waited unassigned",
        Concern.PAGED: "needed somebody at once",
    },
    "de": {
        Concern.ASSIGNED: "Ihnen zugewiesen",
        Concern.HANDED_OVER: "Ihnen übergeben",
        Concern.REPLIED: "Antwort der anfragenden Person",
        Concern.MENTIONED: "Sie wurden erwähnt",
        Concern.DUE_SOON: "Frist lief bald ab",
        Concern.MISSED: "Zusage versäumt",
        Concern.ESCALATED: "eskaliert",
        Concern.WAITING: "wartete ohne Bearbeitung",
        Concern.PAGED: "brauchte sofort jemanden",
    },
}


class Line(Struct, frozen=True, kw_only=True):
    """A ticket, and what happened to it, the first first and each once."""

    id: str
    subject: str
    link: str
    concerns: tuple[Concern, ...]


def write(
    name: str, language: str, site_url: str, lines: Sequence[Line], *, more: bool, wording: Wording | None = None
) -> Letter:
    """`more` says that not all of it is named. The language is one of those in which letters are written. It is in the
    product's words, or in those of `wording`: BrokenWordsError where no letter can be made of them.
    """
    places = {
        "name": name,
        "count": COUNT[language][len(lines) > 1].format(count=len(lines)),
        "tickets": "\n\n".join(f"{line.id} {_what(line, language)}\n{line.link}" for line in lines),
        "more": MORE[language] if more else "",
        "link": f"{site_url}/agent/inbox",
    }
    tickets = "".join(f"<p>{anchor(line.link, line.id)} {escape(_what(line, language))}</p>" for line in lines)
    sheet = Sheet(
        language=language,
        places=places,
        pages={"tickets": tickets},
        button=BUTTON[language],
        footer=FOOTER[language],
        at=f"{site_url}/agent/me",
    )
    return written(SUBJECTS, TEXTS, sheet, wording)


def _what(line: Line, language: str) -> str:
    said = ", ".join(WORDS[language][concern] for concern in line.concerns)
    return f"{isolated(line.subject)}: {said}"


def _example(desk: Desk, wording: Wording) -> Letter:
    lines = [
        Line(
            id=name,
            subject=subject[wording.language],
            link=f"{desk.site_url}/agent/tickets/{name}",
            concerns=concerns,
        )
        for name, subject, concerns in EXAMPLES
    ]
    return write("Sofie Berg", wording.language, desk.site_url, lines, more=True, wording=wording)


EXAMPLES: Final = (
    (
        "HD-12345678",
        {"en": "The printer prints nothing", "de": "Der Drucker druckt nichts"},
        (Concern.ASSIGNED, Concern.REPLIED),
    ),
    (
        "HD-12345679",
        {"en": "Access to the archive", "de": "Zugang zum Archiv"},
        (Concern.DUE_SOON,),
    ),
)

DIGEST: Final = Roundup(name="digest", subjects=SUBJECTS, texts=TEXTS, example=_example)
