"""Editing a ticket: which fields change, and which others follow."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import fields

from helpdesk.core.record.affected import raised
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.core.tickets.rules.moving import check_open
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Priority

_PATCHABLE = {field.name for field in fields(TicketUpdated)} - {"policy", "impact_before", "level", "team", "reason"}
"""Level and team are no fields to choose: a ticket escalates, is sent back, handed over, or its routing corrected."""


def update(ticket: Ticket, wishes: Mapping[str, Any], settings: TicketTerms) -> list[Fact]:
    """Change fields. New assets may raise the impact. Impact and urgency decide the priority again unless the same
    change sets one.
    """
    check_open(ticket)
    changes = {
        name: value
        for name, value in wishes.items()
        if name in _PATCHABLE and value is not None and _is_other(ticket, name, value)
    }
    settings.check_category(changes.get("category") or None)
    changes = _raised(ticket, changes)
    if "priority" not in wishes and changes.keys() & {"impact", "urgency"}:
        impact, urgency = changes.get("impact", ticket.impact), changes.get("urgency", ticket.urgency)
        changes |= _if_other("priority", settings.priority(impact, urgency), ticket)
    return [Fact(event=TicketUpdated(**changes))] if changes else []


def _is_other(ticket: Ticket, name: str, value: Any) -> bool:
    """Saying which assets there are, and be it none, also answers what the sender called one."""
    return (value or None) != (getattr(ticket, name) or None) or (name == "assets" and ticket.unknown_asset is not None)


def _if_other(name: str, value: Priority, ticket: Ticket) -> dict[str, Any]:
    return {name: value} if value != getattr(ticket, name) else {}


def _raised(ticket: Ticket, changes: dict[str, Any]) -> dict[str, Any]:
    """With the impact that assets ask for which the ticket did not name before: those it had were heard."""
    before = {asset.id for asset in ticket.assets}
    wanted = changes.get("impact", ticket.impact)
    impact = raised(wanted, [asset for asset in changes.get("assets", ()) if asset.id not in before])
    if impact == wanted:
        return changes
    others = {name: value for name, value in changes.items() if name != "impact"}
    return others if impact == ticket.impact else others | {"impact": impact, "impact_before": wanted}
