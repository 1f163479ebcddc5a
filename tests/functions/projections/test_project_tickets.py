"""What the projections' queue tells is written, each ticket once; what failed comes again, and nothing else does."""

import json
from datetime import timedelta
from itertools import count

import pytest
from helpdesk.capabilities.numbers.actions import projecting as numbers
from helpdesk.capabilities.search.actions import projecting
from helpdesk.foundation.desk import Desk
from msgspec.structs import replace

from tests.builders.intake import open_ticket
from tests.contract.numbers.workers import counted
from tests.contract.search.workers import a_worker, shown_by
from tests.lambdas import invoke


@pytest.fixture
def desk(memory_desk: Desk, serve):
    found = a_worker(memory_desk)
    serve(found)
    return found


def told(*bodies):
    numbers = count()
    return {"Records": [{"messageId": str(next(numbers)), "body": body} for body in bodies]}


def a_fact(ticket, version=None):
    metadata = {"ticket_id": ticket.id, "ticket_version": version or ticket.version, "more": "of it"}
    return json.dumps({"source": "helpdesk", "detail-type": "Any", "detail": {"metadata": metadata, "data": {}}})


def number(ticket):
    return int(ticket.id.removeprefix("HD-"))


def failed(answer):
    return [each["itemIdentifier"] for each in answer["batchItemFailures"]]


def test_of_a_ticket_that_much_is_said_of_one_reading_is_written(desk):
    ticket, other = open_ticket(desk), open_ticket(desk)
    assert failed(invoke("project_tickets", told(a_fact(ticket, 1), a_fact(other), a_fact(ticket)))) == []
    assert shown_by(desk) == {ticket.id: ticket.subject, other.id: other.subject}
    assert desk.search.manifests.all()[0].version == 1
    assert counted(desk) == {number(each): each.version for each in (ticket, other)}


@pytest.mark.parametrize("bad", ["no JSON", "{}", "[]", '{"detail": {"metadata": {}}}'])
def test_a_message_that_cannot_be_read_keeps_no_other_out(desk, bad):
    ticket = open_ticket(desk)
    assert failed(invoke("project_tickets", told(bad, a_fact(ticket)))) == ["0"]
    assert set(shown_by(desk)) == {ticket.id}


def test_news_that_come_before_what_they_tell_of_come_again(desk):
    ticket = open_ticket(desk)
    early = a_fact(ticket, ticket.version + 1)
    assert failed(invoke("project_tickets", told(early, a_fact(replace(ticket, id="HD-8NOTHERE"))))) == ["0", "1"]
    assert shown_by(desk) == {}


def test_a_ticket_that_cannot_be_written_keeps_no_other_out(desk, monkeypatch):
    tickets = [open_ticket(desk) for _ in range(7)]
    bad = tickets[3]
    writes = projecting.write

    def write(desk, month, documents):
        if bad.id in {document.id for document in documents}:
            raise ValueError("This one")
        writes(desk, month, documents)

    monkeypatch.setattr(projecting, "write", write)
    assert failed(invoke("project_tickets", told(*map(a_fact, tickets)))) == ["3"]
    assert set(shown_by(desk)) == {ticket.id for ticket in tickets} - {bad.id}
    assert set(counted(desk)) == set(map(number, tickets))


def test_a_ticket_that_cannot_be_counted_keeps_no_other_out_and_is_found(desk, monkeypatch):
    tickets = [open_ticket(desk) for _ in range(5)]
    bad = tickets[3]
    puts = numbers.put

    def put(desk, month, rows):
        if bad.id in {row.id for row in rows}:
            raise ValueError("This one")
        puts(desk, month, rows)

    monkeypatch.setattr(numbers, "put", put)
    assert failed(invoke("project_tickets", told(*map(a_fact, tickets)))) == ["3"]
    assert set(counted(desk)) == {number(ticket) for ticket in tickets if ticket is not bad}
    assert set(shown_by(desk)) == {ticket.id for ticket in tickets}


def test_once_a_day_it_is_told_to_tidy_up(desk):
    desk.search.packs.put("2026-01", "left", b"")
    desk.clock.advance(timedelta(hours=25))
    assert failed(invoke("project_tickets", told('{"tidy": true}'))) == []
    assert list(desk.search.packs.stored()) == []
