"""Why a ticket went where it is, as the API tells it."""

from datetime import datetime

from helpdesk.capabilities.assignment.actions.line import Place
from helpdesk.capabilities.reasons.actions import Reasons
from helpdesk.core.assets.views import AffectedAsset, affected
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Scale


class Candidate(View):
    id: str
    name: str
    held: int
    out: str
    score: list[float]


class Decision(View):
    """`type` is the fact; `reason` why it came to this, `others` how many more were out for what."""

    at: datetime
    type: str
    reason: str
    assignee: str | None
    candidates: list[Candidate]
    others: list[str]


class Waiting(View):
    """`ahead` stand in line before it; `expected_seconds` is an estimate, null when there is nothing to go by."""

    reason: str
    ahead: int
    expected_seconds: int | None
    again_at: datetime | None
    alert_at: datetime | None


class RaisedImpact(View):
    """The `assets` that were named asked for more than the impact it `was`; `now` is what they made of it."""

    at: datetime
    was: Scale
    now: Scale
    assets: list[AffectedAsset]


class Routing(View):
    """Which rules matched, who was considered and why each was out, and where it stands if it waits."""

    rule: str
    rules: list[str]
    skills: list[str]
    tags: list[str]
    text_language: str | None
    raised_impact: list[RaisedImpact]
    decisions: list[Decision]
    waiting: Waiting | None


def routing_view(found: Reasons, place: Place | None) -> Routing:
    ticket, created = found.ticket, found.created
    waiting = None
    if place:
        waiting = Waiting(
            reason=ticket.queue_reason or "",
            ahead=place.ahead,
            expected_seconds=place.expected_seconds,
            again_at=ticket.again_at,
            alert_at=ticket.alert_at,
        )
    return Routing(
        rule=created.rule,
        rules=list(created.rules or ()),
        skills=list(ticket.skills),
        tags=list(ticket.tags),
        text_language=ticket.text_language,
        raised_impact=[_raised(entry) for entry in found.raised],
        decisions=[_decision(entry, found) for entry in found.decisions],
        waiting=waiting,
    )


def _raised(entry: Entry) -> RaisedImpact:
    """Of the assets named, those that asked for as much as it became."""
    was, now, named = (getattr(entry.event, name) for name in ("impact_before", "impact", "assets"))
    asking = [affected(asset) for asset in named if asset.impact == now]
    return RaisedImpact(at=entry.at, was=was, now=now, assets=asking)


def _decision(entry: Entry, found: Reasons) -> Decision:
    event = entry.event
    reasons = getattr(event, "reasons", ())
    candidates = [
        Candidate(id=c.person, name=found.names.get(c.person, ""), held=c.held, out=c.out, score=list(c.score))
        for c in getattr(event, "candidates", ())
    ]
    return Decision(
        at=entry.at,
        type=entry.type,
        reason=reasons[0] if reasons else getattr(event, "reason", "") or getattr(event, "cause", ""),
        assignee=getattr(event, "assignee", None),
        candidates=candidates,
        others=list(getattr(event, "others", ())),
    )
