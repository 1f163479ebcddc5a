"""Routing: which level and team a new ticket goes to, and what else the intake rules make of it."""

from typing import Any

from msgspec import Struct

from helpdesk.capabilities.routing.rules.rule import Actions, Incoming, Rule, judge
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


class Route(Struct, frozen=True, kw_only=True):
    """`rules` are the names of the rules that matched, `then` all they set."""

    level: Level
    team: TeamId
    rules: tuple[str, ...] = ()
    then: Actions

    @property
    def named(self) -> dict[str, Any]:
        """What the ticket keeps of it by name."""
        return {"rule": self.rule, "rules": self.rules, "skills": self.then.skills, "tags": self.then.tags}

    @property
    def rule(self) -> str:
        return self.rules[0] if self.rules else "default"


def route(incoming: Incoming, rules: tuple[Rule, ...], terms: TicketTerms) -> Route:
    """Level and team by the rules; without a word of theirs L1 takes it, so that nothing is left unrouted."""
    verdict = judge(incoming, rules)
    then = verdict.then
    level = then.level or Level.L1
    category = then.category or incoming.category
    return Route(level=level, team=then.team or terms.team_at(level, category), rules=verdict.fired, then=then)
