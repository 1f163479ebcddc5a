"""What the API gives of people and teams."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypedDict

from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Role

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.settings.edition import Saved


class Deed(View):
    """What somebody did about a person's addresses. `name` is theirs who did it; of whom was joined, `address` is the
    first one, if there was one.
    """

    what: Literal["added", "removed", "joined"]
    address: str
    at: datetime
    by: str
    name: str


class Person(View):
    """Who has no address has an empty one. Mail from the `others` is theirs, too. `deeds` are told to staff."""

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
    others: list[str]
    deeds: list[Deed]


class Me(Person):
    """Who is signed in. Until they are `settled`, nobody has said in which language and zone they are written to."""

    settled: bool


class OwnLocale(View):
    """In which language and zone somebody is written to."""

    language: str
    timezone: str


class Version(View):
    """A save of settings. `name` is that of who saved it."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    name: str | None


class VersionFields(TypedDict):
    revision: int
    saved_at: datetime | None
    saved_by: str | None
    name: str | None


def version_fields(saved: "Saved", names: Mapping[str, str]) -> VersionFields:
    return {
        "revision": saved.revision,
        "saved_at": saved.saved_at,
        "saved_by": saved.saved_by or None,
        "name": names.get(saved.saved_by),
    }
