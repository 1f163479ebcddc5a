"""What those are told who work on a ticket. Answers to these mails go to the side, never to the requester."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.letters import Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.letters import Recipient
    from helpdesk.foundation.desk import Desk


def _which(_desk: Desk, ticket: Ticket, entry: Entry, _reader: Recipient) -> Mapping[str, str]:
    which = getattr(entry.event, "side", "")
    return {"side": next((side.subject for side in ticket.sides if side.id == which), "")}


ANSWERED: Final = Template(
    name="side_answered",
    texts={
        "en": '{author} answered in the side conversation "{side}" of {id} "{subject}":\n\n{body}\n\nWho asked does '
        "not see this. If you reply to this mail, your answer goes to the side conversation.\n\n{footer}",
        "de": '{author} hat im Nebengespräch "{side}" zu {id} "{subject}" geantwortet:\n\n{body}\n\nDie anfragende '
        "Person sieht das nicht. Wenn Sie auf diese Mail antworten, geht Ihre Antwort in das Nebengespräch."
        "\n\n{footer}",
    },
    to_staff=True,
    concern=Concern.REPLIED,
    said=_which,
)

RETURNED: Final = Template(
    name="side_returned",
    texts={
        "en": 'Your mail in the side conversation "{side}" of {id} "{subject}" did not arrive at:\n\n{body}\n\n'
        "Please check the address, or ask in another way.\n\n{footer}",
        "de": 'Ihre Mail im Nebengespräch "{side}" zu {id} "{subject}" ist nicht angekommen bei:\n\n{body}\n\n'
        "Bitte prüfen Sie die Adresse, oder fragen Sie auf anderem Weg nach.\n\n{footer}",
    },
    to_staff=True,
    concern=Concern.REPLIED,
    said=_which,
)

LETTERS: Final = (ANSWERED, RETURNED)
