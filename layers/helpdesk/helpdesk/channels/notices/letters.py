"""The words of the mails sent: plain, short, in the reader's language, each saying what to do next."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from helpdesk.core.record.ticket import Ticket

_FOOTER: Final = {
    "en": "Reply to this mail to add to the ticket, or see it here:\n{link}",
    "de": "Antworten Sie auf diese Mail, um das Ticket zu ergänzen, oder sehen Sie es hier:\n{link}",
}

_STAFF_FOOTER: Final = {"en": "Open the ticket:\n{link}", "de": "Ticket öffnen:\n{link}"}

_TEXTS: Final = {
    "acknowledgement": {
        "en": 'Hello {name},\n\nwe have your request "{subject}". Its number is {id}.\n\n{footer}',
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" ist bei uns. Ihre Nummer ist {id}.\n\n{footer}',
    },
    "reply": {
        "en": "Hello {name},\n\n{author} answered:\n\n{body}\n\n{footer}",
        "de": "Guten Tag {name},\n\n{author} hat geantwortet:\n\n{body}\n\n{footer}",
    },
    "solved": {
        "en": 'Hello {name},\n\nyour request "{subject}" is marked as solved. '
        "If it is not, just reply and we go on.\n\n{footer}",
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" ist als gelöst markiert. '
        "Falls nicht, antworten Sie einfach, dann geht es weiter.\n\n{footer}",
    },
    "survey": {
        "en": 'Hello {name},\n\nyour request "{subject}" was solved. How was it? Please choose:\n\n{body}\n\n'
        "You can add some words there, and change your mind for a while.\n\n{footer}",
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" wurde gelöst. Wie war es? Bitte wählen Sie:\n\n{body}\n\n'
        "Dort können Sie einige Worte hinzufügen und Ihre Wahl eine Zeit lang ändern.\n\n{footer}",
    },
    "assigned": {
        "en": '{id} "{subject}" ({priority}) is now yours.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) gehört jetzt Ihnen.\n\n{footer}',
    },
    "handed_over": {
        "en": '{id} "{subject}" ({priority}) is handed over to you.\n\n{body}\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) wird Ihnen übergeben.\n\n{body}\n\n{footer}',
    },
    "unattended": {
        "en": '{id} "{subject}" ({priority}) waits in your queue and nobody could be given it yet.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) wartet in Ihrer Warteschlange und niemand konnte es bekommen.\n\n{footer}',
    },
    "page": {
        "en": '{id} "{subject}" ({priority}) needs somebody now. Take it on, and acknowledge it so that no more '
        "mails like this one are sent.\n\n{footer}",
        "de": '{id} "{subject}" ({priority}) braucht jetzt jemanden. Übernehmen und bestätigen Sie es, dann folgt '
        "keine weitere Mail wie diese.\n\n{footer}",
    },
    "requester_wrote": {
        "en": '{author} wrote on {id} "{subject}":\n\n{body}\n\n{footer}',
        "de": '{author} hat zu {id} "{subject}" geschrieben:\n\n{body}\n\n{footer}',
    },
    "warning": {
        "en": '{id} "{subject}" ({priority}): {clock} is due at {due_at}.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}): {clock} ist fällig um {due_at}.\n\n{footer}',
    },
    "breach": {
        "en": '{id} "{subject}" ({priority}): {clock} was due at {due_at} and is overdue.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}): {clock} war fällig um {due_at} und ist überschritten.\n\n{footer}',
    },
}  # fmt: skip

_CLOCKS: Final = {
    "first_response": {"en": "the first response", "de": "Die erste Antwort"},
    "next_response": {"en": "the next response", "de": "Die nächste Antwort"},
    "time_to_own": {"en": "taking it on", "de": "Die Übernahme"},
    "periodic_update": {"en": "an update", "de": "Ein Zwischenstand"},
    "resolution": {"en": "the resolution", "de": "Die Lösung"},
}

# From the best to the worst.
_RATINGS: Final = {
    "en": ("very good", "good", "all right", "bad", "very bad"),
    "de": ("sehr gut", "gut", "in Ordnung", "schlecht", "sehr schlecht"),
}

LANGUAGES: Final = tuple(_FOOTER)

STAFF_LETTERS: Final = frozenset(
    {"assigned", "handed_over", "unattended", "page", "requester_wrote", "warning", "breach"}
)


class Recipient(Struct, frozen=True, kw_only=True):
    """Whom a letter is for: how to greet them, in which language, and where they see the ticket."""

    name: str
    language: str
    link: str


class Letter(Struct, frozen=True, kw_only=True):
    subject: str
    text: str


def write(
    template: str,
    ticket: Ticket,
    reader: Recipient,
    author: str = "",
    body: str = "",
    clock: str = "",
    due_at: str = "",
) -> Letter:
    """A letter about a ticket. An unknown language is written to in English; `due_at` is shown as given."""
    language = reader.language if reader.language in LANGUAGES else "en"
    footer = (_STAFF_FOOTER if template in STAFF_LETTERS else _FOOTER)[language].format(link=reader.link)
    text = _TEXTS[template][language].format(
        name=reader.name,
        id=ticket.id,
        subject=ticket.subject,
        priority=ticket.priority.value,
        author=author,
        body=body,
        clock=_CLOCKS.get(clock, {}).get(language, clock),
        due_at=due_at,
        footer=footer,
    )
    return Letter(subject=f"[{ticket.id}] {ticket.subject}", text=text)


def choices(links: Sequence[str], language: str) -> str:
    """A line for each rating, the best first, with the link that chooses it; `links` begin with the worst."""
    words = _RATINGS[language if language in LANGUAGES else "en"]
    return "\n".join(f"{word}: {link}" for word, link in zip(words, reversed(links), strict=True))
