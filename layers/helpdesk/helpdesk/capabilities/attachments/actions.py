"""Attachments: where browsers may put them, and keeping those that a ticket names."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.capabilities.attachments.rules.refusals import FILE_SIZE
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.listing import TIMELINE_PAGE
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.directions import unmarked
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

MAX_BYTES: Final = 25_000_000
LINK_LIFETIME: Final = timedelta(minutes=5)


def offer(desk: Desk, session: str, size: int, *, begun: bool = False) -> Upload:
    """A place for one file of this session (form, or person), see FileStore: until a ticket names it, drafts may."""
    if not 0 < size <= MAX_BYTES:
        raise InvalidError.at("size", FILE_SIZE(most=MAX_BYTES // 1_000_000))
    return desk.attachments.offer_upload(session, desk.new_id(), size, begun=begun)


def keep(desk: Desk, attachment_ids: Sequence[str]) -> list[str]:
    """Keep the files an entry names, under the types they really have; the ids of those that never came."""
    kept = each(attachment_ids, desk.attachments.keep)
    return [attachment_id for attachment_id, came in zip(attachment_ids, kept, strict=True) if not came]


def attachment_link(desk: Desk, by: Actor, ticket_id: TicketId, attachment_id: str, version: int | None = None) -> str:
    """A short-lived download address of a file on a message the actor may see.

    `version` is the commit the message came with; without it the newest page of the timeline is searched.
    Raises NotFoundError, AttachmentPendingError.
    """
    for entry in access.shown_to(by, _entries(desk, by, ticket_id, version)):
        for attachment in getattr(entry.event, "attachments", ()):
            if attachment.id == attachment_id:
                return desk.attachments.link(attachment.id, unmarked(attachment.name), LINK_LIFETIME)
    raise NotFoundError("attachment", attachment_id)


def _entries(desk: Desk, by: Actor, ticket_id: TicketId, version: int | None) -> Sequence[Entry]:
    if version is None:
        page = desk.tickets.timeline(ticket_id, None, TIMELINE_PAGE)
        access.visible_to(by, page.ticket)
        return page.entries
    access.visible_to(by, desk.tickets.get(ticket_id))
    return desk.tickets.commit(ticket_id, version)
