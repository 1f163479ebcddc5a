"""How somebody is told on their devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.channels.notices.rules.telling import Way
from helpdesk.channels.push.rules import PushNote, title
from helpdesk.foundation.kernel.apart import each

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.push.rules import Device
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.preferences.rules import Concern
    from helpdesk.core.tickets.rules.hooks import Told
    from helpdesk.foundation.desk import Desk


def _tell(desk: Desk, told: Told, concern: Concern, person: Person) -> None:
    """Every device is tried, and one that takes notes no longer is forgotten. A note that comes twice shows once: it is
    called by its entry.
    """
    ticket_id = told.ticket.id
    note = PushNote(
        title=title(concern, ticket_id, person.language), ticket_id=ticket_id, concern=concern, entry=told.entry.id
    )

    def send(device: Device) -> None:
        if not desk.push.service.send(device, note):
            desk.push.devices.remove(person.id, device.id)

    each(desk.push.devices.of(person.id), send)


WAY: Final = Way(name="push", tell=_tell)
