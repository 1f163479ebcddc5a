"""What the API gives of what somebody has begun to write."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.channels.drafts import rules
from helpdesk.foundation.edge.outputs import View


class DraftFile(View):
    """An upload, as it is named when the draft is sent."""

    id: str
    name: str
    size: int
    type: str


class OwnDraft(View):
    """`since` is the last entry that was there when it was begun. Its `kind` is `reply`, `note`, or `side-` and the id
    of a side, `new` for one that is not begun. `subject`, `to` and `cc` are as they were typed there.
    """

    ticket_id: str
    kind: str
    body: str
    html: str | None
    attachments: list[DraftFile]
    since: str | None
    at: datetime
    subject: str
    to: str
    cc: str


class DraftLine(View):
    ticket_id: str
    kind: str
    beginning: str
    at: datetime


class OwnDrafts(View):
    items: list[DraftLine]


class DraftWriter(View):
    id: str
    name: str


class ColleaguesDraft(OwnDraft):
    """What somebody else has begun and not sent. Its pictures and files are had by taking it over."""

    writer: DraftWriter


class ColleaguesDrafts(View):
    items: list[ColleaguesDraft]


def draft_view(draft: rules.Draft) -> OwnDraft:
    return OwnDraft(
        ticket_id=draft.ticket,
        kind=draft.kind,
        body=draft.body,
        html=draft.html,
        attachments=[DraftFile(id=file.id, name=file.name, size=file.size, type=file.type) for file in draft.files],
        since=draft.since,
        at=draft.at,
        subject=draft.subject,
        to=draft.to,
        cc=draft.cc,
    )


def colleagues_view(begun: Sequence[rules.Begun]) -> ColleaguesDrafts:
    return ColleaguesDrafts(
        items=[
            ColleaguesDraft(
                **draft_view(each.draft).model_dump(), writer=DraftWriter(id=each.person, name=each.draft.by)
            )
            for each in begun
        ]
    )


def line_view(draft: rules.Draft) -> DraftLine:
    return DraftLine(ticket_id=draft.ticket, kind=draft.kind, beginning=draft.beginning, at=draft.at)
