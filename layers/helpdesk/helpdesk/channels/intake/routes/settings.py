"""The topics of the form, as part of the settings API."""

from helpdesk.channels.intake.actions import topics
from helpdesk.channels.intake.requests.settings import TopicsPlan, meant
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.channels.intake.views.settings import TopicSettings, settings_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match


def added_to(api: Api) -> None:
    @api.get("/api/settings/topics", responses=gives(TopicSettings))
    def read_topics() -> Answer:
        edition = topics.read(api.desk(), caller(api))
        return answer(settings_view(edition, edition.of(TOPICS)), edition.revision)

    @api.put("/api/settings/topics", responses=gives(TopicSettings))
    def save_topics(wanted: TopicsPlan) -> Answer:
        edition = topics.save(api.desk(), caller(api), meant(wanted), if_match(api))
        return answer(settings_view(edition, edition.of(TOPICS)), edition.revision)
