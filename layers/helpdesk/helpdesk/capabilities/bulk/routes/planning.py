"""Changes of many tickets, for who works on them: looked at first, then started."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.bulk.actions import planning
from helpdesk.capabilities.bulk.actions.rehearsing import rehearsed, remembering
from helpdesk.capabilities.bulk.requests import BulkPlan, WhichJob
from helpdesk.capabilities.bulk.routes.acts import act_of, done
from helpdesk.capabilities.bulk.rules import MOST
from helpdesk.capabilities.bulk.views import (
    BulkJob,
    BulkJobPage,
    BulkJobs,
    BulkPlanned,
    job_page,
    job_view,
    planned_view,
)
from helpdesk.capabilities.search.actions import finding
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.http import Answer, answer, gives, once
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import TOO_MANY
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.api import Api

PLANNING: Final = (
    "Says what would become of each ticket, and changes none: `start` does. Which tickets they are is settled here, "
    f"{MOST} at most."
)


def added_to(api: Api) -> None:
    _add_planning(api)
    _add_reading(api)
    _add_doing(api)


def _add_planning(api: Api) -> None:
    @api.post("/api/bulk-changes", description=PLANNING, responses=gives(BulkPlanned, 201))
    def plan_change(wanted: BulkPlan) -> Answer:
        who, desk = person(api), api.desk()
        roles.any_staff(who.as_actor())
        job = planning.plan(
            desk, who, wanted.change.meant, _tickets(desk, who, wanted), once(api, who.as_actor(), wanted)
        )
        tickets = desk.bulk.jobs.tickets(who.id, job.id)  # a known key is answered by those that it was for
        foreseen = planning.foreseen(rehearsed(desk, [each.id for each in tickets]), who, job, tickets, done)
        return answer(planned_view(job, foreseen), status=201, location=f"/api/bulk-changes/{job.id}")


def _tickets(desk: Desk, who: Person, wanted: BulkPlan) -> Sequence[TicketId]:
    if wanted.question is None:
        return [TicketId(each) for each in wanted.tickets]
    query = parse(f"{wanted.question} ", reader_of(who, desk.clock.now()))
    found = finding.find(desk, who.as_actor(), Asked(query=query, limit=MOST, facets=(), forgives=False))
    if found.total > MOST:
        raise InvalidError.at("question", TOO_MANY(most=MOST))
    return [TicketId(hit.id) for hit in found.hits]


def _add_reading(api: Api) -> None:
    @api.get("/api/bulk-changes", responses=gives(BulkJobs))
    def list_changes() -> Answer:
        """The caller's own, the newest first."""
        return answer(BulkJobs(items=[job_view(job) for job in planning.own(api.desk(), person(api))]))

    @api.get("/api/bulk-changes/<job_id>", responses=gives(BulkJobPage))
    def read_change(job_id: WhichJob) -> Answer:
        who = person(api)
        job = planning.read(api.desk(), who, job_id)
        return answer(job_page(job, api.desk().bulk.jobs.results(who.id, job_id)))


def _add_doing(api: Api) -> None:
    @api.post("/api/bulk-changes/<job_id>/start", responses=gives(BulkJob))
    def start_change(job_id: WhichJob) -> Answer:
        """Begins, or goes on where it was stopped."""
        return answer(job_view(planning.start(remembering(api.desk()), person(api), job_id, act_of)))

    @api.post("/api/bulk-changes/<job_id>/stop", responses=gives(BulkJob))
    def stop_change(job_id: WhichJob) -> Answer:
        return answer(job_view(planning.stop(api.desk(), person(api), job_id)))

    @api.post("/api/bulk-changes/<job_id>/undo", responses=gives(BulkJob, 201))
    def undo_change(job_id: WhichJob) -> Answer:
        """Takes it back where a ticket is as it was left, as a change of its own, which says where it could not."""
        job = planning.undo(remembering(api.desk()), person(api), job_id, act_of)
        return answer(job_view(job), status=201, location=f"/api/bulk-changes/{job.id}")
