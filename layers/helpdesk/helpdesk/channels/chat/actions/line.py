"""What passes between both ends of a chat without being kept, and who is at it by their link."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, partial
from typing import Any

from helpdesk.channels.chat.rules.line import TYPING
from helpdesk.channels.live import hooks as live
from helpdesk.channels.live.ports import Watcher
from helpdesk.channels.live.rules import PRESENT, Doing, Presence
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor, Visitor
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.errors import ForbiddenError


def typing(desk: Desk, connection_id: str, topic: str) -> None:
    """Whoever is at the other end hears that somebody types. Nothing is kept of it."""
    actor, watchers = _at(desk, connection_id, topic)
    if isinstance(actor, Visitor):
        _push(desk, topic, _staff(watchers), {"type": "typing", "seconds": _seconds(TYPING)})
    elif actor.is_staff:
        still = cache(partial(live.still_visits, desk))
        visitors = [watcher for watcher in watchers if watcher.visitor and still(watcher.visitor)]
        _push(desk, topic, visitors, {"type": "typing", "seconds": _seconds(TYPING), "name": actor.name})


def visiting(desk: Desk, connection_id: str, topic: str, doing: Doing, seen: int | None) -> None:
    """A visitor is there, to be said again before it lapses, and has read up to a revision: staff who watch hear of it.
    While they are there, answers need not be mailed.
    """
    actor, watchers = _at(desk, connection_id, topic)
    if not isinstance(actor, Visitor):
        raise ForbiddenError("This connection may not say so.")
    presence = Presence(person=actor.id, name="", doing=doing, until=desk.clock.wall() + PRESENT)
    desk.live.board.note(topic, connection_id, presence)
    said = {"type": "visitor", "doing": doing, "seen": seen, "seconds": _seconds(PRESENT)}
    _push(desk, topic, _staff(watchers), said)


def _at(desk: Desk, connection_id: str, topic: str) -> tuple[Actor, Sequence[Watcher]]:
    actor = desk.live.board.actor(connection_id)
    if actor is None or not live.can_be([topic]):
        raise ForbiddenError("This connection may not say so.")
    watchers = desk.live.board.watchers(topic)
    if connection_id not in {watcher.connection_id for watcher in watchers}:
        raise ForbiddenError("This connection does not watch that.")
    return actor, watchers


def _staff(watchers: Sequence[Watcher]) -> list[Watcher]:
    return [watcher for watcher in watchers if watcher.staff]


def _push(desk: Desk, topic: str, watchers: Sequence[Watcher], message: dict[str, Any]) -> None:
    each(watchers, lambda watcher: live.push(desk.live, message, watcher.connection_id, [topic]))


def _seconds(lasts: timedelta) -> int:
    return int(lasts.total_seconds())
