"""Rules tried on past tickets: what each would have become, beside what it became when it came in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from helpdesk.capabilities.routing.rules.route import Route, route
from helpdesk.capabilities.routing.rules.rule import Incoming, Rule
from helpdesk.core.record.affected import raised
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import TicketId

MOST_TRIED: Final = 200  # tickets at once
_SET: Final = ("kind", "category", "impact", "urgency")

_ADDED: Final = ("tags", "skills")


class Difference(Struct, frozen=True, kw_only=True):
    field: str
    was: str | None
    would: str | None


class PastRun(Struct, frozen=True, kw_only=True):
    """The rules tried on one ticket."""

    ticket_id: TicketId
    subject: str
    created_at: datetime
    matched: tuple[str, ...]
    """The rules that hold for it now."""
    matched_at_first: tuple[str, ...]
    """Those that did when it came in."""
    differences: tuple[Difference, ...]


def tried(entry: Entry, rules: tuple[Rule, ...], terms: TicketTerms) -> PastRun:
    """The rules on one ticket, by the entry that made it. What a rule set then counts as what came in: nothing else
    of it is kept.
    """
    created = entry.event
    if not isinstance(created, TicketCreated):
        raise TypeError(f"{entry.ticket_id} begins with {entry.type}")
    found = route(_incoming(entry, created), rules, terms)
    return PastRun(
        ticket_id=entry.ticket_id,
        subject=created.subject,
        created_at=entry.at,
        matched=found.rules,
        matched_at_first=created.rules,
        differences=tuple(_differences(created, found)),
    )


def _incoming(entry: Entry, created: TicketCreated) -> Incoming:
    words = entry.personal or Personal()
    return Incoming(
        text=f"{created.subject}\n{words.body or ''}{words.answers.text if words.answers else ''}",
        channel=created.channel,
        kind=created.kind,
        sender=words.email or "",
        organization=created.organization,
        plan=created.plan,
        category=created.category,
        language=created.text_language or created.language,
        assets=created.assets,
        spf=created.spf,
        dkim=created.dkim,
        dmarc=created.dmarc,
        mailbox=created.mailbox,
        at=entry.at,
    )


def _differences(created: TicketCreated, found: Route) -> Sequence[Difference]:
    would: dict[str, Any] = {"level": found.level, "team": found.team}
    would |= {name: getattr(found.then, name) or getattr(created, name) for name in _SET}
    would["impact"] = raised(found.then.impact or created.impact_before or created.impact, created.assets)
    would |= {name: ", ".join(getattr(found.then, name)) for name in _ADDED}
    was = {name: getattr(created, name) for name in ("level", "team", *_SET)}
    was |= {name: ", ".join(getattr(created, name)) for name in _ADDED}
    return [Difference(field=name, was=was[name], would=would[name]) for name in would if was[name] != would[name]]
