"""Mailing who wrote an article that it ends."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from helpdesk.channels.notices.actions.wording import in_set_words
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.reminders.letters import ARTICLE_ENDS, write
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import HopelessError, NotFoundError
from helpdesk.foundation.kernel.locales import is_zone
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import datetime

    from helpdesk.capabilities.knowledge.rules.article import Article, Shown
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk


def article_ends(desk: Desk, article: Article, language: str) -> None:
    """Once for each end, however often it is tried. Who wrote what is shown and works here no more is told nothing."""
    shown = article.shown[language]
    writer = _writer(desk, PersonId(desk.knowledge.version(article.id, language, shown.version).by))
    if writer is None or shown.until is None:
        return
    ledger, key = TicketId(f"article-{article.id}"), f"ends#{language}#{instant(shown.until)}"
    mail = partial(_mailed, desk, writer, f"{article.id}/{language}", shown, shown.until, ledger, key)
    with suppress(HopelessError):
        effect_once(desk, ledger, key, mail)


def _writer(desk: Desk, person: PersonId) -> Person | None:
    try:
        found = desk.directory.person(person)
    except NotFoundError:
        return None
    return found if found.is_staff and found.email and not desk.notices.dead.find(found.email) else None


def _there(writer: Person, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(writer.timezone if is_zone(writer.timezone) else "UTC"))


def _mailed(desk: Desk, writer: Person, address: str, shown: Shown, until: datetime, ledger: TicketId, key: str) -> str:
    language = writer.language if writer.language in LANGUAGES else "en"
    link = f"{desk.site_url}/agent/knowledge/{address}"
    compose = partial(write, writer.name, language, link, shown.title, _there(writer, until))
    letter = in_set_words(desk, ARTICLE_ENDS.name, language, None, compose)
    mail = Mail(
        to=writer.email,
        to_name=writer.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to="",
        references="",
        language=language,
        ticket=ledger,
        key=key,
    )
    return desk.notices.mailer.send(mail)
