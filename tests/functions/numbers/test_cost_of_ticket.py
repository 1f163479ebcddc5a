"""reports_api: what one ticket cost so far, for those who lead."""

import pytest
from helpdesk.capabilities.numbers.actions import projecting
from helpdesk.capabilities.numbers.rules.prices import prices
from helpdesk.core.tickets.actions import reading

from tests.builders.intake import open_ticket


@pytest.fixture
def ticket(desk):
    return open_ticket(desk)


def test_it_is_what_its_row_says_too(http, desk, ticket, ada, lea):
    http.post(f"/api/tickets/{ticket.id}/messages", {"body": "Did you try water?"}, by=ada)
    reply = http.get(f"/api/tickets/{ticket.id}/cost", by=lea)
    assert reply.status == 200
    assert (reply.body["requests"], reply.body["prices_of"]) == (2, prices().date)
    (head,) = desk.tickets.heads([ticket.id])
    row = projecting.row(desk, reading.read(desk, head))
    assert row.cost
    assert reply.body["dollars"] == pytest.approx(row.cost.usd, abs=1e-8)
    assert 0 < reply.body["time_dollars"] < reply.body["dollars"]
    assert (reply.body["mails"], reply.body["write_units"]) == (row.cost.mails, round(row.cost.write_units, 1))


def test_it_is_for_those_who_lead(http, ticket, ada, rita):
    assert http.get(f"/api/tickets/{ticket.id}/cost", by=ada).code == "forbidden"
    assert http.get(f"/api/tickets/{ticket.id}/cost", by=rita).code == "forbidden"


def test_of_a_ticket_that_is_not_there_there_is_none(http, lea):
    assert http.get("/api/tickets/HD-00000000/cost", by=lea).status == 404
    assert http.get("/api/tickets/no-number/cost", by=lea).status == 404
    assert http.get(f"/api/tickets/{'x' * 2000}/cost", by=lea).status == 422  # longer than any name
