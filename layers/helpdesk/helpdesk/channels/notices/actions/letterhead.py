"""As whom the desk writes of a ticket: as the mailbox that it came by, and as who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.channels.notices.rules.letterhead import PLAIN, Letterhead
from helpdesk.channels.notices.rules.tokens import reply_address
from helpdesk.channels.notices.settings import letterhead_of
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.vocabulary import PersonId

LONGEST_LOCAL: Final = 64
"""Letters before the @ that every server takes."""

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.letters import Template
    from helpdesk.foundation.desk import Desk


def letterhead(desk: Desk, ticket: Ticket, entry: Entry, template: Template | None = None) -> Letterhead:
    """Colleagues need no signature. Below what somebody wrote stands theirs, or that of the ticket's team, and below
    every letter that of the mailbox. Without a template it is the letter itself that somebody wrote.
    """
    head = _of_mailbox(desk, ticket)
    if template and template.to_staff:
        return replace(head, signature="")
    if (template and template.automatic) or entry.done_by is None:
        return head
    return of_author(desk, ticket, PersonId(entry.done_by))


def of_author(desk: Desk, ticket: Ticket, author: PersonId) -> Letterhead:
    """Where somebody who works here wrote."""
    head = _of_mailbox(desk, ticket)
    signature = "\n\n".join(filter(None, [_signature(desk, ticket, author), head.signature]))
    return replace(head, signature=signature)


def reply_to(desk: Desk, ticket: Ticket, side: str | None) -> str:
    """Answers come in where the ticket did, if mail to that domain does: else where answers always do."""
    local, _, domain = folded(_of_mailbox(desk, ticket).address).rpartition("@")
    if local.isascii() and domain in {*desk.mail_domains, desk.reply_domain}:
        address = reply_address(desk, ticket.id, side, mailbox=local, domain=domain)
        if address.index("@") <= LONGEST_LOCAL:
            return address
    return reply_address(desk, ticket.id, side)


def _of_mailbox(desk: Desk, ticket: Ticket) -> Letterhead:
    return (letterhead_of(desk.settings, ticket.mailed.mailbox) if ticket.mailed else None) or PLAIN


def _signature(desk: Desk, ticket: Ticket, person: PersonId) -> str:
    if own := desk.preferences.get(person).signature:
        return own
    team = desk.staffing.team(ticket.team)
    return team.signature if team else ""
