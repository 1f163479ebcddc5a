"""Lists through filters: every ticket that fits comes once, none that does not, however small the pages."""

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import FILTER_REQUESTS, Query
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Scale

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff

ADA, BOB = an_agent(), an_agent("Bob")
DESK = "service-desk"


@pytest.fixture(scope="module")
def desk():
    """Thirty tickets of three requesters, in all states, with two agents and nobody."""
    desk = memory_desk()
    staff(desk, ADA, BOB)
    an_organization(desk)
    for number in range(30):
        requester = a_requester(("Rita", "Nora", "Olaf")[number % 3])
        scales = {"urgency": list(Scale)[number % 3], "impact": list(Scale)[number // 10]}
        channel = Channel.CHAT if number % 7 == 0 else Channel.PORTAL
        ticket = open_ticket(desk, by=requester, channel=channel, **scales)
        call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
        if number % 3 == 0:
            tickets.update(desk, call, {"organization": "acme"})
        if number % 4:
            tickets.update(desk, call, {"assignee": (None, "ada", "bob", "ada")[number % 4]})
        if number % 5:
            tickets.move(desk, call, ("", "open", "pending", "on_hold", "solved")[number % 5])
    return desk


def every_ticket(desk):
    return [desk.tickets.get(ticket_id) for ticket_id in desk.tickets.ids()]


def walked(desk, by, limit, **query):
    page = lists.listed(desk, by, Query(limit=limit, **query))
    cards, seen = list(page.items), set()
    while page.cursor:
        assert page.cursor not in seen
        seen.add(page.cursor)
        page = lists.listed(desk, by, Query(cursor=page.cursor, limit=limit, **query))
        cards += page.items
        assert len(page.items) <= limit
    return cards


FILTERS = [
    ({"team": DESK}, lambda t: t.team == DESK),
    ({"team": DESK, "phase": Phase.PENDING}, lambda t: t.phase == "pending"),
    ({"team": DESK, "priority": "P1"}, lambda t: t.priority == "P1"),
    ({"team": DESK, "channel": Channel.CHAT}, lambda t: t.channel == "chat"),
    ({"team": DESK, "assignee": "bob"}, lambda t: t.assignee == "bob"),
    ({"team": DESK, "assignee": "none"}, lambda t: t.assignee is None),
    ({"team": DESK, "assignee": "me", "phase": Phase.SOLVED}, lambda t: (t.assignee, t.phase) == ("ada", "solved")),
    ({"assignee": "me"}, lambda t: t.assignee == "ada"),
    ({"assignee": "none", "priority": "P4"}, lambda t: (t.assignee, t.priority) == (None, "P4")),
    ({"team": "it-operations"}, lambda t: t.team == "it-operations"),
    ({"team": DESK, "phase": Phase.CLOSED}, lambda t: t.phase == "closed"),
    ({"team": DESK, "needs_work": True}, lambda t: t.phase != "solved"),
    ({"organization": "acme"}, lambda t: t.organization == "acme"),
    (
        {"team": DESK, "organization": "acme", "needs_work": True},
        lambda t: t.organization == "acme" and t.phase != "solved",
    ),
]


@pytest.mark.parametrize("large", [1, 100])
@pytest.mark.parametrize("limit", [1, 7, 100])
@pytest.mark.parametrize(("query", "fits"), FILTERS, ids=[str(query) for query, _ in FILTERS])
def test_all_that_fit_come_once(desk, query, fits, limit, large, monkeypatch):
    monkeypatch.setattr(lists, "LARGE", large)
    cards = walked(desk, ADA.as_actor(), limit, **query)
    assert sorted(card.id for card in cards) == sorted(t.id for t in every_ticket(desk) if fits(t))


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_a_teams_list_is_in_the_order_of_deadlines(desk, limit):
    due = [card.next_deadline for card in walked(desk, ADA.as_actor(), limit, team=DESK)]
    waiting = due.index(None)
    assert due[:waiting] == sorted(due[:waiting])
    assert set(due[waiting:]) == {None}


@pytest.mark.parametrize("limit", [1, 3, 100])
@pytest.mark.parametrize("query", [{}, {"team": DESK}, {"requester": "somebody else"}, {"assignee": "me"}])
def test_a_requester_gets_their_own_whatever_they_ask(desk, limit, query):
    rita = desk.directory.by_email(a_requester().email)
    cards = walked(desk, rita.as_actor(), limit, **query)
    mine = {t.id for t in every_ticket(desk) if t.requester == rita.id}
    assert {card.id for card in cards} <= mine
    assert query or {card.id for card in cards} == mine


def test_a_filter_that_finds_little_asks_only_so_often(desk, monkeypatch):
    monkeypatch.setattr(lists, "LARGE", 1)
    page = lists.listed(desk, ADA.as_actor(), Query(team=DESK, phase=Phase.CLOSED, limit=1))
    assert page.items == ()
    assert page.cursor, f"after {FILTER_REQUESTS} requests the caller decides whether to go on"
