"""What became of mail that was sent: kept with it, told on its ticket when it came back, and minded from then on."""

from helpdesk.channels.notices.rules.sent import DeadAddress, MailNews, MailState, OutMail
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.mails import MailReturned
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.once import Once

RETURNED = frozenset({MailState.BOUNCED, MailState.COMPLAINED})


def track(desk: Desk, news: MailNews) -> str:
    """Told again of the same, it changes nothing."""
    mail = desk.notices.ledger.became(news)
    for address in news.undeliverable:
        desk.notices.dead.add(
            DeadAddress(address=address, state=news.fate.state, why=news.fate.why, since=news.fate.at)
        )
    if mail is None:
        return "unknown"
    if news.fate.state in RETURNED:
        change(desk, _wish(news), lambda _: [_returned(mail, news)])
    return news.fate.state


def _wish(news: MailNews) -> Wish:
    """Once for each thing that comes back of a mail: after a bounce that passes, its reader may still complain."""
    once = Once(key=f"mail returned#{news.ticket}#{news.key}#{news.fate.state}", payload="")
    return Wish(ticket_id=news.ticket, by=system("mail"), once=once)


def _returned(mail: OutMail, news: MailNews) -> Fact:
    complained = news.fate.state is MailState.COMPLAINED
    event = MailReturned(
        to=mail.person,
        letter=mail.template,
        complained=complained,
        lost=bool(news.undeliverable),
        side=mail.side,
    )
    return Fact(event=event, personal=Personal(body=mail.address))
