"""A report that a mail did not arrive, as a mail: anybody can write one, so it counts only for what was sent so."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.register import Taken
from helpdesk.channels.notices.actions.tracking import track
from helpdesk.channels.notices.rules.sent import MailFate, MailNews, MailState
from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.addresses import folded


def told(desk: Desk, report: Taken, mail: Mail, tokens: Sequence[MailThread]) -> Taken:
    """With the ticket of whose mail it speaks, where that is told as well, once."""
    original = mail.bounce.original_id if mail.bounce else ""
    asked = [each for each in (original, *mail.in_reply_to, *mail.references) if each]
    known = desk.notices.threads.known(asked) if asked else {}
    if sent := known.get(original):
        _track(desk, report, sent, original)
    thread = next(iter([*known.values(), *tokens]), None)
    return replace(report, ticket=thread.ticket, entry=thread.entry) if thread else report


def _track(desk: Desk, report: Taken, sent: MailThread, original: str) -> None:
    """Nobody is lost who was not written to by this mail."""
    failed = set(map(folded, report.bounce_for))
    mails = desk.notices.ledger.of_ticket(sent.ticket) if sent.key and failed else ()
    for kept in mails:
        if kept.mail.key == sent.key and folded(kept.mail.address) in failed:
            fate = MailFate(state=MailState.BOUNCED, at=report.received_at, why="bounce")
            news = MailNews(
                ticket=sent.ticket,
                key=kept.mail.key,
                message_id=original,
                fate=fate,
                undeliverable=(kept.mail.address,),
            )
            track(desk, news)
