"""Whether somebody is there, as they say and as their browsers do."""

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import Presence, Status
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId


class Seen(Struct, frozen=True, kw_only=True):
    """What somebody chose, how it counts now, and after how long unseen they are away."""

    presence: Presence
    status: Status
    idle_seconds: int | None


def my_status(desk: Desk, by: Actor) -> Seen:
    roles.any_staff(by)
    person = desk.directory.person(PersonId(by.id))
    return _counted(desk, person, _presence(desk, person))


def _presence(desk: Desk, person: Person) -> Presence:
    """Teams know presences; who is in no team is given nothing anyway."""
    return desk.assignment.boards.presence(person.id, person.teams[0]) if person.teams else Presence()


def _counted(desk: Desk, person: Person, presence: Presence) -> Seen:
    idle = desk.staffing.availability(person.id).idle_seconds
    return Seen(presence=presence, status=presence.effective(desk.clock.now(), idle), idle_seconds=idle)


def set_status(desk: Desk, by: Actor, status: Status) -> Seen:
    """How somebody can be reached now; also what says that they are still there."""
    roles.any_staff(by)
    person = desk.directory.person(PersonId(by.id))
    was, now = _presence(desk, person), desk.clock.now()
    since = (was.since or was.seen_at) if was.status is status else now
    presence = replace(was, status=status, seen_at=now, since=since or now)
    desk.assignment.boards.see(person.id, person.teams, presence)
    if status is Status.AVAILABLE:
        desk.assignment.queue.look_at(person.id, person.teams)
    return _counted(desk, person, presence if person.teams else Presence())
