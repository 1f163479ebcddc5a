"""A report is sent to who may still have it counted."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.channels.briefings.letters import BRIEFING, write
from helpdesk.channels.briefings.rules.saying import PAGES
from helpdesk.channels.briefings.rules.schedule import Rhythm, period_of
from helpdesk.channels.notices.actions.wording import in_set_words
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.wording import Letter
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import ConflictError, HopelessError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.capabilities.numbers.rules.periods import Period
    from helpdesk.channels.briefings.rules.briefing import Briefing, Errand, Figures
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

    Counting = Callable[[Desk, Person, Briefing, Period], Figures]

DAYS: Final = {Rhythm.DAY: 7, Rhythm.WEEK: 7, Rhythm.MONTH: 30}
"""So much the page of figures shows around it."""


def send(desk: Desk, errand: Errand, count: Counting) -> bool:
    """Once, however often it is tried; whether it was sent now. Who leads nobody any more has no briefings left."""
    briefing = desk.briefings.kept.get(errand.person, errand.briefing)
    if briefing is None:
        return False
    person = _lead(desk, briefing)
    if person is None:
        with suppress(ConflictError):
            desk.briefings.kept.delete(briefing)
        return False
    if not person.email or desk.notices.dead.find(person.email):
        return False
    try:
        return effect_once(desk, _ledger(briefing), errand.key, lambda: _mailed(desk, errand, briefing, person, count))
    except HopelessError:
        return False


def _lead(desk: Desk, briefing: Briefing) -> Person | None:
    try:
        person = desk.directory.person(briefing.person)
    except NotFoundError:
        return None
    return person if person.is_staff and roles.leads(person.as_actor()) else None


def _mailed(desk: Desk, errand: Errand, briefing: Briefing, person: Person, count: Counting) -> str:
    period = period_of(errand.at, briefing.rhythm, person.timezone or "UTC")
    figures = count(desk, person, briefing, period)
    letter = _letter(desk, briefing, person, period, figures)
    name = f"{briefing.report}-{period.first}-{period.last}.csv"
    mail = Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to="",
        references="",
        language=_language(person),
        ticket=_ledger(briefing),
        key=errand.key,
        files=(MailFile(id=errand.key, name=name, type="text/csv", content=figures.table.encode("utf-8-sig")),),
    )
    return desk.notices.mailer.send(mail)


def _letter(desk: Desk, briefing: Briefing, person: Person, period: Period, figures: Figures) -> Letter:
    language = _language(person)
    of = REPORTS[briefing.report].figures
    compose = partial(
        write, person.name, language, _link(desk, briefing), briefing.name, period=period, of=of, figures=figures
    )
    return in_set_words(desk, BRIEFING.name, language, None, compose)


def _link(desk: Desk, briefing: Briefing) -> str:
    chosen = {
        "page": PAGES[briefing.report],
        "days": str(DAYS[briefing.rhythm]),
        "team": briefing.filter.team,
        "priority": briefing.filter.priority,
        "channel": briefing.filter.channel,
        "organization": briefing.filter.organization,
        "person": briefing.filter.person,
    }
    asked = urlencode({name: value for name, value in chosen.items() if value})
    return f"{desk.site_url}/agent/figures?{asked}"


def _language(person: Person) -> str:
    return person.language if person.language in LANGUAGES else "en"


def _ledger(briefing: Briefing) -> TicketId:
    """It is of no ticket: its effects stand below whose it is."""
    return TicketId(f"briefing-{briefing.person}")
