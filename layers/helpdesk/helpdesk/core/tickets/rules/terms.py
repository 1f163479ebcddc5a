"""What a company shapes of tickets: states and their moves, the priority table, categories, teams by level."""

from collections.abc import Mapping

from msgspec import Struct

from helpdesk.core.tickets.rules.refusals import LEVEL_EMPTY, NO_CATEGORY, NO_STATE, TransitionRefusedError
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, Phase, Priority, Scale, TeamId


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

    def is_cancelled(self, state: str) -> bool:
        """Over, and not because it was solved."""
        return state != self.closed_state and self.states[state].phase is Phase.CLOSED

    def after(self, state: str) -> tuple[str, ...]:
        """Where a ticket may go from a state; what was cancelled may be taken up again."""
        return (self.working_state,) if self.is_cancelled(state) else self.states[state].next

    def move(self, current: str, target: str) -> State:
        """The state to move to, or TransitionRefusedError naming what is possible instead."""
        found = self.state(target)
        if target not in self.after(current):
            possible = ", ".join(self.after(current)) or "none"
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
