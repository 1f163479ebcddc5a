"""portal_api: how it went, by the link in a mail. Opening the link says nothing yet; sending does."""

import re
from datetime import timedelta

import pytest
from helpdesk.capabilities.surveys.settings import TERMS, SurveyTerms
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

RATING = "/api/portal/rating"


@pytest.fixture
def mail(http: Gateway, desk: Desk, ada: Person, ticket: str) -> str:
    """What Rita is sent when her ticket was solved."""
    desk.settings.let(TERMS, SurveyTerms(on=True, delay=timedelta(hours=1)))
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    desk.clock.advance(timedelta(hours=1))
    ringing.ring(desk, TicketId(ticket))
    (fact,) = facts_of(desk, ticket, "SurveyAsked")
    invoke("notify_people", fact)
    (sent,) = desk.notices.mailer.sent
    assert sent.to == "rita@people.example"
    return sent.text


@pytest.fixture
def link(mail: str) -> str:
    return re.findall(r"/rating\?rating=\d#(\S+)", mail)[0]


def test_the_mail_has_a_link_for_each_rating_the_best_first(mail: str):
    assert re.findall(r"(.+): https://desk\.example/rating\?rating=(\d)#", mail) == [
        ("very good", "5"),
        ("good", "4"),
        ("all right", "3"),
        ("bad", "2"),
        ("very bad", "1"),
    ]


def test_a_requester_rates_and_staff_see_it(http: Gateway, ada: Person, ticket: str, link: str):
    before = http.get(RATING, link=link)
    assert (before.status, before.body["ticket"], before.body["rating"]) == (200, ticket, None)
    reply = http.post(RATING, {"rating": 4, "comment": "Quick."}, link=link)
    assert (reply.status, reply.body["rating"]) == (200, 4)
    assert http.get(RATING, link=link).body == reply.body
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    assert (seen["survey"]["rating"], seen["survey"]["rated_at"]) == (4, reply.body["rated_at"])
    assert (seen["timeline"][-1]["type"], seen["timeline"][-1]["body"]) == ("SatisfactionRated", "Quick.")


def test_opening_the_link_rates_nothing(http: Gateway, desk: Desk, ticket: str, link: str):
    for _ in range(3):
        http.get(RATING, link=link)
    assert [entry.type for entry in desk.tickets.entries(TicketId(ticket))][-1] == "SurveyAsked"


@pytest.mark.parametrize("body", [{}, {"rating": 0}, {"rating": 6}, {"rating": "5"}, {"rating": 4.5}, {"rating": True}])
def test_only_one_to_five_is_a_rating(http: Gateway, link: str, body: dict[str, object]):
    assert http.post(RATING, body, link=link).status == 422


def test_other_links_rate_nothing_and_this_one_opens_nothing_else(http: Gateway, desk: Desk, ticket: str, link: str):
    status = status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]
    for token in (status, link[:-1], ""):
        assert http.post(RATING, {"rating": 1}, link=token).code == "sign_in_required"
    assert http.get("/api/portal/ticket", link=link).code == "sign_in_required"


def test_too_late_is_said_so(http: Gateway, desk: Desk, link: str):
    desk.clock.advance(timedelta(days=30))
    reply = http.post(RATING, {"rating": 5}, link=link)
    assert (reply.status, reply.code) == (409, "survey_over")


def test_a_requester_sees_nothing_of_surveys_in_the_ticket(http: Gateway, rita: Person, ticket: str, link: str):
    http.post(RATING, {"rating": 2, "comment": "Slow."}, link=link)
    seen = http.get(f"/api/tickets/{ticket}", by=rita).body
    assert {entry["type"] for entry in seen["timeline"]} == {"TicketCreated", "StateChanged"}


def asked(http: Gateway, desk: Desk, ticket: str, by: Person) -> str:
    """The link by which Rita is asked after her ticket was solved."""
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=by)
    desk.clock.advance(timedelta(hours=1))
    ringing.ring(desk, TicketId(ticket))
    invoke("notify_people", facts_of(desk, ticket, "SurveyAsked")[-1])
    return re.findall(r"/rating\?rating=\d#(\S+)", desk.notices.mailer.sent[-1].text)[0]


def test_a_raters_key_is_that_of_what_they_were_asked(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str, link: str
):
    """Another ticket, and the same once it was solved again: each is another question under the same key."""
    key = {"idempotency-key": "one"}
    other = http.post("/api/tickets", {"subject": "x", "description": "y"}, by=rita).body["id"]
    first = http.post(RATING, {"rating": 2}, link=link, headers=key).body
    second = http.post(RATING, {"rating": 2}, link=asked(http, desk, other, ada), headers=key).body
    assert (first["ticket"], second["ticket"]) == (ticket, other)
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "open"}, by=ada)
    again = http.post(RATING, {"rating": 2}, link=asked(http, desk, ticket, ada), headers=key).body
    assert (again["ticket"], again["rating"]) == (ticket, 2)
    rated = [entry for entry in desk.tickets.entries(TicketId(ticket)) if entry.type == "SatisfactionRated"]
    assert [entry.event.cycle for entry in rated] == [1, 2]
