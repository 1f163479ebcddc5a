"""People who sign in: known by their address, new ones made once."""

import pytest
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.directory import actions as directory
from helpdesk.core.directory.rules import named_staff
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import a_draft, open_ticket

RITA = "rita@people.example"


def test_who_is_known_is_found_by_their_address(memory_desk):
    ada = an_agent()
    memory_desk.directory.put_person(ada)
    assert directory.sign_in(memory_desk, "ADA@people.example", "Whatever", Role.AGENT) == ada


def test_who_is_new_comes_into_the_directory(memory_desk):
    person = directory.sign_in(memory_desk, RITA, "Rita", Role.REQUESTER)
    assert memory_desk.directory.person(person.id) == memory_desk.directory.by_email(RITA) == person


def test_who_asked_without_an_account_finds_their_tickets_after_signing_in(memory_desk):
    ticket = open_ticket(memory_desk)
    person = directory.sign_in(memory_desk, RITA, "Rita", Role.REQUESTER)
    assert ticket.requester == person.id


def test_a_ticket_for_somebody_new_names_them(memory_desk):
    ada = an_agent()
    sender = Sender(email="Nora@People.Example", name="Nora", language="de")
    ticket = opening.open_ticket(memory_desk, a_draft(), sender, ada.as_actor(), None).ticket
    person = memory_desk.directory.person(ticket.requester)
    assert (person.name, person.email, person.role) == ("Nora", "nora@people.example", Role.REQUESTER)


@pytest.mark.parametrize("gone", [an_agent(active=False), an_agent(role=Role.REQUESTER)])
def test_who_is_deactivated_or_has_lost_their_role_works_on_nothing(memory_desk, gone):
    memory_desk.directory.put_person(gone)
    with pytest.raises(InvalidError):
        named_staff(memory_desk.directory, gone.id, "substitute")
    assert not Member(team=SERVICE_DESK, person=gone.id, name=gone.name).following(gone).active
