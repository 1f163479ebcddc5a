"""Mailboxes: to which of them a mail came, and who may write there."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import Level, TeamId

MOST_MAILBOXES: Final = 100

MOST_ALIASES: Final = 50

LONGEST_REOPENING: Final = 365

ADDRESS_OF_TWO: Final = reason("address_of_two", "{name} is an address of another mailbox here")

PLUS_ADDRESS: Final = reason("plus_address", "{name} has a plus: what stands behind one comes in anyway")


class Writers(StrEnum):
    """Whose mail makes tickets. Who takes part in one may always answer."""

    ANYBODY = "anybody"
    KNOWN = "known"
    """People of the directory."""
    ORGANIZATIONS = "organizations"
    """People of an organization, be it by their address."""


class Mailbox(Struct, frozen=True, kw_only=True):
    """Mail to its address, to any of its aliases, and to these with anything behind a plus."""

    id: str
    address: str
    aliases: tuple[str, ...] = ()
    name: str = ""
    """What people know the desk by that writes from it."""
    team: TeamId | None = None
    """Has its tickets; without one the intake rules say who."""
    level: Level | None = None
    """That of the team, when it was saved."""
    language: str = "en"
    """Of whom it is not known what they speak."""
    signature: str = ""
    acknowledges: bool = True
    writers: Writers = Writers.ANYBODY
    reopens_for_days: int = 14
    """How long a reply takes up again what is closed; afterwards it begins a ticket that follows."""

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset(map(folded, (self.address, *self.aliases)))

    @property
    def reopens_for(self) -> timedelta:
        return timedelta(days=self.reopens_for_days)


NONE: Final = Mailbox(id="", address="")
"""What holds where a mail came to no mailbox, as answers do that only bear a ticket's token."""


def without_plus(address: str) -> str:
    """The address without what stands behind a plus, in the form in which addresses are compared."""
    local, at, domain = folded(address).rpartition("@")
    return f"{local.partition('+')[0] or local}{at}{domain}"


def mailbox_of(recipients: Iterable[str], mailboxes: Sequence[Mailbox]) -> Mailbox | None:
    """The first of them that a mail came to."""
    wanted = {form for each in recipients for form in (folded(each), without_plus(each))}
    return next((mailbox for mailbox in mailboxes if mailbox.addresses & wanted), None)


def is_ours(address: str, mailboxes: Sequence[Mailbox]) -> bool:
    return mailbox_of([address], mailboxes) is not None
