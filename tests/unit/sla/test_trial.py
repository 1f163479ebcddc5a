"""What settings would promise a ticket: which policy, which clocks by when, which ladders and their steps."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from helpdesk.capabilities.ladders.rules.ladder import Ladders
from helpdesk.capabilities.ladders.settings import LADDERS
from helpdesk.capabilities.sla.rules.trial import Trial, Wanted, tried
from helpdesk.capabilities.sla.settings.document import revise
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Priority, TeamId

from tests.builders.sla import BERLIN, GOLD, LONDON, PLAIN, a_document, changed
from tests.builders.tickets import FIRST

FRIDAY = datetime(2026, 3, 6, 16, tzinfo=UTC)  # 17:00 in Berlin, an hour before it closes
TELL = {"actions": [{"notify": "on_call"}]}
PAGE = {"id": "page", "when": {"created": ["P1"]}, "steps": [TELL, {"after_seconds": 900, **TELL}]}
HAND_ON = {
    "id": "hand-on",
    "when": {"clock": "*", "step": "breach"},
    "steps": [{"after_seconds": 3600, "calendar": "berlin", "actions": [{"move_level": "next"}]}],
}


def trial(wanted: Wanted | None = None, at: datetime = FRIDAY, **changes: Any) -> Trial:
    edition = revise(a_document(**{"ladders": [], **changes}), FIRST.now("sla"), FRIDAY, "alex")
    calendars = edition.of(CALENDARS)
    book = Book(policies=edition.of(POLICIES), calendars=calendars)
    return tried(wanted or a_ticket(), book, Ladders(versions=edition.of(LADDERS), calendars=calendars), at)


def a_ticket(**facts: Any) -> Wanted:
    return Wanted(**{"priority": Priority.P3, "organization": "acme", **facts})


def asked(found: Trial) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.policy.id, each.unmet) for each in found.asked]


CHOICES: list[tuple[dict[str, Any], dict[str, Any], str | None, list[tuple[str, tuple[str, ...]]]]] = [
    ({"organization": ["acme"]}, {}, "gold", [("gold", ())]),
    ({"organization": ["other"]}, {}, "plain", [("gold", ("organization",)), ("plain", ())]),
    ({"team": ["desk"]}, {}, "plain", [("gold", ("team",)), ("plain", ())]),
    ({"team": ["desk"]}, {"team": TeamId("desk")}, "gold", [("gold", ())]),
    (
        {"plan": ["vip"], "channel": ["phone"]},
        {"channel": Channel.PHONE},
        "plain",
        [("gold", ("plan",)), ("plain", ())],
    ),
    ({"tag": ["VIP"]}, {"tags": ("vip", "x")}, "gold", [("gold", ())]),
]


@pytest.mark.parametrize(("conditions", "facts", "chosen", "why"), CHOICES)
def test_the_first_policy_whose_conditions_hold_is_the_one(conditions, facts, chosen, why):
    found = trial(a_ticket(**facts), policies=[changed(GOLD, conditions=conditions), PLAIN])
    assert (found.policy.id if found.policy else None, asked(found)) == (chosen, why)


def test_where_no_policy_holds_nothing_is_promised():
    found = trial(a_ticket(organization="other"), policies=[GOLD])
    assert (found.policy, asked(found), found.clocks) == (None, [("gold", ("organization",))], ())


def test_each_clock_is_due_by_its_own_calendar():
    found = trial()
    # An hour of Berlin is over as it closes; London opens on Mondays from 09:00 to 17:00.
    assert [(clock.clock, clock.due_at, clock.calendar) for clock in found.clocks] == [
        ("first_response", FRIDAY + timedelta(hours=1), "berlin"),
        ("resolution", datetime(2026, 3, 9, 13, tzinfo=UTC), "london"),
    ]
    later = trial(at=FRIDAY + timedelta(minutes=30))
    assert later.clocks[0].due_at == datetime(2026, 3, 9, 7, 30, tzinfo=UTC)


def test_priority_and_level_choose_the_target():
    targets = {
        "resolution": {"P1": {"seconds": 60, "business": False}, "P2": {"seconds": 120, "business": False}},
        "time_to_own": {"*": {"seconds": 30, "business": False}},
        "ola": {"L2": {"*": {"seconds": 90, "business": False}}},
        "next_response": {"*": {"seconds": 10, "business": False}},
    }
    policies = [changed(PLAIN, targets=targets)]

    def promised(**facts: Any) -> dict[str, int]:
        return {clock.clock: clock.target.seconds for clock in trial(a_ticket(**facts), policies=policies).clocks}

    assert promised(priority=Priority.P1) == {"time_to_own": 30, "resolution": 60}
    assert promised(priority=Priority.P2, level=Level.L2) == {"time_to_own": 30, "ola_L2": 90, "resolution": 120}
    assert promised(priority=Priority.P3) == {"time_to_own": 30}


def climbed(found: Trial) -> list[tuple[str, str, str, str, datetime, list[datetime]]]:
    return [
        (each.ladder.id, each.clock, each.step, each.after, each.at, [taken.at for taken in each.steps])
        for each in found.ladders
    ]


def test_a_ladder_begins_with_a_ticket_of_its_priorities():
    assert climbed(trial(ladders=[PAGE])) == []
    steps = [FRIDAY, FRIDAY + timedelta(minutes=15)]
    assert climbed(trial(a_ticket(priority=Priority.P1), ladders=[PAGE])) == [
        ("page", "", "created", "", FRIDAY, steps)
    ]


def test_a_ladder_begins_with_each_clock_that_comes_to_its_step_and_counts_by_its_calendar():
    first, monday = FRIDAY + timedelta(hours=1), datetime(2026, 3, 9, 13, tzinfo=UTC)
    assert climbed(trial(ladders=[HAND_ON])) == [
        ("hand-on", "first_response", "breach", "", first, [datetime(2026, 3, 9, 8, tzinfo=UTC)]),
        ("hand-on", "resolution", "breach", "", monday, [monday + timedelta(hours=1)]),
    ]


def test_a_ladder_begins_with_a_warning():
    policies = [changed(GOLD, warnings={"percent": [50]})]
    ladders = [changed(PAGE, when={"clock": "first_response", "step": "50%"})]
    half = FRIDAY + timedelta(minutes=30)
    assert climbed(trial(policies=policies, ladders=ladders)) == [
        ("page", "first_response", "50%", "", half, [half, half + timedelta(minutes=15)])
    ]


@pytest.mark.parametrize(
    ("conditions", "begun"),
    [({"level": ["L1"]}, 1), ({"level": ["L2"]}, 0), ({"priority": ["P1", "P2"]}, 1), ({"tag": ["x"]}, 0)],
)
def test_a_ladder_is_for_tickets_that_meet_its_conditions(conditions: dict[str, list[str]], begun: int):
    found = trial(a_ticket(priority=Priority.P1), ladders=[changed(PAGE, conditions=conditions)])
    assert len(found.ladders) == begun


def test_a_ladder_goes_on_as_another_after_its_last_step():
    found = trial(a_ticket(priority=Priority.P1), ladders=[changed(PAGE, then="hand-on"), HAND_ON])
    last = FRIDAY + timedelta(minutes=15)
    assert ("hand-on", "", "", "page", last, [datetime(2026, 3, 9, 7, 15, tzinfo=UTC)]) in climbed(found)


def test_what_is_tried_are_the_settings_as_they_are_written_now():
    longer = changed(BERLIN, week={"fri": [["08:00", "20:00"]], "mon": [["10:00", "18:00"]]})
    found = trial(calendars=[longer, LONDON], at=FRIDAY + timedelta(minutes=30))
    assert found.clocks[0].due_at == FRIDAY + timedelta(minutes=90)
