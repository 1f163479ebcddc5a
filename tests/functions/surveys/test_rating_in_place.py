"""How it went, where a solved ticket is read: the page brings what its mail would bring."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.capabilities.surveys.settings import TERMS, SurveyTerms
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.facts import facts_of
from tests.gateway import Gateway

RATING = "/api/portal/rating"
PAGE = "/api/portal/ticket"


@pytest.fixture
def link(desk: Desk, ticket: str) -> str:
    desk.settings.let(TERMS, SurveyTerms(on=True, delay=timedelta(hours=1)))
    return status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]


def move(http: Gateway, ticket: str, state: str, by: Person) -> None:
    assert http.post(f"/api/tickets/{ticket}/transitions", {"state": state}, by=by).status == 200


def offer(http: Gateway, link: str) -> Any:
    return http.get(PAGE, link=link).body["rating"]


def test_a_ticket_that_is_not_solved_is_not_to_be_rated(http: Gateway, link: str):
    assert offer(http, link) is None


def test_a_solved_ticket_is_rated_on_its_page_and_nobody_is_asked_afterwards(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str, link: str
):
    move(http, ticket, "solved", ada)
    offered = offer(http, link)
    assert (offered["rating"], offered["open_until"]) == (None, "2026-04-01T09:00:00Z")
    assert http.get(f"/api/tickets/{ticket}", by=rita).body["rating"].keys() == offered.keys()
    assert http.post(RATING, {"rating": 5}, link=offered["token"]).status == 200
    assert offer(http, link)["rating"] == 5
    desk.clock.advance(timedelta(hours=1))
    ringing.ring(desk, TicketId(ticket))
    assert list(facts_of(desk, ticket, "SurveyAsked")) == []


def test_who_was_asked_by_mail_may_answer_on_the_page(http: Gateway, desk: Desk, ada: Person, ticket: str, link: str):
    move(http, ticket, "solved", ada)
    desk.clock.advance(timedelta(hours=1))
    ringing.ring(desk, TicketId(ticket))
    desk.settings.let(TERMS, SurveyTerms(on=False))
    assert http.post(RATING, {"rating": 2, "comment": "Slow."}, link=offer(http, link)["token"]).status == 200


def test_a_desk_that_asks_nobody_asks_on_no_page(http: Gateway, desk: Desk, ada: Person, ticket: str, link: str):
    desk.settings.let(TERMS, SurveyTerms(on=False))
    move(http, ticket, "solved", ada)
    assert offer(http, link) is None


def test_what_was_opened_again_is_not_rated(http: Gateway, ada: Person, ticket: str, link: str):
    move(http, ticket, "solved", ada)
    token = offer(http, link)["token"]
    move(http, ticket, "open", ada)
    assert offer(http, link) is None
    refused = http.post(RATING, {"rating": 5}, link=token)
    assert (refused.status, refused.code) == (409, "survey_over")


def test_a_month_later_the_page_asks_no_more(http: Gateway, desk: Desk, ada: Person, ticket: str, link: str):
    move(http, ticket, "solved", ada)
    desk.clock.advance(timedelta(days=30))
    assert offer(http, link) is None


def test_nobody_rates_their_own_work(http: Gateway, desk: Desk, ada: Person):
    desk.settings.let(TERMS, SurveyTerms(on=True))
    own = http.post("/api/tickets", {"subject": "Mine", "description": "My own."}, by=ada).body["id"]
    move(http, own, "solved", ada)
    page = status_link(desk, desk.tickets.get(TicketId(own))).partition("#")[2]
    assert offer(http, page) is None
