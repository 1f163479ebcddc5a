"""What the API gives of people and teams."""

from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Role


class Person(View):
    """Who has no address has an empty one."""

    id: str
    name: str
    email: str
    phone: str | None
    role: Role
    language: str
    timezone: str
    teams: list[str]
    organization: str | None
    active: bool


class Me(Person):
    """Who is signed in. Until they are `settled`, nobody has said in which language and zone they are written to."""

    settled: bool


class OwnLocale(View):
    """In which language and zone somebody is written to."""

    language: str
    timezone: str
