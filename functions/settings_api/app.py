"""Settings for people who are signed in: staff read them, administrators save them."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.routing import routes as rule_routes
from helpdesk.capabilities.sla import actions as sla_settings
from helpdesk.capabilities.sla.requests import PreviewRequest, SlaDocument
from helpdesk.capabilities.sla.views import (
    CalendarPreview,
    Progress,
    SlaSettings,
    preview_view,
    progress_view,
    settings_view,
)
from helpdesk.channels.webhooks import actions as webhooks
from helpdesk.channels.webhooks.views import WebhookKey
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match, resolver, served

api = resolver()


@api.get("/api/settings/sla", responses=gives(SlaSettings))
def read_sla() -> Answer:
    edition = sla_settings.read(desk(), caller(api))
    return answer(settings_view(edition), edition.revision)


@api.put("/api/settings/sla", responses=gives(SlaSettings))
def save_sla(document: SlaDocument) -> Answer:
    wanted = document.model_dump(exclude_none=True)
    edition = sla_settings.save(desk(), caller(api), wanted, if_match(api))
    return answer(settings_view(edition), edition.revision)


@api.post("/api/settings/sla/preview", responses=gives(CalendarPreview))
def preview_calendar(wanted: PreviewRequest) -> Answer:
    found = sla_settings.preview(desk(), caller(api), wanted.calendar, wanted.at, wanted.seconds)
    return answer(preview_view(found))


@api.get("/api/settings/webhook-key", responses=gives(WebhookKey))
def webhook_key() -> Answer:
    return answer(WebhookKey(key=webhooks.webhook_key(desk(), caller(api))))


@api.get("/api/settings/sla/progress", responses=gives(Progress))
def recomputation() -> Answer:
    return answer(progress_view(sla_settings.progress(desk(), caller(api))))


handler = served(rule_routes.added_to(api))
