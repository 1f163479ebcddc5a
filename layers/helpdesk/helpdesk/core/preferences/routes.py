"""Own settings of people who work on tickets."""

from helpdesk.core.directory.routes import caller
from helpdesk.core.preferences import actions as preferences
from helpdesk.core.preferences.requests import SettingsPlan
from helpdesk.core.preferences.views import OwnSettings, settings_view
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match


def added_to(api: Api) -> None:
    @api.get("/api/me/settings", responses=gives(OwnSettings))
    def read_own_settings() -> Answer:
        found = preferences.own(api.desk(), caller(api))
        return answer(settings_view(found), found.revision)

    @api.put("/api/me/settings", responses=gives(OwnSettings))
    def save_own_settings(wanted: SettingsPlan) -> Answer:
        found = preferences.choose(api.desk(), caller(api), wanted.meant(), if_match(api))
        return answer(settings_view(found), found.revision)
