from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.foundation.kernel.errors import MovedError, RefusedError
from helpdesk.foundation.kernel.refusals import reason

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.kernel.actors import Actor


class TransitionRefusedError(RefusedError):
    code = "transition_refused"


class StaleError(MovedError):
    """The caller's If-Match names an older revision; `current` is what they may look at instead."""

    code = "stale"

    def __init__(self, current: Ticket, by: Actor) -> None:
        super().__init__(f"{current.id} was changed meanwhile: it is at revision {current.revision}.")
        self.current = current
        self.by = by


NO_CATEGORY: Final = reason("no_category", "there is no category {name}")

NO_STATE: Final = reason("no_state", "there is no state {name}; states are {known}")

LEVEL_EMPTY: Final = reason("level_empty", "no team takes tickets at {level}")

CANCEL_REASON: Final = reason("cancel_reason", "please say why it is cancelled")

NOT_WAITING: Final = reason("not_waiting", "only a waiting ticket comes back by itself; {state} is no waiting state")

NOT_ON_HOLD: Final = reason("not_on_hold", "only a ticket on hold waits for a vendor; {state} is no such state")

WHOSE: Final = reason("whose", "please say whose tickets: those of a team, an assignee, a requester or an organization")

NO_PICTURE: Final = reason("no_picture", "a picture in the text is none of the files that come with it: {name}")

NOTE_OF_NOBODY: Final = reason("note_of_nobody", "what the requester said is no internal note")

WHOM: Final = reason("whom", "please say who it is: by their id or by their mail address")

NOTED_TO_NOBODY: Final = reason(
    "noted_to_nobody", "what the requester said elsewhere is mailed to nobody, so nobody can get a blind copy of it"
)

NOTE_TO_NOBODY: Final = reason("note_to_nobody", "a note is for those who work on tickets: nobody else is added by it")
