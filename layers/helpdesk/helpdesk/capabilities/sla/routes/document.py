"""The SLA settings: staff read them, administrators save them."""

from helpdesk.capabilities.sla import actions as sla
from helpdesk.capabilities.sla.requests import PreviewRequest, SlaDocument, SlaDryRun
from helpdesk.capabilities.sla.views import (
    CalendarPreview,
    SlaDryRunResult,
    SlaSettings,
    preview_view,
    settings_view,
    trial_view,
)
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match


def added_to(api: Api) -> None:
    @api.get("/api/settings/sla", responses=gives(SlaSettings))
    def read_sla() -> Answer:
        edition = sla.read(api.desk(), caller(api))
        return answer(settings_view(edition), edition.revision)

    @api.put("/api/settings/sla", responses=gives(SlaSettings))
    def save_sla(document: SlaDocument) -> Answer:
        wanted = document.model_dump(exclude_none=True)
        edition = sla.save(api.desk(), caller(api), wanted, if_match(api))
        return answer(settings_view(edition), edition.revision)

    @api.post("/api/settings/sla/preview", responses=gives(CalendarPreview))
    def preview_calendar(wanted: PreviewRequest) -> Answer:
        found = sla.preview(api.desk(), caller(api), wanted.calendar, wanted.at, wanted.seconds)
        return answer(preview_view(found))

    @api.post("/api/settings/sla/dry-runs", responses=gives(SlaDryRunResult))
    def try_sla(wanted: SlaDryRun) -> Answer:
        ticket = wanted.ticket.model_dump(exclude_none=True)
        draft = wanted.document.model_dump(exclude_none=True) if wanted.document else None
        return answer(trial_view(sla.try_out(api.desk(), caller(api), ticket, draft, wanted.at)))
