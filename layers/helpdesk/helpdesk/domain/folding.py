"""The head is the fold of the entries, and its tape the clock facts in them: nothing else decides either."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.domain import events, folding_owners
from helpdesk.domain.events import Event, Personal
from helpdesk.domain.tape import FactKind, TapeFact
from helpdesk.domain.tickets import Climb, Entry, Survey, Ticket
from helpdesk.domain.vocabulary import Phase, Role, Visibility


def fold(entries: Iterable[Entry], start: Ticket | None = None) -> Ticket:
    """The head that these entries, in commit order, make."""
    ticket = start
    for entry in entries:
        ticket = evolve(ticket, entry)
    if ticket is None:
        raise ValueError("A ticket begins with an entry")
    return ticket


def evolve(ticket: Ticket | None, entry: Entry) -> Ticket:
    if isinstance(entry.event, events.TicketCreated):
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


def _created(entry: Entry, event: events.TicketCreated) -> Ticket:
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
        changes |= folding_owners.UNOWNED
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
    events.MessageAdded: _written,
    events.TicketUpdated: _updated,
    events.StateChanged: _state,
    events.TicketAssigned: folding_owners.assigned,
    events.TicketQueued: folding_owners.queued,
    events.TicketUnattended: folding_owners.unattended,
    events.AssignmentReviewed: folding_owners.reviewed,
    events.TicketHandedOver: folding_owners.handed_over,
    events.TicketEscalated: folding_owners.escalated,
    events.TicketDeescalated: folding_owners.deescalated,
    events.ClockWarned: _fired,
    events.ClockBreached: _fired,
    events.ClocksRecomputed: _recomputed,
    events.LadderStarted: _ladder_started,
    events.LadderStepTaken: _ladder_step,
    events.LevelNoteKept: _nothing,
    events.TicketAcknowledged: _ladders_ended,
    events.LaddersEnded: _ladders_ended,
    events.SurveyAsked: _asked,
    events.SatisfactionRated: _rated,
}


def tape_of(entry: Entry) -> tuple[TapeFact, ...]:
    """The clock facts in one entry. The head's tape is these of all its entries, in order: a test holds it to that."""
    return tuple(TapeFact(at=entry.at, kind=kind, value=value) for kind, value in _facts(entry.event))


def _facts(event: Event) -> list[tuple[FactKind, str]]:
    match event:
        case events.TicketCreated():
            facts = [
                (FactKind.CREATED, ""),
                (FactKind.STATE, f"{event.state}/{event.phase}"),
                (FactKind.PRIORITY, event.priority.value),
                (FactKind.LEVEL, event.level.value),
            ]
            return facts + ([(FactKind.POLICY, event.policy)] if event.policy else [])
        case events.MessageAdded(automatic=False, visibility=Visibility.PUBLIC):
            return [(FactKind.AGENT_REPLY if event.by.is_staff else FactKind.REQUESTER_MESSAGE, "")]
        case events.StateChanged():
            waited_for = [] if event.vendor is None else [(FactKind.VENDOR, event.vendor)]
            return [(FactKind.STATE, f"{event.state}/{event.phase}"), *waited_for]
        case events.TicketUpdated():
            return _changed_facts(event)
        case events.TicketEscalated() | events.TicketDeescalated():
            return [(FactKind.LEVEL, event.level.value), (FactKind.OWNER, "")]
        case events.TicketAssigned() | events.TicketHandedOver():
            return [(FactKind.OWNER, event.assignee or "")]
        case events.ClocksRecomputed(policy=str(policy)):
            return [(FactKind.POLICY, policy)]
        case _:
            return []


def _changed_facts(event: events.TicketUpdated) -> list[tuple[FactKind, str]]:
    pairs = (
        (FactKind.PRIORITY, event.priority),
        (FactKind.LEVEL, event.level),
        (FactKind.POLICY, event.policy),
    )
    facts = [(kind, str(value)) for kind, value in pairs if value is not None]
    return facts + ([(FactKind.OWNER, "")] if event.team else [])
