"""notify_people: mail to whom a fact concerns, one each, however often the fact is delivered."""

import pytest
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.rules.telling import UntoldError
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, TicketId

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import sample


def told(desk: Desk, ticket: str, *types: str) -> list[str]:
    """Whom the facts of these types were mailed to."""
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, *types):
        invoke("notify_people", fact)
    return [mail.to for mail in desk.notices.mailer.sent[before:]]


def test_the_requester_hears_that_the_ticket_came_in(desk: Desk, ticket: str):
    assert told(desk, ticket, "TicketCreated") == ["rita@people.example"]
    mail = desk.notices.mailer.sent[0]
    assert ticket in mail.subject
    assert "https://desk.example/ticket#" in mail.text
    assert mail.reply_to.startswith(f"reply+{ticket.lower()}-")


def test_who_has_no_address_is_mailed_nothing_until_they_have_one(http: Gateway, desk: Desk, ada: Person):
    call = {"subject": "Mute", "description": "x", "channel": "phone", "requester": {"name": "Anna", "phone": "110"}}
    made = http.post("/api/tickets", call, by=ada).body["ticket"]
    http.post(f"/api/tickets/{made['id']}/messages", {"body": "Is it plugged in?"}, by=ada)
    assert told(desk, made["id"]) == []
    http.save(f"/api/people/{made['requester']['id']}/contact", {"email": "anna@late.example"}, by=ada)
    http.post(f"/api/tickets/{made['id']}/messages", {"body": "Still there?", "state": "solved"}, by=ada)
    assert told(desk, made["id"], "MessageAdded") == ["anna@late.example"] * 2


def test_who_took_a_call_that_solved_it_tells_its_requester_once(http: Gateway, desk: Desk, ada: Person, rita: Person):
    call = {"subject": "Mute", "description": "x", "channel": "phone", "requester": rita.email, "solved": True}
    made = http.post("/api/tickets", call, by=ada).body
    assert told(desk, made["id"]) == [rita.email]
    assert "solved" in desk.notices.mailer.sent[-1].text


def test_a_fact_delivered_again_is_not_mailed_again(desk: Desk, ticket: str):
    assert told(desk, ticket) == ["rita@people.example"]
    assert told(desk, ticket) == []


def test_the_requester_is_mailed_the_answer(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    assert told(desk, ticket, "MessageAdded", "StateChanged") == ["rita@people.example"]
    assert "Did you try water?" in desk.notices.mailer.sent[0].text


def test_a_note_leaves_by_no_mail(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    assert told(desk, ticket, "MessageAdded") == []


def test_the_assignee_hears_what_the_requester_wrote(http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "It burns."}, by=rita)
    assert told(desk, ticket, "MessageAdded") == ["ada@people.example"]


def test_nobody_is_told_of_what_they_did_themselves(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    assert told(desk, ticket, "TicketAssigned", "TicketUpdated") == []


def test_who_works_here_is_told_where_they_choose_and_who_asks_is_not(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "It burns."}, by=rita)
    told(desk, ticket)
    where = {mail.to: mail.unsubscribe.partition("?")[0] for mail in desk.notices.mailer.sent}
    assert where == {"ada@people.example": "https://desk.example/api/portal/unsubscribe", "rita@people.example": ""}


def test_a_breach_is_told_to_those_who_now_have_the_ticket(desk: Desk, ada: Person, ticket: str):
    staff(desk, an_agent("Bob"), team="it-operations", level=Level.L2)
    desk.clock.set(desk.tickets.get(TicketId(ticket)).promise.next_deadline)
    ringing.ring(desk, TicketId(ticket))
    assert told(desk, ticket, "ClockBreached") == ["bob@people.example"]


def test_a_fact_that_cannot_be_found_is_raised_for_the_platform_to_retry(desk: Desk):
    with pytest.raises(NotFoundError):
        invoke("notify_people", sample("TicketCreated.v1"))
    assert desk.notices.mailer.sent == []


def test_a_fault_of_the_mail_service_is_raised_and_the_retry_mails(
    desk: Desk, ticket: str, monkeypatch: pytest.MonkeyPatch
):
    def broken(_: object) -> str:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(desk.notices.mailer, "send", broken)
        with pytest.raises(UntoldError, match=r"rita \(ConnectionError\)"):
            told(desk, ticket)
    assert told(desk, ticket) == ["rita@people.example"]
