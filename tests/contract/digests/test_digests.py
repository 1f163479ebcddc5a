"""What waits for people's one mail a day."""

from datetime import timedelta

from helpdesk.channels.digests.rules import Due, Noted
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

ADA = Due(person=PersonId("ada"), at=MONDAY_MORNING)
NOTED = Noted(ticket=TicketId("HD-80000001"), entry="01", concern=Concern.REPLIED, at=MONDAY_MORNING)
LATER = timedelta(days=1)


def test_what_is_noted_waits_for_its_time_and_is_there_once(desk):
    for noted in (NOTED, NOTED, replace(NOTED, entry="02"), replace(NOTED, concern=Concern.ASSIGNED)):
        desk.digests.note(ADA, noted)
    assert list(desk.digests.due(MONDAY_MORNING - timedelta(seconds=1), 10)) == []
    assert list(desk.digests.due(MONDAY_MORNING, 10)) == [ADA]
    found = [(noted.entry, noted.concern) for noted in desk.digests.noted(ADA, 10)]
    assert found == [("01", "assigned"), ("01", "replied"), ("02", "replied")]
    assert len(desk.digests.noted(ADA, 2)) == 2


def test_each_waits_for_their_own_and_the_oldest_is_first(desk):
    others = [replace(ADA, person=PersonId("bob")), replace(ADA, at=MONDAY_MORNING + LATER)]
    for due in (*others[::-1], ADA):
        desk.digests.note(due, NOTED)
    assert list(desk.digests.due(MONDAY_MORNING + LATER, 10)) == [ADA, *others]
    assert list(desk.digests.due(MONDAY_MORNING + LATER, 1)) == [ADA]
    assert list(desk.digests.noted(replace(ADA, person=PersonId("eve")), 10)) == []


def test_what_is_done_is_due_no_more(desk):
    desk.digests.note(ADA, NOTED)
    for _ in range(2):
        desk.digests.done(ADA)
    assert list(desk.digests.due(MONDAY_MORNING, 10)) == []
