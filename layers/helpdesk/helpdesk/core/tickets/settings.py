"""What a company shapes of tickets: states and their moves, the priority table, categories, teams by level."""

from collections.abc import Mapping
from typing import Final

import msgspec
from msgspec import Struct

from helpdesk.core.tickets.rules.refusals import LEVEL_EMPTY, NO_CATEGORY, NO_STATE, TransitionRefusedError
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, Phase, Priority, Scale, TeamId
from helpdesk.foundation.settings.documents import Document, File


class State(Struct, frozen=True, kw_only=True):
    """A state, the fixed phase it means, and where a ticket may go from it."""

    name: str
    phase: Phase
    next: tuple[str, ...]


class Category(Struct, frozen=True, kw_only=True):
    id: str
    name: Mapping[str, str]


class LevelTeam(Struct, frozen=True, kw_only=True):
    """The team that takes a ticket escalated to a level; the first whose category fits, None fits any."""

    level: Level
    team: TeamId
    category: str | None = None


class TicketTerms(Struct, frozen=True, kw_only=True):
    states: Mapping[str, State]
    categories: tuple[Category, ...]
    priorities: Mapping[str, Priority]
    level_teams: tuple[LevelTeam, ...]
    initial_state: str
    working_state: str
    closed_state: str

    def priority(self, impact: Scale, urgency: Scale) -> Priority:
        return self.priorities[f"{impact}/{urgency}"]

    def state(self, name: str) -> State:
        if name not in self.states:
            raise InvalidError.at("state", NO_STATE(name=name, known=", ".join(self.states)))
        return self.states[name]

    def move(self, current: str, target: str) -> State:
        """The state to move to, or TransitionRefusedError naming what is possible instead."""
        found = self.state(target)
        if target not in self.states[current].next:
            possible = ", ".join(self.states[current].next) or "none"
            raise TransitionRefusedError(f"A ticket cannot go from {current} to {target}; possible: {possible}.")
        return found

    def check_category(self, category: str | None) -> str | None:
        if category is not None and category not in {known.id for known in self.categories}:
            raise InvalidError.at("category", NO_CATEGORY(name=category))
        return category

    def team_at(self, level: Level, category: str | None) -> TeamId:
        for entry in self.level_teams:
            if entry.level is level and entry.category in (None, category):
                return entry.team
        raise InvalidError.at("level", LEVEL_EMPTY(level=level))


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
