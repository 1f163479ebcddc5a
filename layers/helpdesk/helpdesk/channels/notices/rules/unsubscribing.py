"""Links by which who works here wants no more mail of something: https://www.rfc-editor.org/rfc/rfc8058."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

PURPOSE: Final = "unsubscribe"

GOOD_FOR: Final = timedelta(days=365)


def unsubscribe_link(desk: Desk, person: PersonId, concern: Concern | None) -> str:
    """None is the one mail a day."""
    token = desk.signer.sign(PURPOSE, {"p": person, "c": concern and concern.value})
    return f"{desk.site_url}/api/portal/unsubscribe?token={token}"


def unsubscriber(desk: Desk, token: str) -> tuple[PersonId, Concern | None]:
    """Who wants no more mail, and of what; SignInError for a link that was not made here, or is a year old."""
    payload, _ = desk.signer.read(PURPOSE, token, GOOD_FOR)
    return PersonId(payload["p"]), Concern(payload["c"]) if payload["c"] else None
