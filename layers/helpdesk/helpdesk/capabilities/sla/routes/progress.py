"""How far open tickets follow the SLA settings."""

from helpdesk.capabilities.sla import actions as sla
from helpdesk.capabilities.sla.views import Progress, progress_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives


def added_to(api: Api) -> None:
    @api.get("/api/settings/sla/progress", responses=gives(Progress))
    def recomputation() -> Answer:
        return answer(progress_view(sla.progress(api.desk(), caller(api))))
