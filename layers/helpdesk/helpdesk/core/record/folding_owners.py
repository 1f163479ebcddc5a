"""What facts about its owner, team and line mean for the head."""

from collections.abc import Mapping
from typing import Any, Final

from helpdesk.core.record.assignment import MANUAL
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.levels import Escalation
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import PersonId

# A ticket that comes to another team begins anew there.
UNOWNED: Final[Mapping[str, Any]] = {
    "assignee": None, "assignee_name": None, "passed": (), "queue_reason": None, "again_at": None, "alert_at": None,
    "respond_by": None,
}  # fmt: skip


def _owned(entry: Entry, event: Any) -> Mapping[str, Any]:
    name = entry.personal.name if entry.personal else None
    return {
        "assignee": event.assignee,
        "assignee_name": name,
        "queue_reason": None,
        "again_at": event.until,
        "alert_at": None,
    }


def assigned(ticket: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    return {**_owned(entry, event), "respond_by": event.respond_by, "passed": _passed(ticket, event)}


def handed_over(ticket: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    moved = UNOWNED if event.team != ticket.team else {"respond_by": None, "passed": _passed(ticket, event)}
    return {**moved, **_owned(entry, event), "team": event.team}


def _passed(ticket: Ticket, event: Any) -> tuple[PersonId, ...]:
    """Who gave it back by hand does not get it again by itself; who was away may."""
    by_hand = getattr(event, "cause", MANUAL) == MANUAL
    gave_back = (event.previous,) if by_hand and event.assignee is None and event.previous else ()
    return tuple(dict.fromkeys((*ticket.passed, *gave_back)))


def queued(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {
        "queue_reason": event.reason,
        "again_at": event.again_at,
        "alert_at": event.alert_at or ticket.alert_at,
    }


def unattended(_: Ticket, __: Entry, ___: Any) -> Mapping[str, Any]:
    return {"alert_at": None}


def reviewed(_: Ticket, __: Entry, event: Any) -> Mapping[str, Any]:
    return {"again_at": event.again_at}


def escalated(ticket: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    raised = Escalation(
        id=entry.id,
        at=entry.at,
        team=event.previous_team,
        level=event.previous_level,
        to_level=event.level,
        category=ticket.category,
        cause=event.cause,
    )
    return {**UNOWNED, "level": event.level, "team": event.team, "escalations": (*ticket.escalations, raised)}


def deescalated(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    """What was raised from this level or above it has its answer."""
    left = tuple(raised for raised in ticket.escalations if raised.level < event.level)
    return {**UNOWNED, "level": event.level, "team": event.team, "escalations": left}
