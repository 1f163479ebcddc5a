"""The key by which other systems know our calls."""

from helpdesk.channels.webhooks import actions as webhooks
from helpdesk.channels.webhooks.views import WebhookKey
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives


def added_to(api: Api) -> None:
    @api.get("/api/settings/webhook-key", responses=gives(WebhookKey))
    def webhook_key() -> Answer:
        return answer(WebhookKey(key=webhooks.webhook_key(api.desk(), caller(api))))
