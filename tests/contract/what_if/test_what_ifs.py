"""Where it is kept how far a policy that is tried on the past has come."""

from datetime import timedelta

from helpdesk.capabilities.what_if.rules import Row, Stage, WhatIf
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, Priority, TeamId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

ADA = PersonId("ada")
ROW = Row(team=TeamId("service-desk"), priority=Priority.P2, tickets=3, before=1, after=2)


def a_what_if(desk: Desk, which: str = "01W") -> WhatIf:
    policy = {"id": "strict", "targets": {"resolution": {"*": {"seconds": 60}}}}
    start = MONDAY_MORNING - timedelta(days=90)
    made = WhatIf(id=which, by=ADA, at=MONDAY_MORNING, policy=policy, start=start, end=MONDAY_MORNING, total=3)
    desk.what_if.what_ifs.put(made)
    return made


def test_it_is_somebody_s_own(desk: Desk):
    made = a_what_if(desk)
    assert desk.what_if.what_ifs.get(ADA, "01W") == made
    assert desk.what_if.what_ifs.get(PersonId("bo"), "01W") is None
    assert desk.what_if.what_ifs.of(PersonId("bo"), 10) == []


def test_the_newest_come_first(desk: Desk):
    for which in ("01B", "01C", "01A"):
        a_what_if(desk, which)
    assert [each.id for each in desk.what_if.what_ifs.of(ADA, 2)] == ["01C", "01B"]


def test_a_part_that_is_said_twice_is_counted_once(desk: Desk):
    made = a_what_if(desk)
    further = replace(made, part=1, seen=3, rows=(ROW,), behind="x")
    assert desk.what_if.what_ifs.say(made, further)
    assert not desk.what_if.what_ifs.say(made, replace(further, seen=99))
    assert desk.what_if.what_ifs.get(ADA, "01W") == further


def test_what_was_stopped_stays_so(desk: Desk):
    made = a_what_if(desk)
    assert desk.what_if.what_ifs.say(made, replace(made, stage=Stage.STOPPED))
    assert not desk.what_if.what_ifs.say(made, replace(made, part=1))
    found = desk.what_if.what_ifs.get(ADA, "01W")
    assert found
    assert found.stage is Stage.STOPPED


def test_of_what_is_not_kept_nothing_is_said(desk: Desk):
    made = replace(a_what_if(desk), id="01X")
    assert not desk.what_if.what_ifs.say(made, replace(made, part=1))
    assert desk.what_if.what_ifs.get(ADA, "01X") is None
