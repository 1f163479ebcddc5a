"""A ticket with a vendor beside it."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.sides import Side
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.mail import a_mailbox, with_mailboxes
from tests.gateway import Gateway


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk, a_mailbox())


@pytest.fixture
def side(http: Gateway, desk: Desk, ada: Person, ticket: str) -> Side:
    """Ada asked a vendor about Rita's ticket, and has it."""
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada).status == 200
    wanted = {
        "subject": "Spare part",
        "to": ["Vera@Vendor.example"],
        "cc": ["parts@vendor.example"],
        "body": "SECRET price?",
    }
    reply = http.post(f"/api/tickets/{ticket}/sides", wanted, by=ada)
    assert reply.status == 201, reply.text
    return desk.tickets.get(TicketId(ticket)).sides[0]
