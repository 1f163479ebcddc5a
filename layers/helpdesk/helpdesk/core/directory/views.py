"""What the API gives of people and teams."""

from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Role


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
