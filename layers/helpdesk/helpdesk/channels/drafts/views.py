"""What the API gives of what somebody has begun to write."""

from datetime import datetime

from helpdesk.channels.drafts import rules
from helpdesk.channels.drafts.rules import DraftKind
from helpdesk.foundation.edge.outputs import View


class DraftFile(View):
    """An upload, as it is named when the draft is sent."""

    id: str
    name: str
    size: int
    type: str


class OwnDraft(View):
    """`since` is the last entry that was there when it was begun."""

    ticket_id: str
    kind: DraftKind
    body: str
    html: str | None
    attachments: list[DraftFile]
    since: str | None
    at: datetime


class DraftLine(View):
    ticket_id: str
    kind: DraftKind
    beginning: str
    at: datetime


class OwnDrafts(View):
    items: list[DraftLine]


def draft_view(draft: rules.Draft) -> OwnDraft:
    return OwnDraft(
        ticket_id=draft.ticket,
        kind=draft.kind,
        body=draft.body,
        html=draft.html,
        attachments=[DraftFile(id=file.id, name=file.name, size=file.size, type=file.type) for file in draft.files],
        since=draft.since,
        at=draft.at,
    )


def line_view(draft: rules.Draft) -> DraftLine:
    return DraftLine(ticket_id=draft.ticket, kind=draft.kind, beginning=draft.beginning, at=draft.at)
