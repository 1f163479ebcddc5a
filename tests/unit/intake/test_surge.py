"""Any flood of one channel: nobody who came another way waits while somebody has room for them."""

from datetime import timedelta

from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.board import need_of
from helpdesk.capabilities.assignment.rules.choice import out_of
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Scale
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEAM = "service-desk"
NAMES = ("Ada", "Bob", "Cem")
CHANNELS = st.sampled_from([Channel.WEB, Channel.PHONE, Channel.API])
ROOMS = st.builds(
    Availability,
    capacity=st.integers(0, 5),
    channels=st.dictionaries(CHANNELS, st.integers(0, 3), max_size=3),
)
ARRIVALS = st.builds(lambda channel, high: ("comes", channel, high), CHANNELS, st.booleans())
FLOODS = st.builds(lambda channel, count: ("floods", channel, count), CHANNELS, st.integers(3, 12))
SOLVED = st.builds(lambda number: ("solved", None, number), st.integers(0, 40))


def came_in(desk, channel, impact=Scale.LOW):
    desk.clock.advance(timedelta(milliseconds=10))
    ticket = open_ticket(desk, channel=channel, impact=impact)
    assignment.assign(desk, ticket.id, TEAM)
    return ticket.id


def solved(desk, ticket_id):
    tickets.move(desk, Wish(ticket_id=ticket_id, by=Actor(id="lea", role=Role.LEAD)), "solved")
    assignment.assign(desk, ticket_id, TEAM)


def happens(desk, opened, what, channel, how):
    if what == "solved" and opened:
        solved(desk, opened[how % len(opened)])
    elif what == "comes":
        opened.append(came_in(desk, channel, Scale.HIGH if how else Scale.LOW))
    elif what == "floods":
        opened += [came_in(desk, channel) for _ in range(how)]


def kept_waiting(desk, opened):
    """Who waits although somebody could take them."""
    board, now = desk.assignment.boards.board(TEAM), desk.clock.now()
    waiting = [need_of(head) for head in desk.tickets.heads(opened) if not (head.assignee or head.phase.is_finished)]
    return [
        (need.ticket_id, member.person)
        for need in waiting
        for member in board.members.values()
        if not out_of(board, member, need, now)
    ]


@settings(max_examples=60, deadline=None)
@given(st.tuples(ROOMS, ROOMS, ROOMS), st.lists(ARRIVALS | FLOODS | SOLVED, max_size=14))
def test_nobody_waits_whom_somebody_has_room_for_whatever_floods(rooms, story):
    desk, opened = memory_desk(), []
    for agent, room in zip(staff(desk, *map(an_agent, NAMES)), rooms, strict=True):
        desk.staffing.put_availability(agent, room)
    for what, channel, how in story:
        happens(desk, opened, what, channel, how)
        assert kept_waiting(desk, opened) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(1, 5), st.integers(0, 4))
def test_a_flood_takes_no_more_than_its_own_room(flood, capacity, for_the_form):
    """Whoever keeps some room for others gives it to the next caller, however many wait from the form."""
    desk = memory_desk()
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(capacity=capacity, channels={Channel.WEB: for_the_form}))
    for _ in range(flood):
        came_in(desk, Channel.WEB, Scale.HIGH)
    callers = [came_in(desk, Channel.PHONE) for _ in range(capacity)]
    room = capacity - min(flood, for_the_form, capacity)
    owners = [desk.tickets.get(caller).assignee for caller in callers]
    assert owners == ["ada"] * room + [None] * (capacity - room)
