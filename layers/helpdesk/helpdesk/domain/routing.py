"""Routing: which level and team a new ticket goes to. The first rule whose conditions all hold wins."""

from dataclasses import dataclass

from helpdesk.domain.settings import DeskSettings, Rule
from helpdesk.domain.vocabulary import Level, TeamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What routing knows of a ticket that is about to be made."""

    text: str
    category: str | None
    organization: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    level: Level
    team: TeamId
    rule: str


def route(intake: Intake, settings: DeskSettings) -> Route:
    """The first matching rule's level and team; without a match L1 takes it, so that nothing is left unrouted."""
    words = intake.text.casefold()
    for rule in settings.rules:
        if _matches(rule, intake, words):
            return Route(level=rule.level, team=rule.team, rule=rule.name)
    return Route(level=Level.L1, team=settings.team_at(Level.L1, intake.category), rule="default")


def _matches(rule: Rule, intake: Intake, words: str) -> bool:
    return (
        rule.category in (None, intake.category)
        and rule.organization in (None, intake.organization)
        and (not rule.words or any(word.casefold() in words for word in rule.words))
    )
