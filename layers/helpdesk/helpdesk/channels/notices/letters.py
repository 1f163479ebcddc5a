"""How a letter is written: whatever its words, each names the ticket and ends with the way to it."""

from collections.abc import Mapping
from html import escape
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.foundation.kernel.directions import isolated

UNTOLD: Final = Template(
    name="untold",
    texts={
        "en": 'Mail about {id} "{subject}" ({priority}) cannot be sent to {untold}: the address is refused. Please '
        "tell them in another way, and have their address corrected.\n\n{footer}",
        "de": 'Mails zu {id} "{subject}" ({priority}) können nicht an {untold} gesendet werden: Die Adresse wird '
        "abgelehnt. Bitte geben Sie auf anderem Weg Bescheid und lassen Sie die Adresse berichtigen.\n\n{footer}",
    },
    to_staff=True,
)

LETTERS: Final = (UNTOLD,)

_FOOTER: Final = {
    "en": "Reply to this mail to add to the ticket, or see it here:\n{link}\n"
    "Whoever has this link can read the ticket and write on it in your name.",
    "de": "Antworten Sie auf diese Mail, um das Ticket zu ergänzen, oder sehen Sie es hier:\n{link}\n"
    "Wer diesen Link hat, kann das Ticket lesen und in Ihrem Namen darauf schreiben.",
}

_STAFF_FOOTER: Final = {"en": "Open the ticket:\n{link}", "de": "Ticket öffnen:\n{link}"}

_LINES_OF_THEIR_OWN: Final = frozenset({"body", "choices"})

_BODY: Final = "{body}"

_APART: Final = "\n\n"

LANGUAGES: Final = tuple(_FOOTER)


class Letter(Struct, frozen=True, kw_only=True):
    subject: str
    text: str
    html: str | None
    """It says the same, with the formatting of what somebody wrote; none where that has none."""


def by_name(*templates: Template) -> Mapping[str, Template]:
    """ValueError for a name that comes twice, and for words that are missing in a language."""
    found: dict[str, Template] = {}
    for template in templates:
        if found.setdefault(template.name, template) is not template or set(template.texts) != set(LANGUAGES):
            raise ValueError(f"{template.name} comes twice, or not in {LANGUAGES}")
    return found


def readable(reader: Recipient) -> Recipient:
    """Who reads a language that nothing is written in is written to in English, and in UTC whose zone is none."""
    from helpdesk.foundation.kernel.locales import is_zone  # noqa: PLC0415 - only who writes a letter pays for it

    language = reader.language if reader.language in LANGUAGES else "en"
    return replace(reader, language=language, timezone=reader.timezone if is_zone(reader.timezone) else "UTC")


def write(
    template: Template, ticket: Ticket, reader: Recipient, said: Mapping[str, str], html: str | None = None
) -> Letter:
    """A letter about a ticket, to somebody who is `readable`. `html` is the body with its formatting, cleaned."""
    words = template.texts[reader.language]
    footer = (_STAFF_FOOTER if template.to_staff else _FOOTER)[reader.language].format(link=reader.link)
    places = {
        "name": isolated(reader.name),
        "id": ticket.id,
        "subject": isolated(ticket.subject),
        "priority": ticket.priority.value,
        "footer": footer,
        **{place: what if place in _LINES_OF_THEIR_OWN else isolated(what) for place, what in said.items()},
    }
    return Letter(
        subject=f"[{ticket.id}] {ticket.subject}",
        text=words.format(**places),
        html=_page(words, places, html, reader) if html and _BODY in words.split(_APART) else None,
    )


def _page(words: str, places: Mapping[str, str], html: str, reader: Recipient) -> str:
    link = escape(reader.link)
    shown = {place: escape(what) for place, what in places.items()}
    shown["footer"] = shown["footer"].replace(link, f'<a href="{link}">{link}</a>')
    parts = [html if part == _BODY else f"<p>{_shown(part, shown)}</p>" for part in words.split(_APART)]
    return f'<!doctype html>\n<html lang="{reader.language}"><body>{"".join(parts)}</body></html>\n'


def _shown(part: str, places: Mapping[str, str]) -> str:
    return escape(part).format(**places).replace("\n", "<br>")
