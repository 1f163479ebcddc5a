"""Mail from any address of a person is that person's, and answers go to where they asked from."""

import pytest
from helpdesk.channels.mail.rules.mailboxes import Writers
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.core.directory import actions
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Phase, Role, Visibility

from tests.builders.directory import a_requester, an_agent
from tests.builders.mail import (
    GOOD,
    HELP,
    a_mail,
    a_mailbox,
    delivered,
    entry_of,
    moved,
    opened,
    reply,
    ticket_of,
    with_mailboxes,
)
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

LEA = an_agent("Lea", role=Role.LEAD).as_actor()
WORK, HOME = "rita@example.org", "rita@home.example"
FROM_HOME = f"Rita <{HOME}>"


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


@pytest.fixture
def rita(desk: Desk) -> Person:
    desk.directory.put_person(a_requester("Rita", email=WORK))
    return actions.add_address(desk, LEA, "rita", HOME)


def told(desk: Desk, ticket: str, *facts: str) -> dict[str, str]:
    """Whom the facts were mailed, and what."""
    for fact in facts_of(desk, ticket, *facts):
        invoke("notify_people", fact)
    return {mail.to: mail.text for mail in desk.notices.mailer.sent}


def test_an_answer_from_another_address_stands_on_the_ticket_as_hers(desk: Desk, rita: Person):
    first = opened(desk)
    outcome, taken = reply(desk, first, sender=FROM_HOME)
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
    assert (entry_of(desk, taken).actor.id, ticket_of(desk, first).requester) == ("rita", "rita")


@pytest.mark.parametrize("asked_from", [WORK, HOME])
def test_answers_go_to_where_she_asked_from(desk: Desk, http: Gateway, ada: Person, rita: Person, asked_from: str):
    first = opened(desk, sender=f"Rita <{asked_from}>")
    http.post(f"/api/tickets/{first.ticket}/messages", {"body": "Try water."}, by=ada)
    assert set(told(desk, first.ticket, "TicketCreated", "MessageAdded")) == {asked_from}


def test_what_is_no_longer_hers_is_mailed_to_her_first_address(desk: Desk, http: Gateway, ada: Person, rita: Person):
    first = opened(desk, sender=FROM_HOME)
    actions.remove_address(desk, LEA, "rita", HOME)
    http.post(f"/api/tickets/{first.ticket}/messages", {"body": "Try water."}, by=ada)
    assert set(told(desk, first.ticket, "MessageAdded")) == {WORK}
    _, stranger = reply(desk, first, sender=FROM_HOME)
    assert ticket_of(desk, stranger).id != first.ticket


def test_she_takes_part_once_and_is_written_to_as_she_was_named(desk: Desk, http: Gateway, ada: Person, rita: Person):
    first = opened(desk, sender="Bob <bob@example.net>", Cc=f"{HOME}, {WORK}")
    assert [each.person for each in ticket_of(desk, first).participants] == ["rita"]
    http.post(f"/api/tickets/{first.ticket}/messages", {"body": "Try water."}, by=ada)
    assert set(told(desk, first.ticket, "MessageAdded")) == {"bob@example.net", HOME}


def test_her_own_other_address_in_copy_is_nobody_else(desk: Desk, rita: Person):
    assert ticket_of(desk, opened(desk, Cc=HOME)).participants == ()


def test_what_she_answers_to_a_blind_copy_from_another_address_is_the_same_note(
    desk: Desk, http: Gateway, ada: Person, rita: Person
):
    first = opened(desk, sender="Bob <bob@example.net>")
    body = {"body": "Try water.", "bcc": [{"email": WORK}]}
    assert http.post(f"/api/tickets/{first.ticket}/messages", body, by=ada).status == 201
    told(desk, first.ticket, "MessageAdded")
    blind = next(mail for mail in desk.notices.mailer.sent if mail.to == WORK)
    answer = a_mail("I see.", sender=FROM_HOME, In_Reply_To=blind.references)
    _, taken = delivered(desk, answer, sender=HOME)
    entry = entry_of(desk, taken)
    assert (taken.ticket, entry.event.visibility) == (first.ticket, Visibility.INTERNAL)
    forged = a_mail("I see, too.", sender=FROM_HOME, In_Reply_To=blind.references)
    _, unproven = delivered(desk, forged, sender=HOME, verdicts=GOOD | {"dmarc": "none", "spf": "none"})
    assert unproven.ticket != first.ticket


def test_an_organization_is_told_by_any_of_her_addresses(desk: Desk, rita: Person, acme: Organization):
    actions.add_address(desk, LEA, "rita", "rita@acme.example")
    with_mailboxes(desk, a_mailbox(writers=Writers.ORGANIZATIONS))
    assert ticket_of(desk, opened(desk, sender=FROM_HOME)).organization == acme.id


def test_nobody_on_a_side_is_the_requester_by_another_address(desk: Desk, http: Gateway, ada: Person, rita: Person):
    first = opened(desk)
    side = {"to": [HOME], "subject": "Part", "body": "Do you have one?"}
    refused = http.post(f"/api/tickets/{first.ticket}/sides", side, by=ada)
    assert (refused.status, refused.body["errors"][0]["field"]) == (422, "to")


def test_who_was_joined_goes_on_with_either_ones_tickets(desk: Desk, http: Gateway, ada: Person, rita: Person):
    other = opened(desk, sender="R. <old@example.net>")
    was = ticket_of(desk, other).requester
    one = actions.join(desk, LEA, "rita", was)
    outcome, taken = reply(desk, other, sender=f"Rita <{WORK}>")
    assert (outcome, taken.ticket, entry_of(desk, taken).actor.id) == (Outcome.MESSAGE, other.ticket, was)
    moved(desk, other.ticket, "solved")
    _, again = reply(desk, other, sender=FROM_HOME, text="It smokes again.")
    assert (again.ticket, ticket_of(desk, other).phase) == (other.ticket, Phase.OPEN)
    http.post(f"/api/tickets/{other.ticket}/messages", {"body": "Try water."}, by=ada)
    letters = told(desk, other.ticket, "MessageAdded")
    assert "Try water." in letters["old@example.net"]
    link = letters["old@example.net"].split("/ticket#")[1].split()[0].strip("<>)")
    seen = http.get("/api/portal/ticket", headers={"Authorization": f"Bearer {link}"})
    assert (seen.status, seen.body["id"]) == (200, other.ticket)
    assert http.get(f"/api/tickets/{other.ticket}", by=one).status == 200
    said = http.post(f"/api/tickets/{other.ticket}/messages", {"body": "Thanks, it is out."}, by=one)
    assert said.status == 201
    assert http.post(f"/api/tickets/{other.ticket}/transitions", {"state": "solved"}, by=one).body["state"] == "solved"
    listed = {card["id"]: card["takes_part"] for card in http.get("/api/tickets", by=one).body["items"]}
    assert listed == {other.ticket: False}
    assert HELP not in one.addresses
