"""An upload comes with one message: named again, the message is refused and nothing of it is written."""

import pytest
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import InvalidError

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.platform import a_key
from tests.builders.tickets import a_message

FILE, OTHER = (Attachment(id=f"session-{number}", name=f"{number}.png") for number in (1, 2))


def write(desk, ticket, *files, key=None):
    wish = Wish(ticket_id=ticket.id, by=an_agent().as_actor(), once=key)
    return tickets.write(desk, wish, a_message(attachments=files)).ticket.version


def refused(desk, ticket, *files):
    with pytest.raises(InvalidError) as error:
        write(desk, ticket, *files)
    (problem,) = error.value.problems
    return problem.field, problem.code


def test_no_other_message_brings_it(desk):
    ticket, another = open_ticket(desk), open_ticket(desk)
    version = write(desk, ticket, FILE)
    for each in (ticket, another):
        assert refused(desk, each, OTHER, FILE) == ("attachments[1]", "upload_used")
    assert (desk.tickets.get(ticket.id).version, desk.tickets.get(another.id).version) == (version, another.version)
    assert write(desk, another, OTHER) == another.version + 1


def test_what_a_ticket_was_opened_with_is_used(desk):
    ticket = open_ticket(desk, attachments=(FILE,))
    assert refused(desk, ticket, FILE) == ("attachments[0]", "upload_used")


def test_no_message_brings_it_twice(desk):
    assert refused(desk, open_ticket(desk), FILE, FILE) == ("attachments[1]", "upload_used")


def test_a_message_that_is_sent_again_is_the_same_message(desk):
    ticket = open_ticket(desk)
    assert write(desk, ticket, FILE, key=a_key()) == write(desk, ticket, FILE, key=a_key())


def test_a_message_that_was_refused_uses_nothing_up(desk):
    ticket = open_ticket(desk)
    write(desk, ticket, FILE)
    refused(desk, ticket, OTHER, FILE)
    write(desk, ticket, OTHER)
