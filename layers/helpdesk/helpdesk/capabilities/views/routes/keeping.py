"""Views themselves: which there are, and making, changing and taking them away."""

from helpdesk.capabilities.views import actions as views
from helpdesk.capabilities.views.requests import ViewPlan, WhichView
from helpdesk.capabilities.views.views import View, ViewList, view_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match


def added_to(api: Api) -> None:
    _add_reading(api)
    _add_changing(api)


def _add_reading(api: Api) -> None:
    @api.get("/api/views", responses=gives(ViewList))
    def list_views() -> Answer:
        return _listed(api)

    @api.get("/api/views/<view_id>", responses=gives(View))
    def read_view(view_id: WhichView) -> Answer:
        who = person(api)
        found = views.read(api.desk(), who, view_id)
        return answer(view_view(found, who), found.revision)


def _add_changing(api: Api) -> None:
    @api.post("/api/views", responses=gives(View, 201))
    def make_view(wanted: ViewPlan) -> Answer:
        who = person(api)
        made = views.make(api.desk(), who, wanted.meant("", who))
        return answer(view_view(made, who), made.revision, status=201, location=f"/api/views/{made.id}")

    @api.put("/api/views/<view_id>", responses=gives(View))
    def save_view(view_id: WhichView, wanted: ViewPlan) -> Answer:
        who = person(api)
        saved = views.save(api.desk(), who, wanted.meant(view_id, who), if_match(api))
        return answer(view_view(saved, who), saved.revision)

    @api.delete("/api/views/<view_id>", responses=gives(ViewList))
    def delete_view(view_id: WhichView) -> Answer:
        views.delete(api.desk(), person(api), view_id, if_match(api))
        return _listed(api)


def _listed(api: Api) -> Answer:
    who = person(api)
    return answer(ViewList(items=[view_view(each, who) for each in views.all_for(api.desk(), who)]))
