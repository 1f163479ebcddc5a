"""A change of many tickets is looked at, started, stopped and taken back by who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.bulk.actions.working import changed, work
from helpdesk.capabilities.bulk.rules import (
    MOST,
    WHICH_TICKETS,
    BulkRefusedError,
    Errand,
    Item,
    Job,
    Stage,
    parted,
    undo_of,
    undoing,
)
from helpdesk.foundation.kernel import encoding, roles
from helpdesk.foundation.kernel.errors import InvalidError, KeyReusedError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Sequence

    from helpdesk.capabilities.bulk.actions.working import Act
    from helpdesk.capabilities.bulk.rules import Result, Wanted
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.once import Once
    from helpdesk.foundation.kernel.vocabulary import TicketId

SHOWN: Final = 10


def plan(desk: Desk, who: Person, wanted: Wanted, ticket_ids: Sequence[TicketId], once: Once | None) -> Job:
    """Keep what is wanted, of which tickets. Asked for again under its key it is the same."""
    roles.any_staff(who.as_actor())
    items = [Item(id=ticket_id) for ticket_id in dict.fromkeys(ticket_ids)]
    if not items:
        raise InvalidError.at("tickets", WHICH_TICKETS())
    if len(items) > MOST:
        raise InvalidError.at("tickets", TOO_MANY(most=MOST))
    job_id = encoding.digest(once.key)[:26].upper() if once else desk.new_id()
    asked = once.payload if once else ""
    made = Job(id=job_id, by=who.id, at=desk.clock.now(), wanted=wanted, total=len(items), asked=asked)
    kept = desk.bulk.jobs.put(made, parted(items))
    if kept.asked != asked:
        raise KeyReusedError("This Idempotency-Key was used for another request.")
    return kept


def foreseen(desk: Desk, who: Person, job: Job, items: Sequence[Item], act: Act) -> list[Result]:
    """What would become of each ticket, at a desk that writes nothing."""
    return changed(desk, who.as_actor(), job.wanted, items, act)


def own(desk: Desk, who: Person) -> Sequence[Job]:
    roles.any_staff(who.as_actor())
    return desk.bulk.jobs.of(who.id, SHOWN)


def read(desk: Desk, who: Person, job_id: str) -> Job:
    roles.any_staff(who.as_actor())
    found = desk.bulk.jobs.get(who.id, job_id)
    if found is None:
        raise NotFoundError("change of many tickets", job_id)
    return found


def start(desk: Desk, who: Person, job_id: str, act_of: Callable[[Job], Act]) -> Job:
    """Begin, or go on where it was stopped. Few are done at once, many in the background."""
    job = read(desk, who, job_id)
    if job.stage is Stage.DONE:
        return job
    return _begun(desk, desk.bulk.jobs.say(job, Stage.RUNNING), act_of)


def _begun(desk: Desk, job: Job, act_of: Callable[[Job], Act]) -> Job:
    errand = Errand(by=job.by, job=job.id, part=job.parts_done)
    if job.parts == 1:
        work(desk, errand, act_of)
        return desk.bulk.jobs.get(job.by, job.id) or job
    desk.bulk.workers.begin(f"{job.id}-{desk.new_id()}", errand)
    return job


def stop(desk: Desk, who: Person, job_id: str) -> Job:
    """What is under way is made, and no more."""
    job = read(desk, who, job_id)
    if job.stage is Stage.PLANNED:
        raise BulkRefusedError("It has not begun.")
    return job if job.stage is Stage.DONE else desk.bulk.jobs.say(job, Stage.STOPPED)


def undo(desk: Desk, who: Person, job_id: str, act_of: Callable[[Job], Act]) -> Job:
    """Take it back where a ticket is as it was left; the change that does so."""
    job = read(desk, who, job_id)
    begun = desk.bulk.jobs.get(who.id, undo_of(job_id))
    if begun is None:
        made, items = undoing(job, desk.bulk.jobs.results(who.id, job_id), desk.clock.now())
        begun = desk.bulk.jobs.put(made, parted(items))
    return begun if begun.stage is Stage.DONE else _begun(desk, begun, act_of)
