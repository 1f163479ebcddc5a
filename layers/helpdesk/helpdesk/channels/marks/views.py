"""What the API gives of how far somebody has read."""

from datetime import datetime

from helpdesk.channels.marks import rules
from helpdesk.foundation.edge.outputs import View


class OwnMark(View):
    """A ticket holds something new when its `revision` is larger, and so does its timeline after `at`."""

    ticket_id: str
    revision: int
    at: datetime


class OwnMarks(View):
    """Tickets that are not named hold something new when they changed after `since`."""

    items: list[OwnMark]
    since: datetime


def mark_view(mark: rules.Mark) -> OwnMark:
    return OwnMark(ticket_id=mark.ticket, revision=mark.revision, at=mark.at)
