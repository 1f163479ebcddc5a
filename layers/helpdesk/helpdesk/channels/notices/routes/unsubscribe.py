"""One click by which mail programs unsubscribe: https://www.rfc-editor.org/rfc/rfc8058."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.channels.notices.actions import unsubscribing
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import NOTHING, Answer, elsewhere, nothing

UnsubscribeToken = Annotated[str, Query(max_length=500)]


def added_to(api: Api) -> None:
    @api.post("/api/portal/unsubscribe", responses=NOTHING)
    def unsubscribe(token: UnsubscribeToken) -> Answer:
        unsubscribing.unsubscribe(api.desk(), token)
        return nothing()

    @api.get("/api/portal/unsubscribe", responses=NOTHING)
    def show_what_one_is_mailed(token: UnsubscribeToken) -> Answer:  # noqa: ARG001 - looking at a link changes nothing
        return elsewhere(f"{api.desk().site_url}/agent/me")
