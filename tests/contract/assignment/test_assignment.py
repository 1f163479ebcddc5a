"""Assignment: 100 tickets to 5 agents with room for 10 each, whatever goes wrong on the way."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

import pytest
from botocore.exceptions import ClientError
from helpdesk.capabilities.assignment import dynamodb as dynamodb_boards
from helpdesk.capabilities.assignment import memory as memory_boards
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.board import place_of
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.levels.actions.correction import correct_routing
from helpdesk.core.record.fold import fold
from helpdesk.core.staffing.rules.availability import Absence, Availability, Presence, Status, Strategy
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, Role
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_note

TEAM = "service-desk"
AGENTS = [an_agent(name) for name in ("Ada", "Bob", "Cem", "Dan", "Eve")]


def arrive(desk, count):
    """Tickets that come in one after the other, a hundred in a second."""
    opened = []
    for _ in range(count):
        opened.append(open_ticket(desk))
        desk.clock.advance(timedelta(milliseconds=10))
    return opened


def by_agent(desk, ticket_ids):
    return Counter(desk.tickets.get(ticket_id).assignee for ticket_id in ticket_ids)


def check(desk, opened):
    """What the board says is what the tickets say; the line is in order; every head is the fold of its entries."""
    board = desk.assignment.boards.board(TEAM)
    heads = [desk.tickets.get(ticket.id) for ticket in opened]
    held = {ticket_id: person for person, load in board.loads.items() for ticket_id in load.held}
    assert held == {head.id: head.assignee for head in heads if head.assignee and not head.phase.is_finished}
    waiting = [head for head in heads if head.assignee is None and not head.phase.is_finished]
    shown = sorted(map(place_of, waiting))[:100]
    assert [each.place for each in board.line] == shown
    for head in heads:
        entries = desk.tickets.entries(head.id)
        assert fold(entries) == head
        assert sum(entry.type == "TicketAssigned" for entry in entries) <= 1


@pytest.fixture
def agents(desk):
    return staff(desk, *AGENTS)


@pytest.mark.parametrize(("which", "room"), [("memory_desk", 10), ("aws_desk", 3)])
def test_ten_times_the_room_of_tickets_fill_everybody_and_the_rest_waits_in_order(request, which, room):
    """In memory a hundred tickets in a second to five agents with room for ten; on AWS fewer, as moto copies all."""
    desk = request.getfixturevalue(which)
    for agent in staff(desk, *AGENTS):
        desk.staffing.put_availability(agent, Availability(capacity=room))
    opened = arrive(desk, room * 10)
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    counts = by_agent(desk, [ticket.id for ticket in opened])
    assert counts == {None: room * 5} | {agent.id: room for agent in AGENTS}
    assert [desk.tickets.get(ticket.id).queue_reason for ticket in opened[room * 5 :]] == ["full"] * room * 5
    check(desk, opened)


def test_redelivered_and_disordered_messages_change_nothing(desk, agents):
    opened = arrive(desk, 20)
    messages = [ticket.id for ticket in opened] * 3
    Random(4).shuffle(messages)  # noqa: S311 - the same disorder every time
    for ticket_id in messages:
        assignment.assign(desk, ticket_id, TEAM)
    assert by_agent(desk, [ticket.id for ticket in opened]) == {agent.id: 4 for agent in agents}
    check(desk, opened)


def test_parallel_workers_give_nothing_twice(desk, agents):
    """Two deliveries at once, as after a timeout: each decides on the board it saw, and one of them again."""
    for agent in agents:
        desk.staffing.put_availability(agent, Availability(capacity=2))
    opened = arrive(desk, 15)

    def deliver(ticket):
        while True:
            try:
                return assignment.assign(desk, ticket.id, TEAM)
            except ConflictError:
                continue

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(deliver, opened + opened[::-1]))
    assert by_agent(desk, [ticket.id for ticket in opened]) == {None: 5} | {agent.id: 2 for agent in agents}
    check(desk, opened)


def test_solving_one_pulls_the_next_in_line(desk):
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(capacity=2))
    opened = arrive(desk, 5)
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    for number in range(3):
        tickets.move(desk, Wish(ticket_id=opened[number].id, by=ada.as_actor()), "solved", "")
        assignment.assign(desk, opened[number].id, TEAM)
        owners = [desk.tickets.get(ticket.id).assignee for ticket in opened]
        assert owners == ["ada"] * (number + 3) + [None] * (2 - number)
    check(desk, opened)


@pytest.mark.parametrize("way", ["escalated", "moved", "given_back", "pending", "reassigned"])
def test_every_way_of_having_less_to_do_makes_room(desk, way):
    ada, bob = staff(desk, an_agent(), an_agent("Bob"))
    staff(desk, an_agent("Olga"), team="it-operations", level=Level.L2)
    desk.staffing.put_availability(ada, Availability(capacity=1))
    desk.staffing.put_availability(bob, Availability(capacity=0))
    first, second = arrive(desk, 2)
    for ticket in (first, second):
        assignment.assign(desk, ticket.id, TEAM)
    call = Wish(ticket_id=first.id, by=ada.as_actor())
    lead = replace(call, by=an_agent("Lea", role=Role.LEAD).as_actor())
    {
        "escalated": lambda: escalation.escalate(desk, call, None, "Too hard", "Everything"),
        "moved": lambda: correct_routing(desk, lead, "it-operations", None, "A server"),
        "given_back": lambda: tickets.update(desk, call, {"assignee": None}),
        "pending": lambda: tickets.move(desk, call, "pending", ""),
        "reassigned": lambda: tickets.update(desk, call, {"assignee": "bob"}),
    }[way]()
    assignment.assign(desk, first.id, TEAM)
    assert desk.tickets.get(second.id).assignee == "ada"
    assert set(desk.assignment.boards.board(TEAM).load("ada").held) == {second.id}


def test_a_higher_priority_goes_first(desk):
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(capacity=0))
    usual = open_ticket(desk)
    urgent = open_ticket(desk, impact="high", urgency="high")
    for ticket in (usual, urgent):
        assignment.assign(desk, ticket.id, TEAM)
    desk.staffing.put_availability(ada, Availability(capacity=1))
    assignment.came_or_left(desk, ada.id, TEAM)
    assert [desk.tickets.get(ticket.id).assignee for ticket in (usual, urgent)] == [None, "ada"]


def test_who_comes_back_gets_what_waits(desk):
    (ada,) = staff(desk, an_agent())
    desk.assignment.boards.see(ada.id, [TEAM], Presence(status=Status.OFFLINE))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert desk.tickets.get(ticket.id).queue_reason == "offline"
    desk.assignment.boards.see(ada.id, [TEAM], Presence(status=Status.AVAILABLE))
    assignment.came_or_left(desk, ada.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == "ada"


def test_what_the_absent_have_goes_down_the_chain_to_who_is_there(desk):
    ada, bob, cem = staff(desk, an_agent(), an_agent("Bob"), an_agent("Cem"))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    now = desk.clock.now()
    for person, substitute in ((bob, "cem"), (ada, "bob")):
        absence = Absence(start=now, end=now + timedelta(days=3), substitute=substitute)
        desk.staffing.put_availability(person, Availability(absences=(absence,)))
    assignment.came_or_left(desk, ada.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == cem.id
    handed = desk.tickets.entries(ticket.id)[-1].event
    assert (handed.cause, handed.chain, handed.next_step) == ("absence", ("ada", "bob", "cem"), "first_response")
    assert handed.deadline == ticket.promise.next_deadline
    assert set(desk.assignment.boards.board(TEAM).load("cem").held) == {ticket.id}
    assert not desk.assignment.boards.board(TEAM).load("ada").held


def test_taking_the_next_takes_the_first_in_line_until_one_is_full(desk):
    ada, _ = staff(desk, an_agent(), an_agent("Bob"))
    desk.staffing.put_team(
        Team(id=TEAM, name="Desk", level=Level.L1, strategy=Strategy.MANUAL_PULL), desk.staffing.members(TEAM)
    )
    desk.staffing.put_availability(ada, Availability(capacity=2))
    opened = arrive(desk, 3)
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    taken = [assignment.take_next(desk, ada.as_actor(), TEAM).ticket.id for _ in range(2)]
    assert taken == [opened[0].id, opened[1].id]
    with pytest.raises(NotFoundError):
        assignment.take_next(desk, ada.as_actor(), TEAM)
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    check(desk, opened)


def test_nobody_there_is_said_once(desk):
    ticket = open_ticket(desk)
    for _ in range(3):
        assignment.assign(desk, ticket.id, TEAM)
    entries = desk.tickets.entries(ticket.id)
    assert [entry.type for entry in entries] == ["TicketCreated", "TicketQueued"]
    assert (entries[-1].event.reason, desk.tickets.get(ticket.id).queue_reason) == ("empty_team", "empty_team")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_worker_that_dies_at_any_step_leaves_nothing_half_done(aws, aws_desk, when):
    """Every call to the table fails once, before or after it took effect; the queue then delivers again."""
    desk = aws_desk
    ada, bob = staff(desk, an_agent(), an_agent("Bob"))
    for agent in (ada, bob):
        desk.staffing.put_availability(agent, Availability(capacity=4))
    opened, died, step = arrive(desk, 10), 0, 0
    for ticket in opened:
        step += 1
        start = len(aws.made)
        with aws.failing(lambda call, dies=start + step: when if call.number == dies else None):
            try:
                assignment.assign(desk, ticket.id, TEAM)
                step = 0
            except ClientError:
                died += 1
        assignment.assign(desk, ticket.id, TEAM)
    assert died >= 4
    assert by_agent(desk, [ticket.id for ticket in opened]) == {None: 2, "ada": 4, "bob": 4}
    check(desk, opened)


def test_an_assignment_takes_two_requests_however_long_the_history(aws, aws_desk):
    """One read of ticket and board, one transaction; a board that others wrote on is read again."""
    desk = aws_desk
    staff(desk, *AGENTS)
    first, second, third = arrive(desk, 3)
    assignment.assign(desk, first.id, TEAM)
    for number in range(20):
        tickets.write(desk, Wish(ticket_id=second.id, by=AGENTS[0].as_actor()), a_note(f"Note {number}"))
    for ticket in (second, third):
        with aws.watching() as made:
            assignment.assign(desk, ticket.id, TEAM)
        assert made == ["dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"]


@pytest.mark.parametrize("way", ["given", "taken"])
def test_many_in_line_whom_nobody_can_take_hold_nobody_up(desk, monkeypatch, way):
    """Neither those that stand first, nor how many of them are looked at at once."""
    for module in (memory_boards, dynamodb_boards):
        monkeypatch.setattr(module, "SEEN_OF_LINE", 3)
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(languages=("en",), capacity=0))
    german = [open_ticket(desk, text_language="de", impact="high", urgency="high") for _ in range(8)]
    english = [open_ticket(desk, text_language="en") for _ in range(5)]
    for ticket in german + english:
        assignment.assign(desk, ticket.id, TEAM)
    room = replace(desk.staffing.availability(ada.id), capacity=3)
    desk.staffing.put_availability(ada, replace(room, revision=room.revision + 1))
    if way == "given":
        assignment.came_or_left(desk, ada.id, TEAM)
    else:
        for _ in range(3):
            assignment.take_next(desk, ada.as_actor(), TEAM)
        for ticket in english:
            assignment.assign(desk, ticket.id, TEAM)
    owners = [desk.tickets.get(ticket.id).assignee for ticket in german + sorted(english, key=place_of)]
    assert owners == [None] * 8 + ["ada"] * 3 + [None] * 2
    assert set(desk.assignment.boards.board(TEAM).load("ada").held) == {t.id for t in sorted(english, key=place_of)[:3]}
