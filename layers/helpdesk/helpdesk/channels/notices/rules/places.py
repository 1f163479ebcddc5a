"""What administrators can put into letters: the places of each, in words for people, and an example of each."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING, Final, Literal

from helpdesk.channels.notices.rules.roundup import Roundup

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.rules.roundup import Kind

Said = Mapping[str, str]
"""By language."""

TITLES: Final[Mapping[str, Said]] = {
    "acknowledgement": {"en": "Request received", "de": "Anfrage eingegangen"},
    "reply": {"en": "Answer to the requester", "de": "Antwort an die anfragende Person"},
    "solved": {"en": "Request solved", "de": "Anfrage gelöst"},
    "survey": {"en": "How was it?", "de": "Wie war es?"},
    "participant_reply": {"en": "Answer to people in copy", "de": "Antwort an Beteiligte"},
    "participant_solved": {"en": "Request solved, to people in copy", "de": "Anfrage gelöst, an Beteiligte"},
    "requester_wrote": {"en": "The requester wrote", "de": "Die anfragende Person hat geschrieben"},
    "assigned": {"en": "Ticket assigned", "de": "Ticket zugewiesen"},
    "handed_over": {"en": "Ticket handed over", "de": "Ticket übergeben"},
    "unattended": {"en": "Ticket waits for somebody", "de": "Ticket wartet auf jemanden"},
    "returned": {"en": "Ticket back in the queue", "de": "Ticket zurück in der Warteschlange"},
    "escalated": {"en": "Ticket escalated", "de": "Ticket eskaliert"},
    "warning": {"en": "Deadline is near", "de": "Frist läuft bald ab"},
    "breach": {"en": "Deadline missed", "de": "Frist versäumt"},
    "page": {"en": "Ticket needs somebody now", "de": "Ticket braucht jetzt jemanden"},
    "side_answered": {"en": "Answer in a side conversation", "de": "Antwort im Nebengespräch"},
    "side_returned": {"en": "Mail of a side conversation came back", "de": "Mail eines Nebengesprächs kam zurück"},
    "untold": {"en": "Mail cannot be sent", "de": "Mail kann nicht gesendet werden"},
    "note_by_mail": {"en": "Answer to a blind copy", "de": "Antwort auf eine Blindkopie"},
    "command_refused": {"en": "Command in a mail not done", "de": "Befehl in einer Mail nicht ausgeführt"},
    "digest": {"en": "One mail a day", "de": "Eine Mail am Tag"},
    "briefing": {"en": "Figures by mail", "de": "Kennzahlen per Mail"},
    "article_ends": {"en": "Article ends soon", "de": "Artikel läuft bald ab"},
}

DESCRIPTIONS: Final[Mapping[str, Said]] = {
    "id": {"en": "Number of the ticket", "de": "Nummer des Tickets"},
    "subject": {"en": "Subject of the ticket", "de": "Betreff des Tickets"},
    "name": {"en": "Name of who reads the mail", "de": "Name der Person, die die Mail liest"},
    "author": {"en": "Name of who wrote the message", "de": "Name der Person, die die Nachricht geschrieben hat"},
    "body": {"en": "The message, with its formatting", "de": "Die Nachricht mit ihrer Formatierung"},
    "standing": {
        "en": "Who does what now, and by when an answer is promised",
        "de": "Wer jetzt was tut und bis wann eine Antwort zugesagt ist",
    },
    "choices": {"en": "The ratings, each with its link", "de": "Die Bewertungen, jede mit ihrem Link"},
    "requester": {"en": "Name of the requester", "de": "Name der anfragenden Person"},
    "side": {"en": "Subject of the side conversation", "de": "Betreff des Nebengesprächs"},
    "priority": {"en": "Priority of the ticket", "de": "Priorität des Tickets"},
    "clock": {"en": "Which promise it is about", "de": "Um welche Zusage es geht"},
    "due_at": {"en": "When it is due", "de": "Wann sie fällig ist"},
    "untold": {"en": "Name of who cannot be told", "de": "Name der Person, die nicht erreicht wird"},
    "why": {"en": "Why the command was not done", "de": "Warum der Befehl nicht ausgeführt wurde"},
    "count": {"en": "How many tickets, as “2 tickets”", "de": "Wie viele Tickets, als „2 Tickets“"},
    "tickets": {
        "en": "The tickets, each with what happened and its link",
        "de": "Die Tickets, jedes mit dem, was geschehen ist, und seinem Link",
    },
    "more": {
        "en": "That there is more than is named; else nothing",
        "de": "Dass es mehr gibt, als genannt ist; sonst nichts",
    },
    "report": {"en": "What its reader calls it", "de": "Wie die lesende Person sie nennt"},
    "period": {"en": "Over which days it is", "de": "Über welche Tage sie geht"},
    "figures": {
        "en": "The figures, each beside what it was before",
        "de": "Die Kennzahlen, jede neben dem, was sie zuvor war",
    },
    "article": {"en": "Title of the article", "de": "Titel des Artikels"},
    "until": {"en": "Until when it is read", "de": "Bis wann er gelesen wird"},
    "brand": {"en": "What your help desk is called", "de": "Wie Ihr Helpdesk heißt"},
    "signature": {
        "en": "Signature of who answers and of the mailbox",
        "de": "Signatur der antwortenden Person und des Postfachs",
    },
    "link": {"en": "Address of the ticket's page", "de": "Adresse der Seite des Tickets"},
    "footer": {
        "en": "How to reply, and the link (an HTML mail has a button instead)",
        "de": "Wie man antwortet, und der Link (eine HTML-Mail hat stattdessen eine Schaltfläche)",
    },
}

_OF_MANY: Final[Mapping[str, Said]] = {
    "link": {"en": "Address of the reader's inbox", "de": "Adresse des Eingangs der lesenden Person"},
    "footer": {
        "en": "Why one gets this mail, and where to change that",
        "de": "Warum man diese Mail bekommt und wo man das ändert",
    },
}
"""What some mean in a letter that is about several tickets."""

EXAMPLES: Final[Mapping[str, Said]] = {
    "id": dict.fromkeys(("en", "de"), "HD-12345678"),
    "subject": {"en": "The printer prints nothing", "de": "Der Drucker druckt nichts"},
    "name": dict.fromkeys(("en", "de"), "Sofie Berg"),
    "author": dict.fromkeys(("en", "de"), "Alex Kim"),
    "body": {
        "en": "Please switch it off, wait a minute and switch it on again.\n\nDoes it print now?",
        "de": "Bitte schalten Sie ihn aus, warten Sie eine Minute und schalten Sie ihn wieder ein.\n\nDruckt er jetzt?",
    },
    "standing": {
        "en": "Alex Kim is looking after it. You will hear from us by Mon 30 Nov, 12:00.",
        "de": "Alex Kim kümmert sich darum. Sie hören bis Mo., 30. Nov., 12:00 von uns.",
    },
    "choices": {
        "en": "very good: https://desk.example/rating\nvery bad: https://desk.example/rating",
        "de": "sehr gut: https://desk.example/rating\nsehr schlecht: https://desk.example/rating",
    },
    "requester": dict.fromkeys(("en", "de"), "Sofie Berg"),
    "side": {"en": "Spare part", "de": "Ersatzteil"},
    "clock": {"en": "the first response", "de": "Die erste Antwort"},
    "due_at": dict.fromkeys(("en", "de"), "2026-11-30 12:00 CET"),
    "untold": dict.fromkeys(("en", "de"), "Sofie Berg"),
    "why": {"en": "Nobody here is called that.", "de": "Niemand hier heißt so."},
}  # fmt: skip

_FOR_ALL: Final = frozenset({"name", "brand", "link", "footer"})

_OF_A_TICKET: Final = frozenset({"id", "subject"})


def reader_of(kind: Kind) -> Literal["requester", "participant", "staff"]:
    if isinstance(kind, Roundup) or kind.to_staff:
        return "staff"
    return "participant" if kind.beside else "requester"


def places_of(kind: Kind) -> list[str]:
    """What a letter can speak of, in the order of the descriptions."""
    known = _named(kind.texts["en"]) | _FOR_ALL
    if isinstance(kind, Roundup):
        known |= _named(kind.subjects["en"])
    else:
        known |= _OF_A_TICKET | {"priority" if kind.to_staff else "signature"}
    return [*(place for place in DESCRIPTIONS if place in known), *sorted(known - DESCRIPTIONS.keys())]


def described(kind: Kind, place: str) -> Said:
    own = {**_OF_MANY, **kind.says} if isinstance(kind, Roundup) else {}
    return own.get(place) or DESCRIPTIONS.get(place) or dict.fromkeys(kind.texts, "")


def usual_subject(kind: Kind, language: str) -> str:
    return _as_template(kind.subjects[language]) if isinstance(kind, Roundup) else "[{{ id }}] {{ subject }}"


def usual_body(kind: Kind, language: str) -> str:
    """The product's words, as an administrator would write them."""
    words = _as_template(kind.texts[language])
    signed = reader_of(kind) != "staff"
    return words.replace("{{ footer }}", "{{ signature }}\n\n{{ footer }}") if signed else words


def _named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _as_template(text: str) -> str:
    return "".join(words + (f"{{{{ {name} }}}}" if name else "") for words, name, _, _ in Formatter().parse(text))
