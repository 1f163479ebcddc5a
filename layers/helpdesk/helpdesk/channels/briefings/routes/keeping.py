"""Reports by mail: which somebody has, and making, changing, trying and ending them."""

from __future__ import annotations

from typing import Final

from helpdesk.channels.briefings.actions import keeping
from helpdesk.channels.briefings.requests import BriefingPlan, WhichBriefing
from helpdesk.channels.briefings.views import Briefing, BriefingList, briefing_view, list_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match

MAKING: Final = "Has a report sent to the caller's own address again and again: for leads and administrators."

TRYING: Final = "Has it sent now, as a try, over the last day, week or month; at most once a minute."


def added_to(api: Api) -> None:
    _add_making(api)
    _add_changing(api)


def _add_making(api: Api) -> None:
    @api.get("/api/briefings", responses=gives(BriefingList))
    def list_briefings() -> Answer:
        """The caller's own."""
        return _listed(api)

    @api.get("/api/briefings/<briefing_id>", responses=gives(Briefing))
    def read_briefing(briefing_id: WhichBriefing) -> Answer:
        held = keeping.read(api.desk(), person(api), briefing_id)
        return answer(briefing_view(held), held.revision)

    @api.post("/api/briefings", description=MAKING, responses=gives(Briefing, 201))
    def make_briefing(wanted: BriefingPlan) -> Answer:
        who, desk = person(api), api.desk()
        made = keeping.make(desk, who, wanted.meant(desk, who, ""))
        return answer(briefing_view(made), made.revision, status=201, location=f"/api/briefings/{made.id}")

    @api.post("/api/briefings/<briefing_id>/tries", description=TRYING, responses=gives(Briefing, 202))
    def try_briefing(briefing_id: WhichBriefing) -> Answer:
        held = keeping.send_now(api.desk(), person(api), briefing_id)
        return answer(briefing_view(held), held.revision, status=202)


def _add_changing(api: Api) -> None:
    @api.put("/api/briefings/<briefing_id>", responses=gives(Briefing))
    def save_briefing(briefing_id: WhichBriefing, wanted: BriefingPlan) -> Answer:
        who, desk = person(api), api.desk()
        saved = keeping.save(desk, who, wanted.meant(desk, who, briefing_id), if_match(api))
        return answer(briefing_view(saved), saved.revision)

    @api.delete("/api/briefings/<briefing_id>", responses=gives(BriefingList))
    def delete_briefing(briefing_id: WhichBriefing) -> Answer:
        keeping.delete(api.desk(), person(api), briefing_id, if_match(api))
        return _listed(api)


def _listed(api: Api) -> Answer:
    return answer(list_view(keeping.own(api.desk(), person(api))))
