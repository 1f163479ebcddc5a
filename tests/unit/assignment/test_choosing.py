"""Who takes a ticket: eligibility, order, capacity and fairness of every strategy."""

from datetime import timedelta
from math import isfinite

import pytest
from helpdesk.capabilities.assignment.rules.attendance import Out
from helpdesk.capabilities.assignment.rules.board import Board, Load, Need, calendars_of, given, queued, settle
from helpdesk.capabilities.assignment.rules.choice import choose, out_of
from helpdesk.core.record.assignment import Candidate
from helpdesk.core.staffing.rules.availability import Absence, Availability, Presence, Status, Strategy
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Phase, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.tickets import a_ticket

NOW = MONDAY_MORNING
SHIFT = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]]}}
NEED = Need(ticket_id=TicketId("HD-1"), level=Level.L1, channel=Channel.WEB, language="en", skills=())


def a_board(strategy=Strategy.WEIGHTED_LOAD, presences=None, loads=None, **people):
    """A board of the people named, each with what they can be given."""
    members = [Member(team="desk", person=name, name=name, availability=each) for name, each in people.items()]
    return Board(
        team=Team(id="desk", name="Desk", level=Level.L1, strategy=strategy),
        members={member.person: member for member in members},
        calendars=calendars_of(members),
        presences=presences or {},
        loads=loads or {},
    )


def a_load(person, *tickets, **more):
    return Load(person=person, held=dict.fromkeys(tickets, Channel.WEB), **more)


def out(availability, need=NEED, now=NOW, **board):
    made = a_board(ada=availability, **board)
    return out_of(made, made.members["ada"], need, now)


def away(start, end):
    return Availability(absences=(Absence(start=NOW + timedelta(hours=start), end=NOW + timedelta(hours=end)),))


@pytest.mark.parametrize(
    ("availability", "reason"),
    [
        (Availability(), ""),
        (Availability(levels=(Level.L2, Level.L3)), "level"),
        (Availability(levels=(Level.L1,)), ""),
        (Availability(languages=("de",)), "language:en"),
        (Availability(languages=("de", "en")), ""),
        (Availability(shift=SHIFT), ""),
        (Availability(shift={**SHIFT, "week": {"tue": [["08:00", "16:00"]]}}), "off_shift"),
        (Availability(shift={**SHIFT, "holidays": ["2026-03-02"]}), "off_shift"),
        (Availability(capacity=0), "full"),
        (Availability(channels={Channel.WEB: 0}), "channel_full"),
        (Availability(channels={Channel.CHAT: 0}), ""),
        (away(-1, 1), "absent"),
        (away(-2, 0), ""),
        (away(0, 1), "absent"),
        (away(1, 2), ""),
    ],
)
def test_who_cannot_take_it_and_why(availability, reason):
    assert out(availability) == reason


def test_a_skill_nobody_asks_for_is_not_needed_and_a_wanted_one_is():
    wanted = replace(NEED, skills=("sap",))
    assert out(Availability(), wanted) == "skill:sap"
    assert out(Availability(skills={"sap": 1}), wanted) == ""


@pytest.mark.parametrize("written", ["Büro", "büro", "BU\u0308RO", " Büro "])
def test_a_skill_is_the_same_however_it_is_written(written):
    wanted = replace(NEED, skills=(written,))
    assert out(Availability(skills={"Bu\u0308ro": 3}), wanted) == ""
    assert Availability(skills={"Bu\u0308ro": 3}).grade(written) == 3


def test_every_status_but_one_is_a_reason_to_be_out():
    assert {status.value for status in Status} - {Status.AVAILABLE.value} <= {out.value for out in Out}


@pytest.mark.parametrize("status", [Status.BUSY, Status.AWAY, Status.OFFLINE])
def test_only_who_is_available_is_given_anything(status):
    assert out(Availability(), presences={"ada": Presence(status=status)}) == status


@pytest.mark.parametrize(("unseen", "reason"), [(600, ""), (601, "away")])
def test_who_was_not_seen_for_their_idle_time_is_away(unseen, reason):
    presence = Presence(seen_at=NOW - timedelta(seconds=unseen))
    assert out(Availability(idle_seconds=600), presences={"ada": presence}) == reason


def test_who_gave_it_back_does_not_get_it_again():
    assert out(Availability(), replace(NEED, passed=("ada",))) == "gave_it_back"


def test_everybody_considered_stands_in_the_choice_with_the_reason():
    board = a_board(ada=Availability(), bob=Availability(capacity=0), cem=Availability(levels=(Level.L3,)))
    choice = choose(board, NEED, NOW)
    assert (choice.person, choice.reason) == ("ada", "weighted_load")
    assert [(c.person, c.out) for c in choice.candidates] == [("ada", ""), ("bob", "full"), ("cem", "level")]


def test_a_big_team_is_counted_beyond_those_shown():
    choice = choose(a_board(**{f"p{n:03d}": Availability(capacity=n % 2) for n in range(100)}), NEED, NOW)
    assert len(choice.candidates) == 10
    assert choice.others == ("eligible 40", "full 50")


@pytest.mark.parametrize(
    ("people", "reason"),
    [({}, "empty_team"), ({"ada": Availability(capacity=0), "bob": away(-1, 1), "cem": away(-1, 1)}, "full")],
)
def test_nobody_has_a_reason_too(people, reason):
    choice = choose(a_board(**people), NEED, NOW)
    assert (choice.person, choice.reason) == (None, reason)


def test_by_manual_pull_nobody_is_chosen():
    choice = choose(a_board(Strategy.MANUAL_PULL, ada=Availability()), NEED, NOW)
    assert (choice.person, choice.reason) == (None, "manual_pull")


@pytest.mark.parametrize(
    ("strategy", "loads", "chosen"),
    [
        (Strategy.WEIGHTED_LOAD, [a_load("ada", "1", "2"), a_load("bob", "3")], "bob"),
        (Strategy.WEIGHTED_LOAD, [a_load("ada", share=5), a_load("bob", "3", "4", share=4)], "bob"),
        (Strategy.ROUND_ROBIN, [a_load("ada", turn=4), a_load("bob", "1", "2", turn=3)], "bob"),
        (Strategy.LONGEST_IDLE, [a_load("ada", given_at=NOW), a_load("bob", given_at=NOW - timedelta(hours=1))], "bob"),
        (Strategy.LONGEST_IDLE, [a_load("ada", "1"), a_load("bob", given_at=NOW)], "bob"),
        (Strategy.WEIGHTED_LOAD, [], "ada"),
    ],
)
def test_the_strategy_decides_who_is_first(strategy, loads, chosen):
    board = a_board(strategy, ada=Availability(), bob=Availability(), loads={load.person: load for load in loads})
    assert choose(board, NEED, NOW).person == chosen


def test_skill_first_takes_the_highest_grade():
    board = a_board(Strategy.SKILL_FIRST, ada=Availability(skills={"sap": 2}), bob=Availability(skills={"sap": 5}))
    assert choose(board, replace(NEED, skills=("sap",)), NOW).person == "bob"


def assign(board, number, *, solve=False):
    ticket = replace(a_ticket(), id=TicketId(f"HD-{number:06d}"), team="desk")
    choice = choose(board, replace(NEED, ticket_id=ticket.id), NOW)
    if choice.person is None:
        return None, board
    board = board.after(given(board, choice.person, ticket, NOW))
    return choice.person, board.after(settle(board, replace(ticket, phase=Phase.CLOSED))) if solve else board


@settings(max_examples=6, deadline=None)
@for_all(st.lists(st.sampled_from([25, 50, 75, 100]), min_size=2, max_size=8), st.booleans())
def test_over_a_thousand_tickets_everybody_has_their_share(weights, solve):
    """Within five percent of the weight, whether work is done at once or not at all."""
    people = {f"p{n}": Availability(weight=weight, capacity=1000) for n, weight in enumerate(weights)}
    board, got = a_board(**people), dict.fromkeys(people, 0)
    for number in range(1000):
        person, board = assign(board, number, solve=solve)
        got[person] += 1
    for person, availability in people.items():
        due = 1000 * availability.weight / sum(weights)
        assert abs(got[person] - due) <= max(1, 0.05 * due)


@for_all(st.integers(0, 60), st.integers(1, 12))
def test_who_is_new_is_not_flooded(before, after):
    """Somebody without any load gets no more than their turns, however much the others have."""
    board = a_board(ada=Availability(capacity=100), bob=Availability(capacity=100))
    for number in range(before):
        _, board = assign(board, number)
    cem = Member(team="desk", person="cem", name="cem", availability=Availability(capacity=100))
    board = replace(board, members={**board.members, "cem": cem}, calendars={**board.calendars, "cem": None})
    got = 0
    for number in range(after):
        person, board = assign(board, 1000 + number)
        got += person == "cem"
    assert got <= -(-after // 3) + 1


@settings(max_examples=60, deadline=None)
@for_all(
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
    st.lists(st.tuples(st.sampled_from(["open", "solve", "take"]), st.integers(0, 30)), max_size=60),
)
def test_nobody_is_ever_given_more_than_they_can_hold(capacities, happenings):
    """Whatever comes and goes, the board equals what the tickets say, and only taking by hand goes over capacity."""
    board = a_board(**{f"p{n}": Availability(capacity=capacity) for n, capacity in enumerate(capacities)})
    owners = {}
    for happening, number in happenings:
        ticket = replace(a_ticket(), id=TicketId(f"HD-{number:06d}"), team="desk")
        if happening == "open" and number not in owners:
            before = board
            person, board = assign(board, number)
            if person:
                owners[number] = person
                assert len(before.load(person).held) < board.members[person].availability.capacity
            else:
                assert all(len(board.load(p).held) >= m.availability.capacity for p, m in board.members.items())
        elif happening == "solve" and owners.pop(number, None):
            board = board.after(settle(board, replace(ticket, phase=Phase.SOLVED)))
        elif happening == "take":
            owners[number] = "p0"
            board = board.after(settle(board, replace(ticket, phase=Phase.OPEN, assignee="p0")))
        held = {held: person for person, load in board.loads.items() for held in load.held}
        assert held == {f"HD-{number:06d}": person for number, person in owners.items()}


def test_settling_twice_changes_nothing():
    board = a_board(ada=Availability(), loads={"ada": a_load("ada", "HD-1")})
    ticket = replace(a_ticket(), id="HD-1", team="desk", phase=Phase.CLOSED, assignee="ada")
    once = board.after(settle(board, ticket))
    assert settle(once, ticket).is_empty


@for_all(st.permutations(range(6)), st.lists(st.sampled_from(["P1", "P2", "P3", "P4"]), min_size=6, max_size=6))
def test_the_line_is_by_priority_and_then_by_age(order, priorities):
    tickets = [
        replace(a_ticket(), id=TicketId(f"HD-{n}"), team="desk", priority=priorities[n], created_at=NOW + timedelta(n))
        for n in range(6)
    ]
    tickets = [replace(ticket, priority=type(a_ticket().priority)(ticket.priority)) for ticket in tickets]
    board = a_board()
    for number in order:
        board = board.after(queued(board, tickets[number]))
        board = board.after(queued(board, tickets[number]))
    wanted = sorted(tickets, key=lambda ticket: (ticket.priority, ticket.created_at))
    assert [waiting.need.ticket_id for waiting in board.line] == [ticket.id for ticket in wanted]


@for_all(
    strategy=st.sampled_from([each for each in Strategy if each is not Strategy.MANUAL_PULL]),
    weight=st.integers(0, 100),
    grade=st.integers(0, 5),
    share=st.integers(0, 10**15),
    held=st.integers(0, 9),
    given_before=st.booleans(),
)
def test_a_score_is_a_number_that_is_read_as_it_was_written(strategy, weight, grade, share, held, given_before):
    """JSON knows no infinity: it would be kept as nothing."""
    load = a_load("ada", *(f"HD-{n}" for n in range(held)), share=share, given_at=NOW if given_before else None)
    board = a_board(strategy, loads={"ada": load}, ada=Availability(weight=weight, skills={"sap": grade}))
    (candidate,) = choose(board, replace(NEED, skills=("sap",) if grade else ()), NOW).candidates
    assert all(map(isfinite, candidate.score))
    assert encoding.decode(Candidate, encoding.encode(candidate)) == candidate
