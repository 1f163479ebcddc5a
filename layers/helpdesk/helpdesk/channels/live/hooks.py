"""How others tell open browsers of what they watch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from helpdesk.foundation.kernel.apart import each, tried
from helpdesk.foundation.kernel.text import is_whole

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.live.ports import LivePorts
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Visitor

    Message = Mapping[str, Any]


MAX_TOPICS: Final = 20

MAX_LENGTH: Final = 100


def can_be(topics: Sequence[str]) -> bool:
    """Others would be refused by the table."""
    return len(topics) <= MAX_TOPICS and all(len(topic) <= MAX_LENGTH and is_whole(topic) for topic in topics)


def holds(desk: Desk, visitor: Visitor) -> bool:
    """Whether their link has not ended; in real time, as it was signed."""
    return visitor.until is not None and visitor.until > desk.clock.wall()


def still_visits(desk: Desk, visitor: Visitor) -> bool:
    """Whether somebody may still hear of the ticket of their link, as it is now."""
    from helpdesk.core.tickets.rules import access  # noqa: PLC0415 - only who has visitors pays for it

    if visitor.ticket_id is None or not holds(desk, visitor):
        return False
    return any(access.sees(visitor, ticket) for ticket in desk.tickets.heads([visitor.ticket_id]))


def nobody(_visitor: Visitor) -> bool:
    return False


def tell(
    live: LivePorts,
    topics: Sequence[str],
    message: Message | Callable[[], Message],
    *,
    public: bool,
    still: Callable[[Visitor], bool] = nobody,
) -> int:
    """Tell every browser that watches one of these, requesters only of what is public, and visitors only if they may
    `still` hear of it; how many were told. A message that has to be made is made only where somebody watches.

    Each learns which of its own topics it is: who else is concerned, and which team, is not for everybody. One that
    cannot be reached is raised when all others were told; then they are told again, by which they only look again.
    """
    found, unknown = tried(topics, lambda topic: (topic, live.board.watchers(topic)))
    told: dict[str, list[str]] = {}
    for topic, watchers in found:
        for watcher in watchers:
            if watcher.staff or (public and (watcher.visitor is None or still(watcher.visitor))):
                told.setdefault(watcher.connection_id, []).append(topic)
    if told:
        made = message() if callable(message) else message
        each(told.items(), lambda to: push(live, made, *to))
    for _, error in unknown:
        raise error
    return len(told)


def push(live: LivePorts, message: Mapping[str, Any], connection_id: str, topics: Sequence[str]) -> None:
    """One that is gone is forgotten."""
    if not live.browsers.push(connection_id, {**message, "topics": topics}):
        live.board.forget(connection_id, topics)
