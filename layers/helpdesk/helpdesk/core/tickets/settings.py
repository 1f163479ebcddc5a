"""Settings a company shapes: states and their moves, the priority table, categories, routing rules, teams by level."""

from collections.abc import Mapping

from msgspec import Struct

from helpdesk.capabilities.routing.rules.rule import Rule
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


class DeskSettings(Struct, frozen=True, kw_only=True):
    """One version of the settings document. Versions are never edited; tickets and caches may hold on to them.

    The form limits are tickets per hour and sender, from one e-mail address and from one network address.
    """

    version: int
    states: Mapping[str, State]
    categories: tuple[Category, ...]
    priorities: Mapping[str, Priority]
    rules: tuple[Rule, ...]
    level_teams: tuple[LevelTeam, ...]
    languages: tuple[str, ...] = ("en", "de")
    initial_state: str = "new"
    working_state: str = "open"
    closed_state: str = "closed"
    form_limit_per_email: int = 10
    form_limit_per_address: int = 60

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
