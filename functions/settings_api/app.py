"""Settings for people who are signed in: staff read them, administrators save them."""

from helpdesk.actions import sla_settings
from helpdesk.entrypoints import rule_routes
from helpdesk.entrypoints import setting_views as views
from helpdesk.entrypoints.http import Answer, answer, caller, gives, if_match, resolver, served
from helpdesk.entrypoints.runtime import desk

api = resolver()


@api.get("/api/settings/sla", responses=gives(views.SlaSettings))
def read_sla() -> Answer:
    edition = sla_settings.read(desk(), caller(api))
    return answer(views.settings_view(edition), edition.revision)


@api.put("/api/settings/sla", responses=gives(views.SlaSettings))
def save_sla(document: views.SlaDocument) -> Answer:
    wanted = document.model_dump(exclude_none=True)
    edition = sla_settings.save(desk(), caller(api), wanted, if_match(api))
    return answer(views.settings_view(edition), edition.revision)


@api.post("/api/settings/sla/preview", responses=gives(views.CalendarPreview))
def preview_calendar(wanted: views.PreviewRequest) -> Answer:
    found = sla_settings.preview(desk(), caller(api), wanted.calendar, wanted.at, wanted.seconds)
    return answer(views.preview_view(found))


@api.get("/api/settings/webhook-key", responses=gives(views.WebhookKey))
def webhook_key() -> Answer:
    return answer(views.WebhookKey(key=sla_settings.webhook_key(desk(), caller(api))))


@api.get("/api/settings/sla/progress", responses=gives(views.Progress))
def recomputation() -> Answer:
    return answer(views.progress_view(sla_settings.progress(desk(), caller(api))))


handler = served(rule_routes.added_to(api))
