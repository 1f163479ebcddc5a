"""What the API tells of mail that was sent."""

from datetime import datetime

from helpdesk.channels.notices.rules.sent import DeadAddress, KeptMail, MailState
from helpdesk.foundation.edge.outputs import View


class SentMail(View):
    """`letter` is the kind of letter, `entry` what it told of. `why` is what the other server said, or why nothing was
    sent: `undeliverable` or `too_many`.
    """

    entry: str
    letter: str
    person: str
    address: str
    automatic: bool
    at: datetime
    state: MailState
    state_at: datetime
    why: str


class Signature(View):
    """`signature` is empty where nobody and nothing has one; `outside` stands below a letter to somebody outside."""

    signature: str
    outside: str


class SentMails(View):
    """The oldest first."""

    items: list[SentMail]


class UndeliverableAddress(View):
    """Nothing is sent to it. `state` says whether mail bounced there, or its reader complained."""

    address: str
    state: MailState
    why: str
    since: datetime


class UndeliverableAddresses(View):
    """By address."""

    items: list[UndeliverableAddress]
    cursor: str | None


def sent_view(kept: KeptMail) -> SentMail:
    mail, fate = kept.mail, kept.fate
    return SentMail(
        entry=mail.entry,
        letter=mail.template,
        person=mail.person,
        address=mail.address,
        automatic=mail.automatic,
        at=mail.at,
        state=fate.state,
        state_at=fate.at,
        why=fate.why,
    )


def dead_view(dead: DeadAddress) -> UndeliverableAddress:
    return UndeliverableAddress(address=dead.address, state=dead.state, why=dead.why, since=dead.since)
