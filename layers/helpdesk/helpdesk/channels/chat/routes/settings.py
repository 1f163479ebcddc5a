"""When one can chat, as part of the settings API."""

from helpdesk.channels.chat.actions import terms
from helpdesk.channels.chat.requests import ChatPlan
from helpdesk.channels.chat.settings import CHAT
from helpdesk.channels.chat.views.settings import ChatSettings
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.settings.edition import Edition


def added_to(api: Api) -> None:
    @api.get("/api/settings/chat", responses=gives(ChatSettings))
    def read_chat_settings() -> Answer:
        return _shown(terms.read(api.desk(), caller(api)))

    @api.put("/api/settings/chat", responses=gives(ChatSettings))
    def save_chat_settings(wanted: ChatPlan) -> Answer:
        return _shown(terms.save(api.desk(), caller(api), wanted.chat, wanted.chat_calendar, if_match(api)))


def _shown(edition: Edition) -> Answer:
    now = edition.of(CHAT)
    shown = ChatSettings(revision=edition.revision, chat=now.chat, chat_calendar=now.chat_calendar)
    return answer(shown, edition.revision)
