"""Live updates: admission to the live connection, what it watches, and telling it of facts."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import asdict, replace

from helpdesk.channels.live import hooks
from helpdesk.channels.live.rules import LISTED, MAILS, PRESENT, Doing, Listed, Presence, is_news, present
from helpdesk.core.staffing.rules.availability import Link
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor, Visitor
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.errors import ForbiddenError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId

ADMISSION_LIFETIME: Final = timedelta(seconds=60)

CONNECTION_LASTS: Final = timedelta(hours=2)  # of real time; then API Gateway closes it

LINK_LASTS: Final = CONNECTION_LASTS + timedelta(hours=1)

TICKET: Final = "ticket:"

PERSON: Final = "person:"

TEAM: Final = "team:"


def admission(desk: Desk, by: Actor) -> str:
    """A secret that opens one live connection within a minute."""
    secret = desk.signer.sign("live", {"n": desk.new_id()})
    desk.live.board.issue(secret, by, ADMISSION_LIFETIME)
    return secret


def visit(desk: Desk, visitor: Visitor) -> str:
    """The same for who comes by a link: it opens what that ticket's own public words are told by, and nothing else."""
    _check(desk, visitor, f"{TICKET}{visitor.ticket_id}")
    return admission(desk, visitor)


def connect(desk: Desk, secret: str, connection_id: str) -> Actor | None:
    """Open a connection; None when the secret admits nobody. Staff who were gone are there again by it."""
    actor = desk.live.board.admit(secret, connection_id)
    if actor and actor.is_staff:
        _came(desk, PersonId(actor.id), alone=desk.live.board.arrive(actor.id, connection_id))
    return actor


def disconnect(desk: Desk, connection_id: str) -> None:
    """A connection closed. With the last one of somebody their idle time begins."""
    actor = desk.live.board.leave(connection_id)
    if actor and actor.is_staff and desk.live.board.depart(actor.id, connection_id):
        person = desk.directory.person(PersonId(actor.id))
        desk.assignment.boards.link(person.id, person.teams, Link(open=False, at=desk.clock.now()))


def _came(desk: Desk, person_id: PersonId, *, alone: bool) -> None:
    """Noted when their first connection opens, and later only when the note would not outlast this one."""
    teams, now = desk.directory.person(person_id).teams, desk.clock.now()
    if not teams:
        return
    was = desk.assignment.boards.presence(person_id, teams[0])
    if not alone and was.link and was.link.holds(now + CONNECTION_LASTS * desk.clock.rate):
        return
    link = Link(open=True, at=now, until=now + LINK_LASTS * desk.clock.rate)
    desk.assignment.boards.link(person_id, teams, link)
    idle = desk.staffing.availability(person_id).idle_seconds
    if was.effective(now, idle) is not replace(was, link=link).effective(now, idle):
        desk.assignment.queue.look_at(person_id, teams)


def watch(desk: Desk, connection_id: str, topics: Sequence[str]) -> Mapping[str, int]:
    """Watch topics; refused as a whole when one of them is not the person's to see.

    The tickets' revisions once they are watched, by topic: whoever has read an older one has missed something.
    """
    actor = desk.live.board.actor(connection_id)
    if actor is None or not hooks.can_be(topics):
        raise ForbiddenError("This connection may not watch that.")
    for topic in topics:
        _check(desk, actor, topic)
    visitor = actor if isinstance(actor, Visitor) else None
    desk.live.board.watch(connection_id, _all_of(actor, topics), staff=actor.is_staff, visitor=visitor)
    tickets = [TicketId(topic.removeprefix(TICKET)) for topic in dict.fromkeys(topics) if topic.startswith(TICKET)]
    return {f"{TICKET}{head.id}": head.revision for head in desk.tickets.heads(tickets)} if tickets else {}


def _all_of(actor: Actor, topics: Sequence[str]) -> list[str]:
    """What is somebody's own is told under each of their ids."""
    own = map(PERSON.__add__, actor.ids[1:]) if f"{PERSON}{actor.id}" in topics else ()
    return [*topics, *own]


def who_is_where(desk: Desk, topics: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    """Who is at the tickets of lists that may be watched, which staff alone have: one request for each list."""
    wall = desk.clock.wall()
    lists = [topic for topic in topics if topic.startswith((TEAM, PERSON))]
    found = {listed.ticket_id: listed for topic in lists for listed in desk.live.board.listed(topic)}
    told = []
    for listed in found.values():
        people = present(listed.people, wall)
        if people:
            told.append({**_presence(people, people[0].until - wall), "ticket_id": listed.ticket_id})
    return told


def unwatch(desk: Desk, connection_id: str, topics: Sequence[str]) -> None:
    """Watch them no longer."""
    if not hooks.can_be(topics):
        raise ForbiddenError("Nobody watches that.")
    actor = desk.live.board.actor(connection_id)
    desk.live.board.unwatch(connection_id, _all_of(actor, topics) if actor else topics)


def here(desk: Desk, connection_id: str, topic: str, doing: Doing) -> Actor:
    """Somebody who works on tickets is at one that they watch: those who watch it too hear of all who are there, and
    so do those who look at a list in which it stands. It holds for `PRESENT`, and keeps nobody from anything. Who says
    so.
    """
    actor = desk.live.board.actor(connection_id)
    if actor is None or not actor.is_staff or not topic.startswith(TICKET) or not hooks.can_be([topic]):
        raise ForbiddenError("This connection may not say so.")
    wall = desk.clock.wall()
    presence = Presence(person=actor.id, name=actor.name, doing=doing, until=wall + PRESENT)
    noted = desk.live.board.note(topic, connection_id, presence)
    if noted is None:
        raise ForbiddenError(f"This connection does not watch {topic}.")
    watchers = [watcher for watcher in desk.live.board.watchers(topic) if watcher.staff]
    people = present((watcher.presence for watcher in watchers), wall)
    # Whoever is alone hears nothing of themselves; requesters never do.
    if {watcher.connection_id for watcher in watchers} != {connection_id}:
        message = _presence(people, PRESENT)
        each(watchers, lambda watcher: hooks.push(desk.live, message, watcher.connection_id, [topic]))
    if is_news(noted.before, presence, wall):
        _tell_lists(desk, TicketId(topic.removeprefix(TICKET)), people, wall)
    return actor


def _presence(people: Sequence[Presence], lasts: timedelta) -> dict[str, Any]:
    said = [{"id": who.person, "name": who.name, "doing": who.doing} for who in people]
    return {"type": "presence", "people": said, "seconds": int(lasts.total_seconds())}


def _tell_lists(desk: Desk, ticket_id: TicketId, people: Sequence[Presence], wall: datetime) -> None:
    """Whoever opens such a list later finds it kept."""
    ticket = desk.tickets.get(ticket_id)
    topics = [f"{TEAM}{ticket.team}", *([f"{PERSON}{ticket.assignee}"] if ticket.assignee else [])]
    listed = Listed(ticket_id=ticket_id, people=tuple(replace(who, until=wall + LISTED) for who in people))
    for topic in topics:
        desk.live.board.keep_listed(topic, listed)
    hooks.tell(desk.live, topics, {**_presence(people, LISTED), "ticket_id": ticket_id}, public=False)


def _check(desk: Desk, actor: Actor, topic: str) -> None:
    kind, _, which = topic.partition(":")
    if isinstance(actor, Visitor) and not (kind == "ticket" and hooks.holds(desk, actor)):
        raise ForbiddenError(f"{topic} cannot be watched.")
    if kind == "ticket":
        access.visible_to(actor, desk.tickets.get(TicketId(which)))
    elif kind == "team":
        roles.any_staff(actor)
        if not actor.sees(TeamId(which)):
            raise ForbiddenError(f"{topic} cannot be watched.")
    elif topic == MAILS:
        roles.admin_only(actor)
    elif topic != f"{PERSON}{actor.id}":
        raise ForbiddenError(f"{topic} cannot be watched.")


class News(Struct, frozen=True, kw_only=True):
    """That something happened: enough for a browser to fetch again what it shows, and no word of what was written."""

    event: str
    ticket_id: str
    version: int
    occurred_at: str
    topics: tuple[str, ...]
    public: bool


def tell(desk: Desk, news: News) -> int:
    """Tell every browser that watches what this touches; how many were told."""
    still = cache(partial(hooks.still_visits, desk))
    return hooks.tell(desk.live, news.topics, {"type": "event", **asdict(news)}, public=news.public, still=still)
