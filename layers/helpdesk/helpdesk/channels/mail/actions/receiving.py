"""Mail comes in: each becomes one message, or stands in the register with the reason why it did not.

Told of the same mail again, nothing happens. What goes wrong inside is raised, and the mail is told of once more.
"""

import logging
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from helpdesk.channels.live import hooks as live
from helpdesk.channels.live.rules import MAILS
from helpdesk.channels.mail.actions import bounces, writing
from helpdesk.channels.mail.actions.letter import Letter
from helpdesk.channels.mail.ports import TakenIn
from helpdesk.channels.mail.rules.arrival import Again, Arrival
from helpdesk.channels.mail.rules.inviting import mailbox_for
from helpdesk.channels.mail.rules.limits import UnparsableError
from helpdesk.channels.mail.rules.mail import GUESSED, Mail
from helpdesk.channels.mail.rules.mailboxes import NONE, Mailbox, mailbox_of
from helpdesk.channels.mail.rules.parsing import parsed
from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken, taken
from helpdesk.channels.mail.rules.saying import unread
from helpdesk.channels.mail.rules.screening import screened
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.channels.notices.ports import MOST_NAMED
from helpdesk.channels.notices.rules.threads import MailKnownError, MailThread
from helpdesk.channels.notices.rules.tokens import thread_of_token
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import ConflictError

ATTEMPTS: Final = 4

_logger: Final = logging.getLogger(__name__)


def receive(desk: Desk, arrival: Arrival) -> Outcome:
    before = desk.mail.register.get(arrival.id)
    if before and not (arrival.again and before.is_held):
        return before.outcome
    outcome = _received(desk, arrival, before)
    if before or outcome is Outcome.QUARANTINE:
        _tell(desk)
    return outcome


def _tell(desk: Desk) -> None:
    """Who looks at what is held looks again. Mail that was taken in is so, whether anybody could be told or not."""
    _, failed = tried([MAILS], lambda topic: live.tell(desk.live, [topic], {"type": MAILS}, public=False))
    for _, error in failed:
        _logger.warning("nobody could be told of a held mail", exc_info=error)


def _received(desk: Desk, arrival: Arrival, before: Taken | None) -> Outcome:
    raw = desk.mail.raw.read(arrival.key)
    mailboxes = desk.settings.of(MAILBOXES)
    mailbox = mailbox_of(arrival.recipients, mailboxes)
    mail, reason = _read(raw, arrival)
    if mail is None:
        if arrival.again is not Again.RELEASE:
            return _put_aside(desk, taken(arrival, None, Outcome.QUARANTINE, reason), before)
        mail = unread(raw, arrival, (mailbox or NONE).language)
    if arrival.again is Again.RELEASE:
        mail = replace(mail, automatic=tuple(sign for sign in mail.automatic if sign not in GUESSED))
    for _ in range(ATTEMPTS):
        try:
            return _take(desk, arrival, mail, before, mailboxes)
        except (MailKnownError, TransitionRefusedError):
            continue  # another copy was first, or somebody closed the ticket: it is looked at anew
    raise ConflictError(f"{arrival.id} meets others again and again.")


def _read(raw: bytes, arrival: Arrival) -> tuple[Mail | None, Reason | None]:
    """Whatever somebody sends, it never stops the line: what no program can read, a person looks at."""
    try:
        return parsed(raw), None
    except UnparsableError as error:
        return None, Reason(error.reason.value)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        _logger.exception("mail could not be read", extra={"mail": arrival.id})  # a fault of ours, not of the mail
        return None, Reason.UNREADABLE


def _take(desk: Desk, arrival: Arrival, mail: Mail, before: Taken | None, mailboxes: Sequence[Mailbox]) -> Outcome:
    mailbox = mailbox_for(mail, arrival, mailboxes)
    tokens = _tokens(desk, arrival, mail)
    if mailbox is None and not tokens:  # the mailbox may be as new as the mail
        mailboxes = desk.settings.latest(MAILBOXES)
        mailbox = mailbox_for(mail, arrival, mailboxes)
    if judgement := screened(arrival, mail, mailbox, mailboxes, named=bool(tokens)):
        aside = taken(arrival, mail, *judgement)
        if aside.outcome is Outcome.BOUNCE:
            aside = bounces.told(desk, aside, mail, tokens)
        return _put_aside(desk, aside, before)
    letter = Letter(arrival=arrival, mail=mail, before=before, mailbox=mailbox or NONE, ours=mailboxes)
    if earlier := desk.mail.register.earlier(letter.content):
        twin = taken(arrival, mail, Outcome.DUPLICATE)
        return _put_aside(desk, replace(twin, ticket=earlier.ticket, entry=earlier.entry), before)
    written = writing.write(desk, letter, tokens)
    return written if isinstance(written, Outcome) else _put_aside(desk, written, before)


def _tokens(desk: Desk, arrival: Arrival, mail: Mail) -> list[MailThread]:
    """Ours that it bears, in the addresses it came to and in the ids of what it answers."""
    ids = [*mail.in_reply_to, *reversed(mail.references)]
    bearing = [*arrival.recipients, *ids[: 2 * MOST_NAMED]]
    found = (thread_of_token(desk, written) for written in bearing)
    return [thread for thread in found if thread]


def _put_aside(desk: Desk, aside: Taken, before: Taken | None) -> Outcome:
    following = replace(aside, revision=before.revision + 1) if before else aside
    desk.mail.register.put(TakenIn(taken=following, before=before))
    return aside.outcome
