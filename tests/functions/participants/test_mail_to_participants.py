"""notify_people: what its requester is answered, those who take part are mailed too, each with a link of their own."""

import re
from datetime import timedelta

import pytest
from helpdesk.channels.notices.rules.telling import UntoldError
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

NORA = {"email": "nora@home.example", "name": "Nora"}


def told(desk: Desk, ticket: str, *types: str) -> list[str]:
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, *types):
        invoke("notify_people", fact)
    return [mail.to for mail in desk.notices.mailer.sent[before:]]


def add(http: Gateway, ticket: str, ada: Person, **who: str) -> None:
    assert http.post(f"/api/tickets/{ticket}/participants", who, by=ada).status == 200


def test_each_is_mailed_the_answer_once_with_their_own_link(http: Gateway, desk: Desk, ada: Person, ticket: str):
    add(http, ticket, ada, **NORA)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    assert told(desk, ticket, "ParticipantAdded", "MessageAdded", "StateChanged") == [
        "rita@people.example",
        "nora@home.example",
    ]
    assert told(desk, ticket, "MessageAdded") == []
    to_rita, to_nora = desk.notices.mailer.sent
    assert "Did you try water?" in to_nora.text
    assert "See the request" in to_nora.html
    links = [re.search(r"/ticket#(\S+)", mail.text).group(1) for mail in (to_rita, to_nora)]  # type: ignore[union-attr]
    assert [http.get("/api/portal/ticket", link=link).body["reader"] for link in links] == ["rita", _id(desk)]


def _id(desk: Desk) -> str:
    nora = desk.directory.by_email(NORA["email"])
    assert nora
    return nora.id


def test_those_in_cc_are_mailed_the_reply_that_names_them(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "It is done", "cc": [NORA], "state": "solved"}, by=ada)
    assert told(desk, ticket, "MessageAdded", "StateChanged") == ["rita@people.example", "nora@home.example"]


def test_that_it_is_solved_and_no_receipt(http: Gateway, desk: Desk, ada: Person, ticket: str):
    add(http, ticket, ada, **NORA)
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert told(desk, ticket, "TicketCreated") == ["rita@people.example"]
    assert told(desk, ticket, "StateChanged") == ["rita@people.example", "nora@home.example"]
    assert "of Rita" in desk.notices.mailer.sent[-1].text


def test_nobody_is_mailed_a_note_or_what_they_wrote_or_what_was_said_before(
    http: Gateway, desk: Desk, ada: Person, mallory: Person, ticket: str
):
    path = f"/api/tickets/{ticket}"
    http.patch(path, {"assignee": ada.id}, by=ada)
    http.post(f"{path}/messages", {"body": "Before"}, by=ada)
    desk.clock.advance(timedelta(minutes=1))
    add(http, ticket, ada, person=mallory.id)
    http.post(f"{path}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    http.post(f"{path}/messages", {"body": "Me too"}, by=mallory)
    assert told(desk, ticket, "MessageAdded") == ["rita@people.example", "ada@people.example"]
    assert "Mallory wrote" in desk.notices.mailer.sent[-1].text


def test_who_was_removed_is_mailed_nothing_more(http: Gateway, desk: Desk, ada: Person, mallory: Person, ticket: str):
    path = f"/api/tickets/{ticket}"
    add(http, ticket, ada, person=mallory.id)
    http.post(f"{path}/messages", {"body": "Late"}, by=ada)
    http.delete(f"{path}/participants/{mallory.id}", by=ada)
    assert told(desk, ticket, "MessageAdded") == ["rita@people.example"]


def test_leads_learn_whose_address_is_refused(http: Gateway, desk: Desk, ada: Person, mallory: Person, ticket: str):
    add(http, ticket, ada, person=mallory.id)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Done"}, by=ada)
    desk.directory.put_person(Person(id=mallory.id, name="Mallory", email="mallory@\n"))
    with pytest.raises(UntoldError):
        told(desk, ticket, "MessageAdded")
    assert [mail.to for mail in desk.notices.mailer.sent] == ["rita@people.example", "ada@people.example"]
