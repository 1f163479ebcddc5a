"""How others tell open browsers of what they watch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpdesk.foundation.kernel.apart import each, tried

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.live.ports import LivePorts

    Message = Mapping[str, Any]


def tell(live: LivePorts, topics: Sequence[str], message: Message | Callable[[], Message], *, public: bool) -> int:
    """Tell every browser that watches one of these, requesters only of what is public; how many were told. A message
    that has to be made is made only where somebody watches.

    Each learns which of its own topics it is: who else is concerned, and which team, is not for everybody. One that
    cannot be reached is raised when all others were told; then they are told again, by which they only look again.
    """
    found, unknown = tried(topics, lambda topic: (topic, live.board.watchers(topic)))
    told: dict[str, list[str]] = {}
    for topic, watchers in found:
        for watcher in watchers:
            if watcher.staff or public:
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
