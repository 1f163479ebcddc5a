"""Thanks and nothing else: no clock starts, nothing opens again; whatever says more is a message like any other.

The clock that ran on after solving because the customer spoke last: chatwoot 10178.
"""

from datetime import timedelta

import pytest
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.thanks import only_thanks

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message, a_ticket

ADA, RITA = an_agent(), a_requester()
TICKET = a_ticket(requester_name="Rita Requester", assignee_name="Ada")


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!",
        "Thank you very much, Ada.\n\nBest regards\nRita Requester",
        "thx :-)",
        "Danke 🙏",
        "Vielen Dank für die schnelle Hilfe!",
        "Herzlichen Dank und viele Grüße, Rita",
        "MERCI",
        "Scho\u0308ne Gru\u0308\u00dfe und danke",
    ],
)
def test_thanks(text):
    assert only_thanks(text, TICKET)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello Ada",
        "Thanks, but it still does not work.",
        "Thanks. And the other one?",
        "Danke, geht aber nicht",
        "Danke, mein Rechner ist 4711",
        "Thanks for nothing",
        "Works, thanks",
        "thanks " * 30,
        "Thanks, Bob",
    ],
)
def test_more_than_thanks_or_none(text):
    assert not only_thanks(text, TICKET)


@pytest.fixture
def desk(memory_desk):
    staff(memory_desk, ADA)
    memory_desk.directory.put_person(RITA)
    return memory_desk


def say(desk, ticket, text, by=RITA, **more):
    return tickets.write(desk, Wish(ticket_id=ticket.id, by=by.as_actor()), a_message(text, **more)).ticket


def running(desk, ticket):
    ledger = ledger_of(desk.tickets.get(ticket.id), book_of(desk.settings), desk.clock.now())
    return [clock.clock for clock in ledger.live]


@pytest.mark.parametrize("state", ["solved", "pending", "open"])
def test_thanks_move_nothing_and_are_kept(desk, state):
    ticket = open_ticket(desk, by=RITA)
    before = say(desk, ticket, "Did you try water?", by=ADA, state=state)
    desk.clock.advance(timedelta(hours=1))
    after = say(desk, ticket, "Danke!")
    assert (after.state, after.tape) == (state, before.tape)
    entry = desk.tickets.entries(ticket.id)[-1]
    assert (entry.event.automatic, entry.personal.body) == (True, "Danke!")
    assert running(desk, ticket) == ([] if state == "solved" else ["resolution"])


def test_whoever_says_more_comes_back(desk):
    ticket = open_ticket(desk, by=RITA)
    say(desk, ticket, "Did you try water?", by=ADA, state="solved")
    assert say(desk, ticket, "Thanks, but it still smokes.").state == "open"


def test_a_requester_takes_back_what_only_looked_like_thanks(desk):
    ticket = open_ticket(desk, by=RITA)
    say(desk, ticket, "Did you try water?", by=ADA, state="solved")
    say(desk, ticket, "Thanks")
    moved = tickets.move(desk, Wish(ticket_id=ticket.id, by=RITA.as_actor()), "open").ticket
    assert moved.state == "open"


def test_an_agent_s_thanks_are_an_answer(desk):
    ticket = open_ticket(desk, by=RITA)
    assert say(desk, ticket, "Thank you!", by=ADA).promise.next_clock == "resolution"
