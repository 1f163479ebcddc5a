"""The tickets of a part are changed one by one, each as it would be alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from helpdesk.capabilities.bulk.rules import Did, Errand, Item, Progress, Result, Stage, Wanted, refused
from helpdesk.core.tickets.actions.change import Outcome, Wish
from helpdesk.foundation.kernel.errors import ForbiddenError, HelpdeskError, InsideError
from helpdesk.foundation.kernel.once import Once

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.bulk.rules import Job
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor

Act = Callable[["Desk", Wish, Wanted, Item], Outcome]
"""What changes one ticket: what people do with it alone, or what takes that back."""


def changed(desk: Desk, by: Actor, wanted: Wanted, items: Sequence[Item], act: Act, job_id: str = "") -> list[Result]:
    """Each of its own: what is refused for one keeps no other. Under a job's id it happens once."""
    return [_changed(desk, by, wanted, item, act, job_id) for item in items]


def _changed(desk: Desk, by: Actor, wanted: Wanted, item: Item, act: Act, job_id: str) -> Result:
    once = Once(key=f"bulk\n{by.id}\n{job_id}\n{item.id}", payload=job_id) if job_id else None
    try:
        outcome = act(desk, Wish(ticket_id=item.id, by=by, revision=item.revision, once=once), wanted, item)
    except InsideError:
        raise
    except HelpdeskError as error:
        return refused(item.id, error)
    ticket, did = outcome.ticket, Did.CHANGED if outcome.entries else Did.UNCHANGED
    return Result(id=item.id, did=did, version=ticket.version, revision=ticket.revision)


def work(desk: Desk, errand: Errand, act_of: Callable[[Job], Act]) -> Progress:
    """Do a part, and say which is next. Whoever does it again changes nothing, and comes to the next, too."""
    found = desk.bulk.jobs.part(errand.by, errand.job, errand.part)
    if found is None:
        return _next(errand, finished=True)
    job, items, done = found
    if errand.stop or job.said is not Stage.RUNNING:
        desk.bulk.jobs.say(job, Stage.STOPPED)
        return _next(errand, finished=True)
    if not done:
        desk.bulk.jobs.done(job, errand.part, _results(desk, job, items, act_of(job)))
    return _next(errand, finished=errand.part + 1 >= job.parts)


def _next(errand: Errand, *, finished: bool) -> Progress:
    return Progress(by=errand.by, job=errand.job, part=errand.part + 1, finished=finished)


def _results(desk: Desk, job: Job, items: Sequence[Item], act: Act) -> list[Result]:
    """By what they may do now who asked: a token is no longer there to say it."""
    by = desk.directory.person(job.by)
    if not by.is_staff:
        gone = ForbiddenError("Whoever asked for this does not work on tickets any more.")
        return [refused(item.id, gone) for item in items]
    return changed(desk, by.as_actor(), job.wanted, items, act, job.id)
