"""Attachments: where browsers may put them, and keeping those that a ticket names."""

from collections.abc import Sequence
from typing import Final

from helpdesk.desk import Desk
from helpdesk.domain.errors import InvalidError
from helpdesk.domain.refusals import FILE_SIZE
from helpdesk.ports import Upload

MAX_BYTES: Final = 25_000_000


def offer(desk: Desk, session: str, size: int) -> Upload:
    """A place for one file of this session (form, or person); it is gone after a day unless a ticket names it."""
    if not 0 < size <= MAX_BYTES:
        raise InvalidError.at("size", FILE_SIZE(most=MAX_BYTES // 1_000_000))
    return desk.files.offer_upload(session, desk.new_id(), size)


def keep(desk: Desk, attachment_ids: Sequence[str]) -> list[str]:
    """Keep the files an entry names, under the types they really have; the ids of those that never came."""
    return [attachment_id for attachment_id in attachment_ids if not desk.files.keep(attachment_id)]
