"""Settings for people who are signed in: staff read them, administrators save them."""

from collections.abc import Mapping

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.routing import routes as routing
from helpdesk.capabilities.sla.routes import document, progress
from helpdesk.channels.chat.routes import settings as chat
from helpdesk.channels.intake.routes import settings as topics
from helpdesk.channels.mail.routes import mailboxes
from helpdesk.channels.notices.routes import terms as mail
from helpdesk.channels.notices.routes import wordings
from helpdesk.channels.notices.rules.roundup import Kind
from helpdesk.channels.webhooks import routes as webhooks
from helpdesk.foundation.edge.api import Api, served


def letters() -> Mapping[str, Kind]:
    """All that can be sent: who reads other settings loads none of them."""
    from helpdesk.assembly.kinds import KINDS  # noqa: PLC0415 - only who looks at letters pays for it

    return KINDS


api = Api(desk)
for routes in (document, webhooks, progress, routing, topics, mail, mailboxes, chat):
    routes.added_to(api)
wordings.added_to(api, letters)
handler = served(api)
