"""Clocks that ran thousands of times: what is shown of them is bounded, and nothing of them is lost."""

from datetime import timedelta

import pytest
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import summary
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.clocks.views import clock_view
from helpdesk.core.record import clocks
from helpdesk.core.record.clocks import ClockBreached
from helpdesk.core.record.tape import FactKind
from helpdesk.core.tickets.actions import tickets
from helpdesk.foundation.settings.versions import Versions
from hypothesis import given

from tests.builders.clocks import Desk, a_policy, berlin, opened
from tests.builders.tickets import a_message
from tests.histories import books, histories, tape_of
from tests.lives import begun

TURNS = 2000
DESK = Desk(a_policy({"next_response": {"*": 1}, "periodic_update": {"*": 1}, "resolution": {"*": 10}}))


@pytest.fixture(scope="module")
def found():
    """Question and answer in turn, one of a hundred answers after two hours."""
    facts, at = opened("2026-11-23 08:00"), berlin("2026-11-23 09:00")
    facts.append(("2026-11-23 08:30", "agent_reply"))
    for turn in range(TURNS):
        asked = at + timedelta(hours=24 * turn)
        answered = asked + timedelta(hours=2 if turn % 100 == 0 else 0, minutes=5)
        facts += [(moment(asked), "requester_message"), (moment(answered), "agent_reply")]
    return DESK.ledger(facts, facts[-1][0])


def moment(at):
    return at.astimezone(berlin("2026-11-23 09:00").tzinfo).replace(tzinfo=None).isoformat()


def test_few_runs_of_each_clock_are_shown_and_all_are_counted(found):
    recent = summary.recent(found)
    assert sum(len(clock_view(clock).model_dump_json()) for clock in recent.clocks) < 20_000
    counted = {each.clock: each for each in recent.ended}
    assert counted.keys() == {"next_response", "periodic_update"}
    for name, each in counted.items():
        runs = [clock for clock in found.clocks if clock.clock == name and not clock.is_live]
        shown = [clock for clock in recent.clocks if clock.clock == name and not clock.is_live]
        assert shown == runs[-summary.SHOWN_OF_EACH :]
        assert (each.missed, each.older) == (sum(clock.breached for clock in runs), len(runs) - len(shown))
        assert each.kept + each.missed == len(runs)
    assert found.live == tuple(clock for clock in recent.clocks if clock.is_live)


def test_earlier_runs_are_paged_back_to_the_first(found):
    runs = [clock for clock in found.clocks if clock.clock == "next_response" and not clock.is_live]
    paged, page = [], summary.before(found, "next_response", runs[-1].generation + 1)
    while page.clocks:
        paged = [*page.clocks, *paged]
        page = summary.before(found, "next_response", page.clocks[0].generation)
    assert paged == runs


def test_many_clocks_are_shown_up_to_a_hundred_that_ended_last():
    facts = opened("2026-11-23 08:00")
    for number in range(300):
        facts.append((moment(berlin("2026-11-23 09:00") + timedelta(minutes=number)), "vendor", f"v{number}"))
    policy = a_policy({"underpinning": {"*": {"*": 10}}})
    recent = summary.recent(Desk(policy).ledger(facts, "2026-12-23 09:00"))
    assert len(recent.clocks) == summary.SHOWN + 1
    assert [clock.clock for clock in recent.clocks[-2:]] == ["underpinning_v298", "underpinning_v299"]
    assert len(recent.ended) == summary.SHOWN


@given(lived=histories())
def test_asking_again_before_anything_else_happened_moves_no_clock(lived):
    """What the tape of a head leaves out."""
    history, now = lived
    policies, calendars = books()
    whole = tape_of(history)
    asked = FactKind.REQUESTER_MESSAGE
    pairs = zip((None, *whole), whole, strict=False)
    short = tuple(fact for before, fact in pairs if not before or {before.kind, fact.kind} != {asked})
    at = history.at(now)
    assert clocks_ledger.ledger(short, policies, calendars, at) == clocks_ledger.ledger(whole, policies, calendars, at)


def test_requesters_make_no_tape_longer_by_asking_again():
    world = begun()
    tickets.write(world.desk, world.call("requester"), a_message())
    once = world.desk.tickets.get(world.ticket_id)
    for _ in range(50):
        world.desk.clock.advance(timedelta(minutes=1))
        tickets.write(world.desk, world.call("requester"), a_message())
    assert world.desk.tickets.get(world.ticket_id).tape == once.tape


def test_steps_of_runs_long_over_are_forgotten_and_not_told_again():
    world = begun()
    policy = a_policy({"next_response": {"*": 1}, "periodic_update": {"*": 1}}, calendar="office-berlin@1")
    world.desk.settings.let(POLICIES, Versions({policy.ref: policy}, [policy.ref]))
    for _ in range(40):
        for who in ("agent", "requester"):
            world.desk.clock.advance(timedelta(days=1))
            tickets.write(world.desk, world.call(who), a_message())
    events = [entry.event for entry in world.desk.tickets.entries(world.ticket_id)]
    told = [event.step for event in events if isinstance(event, ClockBreached)]
    assert len(told) > 60
    assert len(told) == len(set(told))
    assert len(world.desk.tickets.get(world.ticket_id).fired) <= 2 * clocks.KEPT
