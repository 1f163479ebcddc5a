"""Sending people's one mail a day."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from helpdesk.channels.digests.letters import DIGEST, Line, write
from helpdesk.channels.digests.rules import MOST, MOST_TICKETS, Due, Noted
from helpdesk.channels.notices.actions.wording import in_set_words
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules.unsubscribing import unsubscribe_link
from helpdesk.channels.notices.rules.wording import Letter
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.links import agent_link
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import HopelessError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

AT_ONCE: Final = 100
"""Looked for together: most have theirs at the same time of day."""

SETTLED: Final = timedelta(minutes=2)
"""Longer than a call of whoever notes something takes: what was to go with a mail is there before it is written."""


def send_due(desk: Desk) -> int:
    """Every mail whose time has come; how many were sent now. Nobody's waits for another's: the first failure is raised
    when all were tried.
    """
    until, sent = desk.clock.now() - SETTLED, 0
    failed: dict[Due, Exception] = {}
    while found := [due for due in desk.digests.due(until, AT_ONCE + len(failed)) if due not in failed]:
        done, not_sent = tried(found, lambda due: _send(desk, due))
        sent += sum(done)
        failed.update(not_sent)
    for error in failed.values():
        raise error
    return sent


def _send(desk: Desk, due: Due) -> bool:
    """Once, however often it is tried; what nobody can or may be sent is due no more."""
    person = _reader(desk, due)
    noted = desk.digests.noted(due, MOST) if person else ()
    lines = _lines(desk, person, noted) if person else []
    sent = False
    if person and lines:
        more = len(noted) == MOST or len({one.ticket for one in noted}) > MOST_TICKETS
        letter = _letter(desk, person, lines, more=more)
        try:
            sent = effect_once(desk, _ledger(due), _key(due), lambda: _mailed(desk, due, person, letter))
        except HopelessError:
            sent = False
    desk.digests.done(due)
    return sent


def _reader(desk: Desk, due: Due) -> Person | None:
    try:
        person = desk.directory.person(due.person)
    except NotFoundError:
        return None
    reachable = person.is_staff and person.email and not desk.notices.dead.find(person.email)
    return person if reachable else None


def _lines(desk: Desk, person: Person, noted: Sequence[Noted]) -> list[Line]:
    """What they may read now, by ticket, in the order in which it began."""
    concerns: dict[TicketId, list[Noted]] = {}
    for one in noted:
        concerns.setdefault(one.ticket, []).append(one)
    wanted = list(concerns)[:MOST_TICKETS]
    heads = {ticket.id: ticket for ticket in desk.tickets.heads(wanted)}
    return [
        Line(
            id=ticket.id,
            subject=ticket.subject,
            link=agent_link(desk, ticket),
            concerns=tuple(dict.fromkeys(one.concern for one in concerns[ticket.id])),
        )
        for ticket in (heads[name] for name in wanted if name in heads)
        if access.may_be_mailed(person, ticket, as_staff=True)
    ]


def _letter(desk: Desk, person: Person, lines: Sequence[Line], *, more: bool) -> Letter:
    language = _language(person)
    compose = partial(write, person.name, language, desk.site_url, lines, more=more)
    return in_set_words(desk, DIGEST.name, language, None, compose)


def _mailed(desk: Desk, due: Due, person: Person, letter: Letter) -> str:
    mail = Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to="",
        references="",
        language=_language(person),
        unsubscribe=unsubscribe_link(desk, person.id, None),
        ticket=_ledger(due),
        key=_key(due),
    )
    return desk.notices.mailer.send(mail)


def _language(person: Person) -> str:
    return person.language if person.language in LANGUAGES else "en"


def _ledger(due: Due) -> TicketId:
    """It is of no ticket: its effects stand below whose it is."""
    return TicketId(f"digest-{due.person}")


def _key(due: Due) -> str:
    return f"digest#{instant(due.at)}"
