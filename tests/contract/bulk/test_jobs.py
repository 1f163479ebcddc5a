"""Where it is kept how far a change of many tickets is, and what became of each."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.capabilities.bulk import rules
from helpdesk.capabilities.bulk.rules import MOST, PART, Counts, Did, Item, Job, Moved, Result, Stage, Wanted, parted
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

ADA = PersonId("ada")


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rules, "PART", 2)


def a_job(desk: Desk, job_id: str = "01J", *, of: int = 3, by: PersonId = ADA, minute: int = 0) -> Job:
    wanted = Wanted(move=Moved(state="solved", reason="Done"))
    at = MONDAY_MORNING + timedelta(minutes=minute)
    job = Job(id=job_id, by=by, at=at, wanted=wanted, total=of, asked="digest")
    return desk.bulk.jobs.put(job, parted(Item(id=TicketId(f"HD-{number}")) for number in range(of)))


def became(*did: Did) -> Sequence[Result]:
    return [Result(id=TicketId(f"HD-{at}"), did=each, version=at, values={"most": 3}) for at, each in enumerate(did)]


def test_it_is_kept_with_its_tickets(desk: Desk):
    job = a_job(desk)
    assert (job.stage, job.parts) == (Stage.PLANNED, 2)
    assert desk.bulk.jobs.get(ADA, "01J") == job
    assert desk.bulk.jobs.part(ADA, "01J", 1) == (job, (Item(id=TicketId("HD-2")),), False)
    assert desk.bulk.jobs.part(ADA, "01J", 2) is None
    assert desk.bulk.jobs.results(ADA, "01J") == []


def test_it_is_somebody_s_own(desk: Desk):
    a_job(desk)
    assert desk.bulk.jobs.get(PersonId("bo"), "01J") is None
    assert desk.bulk.jobs.part(PersonId("bo"), "01J", 0) is None
    assert desk.bulk.jobs.of(PersonId("bo"), 10) == []


def test_the_newest_come_first_and_their_parts_do_not_stand_among_them(desk: Desk):
    """Whatever they are called: ids that come of a caller's key say nothing of when."""
    for minute, name in enumerate(("F7", "3A", "B0")):
        a_job(desk, name, minute=minute)
    assert [job.id for job in desk.bulk.jobs.of(ADA, 2)] == ["B0", "3A"]
    assert desk.bulk.jobs.say(desk.bulk.jobs.of(ADA, 1)[0], Stage.RUNNING) == desk.bulk.jobs.of(ADA, 1)[0]


def test_its_tickets_are_known_in_their_order(desk: Desk):
    a_job(desk, of=5)
    assert [item.id for item in desk.bulk.jobs.tickets(ADA, "01J")] == [f"HD-{number}" for number in range(5)]
    assert desk.bulk.jobs.tickets(ADA, "none") == []


def test_as_many_are_kept_as_there_may_be(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rules, "PART", PART)
    a_job(desk, of=MOST)
    assert len(desk.bulk.jobs.tickets(ADA, "01J")) == MOST


def test_what_is_kept_already_stays(desk: Desk):
    first = a_job(desk)
    assert a_job(desk, of=5) == first


def test_parts_are_counted_once_each_whoever_comes_again(desk: Desk):
    job = desk.bulk.jobs.say(a_job(desk), Stage.RUNNING)
    with ThreadPoolExecutor(3) as together:
        list(together.map(lambda _: desk.bulk.jobs.done(job, 0, became(Did.CHANGED, Did.REFUSED)), range(3)))
    half = desk.bulk.jobs.get(ADA, "01J")
    assert half
    assert (half.stage, half.parts_done, half.counts) == (Stage.RUNNING, 1, Counts(changed=1, refused=1))
    assert [done for part in (0, 1) if (found := desk.bulk.jobs.part(ADA, "01J", part)) for done in found[2:]] == [
        True,
        False,
    ]
    done = desk.bulk.jobs.done(job, 1, became(Did.UNCHANGED))
    assert (done.stage, done.counts) == (Stage.DONE, Counts(changed=1, unchanged=1, refused=1))
    assert [*desk.bulk.jobs.results(ADA, "01J")] == [*became(Did.CHANGED, Did.REFUSED), *became(Did.UNCHANGED)]


def test_it_is_started_and_stopped(desk: Desk):
    job = a_job(desk)
    assert desk.bulk.jobs.say(job, Stage.RUNNING).stage is Stage.RUNNING
    assert desk.bulk.jobs.say(job, Stage.STOPPED).stage is Stage.STOPPED
