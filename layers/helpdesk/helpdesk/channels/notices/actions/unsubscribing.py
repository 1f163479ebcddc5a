"""No more mail of something, by one click in a mail program."""

from typing import Final

from msgspec.structs import replace

from helpdesk.channels.notices.rules.unsubscribing import unsubscriber
from helpdesk.core.preferences.rules import without_mail
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import ConflictError

ATTEMPTS: Final = 5


def unsubscribe(desk: Desk, token: str) -> None:
    """Said again it changes nothing. Raises SignInError."""
    person, concern = unsubscriber(desk, token)
    for _ in range(ATTEMPTS):
        held = desk.preferences.get(person)
        chosen = without_mail(held, concern)
        if chosen == held:
            return
        try:
            desk.preferences.put(person, replace(chosen, revision=held.revision + 1))
        except ConflictError:
            continue
        return
    raise ConflictError("These settings were saved by others all the time. Please try again.")
