"""Open browsers."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from threading import RLock
from typing import Any

from msgspec.structs import replace

from helpdesk.channels.live.ports import Noted, Watcher
from helpdesk.channels.live.rules import CONNECTION_LIFETIME, Listed, Presence
from helpdesk.foundation.kernel.actors import Actor, Visitor


class MemoryLiveBoard:
    """See ports.LiveBoard."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self._lock = RLock()
        self._admissions: dict[str, tuple[Actor, datetime]] = {}
        self._connections: dict[str, Actor] = {}
        self._people: dict[str, dict[str, datetime]] = {}
        self._watchers: dict[str, dict[str, Watcher]] = {}
        self._flags: dict[str, datetime] = {}
        self._listed: dict[str, dict[str, Listed]] = {}

    def issue(self, secret: str, actor: Actor, lifetime: timedelta) -> None:
        with self._lock:
            self._admissions[secret] = actor, self._wall() + lifetime

    def admit(self, secret: str, connection_id: str) -> Actor | None:
        with self._lock:
            actor, until = self._admissions.get(secret, (None, self._wall()))
            if actor is None or until <= self._wall():
                return None
            del self._admissions[secret]
            self._connections[connection_id] = actor
            return actor

    def arrive(self, person: str, connection_id: str) -> bool:
        with self._lock:
            open_ones = self._open(person)
            self._people[person] = {**open_ones, connection_id: self._wall() + CONNECTION_LIFETIME}
            return not open_ones.keys() - {connection_id}

    def depart(self, person: str, connection_id: str) -> bool:
        with self._lock:
            open_ones = self._open(person)
            left = {name: until for name, until in open_ones.items() if name != connection_id}
            self._people[person] = left
            return not left and connection_id in open_ones

    def _open(self, person: str) -> dict[str, datetime]:
        return {name: until for name, until in self._people.get(person, {}).items() if until > self._wall()}

    def actor(self, connection_id: str) -> Actor | None:
        return self._connections.get(connection_id)

    def watch(self, connection_id: str, topics: Sequence[str], *, staff: bool, visitor: Visitor | None = None) -> None:
        with self._lock:
            if connection_id not in self._connections:
                return
            for topic in topics:
                self._flags[topic] = self._wall() + CONNECTION_LIFETIME
                watcher = Watcher(connection_id=connection_id, staff=staff, visitor=visitor)
                self._watchers.setdefault(topic, {})[connection_id] = watcher

    def unwatch(self, connection_id: str, topics: Sequence[str]) -> None:
        with self._lock:
            for topic in topics:
                self._watchers.get(topic, {}).pop(connection_id, None)

    def leave(self, connection_id: str) -> Actor | None:
        with self._lock:
            self.forget(connection_id, list(self._watchers))
            return self._connections.pop(connection_id, None)

    def forget(self, connection_id: str, topics: Sequence[str]) -> None:
        with self._lock:
            for topic in topics:
                self._watchers.get(topic, {}).pop(connection_id, None)

    def note(self, topic: str, connection_id: str, presence: Presence) -> Noted | None:
        with self._lock:
            watcher = self._watchers.get(topic, {}).get(connection_id)
            if watcher is None:
                return None
            self._watchers[topic][connection_id] = replace(watcher, presence=presence)
            return Noted(before=watcher.presence)

    def keep_listed(self, topic: str, listed: Listed) -> None:
        with self._lock:
            self._listed.setdefault(topic, {})[listed.ticket_id] = listed

    def listed(self, topic: str) -> Sequence[Listed]:
        with self._lock:
            return [each for each in self._listed.get(topic, {}).values() if each.people]

    def watched(self, topics: Sequence[str]) -> frozenset[str]:
        with self._lock:
            return frozenset(topic for topic in topics if self._flags.get(topic, self._wall()) > self._wall())

    def watchers(self, topic: str) -> Sequence[Watcher]:
        with self._lock:
            return list(self._watchers.get(topic, {}).values())


class MemoryBrowsers:
    """See ports.Browsers. Every connection is open until it is in `gone`."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.pushed: list[tuple[str, dict[str, Any]]] = []

    def push(self, connection_id: str, message: dict[str, Any]) -> bool:
        if connection_id in self.gone:
            return False
        self.pushed.append((connection_id, message))
        return True
