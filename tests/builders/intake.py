"""Requests that become tickets. A test names what matters to it; the rest is as on any other day."""

from typing import Any

from helpdesk.channels.intake.actions import opening as intake_opening
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel

from tests.builders.directory import a_requester


def a_draft(**more: Any) -> Draft:
    return Draft(**{"subject": "The printer is on fire", "description": "It smokes.", "channel": Channel.WEB} | more)


def a_sender(email: str = "", **more: Any) -> Sender:
    return Sender(**{"email": email, "name": email} | more)


def open_ticket(desk: Desk, by: Person | None = None, **draft: Any) -> Ticket:
    """A ticket opened by a person who is new to the desk unless they were there before."""
    person = by or a_requester()
    sender = Sender(email=person.email, name=person.name, language=person.language)
    actor = person.as_actor() if desk.directory.by_email(person.email) else None
    return intake_opening.open_ticket(desk, a_draft(**draft), sender, actor, None).ticket
