"""Who is told what when something happens to a ticket. Nobody is told of what they did themselves."""

from collections.abc import Sequence

from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told


def notices(told: Told, hooks: Sequence[Hooks]) -> list[Notice]:
    """The notices an entry calls for."""
    wanted = [notice for each in hooks for notice in each.notices(told)]
    # The acknowledgement is a receipt: it goes also to the requester who opened the ticket.
    return [notice for notice in wanted if notice.person != told.entry.actor.id or notice.template == "acknowledgement"]
