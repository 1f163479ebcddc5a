"""What the API gives of reports by mail."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.channels.briefings.rules.schedule import Rhythm
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Channel, Priority

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable

    from helpdesk.channels.briefings.rules import briefing


class Briefing(View):
    """`revision` is the ETag."""

    id: str
    name: str
    report: str
    rhythm: Rhythm
    at: str = Field(description="The time of day, in the zone of whoever gets it.")
    team: str | None
    organization: str | None
    priority: Priority | None
    channel: Channel | None
    handled_by: str | None
    due: datetime = Field(description="When it is sent next.")
    revision: int


class BriefingList(View):
    items: list[Briefing]


def briefing_view(kept: briefing.Briefing) -> Briefing:
    return Briefing(
        id=kept.id,
        name=kept.name,
        report=kept.report,
        rhythm=kept.rhythm,
        at=kept.at,
        team=kept.filter.team,
        organization=kept.filter.organization,
        priority=Priority(kept.filter.priority) if kept.filter.priority else None,
        channel=Channel(kept.filter.channel) if kept.filter.channel else None,
        handled_by=kept.filter.person,
        due=kept.due,
        revision=kept.revision,
    )


def list_view(kept: Iterable[briefing.Briefing]) -> BriefingList:
    return BriefingList(items=[briefing_view(each) for each in kept])
