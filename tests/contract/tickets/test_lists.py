"""Lists: each in its order, each ticket once on the way through all pages."""

from datetime import timedelta

import pytest
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.tickets import StateChanged, TicketUpdated
from helpdesk.core.tickets.rules.listing import timer_shard
from helpdesk.foundation.kernel.vocabulary import PersonId, Phase, Scale, TeamId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

from tests.builders.directory import a_requester, an_agent
from tests.builders.tickets import a_change

CLOSED = StateChanged(state="closed", phase=Phase.CLOSED, previous="solved")
TEAM = TeamId("service-desk")
HOUR = timedelta(hours=1)


def saved(desk, *changes):
    for change in changes:
        desk.tickets.save(change)
    return changes[-1].after


def opened(desk, hours=0, **draft):
    return saved(desk, a_change(at=MONDAY_MORNING + HOUR * hours, **draft))


def changed(desk, ticket, *happened, at=MONDAY_MORNING):
    return saved(desk, a_change(ticket, *happened, at=at))


def walked(read, limit):
    cards, cursor = [], None
    while True:
        page = read(cursor, limit)
        cards += page.items
        cursor = page.cursor
        if cursor is None:
            return cards


def ids(cards):
    return [card.id for card in cards]


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_a_team_sees_what_is_due_first(desk, limit):
    relaxed = opened(desk, 0)
    urgent = opened(desk, 0, impact=Scale.HIGH, urgency=Scale.HIGH)
    later = opened(desk, 3)
    cards = walked(lambda cursor, limit: desk.tickets.by_team(TEAM, "live", cursor, limit), limit)
    assert ids(cards) == ids([urgent, relaxed, later])


def test_tickets_without_a_deadline_come_last(desk):
    waiting = opened(desk)
    waiting = changed(desk, waiting, StateChanged(state="pending", phase=Phase.PENDING, previous="new"))
    due = opened(desk)
    assert waiting.promise.next_deadline is None
    assert ids(desk.tickets.by_team(TEAM, "live", None, 10).items) == ids([due, waiting])


def test_a_team_sees_only_its_own(desk):
    opened(desk, subject="The server down the hall: outage")
    mine = opened(desk)
    assert ids(desk.tickets.by_team(TEAM, "live", None, 10).items) == [mine.id]


def test_closed_tickets_stand_on_the_shelf_of_their_month(desk):
    opened(desk)
    ticket = opened(desk)
    closed = changed(desk, ticket, CLOSED, at=MONDAY_MORNING + timedelta(days=31))
    assert ids(desk.tickets.by_team(TEAM, "closed-2026-04", None, 10).items) == [closed.id]
    assert closed.id not in ids(desk.tickets.by_team(TEAM, "live", None, 10).items)


def test_an_assignee_sees_what_they_hold(desk):
    mine = changed(desk, opened(desk), TicketAssigned(assignee=PersonId("ada")))
    changed(desk, opened(desk), TicketAssigned(assignee=PersonId("bob")))
    assert ids(desk.tickets.by_assignee(PersonId("ada"), "live", None, 10).items) == [mine.id]


def test_what_nobody_holds_is_a_list_of_its_own(desk):
    waiting = opened(desk)
    changed(desk, opened(desk), TicketAssigned(assignee=PersonId("bob")))
    assert ids(desk.tickets.by_assignee(None, "live", None, 10).items) == [waiting.id]


def test_a_ticket_moves_between_lists_with_its_team(desk):
    ticket = changed(desk, opened(desk), TicketUpdated(team=TeamId("it-operations")))
    assert ids(desk.tickets.by_team(TEAM, "live", None, 10).items) == []
    assert ids(desk.tickets.by_team(TeamId("it-operations"), "live", None, 10).items) == [ticket.id]


@pytest.mark.parametrize("limit", [1, 2, 10])
def test_a_requester_sees_their_newest_first_closed_ones_too(desk, limit):
    first, second, third = opened(desk, 0), opened(desk, 1), opened(desk, 2)
    changed(desk, second, CLOSED)
    opened(desk, 3, by=a_requester("Nora"))
    cards = walked(lambda cursor, limit: desk.tickets.by_requester(PersonId("rita"), cursor, limit), limit)
    assert ids(cards) == ids([third, second, first])


def test_a_page_holds_no_more_than_asked_for(desk):
    for _ in range(4):
        opened(desk)
    page = desk.tickets.by_team(TEAM, "live", None, 3)
    assert len(page.items) == 3
    assert page.cursor


def test_a_card_shows_what_the_ticket_is(desk):
    ticket = changed(desk, opened(desk, category="network"), TicketAssigned(assignee=PersonId("ada")))
    (card,) = desk.tickets.by_team(TEAM, "live", None, 10).items
    shown = (card.id, card.subject, card.state, card.priority, card.assignee, card.requester, card.category)
    assert shown == (
        ticket.id,
        ticket.subject,
        ticket.state,
        ticket.priority,
        ticket.assignee,
        ticket.requester,
        "network",
    )
    assert (card.next_deadline, card.wake_at) == (ticket.promise.next_deadline, ticket.promise.wake_at)


def waking(desk, until):
    return [card for shard in range(8) for card in desk.tickets.waking(shard, until)]


def test_what_wakes_by_then_is_found_overdue_ones_too(desk):
    tickets = [opened(desk, hours) for hours in range(5)]
    tickets.sort(key=lambda ticket: ticket.promise.wake_at)
    found = waking(desk, tickets[3].promise.wake_at)
    assert sorted(ids(found)) == sorted(ids(tickets[:4]))
    assert all(timer_shard(card.id) in range(8) for card in found)


def test_a_shard_gives_its_earliest_first(desk):
    for hours in (3, 1, 2, 0, 4, 6, 5):
        opened(desk, hours)
    for shard in range(8):
        wakes = [card.wake_at for card in desk.tickets.waking(shard, MONDAY_MORNING + timedelta(days=30))]
        assert wakes == sorted(wakes)


def test_a_ticket_with_nothing_to_come_does_not_wake(desk):
    changed(desk, opened(desk), StateChanged(state="solved", phase=Phase.SOLVED, previous="new"), CLOSED)
    assert waking(desk, MONDAY_MORNING + timedelta(days=365)) == []


def test_assignee_lists_order_by_deadline(desk):
    ada = an_agent()
    later = changed(desk, opened(desk, 3), TicketAssigned(assignee=ada.id), at=MONDAY_MORNING + HOUR * 3)
    sooner = changed(desk, opened(desk, 0), TicketAssigned(assignee=ada.id))
    cards = walked(lambda cursor, limit: desk.tickets.by_assignee(ada.id, "live", cursor, limit), 1)
    assert ids(cards) == ids([sooner, later])
