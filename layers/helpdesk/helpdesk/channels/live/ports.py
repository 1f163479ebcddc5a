from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from helpdesk.channels.live.rules import Listed, Presence
from helpdesk.foundation.kernel.actors import Visitor

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.kernel.actors import Actor


class Watcher(Struct, frozen=True, kw_only=True):
    """An open browser that watches a topic; staff see internal facts too."""

    connection_id: str
    staff: bool
    presence: Presence | None = None
    visitor: Visitor | None = None
    """Who is there by a link: whether it still holds is looked at before they are told something."""


class Noted(Struct, frozen=True, kw_only=True):
    before: Presence | None
    """What was kept in its place."""


class LiveBoard(Protocol):
    """Open browsers and what they watch. Everything here is gone after the two hours a connection can last."""

    def issue(self, secret: str, actor: Actor, lifetime: timedelta) -> None:
        """Keep a one-use admission."""

    def admit(self, secret: str, connection_id: str) -> Actor | None:
        """Use an admission up and open the connection; None when it is unknown, used or too old."""

    def arrive(self, person: str, connection_id: str) -> bool:
        """Note a connection as somebody's; whether it is the only one they have."""

    def depart(self, person: str, connection_id: str) -> bool:
        """Take a connection from somebody; whether it was the last one they had."""

    def actor(self, connection_id: str) -> Actor | None: ...

    def watch(
        self, connection_id: str, topics: Sequence[str], *, staff: bool, visitor: Visitor | None = None
    ) -> None: ...

    def unwatch(self, connection_id: str, topics: Sequence[str]) -> None: ...

    def leave(self, connection_id: str) -> Actor | None:
        """The connection is closed; whose it was, None when that was known before."""

    def forget(self, connection_id: str, topics: Sequence[str]) -> None:
        """A browser that watches these topics is gone. That its connection closed is told by itself."""

    def note(self, topic: str, connection_id: str, presence: Presence) -> Noted | None:
        """Keep that somebody is there, with what they watch; None when their connection does not watch that."""

    def keep_listed(self, topic: str, listed: Listed) -> None:
        """Keep who is at one of the tickets that this topic is about, in place of who was there before."""

    def listed(self, topic: str) -> Sequence[Listed]:
        """Those of its tickets at which somebody is."""

    def watchers(self, topic: str) -> Sequence[Watcher]: ...

    def watched(self, topics: Sequence[str]) -> frozenset[str]:
        """Those of the topics that somebody may be watching, in one request: never too few. Some that nobody watches
        any more are among them for as long as a connection can last.
        """


class Browsers(Protocol):
    def push(self, connection_id: str, message: dict[str, Any]) -> bool:
        """Send to one open browser; False when it is gone."""


class LivePorts(Struct, frozen=True, kw_only=True):
    board: LiveBoard
    browsers: Browsers
