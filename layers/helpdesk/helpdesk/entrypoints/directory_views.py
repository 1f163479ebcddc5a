"""What the API gives of people and teams."""

from helpdesk.domain.availability import Strategy
from helpdesk.domain.vocabulary import Level, Role
from helpdesk.entrypoints.outputs import View


class Person(View):
    id: str
    name: str
    email: str
    role: Role
    language: str
    timezone: str
    teams: list[str]


class Me(Person):
    """Who is signed in."""


class Team(View):
    id: str
    name: str
    level: Level
    topic: str
    strategy: Strategy


class Teams(View):
    items: list[Team]


class Member(View):
    id: str
    name: str
    role: Role


class TeamWithMembers(Team):
    members: list[Member]


class LiveTicket(View):
    ticket: str
    url: str
