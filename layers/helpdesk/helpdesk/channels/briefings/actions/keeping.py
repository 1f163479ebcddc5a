"""Leads choose which reports they have sent to them, and when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.channels.briefings.rules.briefing import MOST, BriefingsFullError, Errand
from helpdesk.channels.briefings.rules.schedule import due_after
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import BusyError, ConflictError, NotFoundError
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Sequence

    from helpdesk.channels.briefings.rules.briefing import Briefing
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

RACES: Final = 3
"""It moves on while somebody saves it only when it has just been sent."""


def own(desk: Desk, who: Person) -> Sequence[Briefing]:
    roles.lead_only(who.as_actor())
    return desk.briefings.kept.of(who.id)


def read(desk: Desk, who: Person, briefing_id: str) -> Briefing:
    held = _held(desk, who, briefing_id)
    if held is None:
        raise NotFoundError("briefing", briefing_id)
    return held


def make(desk: Desk, who: Person, wanted: Briefing) -> Briefing:
    return save(desk, who, replace(wanted, id=desk.new_id()), 0)


def save(desk: Desk, who: Person, wanted: Briefing, revision: int | None) -> Briefing:
    """Make it or put it in place of the `revision` that was seen."""

    def saved() -> Briefing:
        held = _held(desk, who, wanted.id)
        if held is None and len(own(desk, who)) >= MOST:
            raise BriefingsFullError(f"Nobody has more than {MOST} reports sent to them.")
        made = _timed(desk, who, replace(wanted, revision=following(revision, held.revision if held else 0)))
        desk.briefings.kept.put(made, held)
        return made

    return _again(saved)


def delete(desk: Desk, who: Person, briefing_id: str, revision: int | None) -> Briefing:
    def deleted() -> Briefing:
        held = read(desk, who, briefing_id)
        following(revision, held.revision)
        desk.briefings.kept.delete(held)
        return held

    return _again(deleted)


def send_now(desk: Desk, who: Person, briefing_id: str) -> Briefing:
    """To see what will come: once a minute, however often it is asked for."""
    held = read(desk, who, briefing_id)
    now = desk.clock.now()
    minute = now - timedelta(seconds=now.second, microseconds=now.microsecond)
    desk.briefings.senders.begin(Errand(person=who.id, briefing=held.id, at=minute))
    return held


def _timed(desk: Desk, who: Person, briefing: Briefing) -> Briefing:
    if briefing.report not in REPORTS:
        raise NotFoundError("report", briefing.report)
    return replace(briefing, due=due_after(desk.clock.now(), briefing.rhythm, briefing.at, who.timezone or "UTC"))


def _held(desk: Desk, who: Person, briefing_id: str) -> Briefing | None:
    roles.lead_only(who.as_actor())
    return desk.briefings.kept.get(who.id, briefing_id)


def _again(change: Callable[[], Briefing]) -> Briefing:
    for _ in range(RACES):
        try:
            return change()
        except ConflictError:
            continue
    raise BusyError("This is being sent at the moment. Please try again.")
