"""The head is the fold of the entries, and its tape the clock facts in them: nothing else decides either."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.core.record.assignment import (
    AssignmentReviewed,
    TicketAssigned,
    TicketHandedOver,
    TicketQueued,
    TicketUnattended,
)
from helpdesk.core.record.clocks import ClockBreached, ClocksRecomputed, ClockWarned
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event, Personal
from helpdesk.core.record.folding_owners import (
    UNOWNED,
    assigned,
    deescalated,
    escalated,
    handed_over,
    queued,
    reviewed,
    unattended,
)
from helpdesk.core.record.ladders import Climb, LaddersEnded, LadderStarted, LadderStepTaken, TicketAcknowledged
from helpdesk.core.record.levels import LevelNoteKept, TicketDeescalated, TicketEscalated
from helpdesk.core.record.surveys import SatisfactionRated, Survey, SurveyAsked
from helpdesk.core.record.tape import tape_of
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated, TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Phase, Role


def fold(entries: Iterable[Entry], start: Ticket | None = None) -> Ticket:
    """The head that these entries, in commit order, make."""
    ticket = start
    for entry in entries:
        ticket = evolve(ticket, entry)
    if ticket is None:
        raise ValueError("A ticket begins with an entry")
    return ticket


def evolve(ticket: Ticket | None, entry: Entry) -> Ticket:
    if isinstance(entry.event, TicketCreated):
        changed = _created(entry, entry.event)
    elif ticket is None:
        raise ValueError(f"{entry.ticket_id} begins with {entry.type}")
    else:
        acted = {"respond_by": None} if entry.actor.id == ticket.assignee else {}
        changed = replace(ticket, **acted | dict(_CHANGES[type(entry.event)](ticket, entry, entry.event)))
    by_people = entry.actor.role is not Role.SYSTEM
    return replace(
        changed,
        version=entry.version,
        revision=changed.revision + by_people,
        updated_at=entry.at,
        epoch=entry.epoch,
        tape=changed.tape + tape_of(entry),
        promise=entry.promise or changed.promise,
    )


_TAKEN: Final = (
    "kind", "subject", "state", "phase", "impact", "urgency", "priority", "level", "team", "requester", "organization",
    "channel", "language", "category", "policy", "policy_pinned", "text_language", "skills", "tags", "plan",
    "assets", "unknown_asset",
)  # fmt: skip


def _created(entry: Entry, event: TicketCreated) -> Ticket:
    personal = entry.personal or Personal()
    return Ticket(
        id=entry.ticket_id,
        version=entry.version,
        revision=0,
        home_region=entry.region,
        epoch=entry.epoch,
        created_at=entry.at,
        state_since=entry.at,
        updated_at=entry.at,
        requester_name=personal.name or "",
        requester_email=personal.email or "",
        **{name: getattr(event, name) for name in _TAKEN},
    )


_UPDATABLE = (
    "subject", "kind", "category", "impact", "urgency", "priority", "level", "team", "organization", "policy", "plan",
)  # fmt: skip


def _updated(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    changes = {name: value or None for name in _UPDATABLE if (value := getattr(event, name)) is not None}
    if "team" in changes and changes["team"] != ticket.team:
        changes |= UNOWNED
    return changes if event.assets is None else changes | {"assets": event.assets, "unknown_asset": None}


def _fired(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"fired": ticket.fired | {event.step}}


def _state(ticket: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    ended = {"climbs": ()} if event.phase.is_finished else {}
    moved = {"state": event.state, "phase": event.phase, "state_since": entry.at, "until": event.until}
    moved |= {} if event.vendor is None else {"vendor": event.vendor or None}
    return moved | ended | {"survey": _survey_after(ticket, entry, event)}


def _survey_after(ticket: Ticket, entry: Entry, event: Any) -> Survey | None:
    """Solving begins a new survey, unless people would rate their own work. It waits on while the ticket is done."""
    before, by_nobody = ticket.survey, entry.actor.role is Role.SYSTEM
    if event.phase is Phase.SOLVED and not ticket.phase.is_finished:
        own = ticket.requester == ticket.assignee or (entry.actor.role.is_staff and entry.actor.id == ticket.requester)
        cycle = before.cycle + 1 if before else 1
        return Survey(cycle=cycle, since=entry.at, pending=not own, automatic=by_nobody)
    if before is None or not before.pending:
        return before
    done = ticket.phase.is_finished and event.phase.is_finished
    return replace(before, pending=done, automatic=before.automatic or by_nobody)


def _asked(ticket: Ticket, entry: Entry, _: Any) -> Mapping[str, Any]:
    return {"survey": replace(ticket.survey, pending=False, asked_at=entry.at)} if ticket.survey else {}


def _rated(ticket: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    if ticket.survey is None:
        return {}
    return {"survey": replace(ticket.survey, rating=event.rating, rated_at=ticket.survey.rated_at or entry.at)}


def _ladder_started(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"climbs": (*ticket.climbs, Climb(climb=event.climb, next_at=event.next_at))}


def _ladder_step(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    others = tuple(climb for climb in ticket.climbs if climb.climb != event.climb)
    if event.next_at is None:
        return {"climbs": others}
    return {"climbs": (*others, Climb(climb=event.climb, next_at=event.next_at, taken=event.step + 1))}


def _ladders_ended(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"climbs": tuple(climb for climb in ticket.climbs if climb.climb not in event.climbs)}


def _recomputed(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"policy": ticket.policy if event.policy is None else event.policy or None}


def _written(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"text_language": ticket.text_language or event.text_language}


def _nothing(_: Ticket, __: Entry, ___: Any) -> Mapping[str, Any]:
    return {}


_CHANGES: dict[type[Event], Callable[[Ticket, Entry, Any], Mapping[str, Any]]] = {
    MessageAdded: _written,
    TicketUpdated: _updated,
    StateChanged: _state,
    TicketAssigned: assigned,
    TicketQueued: queued,
    TicketUnattended: unattended,
    AssignmentReviewed: reviewed,
    TicketHandedOver: handed_over,
    TicketEscalated: escalated,
    TicketDeescalated: deescalated,
    ClockWarned: _fired,
    ClockBreached: _fired,
    ClocksRecomputed: _recomputed,
    LadderStarted: _ladder_started,
    LadderStepTaken: _ladder_step,
    LevelNoteKept: _nothing,
    TicketAcknowledged: _ladders_ended,
    LaddersEnded: _ladders_ended,
    SurveyAsked: _asked,
    SatisfactionRated: _rated,
}
