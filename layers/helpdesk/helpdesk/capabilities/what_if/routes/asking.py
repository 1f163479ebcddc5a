"""What a policy would have meant for the tickets there were."""

from typing import Final

from helpdesk.capabilities.what_if.actions import asking
from helpdesk.capabilities.what_if.requests import WhatIfPlan, WhichWhatIf
from helpdesk.capabilities.what_if.routes.pages import page_of
from helpdesk.capabilities.what_if.rules import MOST
from helpdesk.capabilities.what_if.views import WhatIf, WhatIfList, what_if_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.logging import logger

ASKING: Final = (
    f"Plays at most {MOST} tickets again in the background: as they were, and with this policy for those that its "
    "conditions take. Nothing of them is written. What the caller had running before is stopped."
)


def added_to(api: Api) -> None:
    @api.post("/api/what-ifs", description=ASKING, responses=gives(WhatIf, 201))
    def ask_what_if(wanted: WhatIfPlan) -> Answer:
        who, desk = person(api), api.desk()
        span = wanted.meant(who.timezone or "UTC", desk.clock.now())
        begun = asking.ask(desk, who, wanted.policy, span, page_of)
        logger.info("policy tried on the past", extra={"by": who.id, "what_if": begun.id, "total": begun.total})
        return answer(what_if_view(begun, desk.clock.now()), status=201, location=f"/api/what-ifs/{begun.id}")

    @api.get("/api/what-ifs", responses=gives(WhatIfList))
    def list_what_ifs() -> Answer:
        """The caller's own, the newest first."""
        desk = api.desk()
        own = asking.own(desk, person(api))
        return answer(WhatIfList(items=[what_if_view(each, desk.clock.now()) for each in own]))

    @api.get("/api/what-ifs/<what_if_id>", responses=gives(WhatIf))
    def read_what_if(what_if_id: WhichWhatIf) -> Answer:
        desk = api.desk()
        return answer(what_if_view(asking.read(desk, person(api), what_if_id), desk.clock.now()))
