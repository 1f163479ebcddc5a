"""The one mail a day: ticket by ticket what happened, and where each is."""

from collections.abc import Sequence
from html import escape
from typing import Final

from msgspec import Struct

from helpdesk.channels.notices.rules.frame import FRAME
from helpdesk.channels.notices.rules.letterhead import BRAND
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.directions import isolated

SUBJECT: Final = {
    "en": ("{count} ticket: what happened", "{count} tickets: what happened"),
    "de": ("{count} Ticket: was geschehen ist", "{count} Tickets: was geschehen ist"),
}
"""Of one, and of several."""

GREETING: Final = {
    "en": "Hello {name},\n\nthis happened while you wanted no single mails:",
    "de": "Guten Tag {name},\n\ndas ist geschehen, während Sie keine einzelnen Mails wollten:",
}

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


class DigestLetter(Struct, frozen=True, kw_only=True):
    subject: str
    text: str
    html: str


def write(name: str, language: str, site_url: str, lines: Sequence[Line], *, more: bool) -> DigestLetter:
    """`more` says that not all of it is named. The language is one of those in which letters are written."""
    greeting = GREETING[language].format(name=isolated(name))
    said = [f"{line.id} {isolated(line.subject)}: {_said(line, language)}" for line in lines]
    ends = [MORE[language]] if more else []
    settings, inbox = f"{site_url}/agent/me", f"{site_url}/agent/inbox"
    words = [f"{each}\n{line.link}" for each, line in zip(said, lines, strict=True)]
    page = [
        *(f"<p>{escape(part)}</p>" for part in greeting.split("\n\n")),
        *(f'<p><a href="{escape(line.link)}">{line.id}</a>{escape(each.removeprefix(line.id))}</p>'
          for each, line in zip(said, lines, strict=True)),
        *(f"<p>{each}</p>" for each in ends),
    ]  # fmt: skip
    return DigestLetter(
        subject=SUBJECT[language][len(lines) > 1].format(count=len(lines)),
        text="\n\n".join([greeting, *words, *ends, f"{FOOTER[language]}\n{settings}"]),
        html=FRAME.substitute(
            language=language,
            brand=escape(BRAND),
            words="".join(page),
            link=escape(inbox),
            button=BUTTON[language],
            rest=f'{FOOTER[language]} <a href="{escape(settings)}">{escape(settings)}</a>',
            quoted="",
        ),
    )


def _said(line: Line, language: str) -> str:
    return ", ".join(WORDS[language][concern] for concern in line.concerns)
