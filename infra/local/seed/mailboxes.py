"""The two mailboxes of the demo: one for everybody, one of a team."""

from typing import Final

from helpdesk.channels.mail.actions import mailboxes
from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.core.tickets.settings import IT_OPERATIONS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Role

from infra.local.settings import MAIL_DOMAIN

SEEDING: Final = Actor(id="system:seed", role=Role.ADMIN, name="seed")

MAILBOXES: Final = (
    Mailbox(
        id="help",
        address=f"help@{MAIL_DOMAIN}",
        aliases=(f"support@{MAIL_DOMAIN}",),
        name="Demo Help Desk",
        signature="Demo Help Desk",
    ),
    Mailbox(
        id="betrieb",
        address=f"betrieb@{MAIL_DOMAIN}",
        name="Demo IT-Betrieb",
        team=IT_OPERATIONS,
        language="de",
        signature="Ihr IT-Betrieb",
    ),
)


def fill(desk: Desk) -> None:
    """Unless somebody saved mailboxes before."""
    now = mailboxes.read(desk, SEEDING)
    if not now.revision:
        mailboxes.save(desk, SEEDING, MAILBOXES, 0)
