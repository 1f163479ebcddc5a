"""The terms that tickets are worked on by, as a setting, and those of a new desk."""

from typing import Final

import msgspec

from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Level, Phase, Priority, TeamId
from helpdesk.foundation.settings.documents import Document, File

SERVICE_DESK: Final = TeamId("service-desk")

IT_OPERATIONS: Final = TeamId("it-operations")


def _moves(**states: tuple[Phase, str]) -> dict[str, dict[str, object]]:
    return {name: {"name": name, "phase": phase, "next": after.split()} for name, (phase, after) in states.items()}


_FIRST: Final[File] = {
    "states": _moves(
        new=(Phase.NEW, "open pending on_hold solved cancelled"),
        open=(Phase.OPEN, "pending on_hold solved cancelled"),
        pending=(Phase.PENDING, "open on_hold solved cancelled"),
        on_hold=(Phase.ON_HOLD, "open pending solved cancelled"),
        solved=(Phase.SOLVED, "open closed"),
        closed=(Phase.CLOSED, ""),
        cancelled=(Phase.CLOSED, ""),
    ),
    "categories": [
        {"id": "account", "name": {"en": "Account and password", "de": "Konto und Passwort"}},
        {"id": "hardware", "name": {"en": "Computer, phone, printer", "de": "Computer, Telefon, Drucker"}},
        {"id": "software", "name": {"en": "Programs and apps", "de": "Programme und Apps"}},
        {"id": "network", "name": {"en": "Internet, Wi-Fi, VPN", "de": "Internet, WLAN, VPN"}},
        {"id": "question", "name": {"en": "A question", "de": "Eine Frage"}},
        {"id": "other", "name": {"en": "Something else", "de": "Etwas anderes"}},
    ],
    # Impact / urgency, after the usual ITIL table.
    "priorities": {
        "high/high": Priority.P1,
        "high/medium": Priority.P2,
        "high/low": Priority.P3,
        "medium/high": Priority.P2,
        "medium/medium": Priority.P3,
        "medium/low": Priority.P4,
        "low/high": Priority.P3,
        "low/medium": Priority.P4,
        "low/low": Priority.P4,
    },
    "level_teams": [
        {"level": Level.L1, "team": SERVICE_DESK, "category": None},
        {"level": Level.L2, "team": IT_OPERATIONS, "category": None},
        {"level": Level.L3, "team": "network-experts", "category": "network"},
        {"level": Level.L3, "team": "application-experts", "category": "software"},
        {"level": Level.L3, "team": "server-experts", "category": None},
    ],
    "initial_state": "new",
    "working_state": "open",
    "closed_state": "closed",
}


def _parsed(written: File) -> TicketTerms:
    return msgspec.convert(written, TicketTerms)


TERMS: Final = Document(bundle="desk", first=_FIRST, parse=_parsed)
